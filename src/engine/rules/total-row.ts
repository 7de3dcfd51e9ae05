import type { TotalRow } from '../annex/annex';
import type { Span } from '../sheet/snapshot';
import { labelOf } from '../facts/table/places';
import { editOf } from '../rule/edits';
import { moneyText, quote, rateText } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { shownDecimals } from '../facts/money/rates';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, type Report } from '../rule/rule';
import { sumsLearning } from '../facts/money/learnt-sums';
import { sumFormula, SumRows, type Disagreement } from '../facts/money/sum-rows';

export const rule = defineRule({
  meta: {
    id: 'total-row',
    name: { 'zh-CN': '合计行不符', en: 'Total row disagrees with its rows' },
    description: {
      'zh-CN':
        '合计行应等于全部项目之和，小计行应等于其所属项目之和（按行数放宽四舍五入误差）；合计行的执行率应与其金额一致。项目金额的单位填错时先由“万元与元混用”检查。没有合计行不算问题。',
      en: 'A total must be the sum of all projects, a subtotal the sum of its own (rounding grows with the rows); the rate of a total must fit its money. Where the amount of a project is in another unit, that rule comes first. A missing total row is no problem.',
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
          '“{label}”行的{column}为 {actual}，所属 {count} 个项目之和为 {expected}，相差 {difference}。请核对。',
        en: 'Row "{label}": {column} is {actual}, its {count} projects add up to {expected}; they differ by {difference}. Check them.',
      },
      rate: {
        'zh-CN': '“{label}”行的执行率为 {actual}，按该行金额（{spent} ÷ {budget}）应为 {expected}。',
        en: 'Row "{label}": the rate is {actual}; its money ({spent} ÷ {budget}) gives {expected}.',
      },
      writeSum: { 'zh-CN': '改为 {after}', en: 'Write {after}' },
      writeFormula: { 'zh-CN': '改为公式 {formula}（{after}）', en: 'Write the formula {formula} ({after})' },
    },
  },
  learn: sumsLearning,
  annex({ annex, profile, learnt }, report) {
    const table = new SumRows(annex, learnt, profile);
    annex.totals.forEach((total, index) => {
      const range = table.ownRange(index);
      if (range.to === range.from) return;
      const bad = table.disagreements(total, range);
      const runs = bad.length > 0 ? table.rowRuns(range) : null;
      const count = range.to - range.from;
      for (const wrong of bad) {
        // What the projects add up to is known once their amounts are in one unit.
        if (wrong.open) continue;
        // A formula that passes over amounts stored as text would be wrong at once.
        const formulaRuns = table.hasTexts(wrong.field, range) ? null : runs;
        report(sumReport(annex, total, wrong, count, formulaRuns));
      }
      const rate = rateReport(annex, total, bad.length > 0);
      if (rate) report(rate);
    });
  },
});

function sumReport(
  annex: AnnexFacts,
  total: TotalRow,
  { cell, sum }: Disagreement,
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
      column: labelOf(annex, cell),
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

function rateReport(annex: AnnexFacts, total: TotalRow, sumsDiffer: boolean): Report | null {
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
