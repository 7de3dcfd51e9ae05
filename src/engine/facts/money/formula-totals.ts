import type { MoneyCells } from '../../annex/annex';
import type { MoneyField } from '../../annex/field-id';

/** The fields of money that others add up to. */
const TOTALS: readonly MoneyField[] = [
  'budget',
  'initialBudget',
  'actual',
  'budget.fiscal',
  'initialBudget.fiscal',
  'actual.fiscal',
];

/** Of each total: how many projects state it, and how many of these compute it by a formula. Plain. */
export type CountedTotals = Partial<Record<MoneyField, { stated: number; formulas: number }>>;

/** Projects that have to compute a total before a typed one among them is noted. */
const ENOUGH_FORMULAS = 3;
/** And their share. */
const MOST = 0.6;

export function countTotals(counted: CountedTotals, money: MoneyCells): void {
  for (const field of TOTALS) {
    const cell = money[field];
    if (cell && cell.number !== null) add(counted, field, 1, cell.formula === null ? 0 : 1);
  }
}

/** Takes in what was counted of the projects that follow. */
export function mergeTotals(counted: CountedTotals, further: CountedTotals): void {
  for (const field of TOTALS) {
    const more = further[field];
    if (more) add(counted, field, more.stated, more.formulas);
  }
}

/** The totals that most projects compute, while some of them are typed. */
export function formulaTotals(counted: CountedTotals): MoneyField[] {
  return TOTALS.filter((field) => {
    const { stated, formulas } = counted[field] ?? { stated: 0, formulas: 0 };
    return formulas < stated && formulas >= ENOUGH_FORMULAS && formulas >= stated * MOST;
  });
}

function add(counted: CountedTotals, field: MoneyField, stated: number, formulas: number): void {
  const own = (counted[field] ??= { stated: 0, formulas: 0 });
  own.stated += stated;
  own.formulas += formulas;
}
