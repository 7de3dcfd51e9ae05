/**
 * Writes `self-evaluation-annex.xlsx` and the list of its deliberate defects:
 *
 *     node assets/samples/make-sample.mjs [FOLDER]
 *
 * into this folder, or into another one.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import {
  CLOSING,
  DEFECTS,
  DEPARTMENT,
  HEADER_MERGES,
  HEADER_ROWS,
  MONEY_UNIT,
  PROJECTS,
  SHEET_NAME,
  TITLE,
  TOTAL_BUDGET_ERROR,
  UNITS,
} from './sample-content.mjs';
import { zipStored } from './zip-store.mjs';

const COLUMNS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'AA'];
const WIDTHS = {
  ...{ A: 6, B: 14, C: 18, D: 12, E: 11, F: 12, G: 12, H: 11, I: 10, J: 30, K: 30, Z: 24, AA: 24 },
  ...Object.fromEntries([...'LNPRTVX'].map((column) => [column, 20])),
  ...Object.fromEntries([...'MOQSUWY'].map((column) => [column, 16])),
};
const FIRST_ROW = 6;
const TOTAL_ROW = FIRST_ROW + PROJECTS.length;

/** Indexes of the cell formats in `STYLES`. */
const STYLE = {
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

const INDICATOR_COLUMNS = {
  quantity: 'L',
  quality: 'N',
  timeliness: 'P',
  economic: 'R',
  social: 'T',
  ecological: 'V',
  satisfaction: 'X',
};

/** Cells by column: a value, or `{ formula, value | error }`, each with a style. */
function sheetRows() {
  const rows = [];
  rows[1] = { A: [TITLE, STYLE.title] };
  rows[2] = { A: [DEPARTMENT, STYLE.line], Z: [MONEY_UNIT, STYLE.lineRight], AA: [null, STYLE.lineRight] };
  HEADER_ROWS.forEach((labels, index) => {
    rows[3 + index] = Object.fromEntries(
      COLUMNS.map((column) => [column, [labels[column] ?? null, STYLE.header]]),
    );
  });
  PROJECTS.forEach((project, index) => {
    rows[FIRST_ROW + index] = projectRow(project, index);
  });
  rows[TOTAL_ROW] = totalRow();
  rows[TOTAL_ROW + 1] = { A: [CLOSING, STYLE.line] };
  return rows;
}

const toCents = (amount) => Math.round(Number(amount) * 100) || 0;
const budgetOf = (project) => project.budgetNumber ?? project.budget;
const spendingOf = (project) =>
  project.total ?? project.actual.reduce((sum, part) => sum + toCents(part), 0) / 100;

function projectRow(project, index) {
  const perUnit = PROJECTS.length / UNITS.length;
  const row = {
    A: [index + 1, STYLE.centre],
    B: [index % perUnit === 0 ? UNITS[index / perUnit] : null, STYLE.centre],
    C: [project.name, STYLE.text],
    D: [project.budget, STYLE.money],
    E: [spendingOf(project), STYLE.money],
    F: [project.actual[0], STYLE.money],
    G: [project.actual[1], STYLE.money],
    H: [project.actual[2], STYLE.money],
    I: [rateOf(project, FIRST_ROW + index, index >= perUnit), STYLE.rate],
    J: [project.goal, STYLE.text],
    K: [project.completion, STYLE.text],
    Z: [project.problems, STYLE.text],
    AA: [project.measures, STYLE.text],
  };
  for (const [kind, column] of Object.entries(INDICATOR_COLUMNS)) {
    const [target, result] = project[kind];
    row[column] = [target, STYLE.text];
    row[COLUMNS[COLUMNS.indexOf(column) + 1]] = [result, STYLE.text];
  }
  return row;
}

/** The first unit types its rates, the second lets the sheet work them out. */
function rateOf(project, row, asFormula) {
  if ('rate' in project) return project.rate;
  const value = spendingOf(project) / budgetOf(project);
  return asFormula && typeof project.budget === 'number' ? { formula: `E${row}/D${row}`, value } : value;
}

function totalRow() {
  const sum = (amount) => PROJECTS.reduce((cents, project) => cents + toCents(amount(project)), 0) / 100;
  const budget = sum(budgetOf) + TOTAL_BUDGET_ERROR;
  const spending = sum(spendingOf);
  const row = Object.fromEntries(COLUMNS.map((column) => [column, [null, STYLE.bold]]));
  row.A = ['合计', STYLE.bold];
  row.D = [budget, STYLE.boldMoney];
  row.E = [spending, STYLE.boldMoney];
  [...'FGH'].forEach(
    (column, part) => (row[column] = [sum((project) => project.actual[part]), STYLE.boldMoney]),
  );
  row.I = [spending / budget, STYLE.boldRate];
  return row;
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

function sheetXml(strings) {
  const heights = { 1: 34, 2: 22, 3: 22, 4: 22, 5: 22, [TOTAL_ROW]: 24, [TOTAL_ROW + 1]: 22 };
  const rows = sheetRows().map((cells, row) => {
    const present = COLUMNS.filter((column) => cells[column]);
    const xml = present.map((column) => cellXml(column + row, cells[column], strings)).join('');
    return `<row r="${row}" ht="${heights[row] ?? 58}" customHeight="1">${xml}</row>`;
  });
  const last = TOTAL_ROW - 1;
  const half = FIRST_ROW + PROJECTS.length / 2;
  const merges = [
    ...['A1:AA1', 'A2:H2', 'Z2:AA2', ...HEADER_MERGES],
    ...[
      `B${FIRST_ROW}:B${half - 1}`,
      `B${half}:B${last}`,
      `A${TOTAL_ROW}:C${TOTAL_ROW}`,
      `A${TOTAL_ROW + 1}:AA${TOTAL_ROW + 1}`,
    ],
  ];
  const columns = COLUMNS.map(
    (column, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDTHS[column]}" customWidth="1"/>`,
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:AA${TOTAL_ROW + 1}"/>` +
    `<sheetViews><sheetView workbookViewId="0"><pane xSplit="3" ySplit="5" topLeftCell="D6" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
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
    format(0, 1, 0, 0, 'center'),
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

/** The sample workbook. */
export function sampleWorkbook() {
  const strings = new SharedStrings();
  const sheet = sheetXml(strings);
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
      `<sheets><sheet name="${SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets>` +
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${SHEET_NAME}!$1:$5</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': strings.toXml(),
  });
}

/** The deliberate defects as the committed list holds them. */
export function sampleDefects() {
  return `${JSON.stringify({ workbook: 'self-evaluation-annex.xlsx', sheet: SHEET_NAME, defects: DEFECTS }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
  writeFileSync(join(folder, 'self-evaluation-annex.xlsx'), sampleWorkbook());
  writeFileSync(join(folder, 'self-evaluation-annex.defects.json'), sampleDefects());
}
