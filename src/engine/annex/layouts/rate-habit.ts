import { shownDigits, storedDecimals } from '../../sheet/number-format';
import { numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { Annex } from '../annex';
import type { FieldId } from '../field-id';
import type { Place } from '../place';
import { readTextRate, type RateHabit } from '../values/rate-cell';

/** Rows looked at to learn how a column of rates is kept. */
const HABIT_ROWS = 500;

/** How the rates of a table are written: the primary one, and each further one by the index of its place. */
export type RateHabits = Pick<Annex, 'rateHabit' | 'rateHabits'>;

/**
 * How bare numbers in each column of rates are meant, each held against the quotient that its field names.
 *
 * @param firstRow 0-based first sheet row of the table's body
 */
export function readRateHabits(
  sheet: SheetSnapshot,
  { places, groups }: Pick<Annex, 'places' | 'groups'>,
  firstRow: number,
): RateHabits {
  const column = (field: FieldId): number => places.find((place) => place.field === field)?.line ?? -1;
  const amount = (field: FieldId): Amount => amountIn(sheet, column(field));
  const budget = amount('budget');
  const initial = amount('initialBudget');
  const spent = amount('actual');
  const adjusted = (row: number): number | null => {
    const by = amount('budget.adjustment')(row);
    const [from, to] = [initial(row), budget(row)];
    return by ?? (from === null || to === null ? null : to - from);
  };
  const quotients: Partial<Record<FieldId, Amount>> = {
    executionRate: quotient(spent, budget),
    'executionRate.adjusted': quotient(spent, budget),
    'executionRate.initial': quotient(spent, initial),
    'executionRate.received': quotient(spent, amount('received')),
    'budget.adjustmentRate': quotient(adjusted, initial),
  };
  const rateHabits: Record<number, RateHabit> = {};
  let first: RateHabit = { scale: 'fraction', decimals: 0 };
  for (const [i, place] of places.entries()) {
    const own = place.field === null ? undefined : quotients[place.field];
    if (!own) continue;
    const habit = rateHabit(sheet, place, own, firstRow);
    if (place.field === 'executionRate') first = habit;
    else rateHabits[i] = habit;
  }
  for (const { places: of } of groups) {
    const [rate, weight, score] = [of['group.rate'], of['group.weight'], of['group.score']];
    if (rate === undefined) continue;
    const points = (place: number | undefined): Amount =>
      amountIn(sheet, place === undefined ? -1 : places[place]!.line);
    rateHabits[rate] = rateHabit(sheet, places[rate]!, quotient(points(score), points(weight)), firstRow);
  }
  return { rateHabit: first, rateHabits };
}

/** The figure of a row (0-based sheet row); `null` where it has none. */
type Amount = (row: number) => number | null;

function amountIn(sheet: SheetSnapshot, column: number): Amount {
  return (row) => {
    const value = column < 0 ? null : valueAt(sheet, row, column);
    return typeof value === 'number' ? value : null;
  };
}

function quotient(above: Amount, below: Amount): Amount {
  return (row) => {
    const [a, b] = [above(row), below(row)];
    return a === null || b === null || b === 0 ? null : a / b;
  };
}

/**
 * How bare numbers in a column of rates are meant: the reading that brings more of them near the quotient; where that
 * does not tell, numbers above 1.5 or a percent sign in the header mean percent.
 */
function rateHabit(sheet: SheetSnapshot, rate: Place, quotientIn: Amount, firstRow: number): RateHabit {
  let fraction = 0;
  let percent = 0;
  let large = 0;
  let bare = 0;
  let formatted = 0;
  const byDecimals = new Map<number, number>();
  for (let row = firstRow; row < Math.min(firstRow + HABIT_ROWS, sheet.firstRow + sheet.rowCount); row++) {
    if (showsPercent(sheet, row, rate.line)) formatted++;
    const number = bareRate(sheet, row, rate.line);
    if (number === null) continue;
    bare++;
    if (Math.abs(number) > 1.5) large++;
    const stored = storedDecimals(number);
    if (stored > 0 && stored <= 4) byDecimals.set(stored, (byDecimals.get(stored) ?? 0) + 1);
    const right = quotientIn(row);
    if (right === null) continue;
    const [asFraction, asPercent] = [Math.abs(number - right), Math.abs(number / 100 - right)];
    // Of the small rates of an adjustment both may be near: the nearer one tells.
    if (asFraction < NEAR && asFraction <= asPercent) fraction++;
    else if (asPercent < NEAR) percent++;
  }
  const byHeader = rate.percent || large * 2 > bare;
  // Where most cells are fractions that a format shows as percent, a bare 95 among them is out of its place.
  if (formatted > bare) return { scale: 'fraction', decimals: mostCommon(byDecimals) };
  const scale =
    fraction === percent ? (byHeader ? 'percent' : 'fraction') : percent > fraction ? 'percent' : 'fraction';
  return { scale, decimals: mostCommon(byDecimals) };
}

/** So near a quotient a rate is written on its scale, right or not. */
const NEAR = 0.05;

/** Rates are mostly stated with two decimals. */
const USUAL_DECIMALS = 2;

/** The decimals that most numbers of the column carry; a single longer one says nothing of the others. */
function mostCommon(byDecimals: ReadonlyMap<number, number>): number {
  const unusual = (decimals: number): number => Math.abs(decimals - USUAL_DECIMALS);
  const [first] = [...byDecimals].sort(([a, m], [b, n]) => n - m || unusual(a) - unusual(b));
  return first?.[0] ?? 0;
}

function showsPercent(sheet: SheetSnapshot, row: number, column: number): boolean {
  return (
    typeof valueAt(sheet, row, column) === 'number' && shownDigits(numberFormatAt(sheet, row, column)).percent
  );
}

function bareRate(sheet: SheetSnapshot, row: number, column: number): number | null {
  const value = valueAt(sheet, row, column);
  if (typeof value === 'number')
    return shownDigits(numberFormatAt(sheet, row, column)).percent ? null : value;
  if (typeof value !== 'string') return null;
  const typed = readTextRate(value);
  return typed && !typed.percent ? typed.number : null;
}
