import { columnLetters, FIRST_ROW, STYLE } from './annex-workbook.mjs';
import {
  CLOSING,
  DEPARTMENT,
  HEADER_MERGES,
  HEADER_ROWS,
  HIDDEN_ROWS,
  INDICATOR_COLUMNS,
  MONEY_UNIT,
  PROJECTS,
  SHEET_NAME,
  TITLE,
  UNITS,
  WEIGHTS,
} from './scored-content.mjs';

const COLUMNS = columnLetters(36);
const NARROW = new Set(['A', 'J', 'K', 'P', 'Q', 'T', 'U', 'X', 'Y', 'AB', 'AC', 'AF', 'AG', 'AH', 'AI']);
const WIDTHS = {
  ...Object.fromEntries(COLUMNS.map((column) => [column, NARROW.has(column) ? 7 : 18])),
  ...Object.fromEntries([...'DEFGHI'].map((column) => [column, 11])),
  ...{ L: 28, M: 28, AJ: 28 },
};
const TOTAL_ROW = FIRST_ROW + PROJECTS.length;
const LAST_COLUMN = COLUMNS.at(-1);

const round = (number, decimals) => Number(number.toFixed(decimals));
const sum = (numbers) =>
  round(
    numbers.reduce((total, number) => total + number, 0),
    2,
  );
const spendingOf = ({ spending }) => sum(spending);

function sheetRows() {
  const rows = [];
  rows[1] = { A: [TITLE, STYLE.title] };
  rows[2] = { A: [DEPARTMENT, STYLE.line], [LAST_COLUMN]: [MONEY_UNIT, STYLE.lineRight] };
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

function projectRow(project, index) {
  const row = FIRST_ROW + index;
  const perUnit = PROJECTS.length / UNITS.length;
  const spent = spendingOf(project);
  const rate = project.rate ?? spent / project.budget;
  const executionScore = project.executionScore ?? round(WEIGHTS.execution * rate, 2);
  const cells = {
    A: [index + 1, STYLE.centre],
    B: [index % perUnit === 0 ? UNITS[index / perUnit] : null, STYLE.centre],
    C: [project.name, STYLE.text],
    D: [project.initial ?? project.budget, STYLE.money],
    E: [project.budget, STYLE.money],
    F: [project.typedTotal ? spent : { formula: `SUM(G${row}:H${row})`, value: spent }, STYLE.money],
    G: [project.spending[0], STYLE.money],
    H: [project.spending[1], STYLE.money],
    I: ['rate' in project ? rate : { formula: `F${row}/E${row}`, value: rate }, STYLE.rate],
    J: [WEIGHTS.execution, STYLE.centre],
    K: [executionScore, STYLE.centre],
    L: [project.goal, STYLE.text],
    M: [project.completion, STYLE.text],
    AJ: [project.reason ?? null, STYLE.text],
  };
  const scores = [executionScore];
  for (const [kind, [target, result, weight, score]] of Object.entries(INDICATOR_COLUMNS)) {
    const points = project.weights?.[kind] ?? WEIGHTS[kind];
    const given = project.scores && kind in project.scores ? project.scores[kind] : points;
    scores.push(given ?? points);
    cells[target] = [project[kind][0], STYLE.text];
    cells[result] = [project[kind][1], STYLE.text];
    cells[weight] = [points, STYLE.centre];
    cells[score] = [given, STYLE.centre];
  }
  const total = project.total ?? sum(scores);
  cells.AH = [total, STYLE.centre];
  cells.AI = [project.grade ?? (total >= 90 ? '优' : '良'), STYLE.centre];
  return cells;
}

function totalRow() {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, [null, STYLE.bold]]));
  const total = (column, amount) => {
    const formula = `SUM(${column}${FIRST_ROW}:${column}${TOTAL_ROW - 1})`;
    cells[column] = [{ formula, value: sum(PROJECTS.map(amount)) }, STYLE.boldMoney];
  };
  cells.A = ['合计', STYLE.bold];
  total('D', ({ initial, budget }) => initial ?? budget);
  total('E', ({ budget }) => budget);
  total('F', spendingOf);
  total('G', ({ spending }) => spending[0]);
  total('H', ({ spending }) => spending[1]);
  const rate = sum(PROJECTS.map(spendingOf)) / sum(PROJECTS.map(({ budget }) => budget));
  cells.I = [{ formula: `F${TOTAL_ROW}/E${TOTAL_ROW}`, value: rate }, STYLE.boldRate];
  return cells;
}

/** The second sample: weights, scores and grades. */
export function scoredSheet() {
  const half = FIRST_ROW + PROJECTS.length / 2;
  return {
    name: SHEET_NAME,
    columns: COLUMNS,
    widths: WIDTHS,
    rows: sheetRows(),
    hiddenRows: HIDDEN_ROWS,
    frozenColumns: 3,
    merges: [
      ...[`A1:${LAST_COLUMN}1`, 'A2:H2', ...HEADER_MERGES],
      `B${FIRST_ROW}:B${half - 1}`,
      `B${half}:B${TOTAL_ROW - 1}`,
      `A${TOTAL_ROW}:C${TOTAL_ROW}`,
      `A${TOTAL_ROW + 1}:${LAST_COLUMN}${TOTAL_ROW + 1}`,
    ],
  };
}
