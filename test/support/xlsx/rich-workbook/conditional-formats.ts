import { NS } from './namespaces';
import type { RichDraft } from './rich-draft';
import { DXF, STYLE } from './styles';

const X14_URI = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
const BAR_URI = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const BAR_ID = '{7A5D0C6E-1B3F-4E55-9C0A-0123456789A0}';
const ANNEX_BAR_ID = '{7A5D0C6E-1B3F-4E55-9C0A-0123456789B0}';
const ICONS_ID = '{7A5D0C6E-1B3F-4E55-9C0A-0123456789A1}';
const CROSS_ID = '{7A5D0C6E-1B3F-4E55-9C0A-0123456789A2}';
const ANNEX_CROSS_ID = '{7A5D0C6E-1B3F-4E55-9C0A-0123456789B1}';

/** [range, rule without its priority and its closing]: each kind of the schema once. */
const KINDS: readonly (readonly [range: string, attributes: string, inside: string])[] = [
  ['A2:A9', `type="cellIs" dxfId="${DXF.red}" operator="between" stopIfTrue="1"`, f('1') + f('3')],
  ['A2:A9', `type="expression" dxfId="${DXF.green}"`, f('$B2="甲&lt;乙"')],
  [
    'C2:C9',
    'type="colorScale"',
    '<colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color theme="9"/></colorScale>',
  ],
  [
    'D2:D9',
    'type="dataBar"',
    `<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="${NS.x14}" uri="${BAR_URI}"><x14:id>${BAR_ID}</x14:id></ext></extLst>`,
  ],
  [
    'E2:E9',
    'type="iconSet"',
    '<iconSet iconSet="4Arrows" reverse="1"><cfvo type="percent" val="0"/><cfvo type="num" val="2"/><cfvo type="formula" val="$A$4"/><cfvo type="percent" val="75" gte="0"/></iconSet>',
  ],
  ['F2:F9', `type="top10" dxfId="${DXF.yellow}" percent="1" bottom="1" rank="20"`, ''],
  ['F2:F9', `type="aboveAverage" dxfId="${DXF.border}" aboveAverage="0" stdDev="1"`, ''],
  ['G2:G9 I2:I9', `type="uniqueValues" dxfId="${DXF.green}"`, ''],
  ['G2:G9', `type="duplicateValues" dxfId="${DXF.red}"`, ''],
  [
    'B2:B9',
    `type="containsText" dxfId="${DXF.red}" operator="containsText" text="甲"`,
    f('NOT(ISERROR(SEARCH("甲",B2)))'),
  ],
  [
    'B2:B9',
    `type="notContainsText" dxfId="${DXF.green}" operator="notContains" text="乙"`,
    f('ISERROR(SEARCH("乙",B2))'),
  ],
  ['B2:B9', `type="beginsWith" dxfId="${DXF.yellow}" operator="beginsWith" text="丙"`, f('LEFT(B2,1)="丙"')],
  ['B2:B9', `type="endsWith" dxfId="${DXF.border}" operator="endsWith" text="丁"`, f('RIGHT(B2,1)="丁"')],
  ['H2:H9', `type="containsBlanks" dxfId="${DXF.yellow}"`, f('LEN(TRIM(H2))=0')],
  ['H2:H9', `type="notContainsBlanks" dxfId="${DXF.percent}"`, f('LEN(TRIM(H2))&gt;0')],
  ['H2:H9', `type="containsErrors" dxfId="${DXF.red}"`, f('ISERROR(H2)')],
  ['H2:H9', `type="notContainsErrors" dxfId="${DXF.green}"`, f('NOT(ISERROR(H2))')],
  [
    'J2:J9',
    `type="timePeriod" dxfId="${DXF.green}" timePeriod="lastMonth"`,
    f('AND(MONTH(J2)=MONTH(EDATE(TODAY(),0-1)),YEAR(J2)=YEAR(EDATE(TODAY(),0-1)))'),
  ],
];

function f(formula: string): string {
  return `<formula>${formula}</formula>`;
}

/**
 * Every kind of conditional format: on a sheet of its own all, on the annex those that a mark meets first (priority 1,
 * a bar that covers cells, a rule that only the extension knows).
 */
export function addConditionalFormats(draft: RichDraft): void {
  addEveryKind(draft);
  addToAnnex(draft);
}

function addEveryKind({ pkg, sheets: { conditionalFormats: sheet } }: RichDraft): void {
  const words = ['甲方', '乙方', '丙方', '某丁', '甲<乙', '', '丙丁', '甲'];
  sheet.text('A1', '条件格式', STYLE.header);
  words.forEach((word, i) => {
    const row = i + 2;
    for (const [c, column] of [...'ACDEFGI'].entries())
      sheet.number(`${column}${row}`, ((i * 3 + c) % 8) + 1);
    if (word) sheet.text(`B${row}`, word);
    sheet.number(`J${row}`, 45_300 + i * 30, STYLE.date);
  });
  sheet.raw('H3', '<c r="H3" t="e"><v>#N/A</v></c>');
  sheet.number('H4', 1);
  sheet.put('sheetPr', '<sheetPr codeName="Sheet5"><tabColor rgb="FFFFC000"/></sheetPr>');
  sheet.put('dimension', '<dimension ref="A1:J9"/>');
  let priority = 0;
  const byRange = new Map<string, string>();
  for (const [range, attributes, inside] of KINDS) {
    const rule = `<cfRule ${attributes} priority="${++priority}"${inside ? `>${inside}</cfRule>` : '/>'}`;
    byRange.set(range, (byRange.get(range) ?? '') + rule);
    pkg.feature(`conditional format ${/type="(\w+)"/.exec(attributes)![1]!}`, sheet.part, attributes);
  }
  for (const [range, rules] of byRange)
    sheet.put(
      'conditionalFormatting',
      `<conditionalFormatting sqref="${range}">${rules}</conditionalFormatting>`,
    );
  sheet.put(
    'extensions',
    x14Formats(
      x14Bar(BAR_ID, 'D2:D9'),
      `<x14:conditionalFormatting xmlns:xm="${NS.xm}"><x14:cfRule type="iconSet" priority="${++priority}" id="${ICONS_ID}"><x14:iconSet iconSet="3Stars" custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo><x14:cfIcon iconSet="3Signs" iconId="0"/><x14:cfIcon iconSet="NoIcons" iconId="0"/><x14:cfIcon iconSet="3Stars" iconId="2"/></x14:iconSet></x14:cfRule><xm:sqref>C2:C9</xm:sqref></x14:conditionalFormatting>`,
      x14CrossSheet(CROSS_ID, ++priority, 'I2:I9'),
    ),
  );
  pkg.feature('conditional format, bar of the extension', sheet.part, `id="${BAR_ID}"`);
  pkg.feature('conditional format, icons of the extension', sheet.part, `id="${ICONS_ID}"`);
  pkg.feature('conditional format, across sheets', sheet.part, `id="${CROSS_ID}"`);
}

function addToAnnex({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  sheet.put(
    'conditionalFormatting',
    `<conditionalFormatting sqref="F5:F8"><cfRule type="cellIs" dxfId="${DXF.red}" priority="1" stopIfTrue="1" operator="lessThan"><formula>0.8</formula></cfRule></conditionalFormatting>`,
  );
  sheet.put(
    'conditionalFormatting',
    `<conditionalFormatting sqref="E5:E8"><cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF63C384"/></dataBar><extLst><ext xmlns:x14="${NS.x14}" uri="${BAR_URI}"><x14:id>${ANNEX_BAR_ID}</x14:id></ext></extLst></cfRule></conditionalFormatting>`,
  );
  sheet.put(
    'extensions',
    x14Formats(x14Bar(ANNEX_BAR_ID, 'E5:E8'), x14CrossSheet(ANNEX_CROSS_ID, 2, 'C5:C8')),
  );
  pkg.feature('conditional format of first priority on the annex', sheet.part, 'sqref="F5:F8"');
  pkg.feature('conditional format of the extension on the annex', sheet.part, `id="${ANNEX_CROSS_ID}"`);
}

function x14Formats(...formats: readonly string[]): string {
  return `<ext uri="${X14_URI}" xmlns:x14="${NS.x14}"><x14:conditionalFormattings>${formats.join('')}</x14:conditionalFormattings></ext>`;
}

function x14Bar(id: string, range: string): string {
  return (
    `<x14:conditionalFormatting xmlns:xm="${NS.xm}"><x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" border="1" negativeBarBorderColorSameAsPositive="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:negativeBorderColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>` +
    `<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`
  );
}

/** A rule that looks at another sheet lives in the extension alone, with its format beside it. */
function x14CrossSheet(id: string, priority: number, range: string): string {
  return (
    `<x14:conditionalFormatting xmlns:xm="${NS.xm}"><x14:cfRule type="expression" priority="${priority}" id="${id}"><xm:f>数据!$C$2&gt;1000</xm:f><x14:dxf><font><b/><color rgb="FF7030A0"/></font><fill><patternFill><bgColor rgb="FFE4DFEC"/></patternFill></fill></x14:dxf></x14:cfRule>` +
    `<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`
  );
}
