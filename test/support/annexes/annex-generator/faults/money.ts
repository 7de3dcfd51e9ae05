import type { FieldId } from '../../../../../src/engine/annex/field-id';
import { isMoneyField } from '../../../../../src/engine/annex/field-id';
import { round, type RowDraft } from '../model';
import { clearReasons, decimalsOf, setAmount, setSpending } from './change';
import type { FaultKind } from './fault';

const moneyFieldsOf = ({ fields, amounts }: RowDraft): FieldId[] =>
  [...amounts.keys()].filter((field) => isMoneyField(field) && fields.has(field));

/** Where a missing explanation may be reported. */
const EXPLAINING: readonly FieldId[] = ['deviation', 'problems', 'remarks', 'executionRate', 'actual'];

/** Whether the table has a column for them at all. */
function asksForReasons({ fields }: RowDraft): boolean {
  return fields.has('deviation') || fields.has('problems');
}

/** Faults of budgets and spending. */
export const MONEY_FAULTS: readonly FaultKind[] = [
  {
    kind: 'budget zero',
    rules: ['budget-zero'],
    plant(row) {
      setAmount(row, 'budget', 0);
      if (row.plan.rateStyle === 'formula') row.cells.set('executionRate', { value: 1, format: '0.00%' });
      return { at: ['budget', 'executionRate'] };
    },
  },
  {
    kind: 'overspent',
    rules: ['execution-over-100'],
    plant(row, random) {
      const budget = row.amounts.get('budget')!;
      setSpending(row, round(budget * (1 + random.integer(3, 25) / 100), decimalsOf(row)));
      return { at: ['actual', 'executionRate'] };
    },
  },
  {
    kind: 'low rate unexplained',
    rules: ['low-execution-unexplained', 'reason-missing', 'problems-none'],
    scarce: true,
    plant(row, random) {
      if (row.project.reasons.length > 0 || !asksForReasons(row)) return null;
      setSpending(row, round((row.amounts.get('budget')! * random.integer(35, 84)) / 100, decimalsOf(row)));
      clearReasons(row);
      return { at: EXPLAINING };
    },
  },
  {
    kind: 'adjusted budget unexplained',
    rules: ['budget-adjust-no-reason'],
    scarce: true,
    plant(row, random) {
      if (!row.plan.initialBudget || row.project.reasons.length > 0 || !asksForReasons(row)) return null;
      const budget = row.amounts.get('budget')!;
      const initial = round(budget / random.pick([0.55, 0.65, 1.35, 1.6]), decimalsOf(row));
      row.amounts.set('initialBudget', initial);
      row.cells.set('initialBudget', initial);
      if (row.plan.adjustment) {
        row.amounts.set('budget.adjustment', round(budget - initial, 2));
        row.cells.set('budget.adjustment', round(budget - initial, 2));
      }
      clearReasons(row);
      return { at: ['budget', 'initialBudget', 'budget.adjustment', ...EXPLAINING] };
    },
  },
  {
    kind: 'fund sources do not add up',
    rules: ['fund-sum-mismatch'],
    scarce: true,
    plant(row, random) {
      const base = random.pick(row.plan.fundsOf);
      const part = `${base}.${row.plan.funds[0] ?? ''}` as FieldId;
      const amount = row.amounts.get(part);
      if (amount === undefined) return null;
      const wrong = round(amount * random.pick([0.85, 1.12, 0.9]), decimalsOf(row));
      row.amounts.set(part, wrong);
      row.cells.set(part, wrong);
      return { at: [base, ...row.plan.funds.map((source) => `${base}.${source}` as FieldId)] };
    },
  },
  {
    kind: 'amounts in another unit',
    rules: ['unit-conflict'],
    plant(row) {
      const factor = row.plan.moneyUnit === '万元' ? 10_000 : 1e-4;
      const fields = moneyFieldsOf(row);
      for (const field of fields) {
        const amount = round(row.amounts.get(field)! * factor, factor < 1 ? 4 : 0);
        row.amounts.set(field, amount);
        row.cells.set(field, amount);
      }
      return { at: fields };
    },
  },
  {
    kind: 'spending in another unit than the budget',
    rules: ['unit-conflict'],
    plant(row) {
      const factor = row.plan.moneyUnit === '万元' ? 10_000 : 1e-4;
      const rate = row.cells.get('executionRate')!;
      setAmount(row, 'actual', round(row.amounts.get('actual')! * factor, factor < 1 ? 4 : 0));
      if (row.plan.rateStyle !== 'formula') row.cells.set('executionRate', rate);
      return { at: ['budget', 'actual'] };
    },
  },
  {
    kind: 'negative amount',
    rules: ['negative-amount'],
    plant(row, random) {
      const field = random.pick(moneyFieldsOf(row).filter((own) => own !== 'budget.adjustment'));
      const amount = row.amounts.get(field)!;
      if (amount <= 0) return null;
      row.amounts.set(field, -amount);
      row.cells.set(field, -amount);
      return { at: [field] };
    },
  },
  {
    kind: 'amount as text',
    rules: ['number-as-text'],
    plant(row, random) {
      const field = random.pick(moneyFieldsOf(row));
      const amount = row.amounts.get(field)!;
      if (amount <= 0) return null;
      const grouped = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
      const text = random.pick([`${amount}${row.plan.moneyUnit}`, grouped, `${amount} `, `'${amount}`]);
      row.cells.set(field, { value: text, format: '@' });
      return { at: [field] };
    },
  },
  {
    kind: 'amount from another workbook',
    rules: ['external-link'],
    note: true,
    plant(row, random) {
      const field = random.pick(moneyFieldsOf(row));
      const formula = random.pick(["='[预算明细.xlsx]汇总'!$D$8", '=[2]Sheet1!F12']);
      row.cells.set(field, { value: row.amounts.get(field)!, formula });
      return { at: [field] };
    },
  },
];
