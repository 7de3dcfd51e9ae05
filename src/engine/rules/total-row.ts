import type { Profile } from '../profile/profile';
import type { Annex, TotalRow } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { NumberCell } from '../annex/values/number-cell';
import { columnLetters } from '../sheet/address';
import type { Span } from '../sheet/snapshot';
import { columnName } from './support/columns';
import { editOf } from './support/edits';
import { moneyText, quote, rateText } from './support/figures';
import { sumTolerance } from './support/funds';
import type { Fix } from './support/finding';
import { ProjectSums, type ProjectRange } from './support/project-sums';
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
    topic: 'money',
    severity: 'warning',
    settings: ['moneyTolerance'],
    requires: [['budget', 'initialBudget', 'actual']],
    fix: 'value',
    basis: ['评审惯例'],
    yieldsTo: ['formula-error'],
    messages: {
      sum: {
        'zh-CN':
          '“{label}”行的{column}为 {actual}，所属 {count} 个项目之和为 {expected}，相差 {difference}。',
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
  check(annex, report, profile) {
    const table = new Table(annex, profile);
    annex.totals.forEach((total, index) => {
      const range = table.ownRange(index);
      if (range.to === range.from) return;
      const bad = table.disagreements(total, range);
      const runs = bad.length > 0 ? table.rowRuns(range) : null;
      const count = range.to - range.from;
      for (const wrong of bad) {
        // A formula that passes over amounts stored as text would be wrong at once.
        const formulaRuns = table.hasTexts(wrong.field, range) ? null : runs;
        report(sumReport(annex, total, wrong, count, formulaRuns));
      }
      const rate = rateReport(annex, total, bad.length > 0);
      if (rate) report(rate);
    });
  },
};

/** SUM takes 255 arguments; this many of them also stay within the 8,192 characters of a formula. */
const MOST_ARGUMENTS = 250;

interface Disagreement {
  readonly field: MoneyField;
  readonly cell: NumberCell & { readonly number: number };
  readonly sum: number;
}

/** Tells which projects each row of sums stands for. */
class Table {
  private readonly sums: ProjectSums;
  private readonly tolerance: number;
  private readonly subtotalsStandBelow: boolean;

  constructor(
    private readonly annex: Annex,
    profile: Profile,
  ) {
    this.sums = new ProjectSums(annex.projects);
    this.tolerance = sumTolerance(annex, profile);
    this.subtotalsStandBelow = this.readDirection();
  }

  /** The rows of a range for a formula; `null` where SUM takes no such number of arguments. */
  rowRuns(range: ProjectRange): Span[] | null {
    return this.sums.rowRuns(range, MOST_ARGUMENTS);
  }

  hasTexts(field: MoneyField, range: ProjectRange): boolean {
    return this.sums.hasTexts(field, range);
  }

  disagreements(total: TotalRow, range: ProjectRange): Disagreement[] {
    // Every figure is rounded by itself: the error of a sum grows with the square root of its terms.
    const tolerance = this.tolerance * Math.max(1, Math.sqrt(range.to - range.from));
    const bad: Disagreement[] = [];
    for (const [field, cell] of Object.entries(total.money) as [MoneyField, NumberCell][]) {
      if (cell.number === null) continue;
      const sum = this.sums.of(field, range);
      if (sum !== null && Math.abs(cell.number - sum) > tolerance)
        bad.push({ field, cell: cell as Disagreement['cell'], sum });
    }
    return bad;
  }

  /**
   * A 小计 stands for its section, a 合计 for all projects; where a table closes every unit with a 合计, the
   * reading under which more of its figures agree is taken.
   */
  ownRange(index: number): ProjectRange {
    const total = this.annex.totals[index]!;
    const [above, below] = [this.rangeAbove(index), this.rangeBelow(index)];
    const section = this.subtotalsStandBelow ? above : below;
    if (total.level === 'subtotal') return section;
    const all = { from: 0, to: this.annex.projects.length };
    const readings = [section, above, below].filter(({ from, to }) => to > from);
    return readings.reduce(
      (best, range) => (this.agreements(total, range) > this.agreements(total, best) ? range : best),
      all,
    );
  }

  /** Subtotals stand below their rows, or head them: the table's own figures tell which. */
  private readDirection(): boolean {
    let below = 0;
    this.annex.totals.forEach((total, index) => {
      if (total.level !== 'subtotal') return;
      below +=
        this.agreements(total, this.rangeAbove(index)) - this.agreements(total, this.rangeBelow(index));
    });
    const first = this.annex.totals.find((total) => total.level === 'subtotal');
    return below > 0 || (below === 0 && (first?.projectsAbove ?? 1) > 0);
  }

  private agreements(total: TotalRow, range: ProjectRange): number {
    if (range.to === range.from) return 0;
    const stated = Object.values(total.money).filter((cell) => cell.number !== null).length;
    return stated - this.disagreements(total, range).length;
  }

  /** The projects between this row of sums and the one above it. */
  private rangeAbove(index: number): ProjectRange {
    const { totals } = this.annex;
    return { from: totals[index - 1]?.projectsAbove ?? 0, to: totals[index]!.projectsAbove };
  }

  /** The projects between this row of sums and the one below it. */
  private rangeBelow(index: number): ProjectRange {
    const { totals, projects } = this.annex;
    return { from: totals[index]!.projectsAbove, to: totals[index + 1]?.projectsAbove ?? projects.length };
  }
}

function sumReport(
  annex: Annex,
  total: TotalRow,
  { field, cell, sum }: Disagreement,
  count: number,
  runs: readonly Span[] | null,
): Report {
  const expected = moneyText(sum, annex);
  const formulas = Object.values(total.money).filter((other) => other.formula !== null).length;
  const live = formulas * 2 > Object.keys(total.money).length;
  const write: Fix = { title: 'writeSum', data: { after: expected }, edits: [editOf(cell, { value: sum })] };
  const formula = runs && sumFormula(runs, cell.column);
  const writeFormula: Fix[] = formula
    ? [{ title: 'writeFormula', data: { formula, after: expected }, edits: [editOf(cell, { formula })] }]
    : [];
  const [fix, ...suggestions] = live ? [...writeFormula, write] : [write, ...writeFormula];
  return {
    cell,
    project: null,
    message: 'sum',
    data: {
      label: quote(total.label),
      column: columnName(annex, field),
      actual: moneyText(cell.number, annex),
      expected,
      count: String(count),
      difference: moneyText(Math.abs(cell.number - sum), annex),
    },
    expected: sum,
    actual: cell.number,
    fix,
    suggestions,
  };
}

/** SUM over runs of project rows, so that 小计 rows in between are not added twice. */
function sumFormula(runs: readonly Span[], column: number): string {
  const letters = columnLetters(column);
  const ranges = runs.map(
    ({ first, last }) => `${letters}${first + 1}${last > first ? `:${letters}${last + 1}` : ''}`,
  );
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
