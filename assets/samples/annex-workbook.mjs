/** A workbook of one worksheet with the looks of an annex: title, three rows of header, projects, total, closing line. */
import { zipStored } from './zip-store.mjs';

/** Indexes of the cell formats in `stylesXml`. */
export const STYLE = {
  title: 1,
  line: 2,
  lineRight: 3,
  header: 4,
  centre: 5,
  text: 6,
  money: 7,
  rate: 8,
  bold: 9,
  boldMoney: 10,
  boldRate: 11,
};

/** The rows of the title and of the department, then three of the header. */
export const FIRST_ROW = 6;

/** The letters of so many columns. */
export function columnLetters(count) {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return Array.from({ length: count }, (_, i) =>
    i < 26 ? letters[i] : letters[Math.floor(i / 26) - 1] + letters[i % 26],
  );
}

const escapeXml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Collects texts once each, in the order of their first use. */
class SharedStrings {
  indexes = new Map();
  uses = 0;

  index(text) {
    this.uses++;
    if (!this.indexes.has(text)) this.indexes.set(text, this.indexes.size);
    return this.indexes.get(text);
  }

  toXml() {
    const items = [...this.indexes.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
    );
    return `${XML}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${this.indexes.size}">${items.join('')}</sst>`;
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function cellXml(address, [content, style], strings) {
  const open = `<c r="${address}" s="${style}"`;
  if (content === null) return `${open}/>`;
  if (typeof content === 'string') return `${open} t="s"><v>${strings.index(content)}</v></c>`;
  if (typeof content === 'number') return `${open}><v>${content}</v></c>`;
  const { formula, value, error } = content;
  return error
    ? `${open} t="e"><f>${formula}</f><v>${error}</v></c>`
    : `${open}><f>${formula}</f><v>${value}</v></c>`;
}

function sheetXml({ columns, widths, rows, merges, hiddenRows = [], frozenColumns }, strings) {
  const last = rows.length - 1;
  const heights = { 1: 34, 2: 22, 3: 22, 4: 22, 5: 22, [last - 1]: 24, [last]: 22 };
  const rowsXml = rows.map((cells, row) => {
    const present = columns.filter((column) => cells[column]);
    const xml = present.map((column) => cellXml(column + row, cells[column], strings)).join('');
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
    return `<row r="${row}" ht="${heights[row] ?? 58}" customHeight="1"${hidden}>${xml}</row>`;
  });
  const columnsXml = columns.map(
    (column, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[column]}" customWidth="1"/>`,
  );
  const topLeft = `${columns[frozenColumns]}${FIRST_ROW}`;
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${columns.at(-1)}${last}"/>` +
    `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${frozenColumns}" ySplit="${FIRST_ROW - 1}" topLeftCell="${topLeft}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columnsXml.join('')}</cols><sheetData>${rowsXml.join('')}</sheetData>` +
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` +
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

function stylesXml() {
  const font = (size, bold) =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
  const side = (name) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const format = (numFmt, fontId, fillId, borderId, horizontal, wrap = true) =>
    `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
    `<alignment horizontal="${horizontal}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`;
  const formats = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    format(0, 1, 0, 0, 'left', false),
    format(0, 0, 0, 0, 'left', false),
    format(0, 0, 0, 0, 'right', false),
    format(0, 2, 2, 1, 'center'),
    format(0, 0, 0, 1, 'center'),
    format(0, 0, 0, 1, 'left'),
    format(2, 0, 0, 1, 'right'),
    format(10, 0, 0, 1, 'right'),
    format(0, 2, 0, 1, 'center'),
    format(2, 2, 0, 1, 'right'),
    format(10, 2, 0, 1, 'right'),
  ];
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3">${font(10)}${font(18, true)}${font(10, true)}</fonts>` +
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    `<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}

const relationships = (list) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/**
 * @param sheet its `name`; the letters of its `columns` and their `widths`; its `rows` from 1 on, each with cells by
 *   column: a value, or `{ formula, value | error }`, and a style; its `merges`, `hiddenRows` and `frozenColumns`
 */
export function annexWorkbook(sheet) {
  const strings = new SharedStrings();
  const worksheet = sheetXml(sheet, strings);
  const type = (name) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const overrides = [
    ['/xl/workbook.xml', type('sheet.main')],
    ['/xl/worksheets/sheet1.xml', type('worksheet')],
    ['/xl/styles.xml', type('styles')],
    ['/xl/sharedStrings.xml', type('sharedStrings')],
  ];
  return zipStored({
    '[Content_Types].xml':
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, content]) => `<Override PartName="${part}" ContentType="${content}"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>` +
      `<sheets><sheet name="${sheet.name}" sheetId="1" r:id="rId1"/></sheets>` +
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet.name}!$1:$5</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': worksheet,
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': strings.toXml(),
  });
}
