import { escapeXml } from '../xlsx-builder';
import { CHART_SHEET_PART } from './charts';
import { DECLARATION, NS, officeRelation, spreadsheetType } from './namespaces';
import { CUSTOM_VIEW_GUID } from './page-layout';
import type { PivotReferences } from './pivot';
import type { RichDraft } from './rich-draft';
import { RICH_SHEETS, WORKBOOK_PART } from './rich-draft';

const MACRO_TYPE = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

interface WorkbookReferences extends PivotReferences {
  readonly externalRelationship: string;
}

/** The workbook part: views, sheets, names, and what refers to the parts that all sheets share. */
export function addWorkbookPart(draft: RichDraft, references: WorkbookReferences): void {
  const { pkg, options } = draft;
  const macros = options.macros !== false;
  const slicers = references.slicerCacheRelationship;
  pkg.part(
    WORKBOOK_PART,
    `${DECLARATION}<workbook xmlns="${NS.main}" xmlns:r="${NS.r}" xmlns:mc="${NS.mc}" mc:Ignorable="x15 xr" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="${NS.xr}">` +
      '<fileVersion appName="xl" lastEdited="7" lowestEdited="6" rupBuild="22730"/>' +
      `<workbookPr${macros ? ' codeName="ThisWorkbook"' : ''} defaultThemeVersion="166925"/>` +
      `<mc:AlternateContent xmlns:mc="${NS.mc}"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\预算\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>` +
      '<xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{00000000-0000-4000-8000-000000000001}" xr6:coauthVersionLast="47" xr6:coauthVersionMax="47" xmlns:xr6="http://schemas.microsoft.com/office/spreadsheetml/2016/revision6"/>' +
      (options.protectedStructure
        ? '<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="AAECAwQFBgcICQoLDA0ODw==" workbookSaltValue="0123456789abcdefABCDEF==" workbookSpinCount="100000" lockStructure="1"/>'
        : '') +
      '<bookViews><workbookView xWindow="-120" yWindow="-120" windowWidth="29040" windowHeight="15840" tabRatio="800" firstSheet="0" activeTab="1"/></bookViews>' +
      `<sheets>${sheetList(draft)}</sheets>` +
      `<externalReferences><externalReference r:id="${references.externalRelationship}"/></externalReferences>` +
      definedNames(slicers !== undefined) +
      '<calcPr calcId="191029" iterate="1" iterateCount="50"/>' +
      `<customWorkbookViews><customWorkbookView name="打印视图" guid="${CUSTOM_VIEW_GUID}" maximized="1" windowWidth="1920" windowHeight="1040" activeSheetId="9"/></customWorkbookViews>` +
      `<pivotCaches><pivotCache cacheId="17" r:id="${references.cacheRelationship}"/></pivotCaches>` +
      (slicers === undefined
        ? ''
        : `<extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="${NS.x14}"><x14:slicerCaches><x14:slicerCache r:id="${slicers}"/></x14:slicerCaches></ext></extLst>`) +
      '</workbook>',
    macros ? MACRO_TYPE : spreadsheetType('sheet.main'),
  );
  pkg.relate('', officeRelation('officeDocument'), WORKBOOK_PART);
  for (const [name, mark] of [
    ['active sheet', 'activeTab="1"'],
    ['settings of calculation', 'iterateCount="50"'],
    ['custom views', 'name="打印视图"'],
    ['hidden state', 'state="hidden"'],
    ['very hidden state', 'state="veryHidden"'],
    ['print area', '_xlnm.Print_Area'],
    ['print titles', '_xlnm.Print_Titles'],
    ['name of one sheet', 'name="本表首项" localSheetId="1"'],
    ['name of a constant', '>0.13</definedName>'],
    ['hidden name', 'name="_私有" hidden="1"'],
    ['name of an external value', '[1]汇总!$A$1'],
    ...(options.protectedStructure ? [['protected structure', 'lockStructure="1"'] as const] : []),
  ] as const)
    pkg.feature(name, WORKBOOK_PART, mark);
}

function sheetList({ pkg, sheets }: RichDraft): string {
  return (Object.keys(RICH_SHEETS) as (keyof typeof RICH_SHEETS)[])
    .map((key) => {
      const name = `name="${escapeXml(RICH_SHEETS[key])}"`;
      if (key === 'chart') {
        const id = pkg.relate(WORKBOOK_PART, officeRelation('chartsheet'), CHART_SHEET_PART);
        return `<sheet ${name} sheetId="4" r:id="${id}"/>`;
      }
      const sheet = sheets[key];
      const id = pkg.relate(WORKBOOK_PART, officeRelation('worksheet'), sheet.part);
      const state = sheet.state === 'visible' ? '' : ` state="${sheet.state}"`;
      return `<sheet ${name} sheetId="${sheet.sheetId}"${state} r:id="${id}"/>`;
    })
    .join('');
}

function definedNames(withSlicer: boolean): string {
  const annex = RICH_SHEETS.annex;
  const names = [
    ['_xlnm._FilterDatabase" localSheetId="6" hidden="1', `${RICH_SHEETS.layout}!$A$1:$B$8`],
    ['_xlnm.Print_Area" localSheetId="1', `${annex}!$A$1:$P$10`],
    ['_xlnm.Print_Titles" localSheetId="1', `${annex}!$A:$C,${annex}!$1:$4`],
    ['_私有" hidden="1', `${RICH_SHEETS.veryHidden}!$A$1`],
    ['本表首项" localSheetId="1', `${annex}!$C$5`],
    ['隐藏之字', "'它''s &amp; 隐藏 &lt;1&gt;'!$A$1"],
    ...(withSlicer ? [['切片器_片区', '#N/A'] as const] : []),
    ['税率" comment="增值税', '0.13'],
    ['外部值', '[1]汇总!$A$1'],
    ['预算合计', `${RICH_SHEETS.data}!$C$2:$C$5`],
    ['说明', '"常量&amp;文本"'],
  ] as const;
  return `<definedNames>${names.map(([name, value]) => `<definedName name="${name}">${value}</definedName>`).join('')}</definedNames>`;
}

/** Worksheet parts and shared strings, once nothing is added to them any more. */
export function addSheetParts({ pkg, sheets, texts }: RichDraft): void {
  for (const sheet of Object.values(sheets))
    pkg.part(sheet.part, sheet.toXml(), spreadsheetType('worksheet'));
  pkg.part('xl/sharedStrings.xml', texts.toXml(), spreadsheetType('sharedStrings'));
  pkg.relate(WORKBOOK_PART, officeRelation('sharedStrings'), 'xl/sharedStrings.xml');
}
