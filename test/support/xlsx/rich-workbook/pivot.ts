import { DECLARATION, NS, officeRelation, RELATION, spreadsheetType } from './namespaces';
import { addDrawing, twoCellAnchor } from './pictures';
import type { RichDraft } from './rich-draft';
import { WORKBOOK_PART } from './rich-draft';
import { DXF, STYLE } from './styles';

const DEFINITION = 'xl/pivotCache/pivotCacheDefinition1.xml';
const RECORDS = 'xl/pivotCache/pivotCacheRecords1.xml';
const TABLE = 'xl/pivotTables/pivotTable1.xml';
const DEPARTMENTS = ['建设处', '民政处', '规划处'];
const SUMS = [200.5, 45.6, 66];
/** The priority by which the pivot table and the sheet mean one and the same conditional format. */
const SHARED_PRIORITY = 2;

/** What the workbook part must say of the pivot table. */
export interface PivotReferences {
  readonly cacheRelationship: string;
  /** Absent without a slicer. */
  readonly slicerCacheRelationship?: string;
}

/** A pivot table over the data with its cache, a conditional format that is tied to it, and a slicer. */
export function addPivot(draft: RichDraft): PivotReferences {
  const { pkg, sheets } = draft;
  const sheet = sheets.pivot;
  sheet.put('sheetPr', '<sheetPr codeName="Sheet6"/>');
  sheet.put('dimension', '<dimension ref="A3:B7"/>');
  sheet.text('A3', '行标签');
  sheet.text('B3', '求和项:计划额');
  DEPARTMENTS.forEach((department, i) => {
    sheet.text(`A${i + 4}`, department);
    sheet.number(`B${i + 4}`, SUMS[i]!, STYLE.money);
  });
  sheet.text('A7', '总计');
  sheet.number('B7', 312.1, STYLE.money);
  sheet.put(
    'conditionalFormatting',
    `<conditionalFormatting sqref="A3:B3"><cfRule type="expression" dxfId="${DXF.yellow}" priority="1"><formula>A3&lt;&gt;""</formula></cfRule></conditionalFormatting>`,
  );
  sheet.put(
    'conditionalFormatting',
    `<conditionalFormatting pivot="1" sqref="B4:B6"><cfRule type="top10" dxfId="${DXF.green}" priority="${SHARED_PRIORITY}" rank="1"/></conditionalFormatting>`,
  );
  addCache(draft);
  addTable(draft);
  pkg.relate(sheet.part, officeRelation('pivotTable'), TABLE);
  pkg.relate(TABLE, officeRelation('pivotCacheDefinition'), DEFINITION);
  const cacheRelationship = pkg.relate(WORKBOOK_PART, officeRelation('pivotCacheDefinition'), DEFINITION);
  pkg.feature('conditional format of the pivot table', TABLE, `priority="${SHARED_PRIORITY}"`);
  pkg.feature('conditional format tied to the pivot table', sheet.part, 'pivot="1" sqref="B4:B6"');
  if (draft.options.slicer === false) return { cacheRelationship };
  return { cacheRelationship, slicerCacheRelationship: addSlicer(draft) };
}

function addCache({ pkg }: RichDraft): void {
  const records = pkg.relate(DEFINITION, officeRelation('pivotCacheRecords'), RECORDS);
  const shared = (items: readonly string[]) =>
    `<sharedItems count="${items.length}">${items.map((item) => `<s v="${item}"/>`).join('')}</sharedItems>`;
  const numbers =
    '<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="45.6" maxValue="120.5"/>';
  pkg.part(
    DEFINITION,
    `${DECLARATION}<pivotCacheDefinition xmlns="${NS.main}" xmlns:r="${NS.r}" r:id="${records}" refreshedBy="沈若川" refreshedDate="45621.5" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="4"><cacheSource type="worksheet"><worksheetSource name="经费表"/></cacheSource><cacheFields count="3"><cacheField name="片区" numFmtId="0">${shared(DEPARTMENTS)}</cacheField><cacheField name="事项" numFmtId="0">${shared(['河道巡查', '公园养护', '适老化改造', '地形图更新'])}</cacheField><cacheField name="计划额" numFmtId="164">${numbers}</cacheField></cacheFields><extLst><ext uri="{725AE2AE-9491-48be-B2B4-4EB974FC3084}" xmlns:x14="${NS.x14}"><x14:pivotCacheDefinition pivotCacheId="712345"/></ext></extLst></pivotCacheDefinition>`,
    spreadsheetType('pivotCacheDefinition'),
  );
  const record = (department: number, project: number, budget: number) =>
    `<r><x v="${department}"/><x v="${project}"/><n v="${budget}"/></r>`;
  pkg.part(
    RECORDS,
    `${DECLARATION}<pivotCacheRecords xmlns="${NS.main}" xmlns:r="${NS.r}" count="4">${record(0, 0, 120.5)}${record(0, 1, 80)}${record(1, 2, 45.6)}${record(2, 3, 66)}</pivotCacheRecords>`,
    spreadsheetType('pivotCacheRecords'),
  );
  pkg.feature('pivot cache', DEFINITION, 'refreshedBy="沈若川"');
  pkg.feature('pivot records', RECORDS, '<n v="45.6"/>');
}

function addTable({ pkg }: RichDraft): void {
  const items = `<items count="4"><item x="0"/><item x="1"/><item x="2"/><item t="default"/></items>`;
  const area =
    '<pivotArea type="data" collapsedLevelsAreSubtotals="1" fieldPosition="0"><references count="2"><reference field="4294967294" count="1" selected="0"><x v="0"/></reference><reference field="0" count="3"><x v="0"/><x v="1"/><x v="2"/></reference></references></pivotArea>';
  pkg.part(
    TABLE,
    `${DECLARATION}<pivotTableDefinition xmlns="${NS.main}" name="数据透视表1" cacheId="17" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="值" updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" outline="1" outlineData="1" multipleFieldFilters="0"><location ref="A3:B7" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3"><pivotField axis="axisRow" showAll="0">${items}</pivotField><pivotField showAll="0"/><pivotField dataField="1" numFmtId="164" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="4"><i><x/></i><i><x v="1"/></i><i><x v="2"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="求和项:计划额" fld="2" baseField="0" baseItem="0" numFmtId="164"/></dataFields><conditionalFormats count="1"><conditionalFormat scope="selection" priority="${SHARED_PRIORITY}"><pivotAreas count="1">${area}</pivotAreas></conditionalFormat></conditionalFormats><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>`,
    spreadsheetType('pivotTable'),
  );
  pkg.feature('pivot table', TABLE, 'name="数据透视表1"');
}

function addSlicer({ pkg, sheets: { pivot: sheet } }: RichDraft): string {
  const cache = 'xl/slicerCaches/slicerCache1.xml';
  pkg.part(
    cache,
    `${DECLARATION}<slicerCacheDefinition xmlns="${NS.x14}" xmlns:mc="${NS.mc}" mc:Ignorable="x" xmlns:x="${NS.main}" name="切片器_片区" sourceName="片区"><pivotTables><pivotTable tabId="${sheet.sheetId}" name="数据透视表1"/></pivotTables><data><tabular pivotCacheId="712345"><items count="3"><i x="0" s="1"/><i x="1" s="1"/><i x="2" s="1"/></items></tabular></data></slicerCacheDefinition>`,
    'application/vnd.ms-excel.slicerCache+xml',
  );
  const slicer = 'xl/slicers/slicer1.xml';
  pkg.part(
    slicer,
    `${DECLARATION}<slicers xmlns="${NS.x14}" xmlns:mc="${NS.mc}" mc:Ignorable="x" xmlns:x="${NS.main}"><slicer name="片区" cache="切片器_片区" caption="片区" rowHeight="241300"/></slicers>`,
    'application/vnd.ms-excel.slicer+xml',
  );
  const id = pkg.relate(sheet.part, RELATION.slicer, slicer);
  sheet.put(
    'extensions',
    `<ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" xmlns:x14="${NS.x14}"><x14:slicerList><x14:slicer r:id="${id}"/></x14:slicerList></ext>`,
  );
  const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="片区"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"><sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="片区"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const anchor = twoCellAnchor(
    [3, 2],
    [6, 12],
    `<mc:AlternateContent xmlns:mc="${NS.mc}" xmlns:a14="${NS.a14}"><mc:Choice Requires="a14">${frame}</mc:Choice><mc:Fallback><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="0" name=""/><xdr:cNvSpPr><a:spLocks noTextEdit="1"/></xdr:cNvSpPr></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="1828800" y="361950"/><a:ext cx="1828800" cy="2524125"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp></mc:Fallback></mc:AlternateContent>`,
  );
  sheet.put(
    'drawing',
    `<drawing r:id="${addDrawing(pkg, sheet.part, 'xl/drawings/drawing4.xml', anchor)}"/>`,
  );
  pkg.feature('slicer', slicer, 'caption="片区"');
  pkg.feature('slicer cache', cache, 'sourceName="片区"');
  return pkg.relate(WORKBOOK_PART, RELATION.slicerCache, cache);
}
