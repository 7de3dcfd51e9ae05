import { shownDigits, storedDecimals } from '../../sheet/number-format';
import { numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { Place } from '../place';
import { readTextRate, type RateHabit } from '../values/rate-cell';

/** Rows looked at to learn how a column of rates is kept. */
const HABIT_ROWS = 500;

/**
 * How bare numbers in a column of rates are meant: the reading that brings more of them near the quotient of
 * spending and budget; where that does not tell, numbers above 1.5 or a percent sign in the header mean percent.
 *
 * @param firstRow 0-based first sheet row of the table's body
 */
export function rateHabit(
  sheet: SheetSnapshot,
  rate: Place,
  budgetColumn: number,
  actualColumn: number,
  firstRow: number,
): RateHabit {
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
    if (number > 1.5) large++;
    const stored = storedDecimals(number);
    if (stored > 0 && stored <= 4) byDecimals.set(stored, (byDecimals.get(stored) ?? 0) + 1);
    const budget = valueAt(sheet, row, budgetColumn);
    const actual = valueAt(sheet, row, actualColumn);
    if (typeof budget !== 'number' || typeof actual !== 'number' || budget === 0) continue;
    const quotient = actual / budget;
    if (Math.abs(number - quotient) < 0.05) fraction++;
    else if (Math.abs(number / 100 - quotient) < 0.05) percent++;
  }
  const byHeader = rate.percent || large * 2 > bare;
  // Where most cells are fractions that a format shows as percent, a bare 95 among them is out of its place.
  if (formatted > bare) return { scale: 'fraction', decimals: mostCommon(byDecimals) };
  const scale =
    fraction === percent ? (byHeader ? 'percent' : 'fraction') : percent > fraction ? 'percent' : 'fraction';
  return { scale, decimals: mostCommon(byDecimals) };
}

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
