import { columnLetters, FIRST_ROW, STYLE } from './annex-workbook.mjs';
import {
  CLOSING,
  DEPARTMENT,
  HEADER_MERGES,
  HEADER_ROWS,
  MONEY_UNIT,
  PROJECTS,
  SHEET_NAME,
  TITLE,
  TOTAL_BUDGET_ERROR,
  UNITS,
} from './self-evaluation-content.mjs';

const COLUMNS = columnLetters(27);
const WIDTHS = {
  ...{ A: 6, B: 14, C: 18, D: 12, E: 11, F: 12, G: 12, H: 11, I: 10, J: 30, K: 30, Z: 24, AA: 24 },
  ...Object.fromEntries([...'LNPRTVX'].map((column) => [column, 20])),
  ...Object.fromEntries([...'MOQSUWY'].map((column) => [column, 16])),
};
const TOTAL_ROW = FIRST_ROW + PROJECTS.length;

const INDICATOR_COLUMNS = {
  quantity: 'L',
  quality: 'N',
  timeliness: 'P',
  economic: 'R',
  social: 'T',
  ecological: 'V',
  satisfaction: 'X',
};

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
    A: [project.sequence ?? index + 1, STYLE.centre],
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

/** The first sample: money, targets and results, without scores. */
export function selfEvaluationSheet() {
  const half = FIRST_ROW + PROJECTS.length / 2;
  return {
    name: SHEET_NAME,
    columns: COLUMNS,
    widths: WIDTHS,
    rows: sheetRows(),
    frozenColumns: 3,
    merges: [
      ...['A1:AA1', 'A2:H2', 'Z2:AA2', ...HEADER_MERGES],
      `B${FIRST_ROW}:B${half - 1}`,
      `B${half}:B${TOTAL_ROW - 1}`,
      `A${TOTAL_ROW}:C${TOTAL_ROW}`,
      `A${TOTAL_ROW + 1}:AA${TOTAL_ROW + 1}`,
    ],
  };
}
