import type { MoneyCells, TotalRow } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { NumberCell } from '../annex/values/number-cell';
import { toAddress } from '../sheet/address';
import { labelOf } from '../facts/table/places';
import { editOf } from '../rule/edits';
import { moneyText, quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { fundGroupsOf, sumTolerance, type FundGroup } from '../facts/money/funds';
import type { Figure } from '../facts/table/number-cells';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, type Report, type RuleContext } from '../rule/rule';
import { sumsLearning, type LearntSums } from '../facts/money/learnt-sums';
import { sumFormula, SumRows } from '../facts/money/sum-rows';

export const rule = defineRule({
  meta: {
    id: 'hard-coded-total',
    name: { 'zh-CN': '合计未用公式', en: 'Typed sum among formulas' },
    description: {
      'zh-CN':
        '合计、小计行或资金合计栏中，相邻的合计多为公式而个别为直接录入的数字时提示：明细改动后该数不会随之更新。数字与明细不符的由其他规则检查；全部直接录入的不算问题。',
      en: 'In a row of sums, or in a column of fund totals, a typed number where most sums beside it are formulas is noted: it will not follow when its parts change. A number that is wrong is left to other rules; sums that are all typed are no problem.',
    },
    topic: 'money',
    severity: 'info',
    settings: ['moneyTolerance'],
    requires: [['budget', 'initialBudget', 'actual']],
    fix: 'suggestion',
    basis: ['评审惯例'],
    yieldsTo: ['total-row', 'fund-sum-mismatch', 'unit-conflict', 'number-as-text'],
    habit: 'place',
    messages: {
      row: {
        'zh-CN': '“{label}”行的{column} {amount} 是直接录入的数字，其余合计多为公式。请改用公式。',
        en: 'Row "{label}": {column} {amount} is typed, most sums beside it are formulas. Use a formula.',
      },
      column: {
        'zh-CN': '{column} {amount} 是直接录入的数字，本栏其余各行多为公式。请改用公式。',
        en: '{column} {amount} is typed, most other rows of this column are formulas. Use a formula.',
      },
      write: { 'zh-CN': '改为公式 {formula}（{after}）', en: 'Write the formula {formula} ({after})' },
    },
  },
  learn: sumsLearning,
  project(project, context, report) {
    const { annex, profile } = context;
    for (const group of fundGroupsOf(context)) {
      if (!annex.formulaTotals.includes(group.total)) continue;
      const cell = project.money[group.total];
      if (!cell || !isTyped(cell)) continue;
      const formula = partsFormula(project.money, group, cell, sumTolerance(annex, profile));
      report({
        cell,
        project,
        message: 'column',
        data: { column: labelOf(annex, cell), amount: moneyText(cell.number, annex) },
        actual: cell.number,
        suggestions: formula ? [formulaFix(annex, cell, formula)] : [],
      });
    }
  },
  annex(context, report) {
    for (const found of typedInSumRows(context)) report(found);
  },
});

function isTyped(cell: NumberCell): cell is Figure {
  return cell.number !== null && cell.formula === null && !cell.asText;
}

/** Formulas and figures among sums. */
interface Tally {
  formulas: number;
  stated: number;
}

function typedInSumRows({ annex, profile, learnt }: RuleContext<LearntSums>): Report[] {
  const { totals } = annex;
  const byField = new Map<string, Tally>();
  const byRow = totals.map(({ money }) => tallyOf(money));
  for (const { money } of totals) {
    for (const [field, cell] of Object.entries(money)) {
      let tally = byField.get(field);
      if (!tally) byField.set(field, (tally = { formulas: 0, stated: 0 }));
      add(tally, cell);
    }
  }
  if (!byRow.some(({ formulas }) => formulas > 0)) return [];
  const table = new SumRows(annex, learnt, profile);
  return totals.flatMap((total, index) => {
    const row = byRow[index]!;
    return (Object.entries(total.money) as [MoneyField, NumberCell][]).flatMap(([field, cell]) => {
      if (!isTyped(cell)) return [];
      if (!mostOthersAreFormulas(row) && !mostOthersAreFormulas(byField.get(field)!)) return [];
      return [inRow(annex, table, total, index, field, cell)];
    });
  });
}

function tallyOf(money: MoneyCells): Tally {
  const tally = { formulas: 0, stated: 0 };
  for (const cell of Object.values(money)) add(tally, cell);
  return tally;
}

function add(tally: Tally, cell: NumberCell): void {
  if (cell.number === null) return;
  tally.stated++;
  if (cell.formula !== null) tally.formulas++;
}

/** Of the other sums, the typed one in question left out. */
function mostOthersAreFormulas({ formulas, stated }: Tally): boolean {
  return formulas * 2 > stated - 1;
}

function inRow(
  annex: AnnexFacts,
  table: SumRows,
  total: TotalRow,
  index: number,
  field: MoneyField,
  cell: Figure,
): Report {
  const range = table.ownRange(index);
  const agrees =
    range.to > range.from && !table.disagreements(total, range).some((bad) => bad.field === field);
  const runs = agrees && !table.hasTexts(field, range) ? table.rowRuns(range) : null;
  return {
    cell,
    project: null,
    message: 'row',
    data: {
      label: quote(total.label),
      column: labelOf(annex, cell),
      amount: moneyText(cell.number, annex),
    },
    actual: cell.number,
    suggestions: runs ? [formulaFix(annex, cell, sumFormula(runs, cell.column))] : [],
  };
}

/** The parts added up, where they make the total; `null` where they do not, or one of them is no number. */
function partsFormula(
  money: MoneyCells,
  { parts }: FundGroup,
  total: Figure,
  tolerance: number,
): string | null {
  const addresses: string[] = [];
  let sum = 0;
  for (const field of parts) {
    const part = money[field];
    if (!part) continue;
    if (part.asText || part.presence === 'placeholder' || part.presence === 'error') return null;
    if (part.number === null && part.presence === 'value') return null;
    sum += part.number ?? 0;
    addresses.push(toAddress(part.row, part.column));
  }
  return Math.abs(sum - total.number) <= tolerance ? `=${addresses.join('+')}` : null;
}

function formulaFix(annex: AnnexFacts, cell: Figure, formula: string): Fix {
  return {
    title: 'write',
    data: { formula, after: moneyText(cell.number, annex) },
    edits: [editOf(cell, { formula })],
  };
}
