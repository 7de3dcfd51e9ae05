import type { CellValue } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { Place } from '../place';
import { foldText } from '../text';

/** "一" and "（一）", the outer first: how rows are numbered that head others. */
const NUMERALS = [/^[一二三四五六七八九十]+[、.]?$/, /^\([一二三四五六七八九十]+\)$/] as const;

/** Figures are rounded each by itself. */
const ROUNDING = 0.011;

/**
 * Rows of categories among projects: they are numbered 一、二、三 where the projects below them are numbered 1, 2, 3, and in
 * most of them an amount is the sum of these. Without the sums such rows may be projects as well.
 *
 * @param bodyRow 0-based sheet row
 * @returns 0-based sheet rows
 */
export function headingSums(
  sheet: SheetSnapshot,
  bodyRow: number,
  places: readonly Pick<Place, 'field' | 'line'>[],
): ReadonlySet<number> {
  const sequence = places.find(({ field }) => field === 'sequence')?.line;
  const end = sheet.firstRow + sheet.rowCount;
  if (sequence === undefined || !hasHeadings(sheet, { bodyRow, end }, sequence)) return NONE;
  const columns = places.flatMap(({ field, line }) =>
    field === 'budget' || field === 'initialBudget' || field === 'actual' ? [line] : [],
  );
  const open: (Heading | null)[] = NUMERALS.map(() => null);
  const closed: Heading[] = [];
  const close = (from: number): void => {
    for (let level = from; level < open.length; level++) {
      const heading = open[level];
      if (heading && heading.rows > 0) closed.push(heading);
      open[level] = null;
    }
  };
  for (let row = bodyRow; row < end; row++) {
    const numbered = valueAt(sheet, row, sequence);
    const level = levelOf(numbered);
    const amounts = columns.map((column) => amountAt(sheet, row, column));
    if (level >= 0) {
      close(level);
      open[level] = { row, own: amounts, sums: columns.map(() => 0), rows: 0 };
    } else if (isCount(numbered)) {
      for (const heading of open) {
        if (!heading) continue;
        heading.rows++;
        for (const [i, amount] of amounts.entries()) heading.sums[i] = heading.sums[i]! + amount;
      }
    }
  }
  close(0);
  const right = closed.filter(isSum);
  const told = right.length > 0 && right.length * 2 >= closed.length;
  return told ? new Set(closed.map(({ row }) => row)) : NONE;
}

const NONE: ReadonlySet<number> = new Set();

interface Heading {
  readonly row: number;
  readonly own: readonly number[];
  /** What the numbered rows below it add up to, and how many they are. */
  readonly sums: number[];
  rows: number;
}

function isSum({ own, sums, rows }: Heading): boolean {
  return own.some((amount, i) => amount !== 0 && Math.abs(amount - sums[i]!) <= ROUNDING * Math.sqrt(rows));
}

function hasHeadings(
  sheet: SheetSnapshot,
  { bodyRow, end }: { readonly bodyRow: number; readonly end: number },
  sequence: number,
): boolean {
  for (let row = bodyRow; row < end; row++) if (levelOf(valueAt(sheet, row, sequence)) >= 0) return true;
  return false;
}

/** Which of the numerals a cell holds; -1 for none. */
function levelOf(value: CellValue): number {
  if (typeof value !== 'string' || value.length > LONGEST) return -1;
  const folded = foldText(value);
  return NUMERALS.findIndex((numeral) => numeral.test(folded));
}

const LONGEST = 8;

function isCount(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value.trim()));
}

function amountAt(sheet: SheetSnapshot, row: number, column: number): number {
  const value = valueAt(sheet, row, column);
  return typeof value === 'number' ? value : 0;
}
