import type { Annex, Project, TotalRow } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { NumberCell } from '../annex/values/number-cell';
import { columnLetters } from '../sheet/address';
import { columnName } from './support/columns';
import { editOf } from './support/edits';
import { moneyText, quote, rateText, roundNoise } from './support/figures';
import { sumTolerance } from './support/funds';
import type { Fix } from './support/finding';
import { shownDecimals } from './support/rates';
import type { Report, Rule } from './support/rule';

export const rule: Rule = {
  meta: {
    id: 'total-row',
    name: { 'zh-CN': '合计行不符', en: 'Total row disagrees with its rows' },
    description: {
      'zh-CN':
        '合计行应等于全部项目之和，小计行应等于其所属项目之和（按行数放宽四舍五入误差）；合计行的执行率应与其金额一致。没有合计行不算问题。',
      en: 'A total must be the sum of all projects, a subtotal the sum of its own (rounding grows with the rows); the rate of a total must fit its money. A missing total row is no problem.',
    },
    severity: 'warning',
    requires: [['budget', 'initialBudget', 'actual']],
    fix: 'value',
    basis: ['评审惯例'],
    yieldsTo: ['formula-error'],
    messages: {
      sum: {
        'zh-CN': '“{label}”行的{column}为 {actual}，所属 {count} 个项目之和为 {expected}，相差 {difference}。',
        en: 'Row "{label}": {column} is {actual}, its {count} projects add up to {expected}; they differ by {difference}.',
      },
      rate: {
        'zh-CN': '“{label}”行的执行率为 {actual}，按该行金额（{spent} ÷ {budget}）应为 {expected}。',
        en: 'Row "{label}": the rate is {actual}; its money ({spent} ÷ {budget}) gives {expected}.',
      },
      writeSum: { 'zh-CN': '改为 {after}', en: 'Write {after}' },
      writeFormula: { 'zh-CN': '改为公式 {formula}（{after}）', en: 'Write the formula {formula} ({after})' },
    },
  },
  check(annex, report) {
    const downwards = subtotalsStandBelow(annex);
    annex.totals.forEach((total, index) => {
      const rows = ownRows(annex, index, downwards);
      if (rows.length === 0) return;
      const bad = disagreements(annex, total, rows);
      for (const { field, cell, sum } of bad) report(sumReport(annex, total, rows, field, cell, sum));
      const rate = rateReport(annex, total, bad.length > 0);
      if (rate) report(rate);
    });
  },
};

interface Disagreement {
  readonly field: MoneyField;
  readonly cell: NumberCell & { readonly number: number };
  readonly sum: number;
}

function disagreements(annex: Annex, total: TotalRow, rows: readonly Project[]): Disagreement[] {
  // Every figure is rounded by itself: the error of a sum grows with the square root of its terms.
  const tolerance = sumTolerance(annex) * Math.max(1, Math.sqrt(rows.length));
  const bad: Disagreement[] = [];
  for (const [field, cell] of Object.entries(total.money) as [MoneyField, NumberCell][]) {
    if (cell.number === null) continue;
    const sum = sumOf(rows, field);
    if (sum !== null && Math.abs(cell.number - sum) > tolerance) bad.push({ field, cell: cell as Disagreement['cell'], sum });
  }
  return bad;
}

/** `null` where a cell to be added shows an error or words: then the sum cannot be known. */
function sumOf(rows: readonly Project[], field: MoneyField): number | null {
  let sum = 0;
  for (const { money } of rows) {
    const cell = money[field];
    if (!cell || (cell.number === null && (cell.presence === 'error' || cell.presence === 'value'))) return null;
    sum += cell.number ?? 0;
  }
  return roundNoise(sum);
}

function agreements(annex: Annex, total: TotalRow, rows: readonly Project[]): number {
  const stated = Object.values(total.money).filter((cell) => cell.number !== null).length;
  return stated - disagreements(annex, total, rows).length;
}

/** The projects between this sum row and the one above it. */
function rowsAbove(annex: Annex, index: number): Project[] {
  return annex.projects.slice(annex.totals[index - 1]?.projectsAbove ?? 0, annex.totals[index]!.projectsAbove);
}

/** The projects between this sum row and the one below it. */
function rowsBelow(annex: Annex, index: number): Project[] {
  return annex.projects.slice(annex.totals[index]!.projectsAbove, annex.totals[index + 1]?.projectsAbove);
}

/** Subtotals stand below their rows, or head them: the table's own figures tell which. */
function subtotalsStandBelow(annex: Annex): boolean {
  let below = 0;
  annex.totals.forEach((total, index) => {
    if (total.level !== 'subtotal') return;
    const above = rowsAbove(annex, index);
    const under = rowsBelow(annex, index);
    if (above.length > 0) below += agreements(annex, total, above);
    if (under.length > 0) below -= agreements(annex, total, under);
  });
  const first = annex.totals.find((total) => total.level === 'subtotal');
  return below > 0 || (below === 0 && (first?.projectsAbove ?? 1) > 0);
}

/**
 * Which projects a sum row stands for. A 合计 stands for all of them; where a table closes every unit with a
 * 合计, the reading under which more of its figures agree is taken.
 */
function ownRows(annex: Annex, index: number, standBelow: boolean): readonly Project[] {
  const total = annex.totals[index]!;
  const section = standBelow ? rowsAbove(annex, index) : rowsBelow(annex, index);
  if (total.level === 'subtotal') return section;
  const readings = [annex.projects, section, rowsAbove(annex, index), rowsBelow(annex, index)].filter((rows) => rows.length > 0);
  return readings.reduce((best, rows) => (agreements(annex, total, rows) > agreements(annex, total, best) ? rows : best), annex.projects);
}

function sumReport(annex: Annex, total: TotalRow, rows: readonly Project[], field: MoneyField, cell: Disagreement['cell'], sum: number): Report {
  const expected = moneyText(sum, annex);
  const formulas = Object.values(total.money).filter((other) => other.formula !== null).length;
  const write: Fix = { title: 'writeSum', data: { after: expected }, edits: [editOf(cell, { value: sum })] };
  const formula = sumFormula(rows, cell.column);
  const writeFormula: Fix = { title: 'writeFormula', data: { formula, after: expected }, edits: [editOf(cell, { formula })] };
  const live = formulas * 2 > Object.keys(total.money).length;
  return {
    cell,
    project: null,
    message: 'sum',
    data: {
      label: quote(total.label),
      column: columnName(annex, field),
      actual: moneyText(cell.number, annex),
      expected,
      count: String(rows.length),
      difference: moneyText(Math.abs(cell.number - sum), annex),
    },
    expected: sum,
    actual: cell.number,
    fix: live ? writeFormula : write,
    suggestions: [live ? write : writeFormula],
  };
}

/** SUM over the runs of project rows, so that 小计 rows in between are not added twice. */
function sumFormula(rows: readonly Project[], column: number): string {
  const letters = columnLetters(column);
  const runs: { first: number; last: number }[] = [];
  for (const { row, lastRow } of rows) {
    const run = runs.at(-1);
    if (run && row === run.last + 1) run.last = lastRow;
    else runs.push({ first: row, last: lastRow });
  }
  const ranges = runs.map(({ first, last }) => `${letters}${first + 1}${last > first ? `:${letters}${last + 1}` : ''}`);
  return `=SUM(${ranges.join(',')})`;
}

function rateReport(annex: Annex, total: TotalRow, sumsDiffer: boolean): Report | null {
  const { rate } = total;
  const { actual, budget } = total.money;
  if (!rate || rate.fraction === null || sumsDiffer || !actual?.number || !budget?.number) return null;
  const expected = actual.number / budget.number;
  if (Math.abs(rate.fraction - expected) <= rate.halfUnit) return null;
  const decimals = shownDecimals(rate);
  return {
    cell: rate,
    related: [actual, budget],
    project: null,
    message: 'rate',
    data: {
      label: quote(total.label),
      actual: rateText(rate.fraction, decimals),
      expected: rateText(expected, decimals),
      spent: moneyText(actual.number, annex),
      budget: moneyText(budget.number, annex),
    },
    expected,
    actual: rate.fraction,
  };
}
