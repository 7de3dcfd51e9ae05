import type { BuilderWorkbook } from '../xlsx/xlsx-builder';
import { escapeXml, MAIN_NAMESPACE, RELATION_NAMESPACE, xlsxParts, zipParts } from '../xlsx/xlsx-builder';

/** Parts of a package by name. */
export type Parts = Record<string, string>;

/** A relationship by id, last segment of its type, target. */
type Relation = readonly [id: string, kind: string, target: string];

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  `xmlns:r="${RELATION_NAMESPACE}"`;

export const STATE_XML = '<state xmlns="urn:annex-reviewer:state:1">{&quot;v&quot;:1}</state>';
export const STATE_ID = '{6F1D7C0E-0B4E-4C5B-9A0B-2F3A4B5C6D7E}';

const MARK = (severity: string, dxf: number, priority: number) =>
  `<cfRule type="expression" dxfId="${dxf}" priority="${priority}">` +
  `<formula>"annex-reviewer:${severity}"&lt;&gt;""</formula></cfRule>`;

const ANNEX_END =
  '<sheetProtection sheet="1"/>' +
  `<conditionalFormatting sqref="B2 D2:E3">${MARK('error', 0, 2)}</conditionalFormatting>` +
  `<conditionalFormatting sqref="E3">${MARK('warning', 1, 1)}</conditionalFormatting>` +
  '<conditionalFormatting sqref="B2:B3"><cfRule type="expression" dxfId="2" priority="4"><formula>$B2&gt;15</formula></cfRule>' +
  '<cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule>' +
  '</conditionalFormatting>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  '<drawing r:id="rId8"/><legacyDrawing r:id="rId1"/>';

const ROLLUP_END =
  '<dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="C2:C3 C7"><formula1>"待处理,已修改"</formula1></dataValidation>' +
  '<dataValidation type="list" sqref="D2"><formula1>$A$1:$A$9</formula1></dataValidation></dataValidations>' +
  `<hyperlinks><hyperlink ref="A2" location="'附件2'!A3" display="一"/><hyperlink ref="A3" r:id="rId2"/></hyperlinks>` +
  '<drawing r:id="rId1"/>';

const COMMENTS =
  `<comments xmlns="${MAIN_NAMESPACE}"><authors><author>张三</author><author/></authors><commentList>` +
  '<comment ref="B2" authorId="1"><text><r><rPr><b/></rPr><t>绩效自评审核</t></r><r><t xml:space="preserve">\n合计不符 </t></r></text></comment>' +
  '<comment ref="A2" authorId="0"><text><t>请核实</t></text></comment></commentList></comments>';

const CORNER = (name: string, column: number, columnOffset: number, row: number, rowOffset: number) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOffset}</xdr:colOff>` +
  `<xdr:row>${row}</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${name}>`;

const FRAME = (name: string, relation: string) =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
  '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
  `<c:chart r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>`;

const DRAWING =
  `<xdr:wsDr ${NAMESPACES}>` +
  `<xdr:twoCellAnchor>${CORNER('from', 4, 0, 0, 0)}${CORNER('to', 10, 0, 14, 0)}${FRAME('annex-reviewer 1', 'rId1')}</xdr:twoCellAnchor>` +
  `<xdr:twoCellAnchor>${CORNER('from', 4, 5, 15, 9)}${CORNER('to', 9, 5, 20, 9)}${FRAME('图表 2', 'rId2')}</xdr:twoCellAnchor>` +
  `<xdr:oneCellAnchor>${CORNER('from', 12, 0, 0, 0)}<xdr:ext cx="1219200" cy="571500"/>${FRAME('图表 3', 'rId3')}</xdr:oneCellAnchor>` +
  `<xdr:oneCellAnchor>${CORNER('from', 12, 0, 9, 0)}<xdr:ext cx="1219200" cy="571500"/>${FRAME('图表 4', 'rId4')}</xdr:oneCellAnchor>` +
  '</xdr:wsDr>';

/** A chart part, from the elements of its plot area. */
export function chartXml(plot: string, title = ''): string {
  const runs = title && `<c:title><c:tx><c:rich><a:p>${title}</a:p></c:rich></c:tx></c:title>`;
  return `<c:chartSpace ${NAMESPACES}><c:chart>${runs}<c:plotArea><c:layout/>${plot}</c:plotArea></c:chart></c:chartSpace>`;
}

/** A series of a chart, from the references it is drawn from. */
export function seriesXml(name: string, categories: string, values: string): string {
  const f = (reference: string) => `<c:f>${escapeXml(reference)}</c:f>`;
  return (
    `<c:ser><c:tx><c:strRef>${f(name)}<c:strCache><c:pt idx="0"><c:v>x</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:cat><c:strRef>${f(categories)}</c:strRef></c:cat><c:val><c:numRef>${f(values)}</c:numRef></c:val></c:ser>`
  );
}

/** The charts of the rollup: columns, bars, a pie, and lines, for which the workbench has no picture. */
function charts(): Parts {
  const first = seriesXml('单位汇总!$B$1', '单位汇总!$A$2:$A$3', '单位汇总!$B$2:$B$3');
  const second = seriesXml("'单位汇总'!$C$1", "'单位汇总'!$A$2:$A$3", "'单位汇总'!$C$2:$C$3");
  const title = '<a:r><a:t>各单位</a:t></a:r><a:r><a:t>执行率</a:t></a:r>';
  return {
    'xl/charts/chart1.xml': chartXml(
      `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>${first}${second}</c:barChart><c:catAx/>`,
      title,
    ),
    'xl/charts/chart2.xml': chartXml(
      `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>${first}</c:barChart>`,
    ),
    'xl/charts/chart3.xml': chartXml(`<c:pieChart>${first}</c:pieChart>`),
    'xl/charts/chart4.xml': chartXml(`<c:lineChart><c:grouping val="standard"/>${first}</c:lineChart>`),
  };
}

/** A relationships part. */
export function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(([id, kind, target]) => {
    const mode = /^https?:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${RELATION_NAMESPACE}/${kind}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

const DXF = (fill: string) => `<dxf><fill><patternFill>${fill}</patternFill></fill></dxf>`;

const SHEETS: BuilderWorkbook = {
  sheets: [
    {
      name: '附件2',
      rows: [
        ['项目', '金额', '得分', null, null],
        ['一', 10, 9, null, null],
        ['二', 20, { formula: 'SUM(满分)', value: 0 }, null, null],
      ],
    },
    {
      name: '单位汇总',
      rows: [
        ['单位', '执行率', '得分'],
        ['一', 1, 2],
        ['二', 3, 4],
      ],
    },
  ],
};

/**
 * The parts of a workbook that was reviewed and saved: an annex with marks, notes and print set-up, a rollup with links,
 * lists and charts, names, and the state document.
 */
export function reviewedParts(): Parts {
  const parts = xlsxParts(SHEETS);
  const change = (name: string, before: string, after: string) => {
    parts[name] = parts[name]!.replace(before, () => after);
  };
  change('xl/worksheets/sheet1.xml', '</worksheet>', `${ANNEX_END}</worksheet>`);
  change(
    'xl/worksheets/sheet1.xml',
    '<sheetData>',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData>',
  );
  change(
    'xl/worksheets/sheet2.xml',
    '<sheetData>',
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/></sheetView></sheetViews><sheetData>',
  );
  change('xl/worksheets/sheet2.xml', '</worksheet>', `${ROLLUP_END}</worksheet>`);
  change(
    'xl/styles.xml',
    '</styleSheet>',
    `<dxfs count="3">${DXF('<bgColor rgb="FFF8C7C7"/>')}${DXF('<fgColor rgb="FFFFE8A3"/><bgColor rgb="FFFFE8A4"/>')}` +
      '<dxf><font><b/></font><fill><patternFill patternType="solid"><fgColor rgb="FF123456"/></patternFill></fill></dxf></dxfs></styleSheet>',
  );
  change(
    'xl/workbook.xml',
    '</workbook>',
    '<definedNames>' +
      `<definedName name="_annexReviewer_unit_summary" localSheetId="1" hidden="1">单位汇总!$A$1</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'附件2'!$A:$A,'附件2'!$1:$1</definedName>` +
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'附件2'!$A$1:$E$3</definedName>` +
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'附件2'!$A$1:$E$3</definedName>` +
      `<definedName name="满分">'附件2'!$B$2:$B$3</definedName>` +
      '</definedNames></workbook>',
  );
  change(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId9" Type="${RELATION_NAMESPACE}/customXml" Target="../customXml/item1.xml"/>` +
      `<Relationship Id="rId10" Type="${RELATION_NAMESPACE}/customXml" Target="../customXml/item2.xml"/></Relationships>`,
  );
  return {
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([
      ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId2', 'comments', '../comments1.xml'],
    ]),
    'xl/comments1.xml': COMMENTS,
    'xl/worksheets/_rels/sheet2.xml.rels': relationsXml([
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'hyperlink', 'https://example.org/'],
    ]),
    'xl/drawings/drawing1.xml': DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': relationsXml(
      [1, 2, 3, 4].map((n) => [`rId${n}`, 'chart', `../charts/chart${n}.xml`] as const),
    ),
    ...charts(),
    'customXml/item1.xml': `<?xml version="1.0" encoding="UTF-8"?>${STATE_XML}`,
    'customXml/_rels/item1.xml.rels': relationsXml([['rId1', 'customXmlProps', 'itemProps1.xml']]),
    'customXml/itemProps1.xml': `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${STATE_ID}"/>`,
    'customXml/item2.xml': '<other xmlns="urn:other"/>',
  };
}

/** That workbook as a file, some of its parts replaced or, with `null`, left out. */
export function reviewedWorkbook(changed: Readonly<Record<string, string | null>> = {}): Uint8Array {
  return zipParts({ ...reviewedParts(), ...changed });
}
