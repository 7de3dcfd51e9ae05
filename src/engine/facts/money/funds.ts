import type { Annex, MoneyCells } from '../../annex/annex';
import type { FundSource, MoneyBase, MoneyField } from '../../annex/field-id';
import type { NumberCell } from '../../annex/values/number-cell';
import type { MoneyUnit } from '../../annex/vocabulary/money-units';
import type { Profile } from '../../profile/profile';
import { roundNoise } from '../../rule/figures';
import type { FactContext } from '../../rule/rule';
import { isFigure, isUnreadable, type Figure } from '../table/number-cells';

/** A total and the columns that it is made of. */
export interface FundGroup {
  readonly total: MoneyField;
  readonly parts: readonly MoneyField[];
}

/** 全年预算数、年初预算数、全年执行数: the totals, each with its sources. */
export const MONEY_BASES: readonly MoneyBase[] = ['budget', 'initialBudget', 'actual'];
/** 财政拨款 is made of these. */
const OF_FISCAL: readonly FundSource[] = ['generalPublic', 'governmentFund', 'stateCapital'];
const BESIDE_FISCAL: readonly FundSource[] = ['nonFiscal', 'carryover', 'other'];
const BY_LEVEL: readonly FundSource[] = ['central', 'local'];
/** Columns that take whatever the others leave: with one of them a total is fully split. */
const REMAINDERS: readonly string[] = ['nonFiscal', 'other'];

/** The sums that an annex's fields of money allow to check: totals with at least one part. */
export function fundGroups(fields: readonly string[]): FundGroup[] {
  const groups: FundGroup[] = [];
  for (const base of MONEY_BASES) {
    const present = (sources: readonly FundSource[]): MoneyField[] =>
      sources.map((s) => `${base}.${s}` as const).filter((f) => fields.includes(f));
    const fiscal = `${base}.fiscal` as const;
    const ofFiscal = present(OF_FISCAL);
    const byLevel = present(BY_LEVEL);
    const hasFiscal = fields.includes(fiscal);
    if (hasFiscal && ofFiscal.length > 0) groups.push({ total: fiscal, parts: ofFiscal });
    const firstLevel = hasFiscal ? [fiscal] : ofFiscal;
    const parts = [...firstLevel, ...(hasFiscal ? [] : byLevel), ...present(BESIDE_FISCAL)];
    if (fields.includes(base) && parts.length > 0) groups.push({ total: base, parts });
  }
  return groups;
}

/** The same for the annex that is looked at. */
export function fundGroupsOf(context: FactContext): readonly FundGroup[] {
  return context.fact(readFundGroups);
}

function readFundGroups({ annex }: FactContext): readonly FundGroup[] {
  return fundGroups(annex.fields).filter(({ total }) => !hasUnreadPart(annex, total));
}

/** Whether the parts of one of the totals may be more than those that were read. */
export function hasUnreadParts(annex: Pick<Annex, 'places'>, base: MoneyBase): boolean {
  return hasUnreadPart(annex, base) || hasUnreadPart(annex, `${base}.fiscal`);
}

/**
 * Whether figures that were not read stand under the label that the columns of a total have in common: they may be one of
 * its parts, so that nothing can be said of the sum.
 */
function hasUnreadPart({ places }: Pick<Annex, 'places'>, total: MoneyField): boolean {
  const unread = places.filter(({ field, content }) => field === null && content === 'figures');
  if (unread.length === 0) return false;
  const own = places.find(({ field }) => field === total)?.labels;
  const top = own && own.length > 1 ? own[0]! : null;
  const [base] = total.split('.');
  return unread.some(({ guess, labels }) => {
    if (guess?.field.startsWith(`${base}.`)) return true;
    const first = labels.length > 1 ? labels[0]! : null;
    return top !== null && first !== null && first.row === top.row && first.column === top.column;
  });
}

/**
 * Adds up the parts of one row without a list: most rows need no more. `null` where no part is stated, or one
 * cannot be read: then nothing is compared. A blank part counts as 0.
 */
export function sumOfParts(money: MoneyCells, { parts }: FundGroup): number | null {
  let sum = 0;
  let stated = false;
  for (const field of parts) {
    const cell = money[field];
    if (!cell) continue;
    for (const one of cell.further ? [cell, ...cell.further] : [cell]) {
      if (isUnreadable(one)) return null;
      if (one.number === null) continue;
      stated = true;
      sum += one.number;
    }
  }
  return stated ? sum : null;
}

/** Total minus the sum of its parts, binary noise dropped; `null` where there is nothing to compare. */
export function differenceIn(money: MoneyCells, group: FundGroup): number | null {
  const total = money[group.total];
  const added = isFigure(total) ? sumOfParts(money, group) : null;
  return !isFigure(total) || added === null ? null : roundNoise(total.number - roundNoise(added));
}

/** One row of a group: what the total says, what the parts add up to. */
interface FundRow {
  readonly total: Figure;
  readonly parts: readonly {
    readonly field: MoneyField;
    readonly cell: NumberCell;
    readonly number: number;
  }[];
  /** Total minus the sum of its parts, binary noise dropped. */
  readonly difference: number;
  readonly sum: number;
}

/**
 * Reads one row of a group. `null` where the total or all parts are missing, or a part cannot be read: then
 * nothing is compared. A blank part counts as 0.
 */
export function fundRow(money: MoneyCells, group: FundGroup): FundRow | null {
  const total = money[group.total];
  const added = isFigure(total) ? sumOfParts(money, group) : null;
  if (!isFigure(total) || added === null) return null;
  const parts = group.parts.flatMap((field) => {
    const cell = money[field];
    return cell
      ? [cell, ...(cell.further ?? [])].map((one) => ({ field, cell: one, number: one.number ?? 0 }))
      : [];
  });
  const sum = roundNoise(added);
  return { total, parts, sum, difference: roundNoise(total.number - sum) };
}

/**
 * The smallest difference, in the unit itself, that is a real difference between sums of published figures:
 * amounts in 万元 carry two decimals, amounts in 元 are kept to the 元.
 */
const SUM_TOLERANCE: Readonly<Record<MoneyUnit, number>> = { 元: 1, 万元: 0.01, 亿元: 0.0001 };

/** A difference up to this is rounding, in the annex's own unit; the profile's tolerance is in 万元. */
export function sumTolerance(
  { moneyUnit }: Pick<Annex, 'moneyUnit'>,
  { moneyTolerance }: Pick<Profile, 'moneyTolerance'>,
): number {
  const scale = moneyTolerance / SUM_TOLERANCE['万元'];
  return SUM_TOLERANCE[moneyUnit ?? '万元'] * scale + 1e-9;
}

/** Rows needed before the annex's own habit says whether a total is fully split into the parts shown. */
export const ENOUGH_ROWS = 4;

/**
 * Whether the parts shown are all there is of the total. "其中" columns often show only some of it: they are
 * complete if most rows add up, or if one of them takes the remainder (非财政资金, 其他资金).
 *
 * @param rows how many rows state the total and a part, `agreeing` of which add up
 */
export function isFullySplit(rows: number, agreeing: number, group: FundGroup): boolean {
  if (rows >= ENOUGH_ROWS) return agreeing * 2 > rows;
  return (
    group.parts.length > 1 && group.parts.some((field) => REMAINDERS.includes(field.split('.')[1] ?? ''))
  );
}
