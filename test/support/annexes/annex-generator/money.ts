import type { FieldId, MoneyBase } from '../../../../src/engine/annex/field-id';
import type { Random } from '../../random';
import { round, type Amounts, type Plan } from './model';

/** What became of a project's money. */
export interface CleanMoney {
  readonly amounts: Amounts;
  readonly low: boolean;
  /** The budget was changed by so much that a reason is due. */
  readonly adjusted: boolean;
}

/** Amounts of one project that fit each other; a low rate or a large change only where a reason can be given. */
export function cleanMoney(plan: Plan, canExplain: boolean, random: Random): CleanMoney {
  const decimals = plan.moneyUnit === '元' ? 0 : 2;
  const amount = (inTenThousands: number): number =>
    round(plan.moneyUnit === '元' ? inTenThousands * 10_000 : inTenThousands, decimals);
  const amounts: Amounts = new Map();
  const budget = amount(random.integer(600, 90_000) / 100);
  const low = !plan.flawless && canExplain && random.chance(0.12);
  const share = low
    ? random.integer(8500, 8990) / 10_000
    : plan.flawless || random.chance(0.4)
      ? 1
      : random.integer(9020, 9990) / 10_000;
  const actual = round(budget * share, decimals);
  amounts.set('budget', budget);
  amounts.set('actual', actual);

  let adjusted = false;
  if (plan.initialBudget) {
    const kind = random.integer(1, 10);
    adjusted = kind === 10 && canExplain;
    const change = kind <= 6 ? 0 : adjusted ? random.pick([-0.28, 0.3, 0.4]) : random.integer(-14, 14) / 100;
    const initial = round(budget / (1 + change), decimals);
    amounts.set('initialBudget', initial);
    if (plan.adjustment) amounts.set('budget.adjustment', round(budget - initial, decimals));
  }
  splitFunds(amounts, plan, random, decimals);
  return { amounts, low, adjusted };
}

/** Splits totals into the sources of the plan, spending in proportion. */
function splitFunds(amounts: Amounts, { funds, fundsOf }: Plan, random: Random, decimals: number): void {
  if (funds.length === 0) return;
  const shares = funds.map((_, i) => (i === 0 ? 6 : random.chance(0.4) ? random.integer(1, 4) : 0));
  const all = shares.reduce((sum, share) => sum + share, 0);
  for (const base of fundsOf) {
    const total = amounts.get(base)!;
    let left = total;
    for (let i = funds.length - 1; i >= 0; i--) {
      const part = i === 0 ? round(left, decimals) : round((total * shares[i]!) / all, decimals);
      left -= part;
      amounts.set(`${base}.${funds[i]!}` as FieldId, part);
    }
  }
}

/** Recomputes the parts of a total after the total was changed, in the old proportion. */
export function rescaleFunds(amounts: Amounts, base: MoneyBase, before: number, decimals: number): void {
  const parts = [...amounts.keys()].filter(
    (field) => field.startsWith(`${base}.`) && field !== 'budget.adjustment',
  );
  const total = amounts.get(base)!;
  let left = total;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part =
      i === 0 ? round(left, decimals) : round((amounts.get(parts[i]!)! * total) / before, decimals);
    left -= part;
    amounts.set(parts[i]!, part);
  }
}
