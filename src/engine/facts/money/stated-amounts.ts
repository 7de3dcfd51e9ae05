import type { MoneyCells, Project } from '../../annex/annex';
import type { Statement } from '../../quantity';
import type { TextCell } from '../../annex/values/text-cell';
import { YUAN_PER_UNIT, type MoneyUnit } from '../../annex/vocabulary/money-units';
import { MONEY_BASES } from './funds';
import { amountOf } from '../table/number-cells';
import { EXACT, isFactor } from './unit-factor';

/** An amount in words that is the factor away from one of the row's. */
export interface SaidAmount {
  readonly cell: TextCell;
  readonly text: string;
  /** The amount of the row, in the annex's unit, and whether it is the higher one. */
  readonly amount: number;
  readonly tooHigh: boolean;
}

/** Sums that words state of a project, in 元: less is a price, more is what the project brings about. */
const LEAST_SAID = 1000;
const MOST_SAID = 1e9;

/**
 * What the goal, its completion or the cost says about the money: an amount of the row in the annex's unit
 * (`same`), or one that is the factor away from it. `null` where it says nothing of the kind.
 */
export function amountSaid(
  { narrative, indicators }: Pick<Project, 'narrative' | 'indicators'>,
  money: MoneyCells,
  unit: MoneyUnit,
): SaidAmount | 'same' | null {
  let found: SaidAmount | null = null;
  const cells = [narrative.annualGoal, narrative.goalCompletion];
  for (const { kind, target, result } of indicators)
    if (kind === 'cost') cells.push(target ?? undefined, result ?? undefined);
  for (const cell of cells) {
    if (!cell?.answered || !cell.text.includes('元')) continue;
    for (const { amount, text } of amountsIn(cell.statement)) {
      for (const base of MONEY_BASES) {
        const stated = amountOf(money[base]);
        const yuan = stated * YUAN_PER_UNIT[unit];
        if (yuan === 0) continue;
        if (Math.abs(yuan / amount - 1) <= EXACT) return 'same';
        if (amount < LEAST_SAID || amount > MOST_SAID) continue;
        if (isFactor(yuan, amount, EXACT)) found ??= { cell, text, amount: stated, tooHigh: true };
        else if (isFactor(amount, yuan, EXACT)) found ??= { cell, text, amount: stated, tooHigh: false };
      }
    }
  }
  return found;
}

/** Sums of money, in 元: no prices, no ranges, no changes. */
function amountsIn(statement: Statement): { amount: number; text: string }[] {
  return statement.quantities.flatMap(({ unit, value, upper, change, span }) =>
    unit.base === '元' && unit.per === null && upper === null && !change && value > 0
      ? [{ amount: value * unit.factor, text: statement.text.slice(span.start, span.end).trim() }]
      : [],
  );
}
