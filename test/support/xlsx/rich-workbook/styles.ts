import { DECLARATION, NS, officeRelation, spreadsheetType } from './namespaces';
import type { RichDraft } from './rich-draft';
import { WORKBOOK_PART } from './rich-draft';

/** Indexes of cell formats (`s`). */
export const STYLE = {
  general: 0,
  title: 1,
  header: 2,
  text: 3,
  centre: 4,
  money: 5,
  percent: 6,
  date: 7,
  /** A fill of its own, a colour of the theme: a mark must not touch it. */
  themed: 8,
  /** A number format in Chinese. */
  wan: 9,
  link: 10,
  unlocked: 11,
  asText: 12,
  dateTime: 13,
  gradient: 14,
} as const;

/** Indexes of differential formats (`dxfId`). */
export const DXF = { red: 0, green: 1, yellow: 2, border: 3, percent: 4, tableHeader: 5, slicer: 6 } as const;

const FORMATS = [
  [164, '#,##0.00_ ;[Red]-#,##0.00\\ '],
  [165, '0.00%;[Red]-0.00%'],
  [166, 'yyyy"年"m"月"d"日";@'],
  [167, '#,##0.00"万元"'],
] as const;

const ALIGN = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

/** Styles, with everything that may stand in the part; and the theme. */
export function addStyles({ pkg }: RichDraft): void {
  const font = (size: number, inside = '', colour = '<color theme="1"/>') =>
    `<font>${inside}<sz val="${size}"/>${colour}<name val="宋体"/><family val="3"/><charset val="134"/><scheme val="minor"/></font>`;
  const xf = (numFmt: number, fontId: number, fillId: number, borderId: number, xfId = 0, inside = '') =>
    `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="${xfId}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${inside ? ' applyAlignment="1"' : ''}>${inside}</xf>`;
  const cellXfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>',
    xf(0, 1, 0, 0, 0, ALIGN),
    xf(0, 2, 2, 1, 0, ALIGN),
    xf(0, 0, 0, 1, 0, '<alignment vertical="center" wrapText="1"/>'),
    xf(0, 0, 0, 1, 0, ALIGN),
    xf(164, 0, 0, 1),
    xf(165, 0, 0, 1),
    xf(166, 0, 0, 0),
    xf(0, 0, 3, 1, 1),
    xf(167, 0, 0, 0),
    xf(0, 3, 0, 0, 2),
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0" hidden="1"/></xf>',
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>',
    xf(22, 0, 0, 0),
    xf(0, 0, 4, 0),
  ];
  const dxfs = [
    '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
    '<dxf><font><b/><color rgb="FF006100"/></font><fill><patternFill><bgColor rgb="FFC6EFCE"/></patternFill></fill></dxf>',
    '<dxf><fill><patternFill patternType="solid"><fgColor auto="1"/><bgColor theme="7" tint="0.79998168889431442"/></patternFill></fill></dxf>',
    '<dxf><border><left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right></border></dxf>',
    '<dxf><numFmt numFmtId="168" formatCode="0.0&quot;％&quot;"/></dxf>',
    '<dxf><font><b/></font><fill><patternFill patternType="solid"><bgColor theme="4"/></patternFill></fill></dxf>',
    '<dxf><font><sz val="9"/></font></dxf>',
  ];
  const border =
    '<border><left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right><top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>';
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor theme="9" tint="0.59999389629810485"/><bgColor indexed="64"/></patternFill></fill>',
    '<fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill>',
  ];
  const part = 'xl/styles.xml';
  pkg.part(
    part,
    `${DECLARATION}<styleSheet xmlns="${NS.main}" xmlns:mc="${NS.mc}" mc:Ignorable="x14ac x16r2" xmlns:x14ac="${NS.x14ac}" xmlns:x16r2="http://schemas.microsoft.com/office/spreadsheetml/2015/02/main">` +
      `<numFmts count="${FORMATS.length}">${FORMATS.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replace(/"/g, '&quot;')}"/>`).join('')}</numFmts>` +
      `<fonts count="4" x14ac:knownFonts="1">${font(11)}${font(16, '<b/>')}${font(11, '<b/>')}${font(11, '<u/>', '<color theme="10"/>')}</fonts>` +
      `<fills count="${fills.length}">${fills.join('')}</fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>` +
      '<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf><xf numFmtId="0" fontId="0" fillId="3" borderId="0"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${cellXfs.length}">${cellXfs.join('')}</cellXfs>` +
      '<cellStyles count="3"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="单位专用" xfId="1"/><cellStyle name="超链接" xfId="2" builtinId="8"/></cellStyles>' +
      `<dxfs count="${dxfs.length}">${dxfs.join('')}</dxfs>` +
      `<tableStyles count="2" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"><tableStyle name="单位表" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="${DXF.tableHeader}"/></tableStyle><tableStyle name="单位切片器" pivot="0" table="0" count="1"><tableStyleElement type="wholeTable" dxfId="${DXF.slicer}"/></tableStyle></tableStyles>` +
      '<colors><mruColors><color rgb="FF336699"/></mruColors></colors>' +
      `<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="${NS.x14}"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`,
    spreadsheetType('styles'),
  );
  pkg.relate(WORKBOOK_PART, officeRelation('styles'), part);
  pkg.feature('cell formats', part, 'quotePrefix="1"');
  pkg.feature('named cell styles', part, 'name="单位专用"');
  pkg.feature('differential formats', part, 'formatCode="0.0&quot;％&quot;"');
  pkg.feature('table styles', part, 'name="单位表"');
  pkg.feature('number formats', part, '#,##0.00&quot;万元&quot;');
  pkg.feature('gradient fill', part, 'gradientFill degree="90"');
  pkg.feature('colours used of late', part, 'mruColors');
  pkg.feature('slicer styles', part, 'slicerStyles');
  addTheme(pkg);
}

function addTheme(pkg: RichDraft['pkg']): void {
  const colour = (name: string, rgb: string) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
  const fonts = (name: string) =>
    `<a:${name}Font><a:latin typeface="等线"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="等线"/></a:${name}Font>`;
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">${solid}<a:prstDash val="solid"/></a:ln>`;
  const colours = [
    ['dk1', '000000'],
    ['lt1', 'FFFFFF'],
    ['dk2', '44546A'],
    ['lt2', 'E7E6E6'],
    ['accent1', '4472C4'],
    ['accent2', 'ED7D31'],
    ['accent3', 'A5A5A5'],
    ['accent4', 'FFC000'],
    ['accent5', '5B9BD5'],
    ['accent6', '70AD47'],
    ['hlink', '0563C1'],
    ['folHlink', '954F72'],
  ] as const;
  const part = 'xl/theme/theme1.xml';
  pkg.part(
    part,
    `${DECLARATION}<a:theme xmlns:a="${NS.a}" name="单位主题"><a:themeElements>` +
      `<a:clrScheme name="单位">${colours.map(([name, rgb]) => colour(name, rgb)).join('')}</a:clrScheme>` +
      `<a:fontScheme name="单位">${fonts('major')}${fonts('minor')}</a:fontScheme>` +
      `<a:fmtScheme name="单位"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
      `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
      '</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>',
    'application/vnd.openxmlformats-officedocument.theme+xml',
  );
  pkg.relate(WORKBOOK_PART, officeRelation('theme'), part);
  pkg.feature('theme', part, 'name="单位主题"');
}
