import { isBlankValue, type CellValue } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { Place } from '../place';
import { foldText } from '../text';
import { SUBTOTAL_ROW, TOTAL_ROW } from '../vocabulary/row-terms';

/** "一" and "（一）", the outer first: how rows are numbered that head others. */
const NUMERALS = [/^[一二三四五六七八九十]+[、.]?$/, /^\([一二三四五六七八九十]+\)$/] as const;

/** Figures are rounded each by itself. */
const ROUNDING = 0.011;

type Places = readonly Pick<Place, 'field' | 'line'>[];

/**
 * Rows of categories or units among projects, with the sums of those below them: they are numbered 一、二、三 where the
 * projects are numbered 1, 2, 3, or not at all where these are, or bear the name of a unit where nothing is numbered; and in
 * most of them an amount is the sum of these. Without the sums such rows may be projects as well.
 *
 * @param bodyRow 0-based sheet row
 * @returns 0-based sheet rows
 */
export function headingSums(sheet: SheetSnapshot, bodyRow: number, places: Places): ReadonlySet<number> {
  const numbered = numberedHeadings(sheet, bodyRow, places);
  return numbered.size > 0 ? numbered : namedHeadings(sheet, bodyRow, places);
}

function moneyOf(places: Places): number[] {
  return places.flatMap(({ field, line }) =>
    field === 'budget' || field === 'initialBudget' || field === 'actual' ? [line] : [],
  );
}

/** What a unit is called, where it stands among the names of projects. */
const OF_A_UNIT =
  /(?:局|委|委员会|厅|院|中心|学校|[大中小]学|幼儿园|站|所|处|队|馆|办|办公室|部|会|街道|镇|乡|机关|本级|公司)$/;

/** Rows with the name of a unit or of a category in the place of that of a project, and with no number among numbers. */
function namedHeadings(sheet: SheetSnapshot, bodyRow: number, places: Places): ReadonlySet<number> {
  const line = (field: string): number | undefined => places.find((place) => place.field === field)?.line;
  const [name, sequence] = [line('projectName'), line('sequence')];
  const end = sheet.firstRow + sheet.rowCount;
  if (name === undefined) return NONE;
  const heads = (row: number, text: string): boolean =>
    sequence === undefined ? OF_A_UNIT.test(text) : isBlankValue(valueAt(sheet, row, sequence));
  const counts = (row: number): boolean => sequence === undefined || isCount(valueAt(sheet, row, sequence));
  const columns = moneyOf(places);
  const closed: Heading[] = [];
  let open: Heading | null = null;
  for (let row = bodyRow; row < end; row++) {
    const value = valueAt(sheet, row, name);
    const text = typeof value === 'string' && value.length <= LONGEST_NAME ? value.trim() : '';
    const isSum = MAY_SUM.test(text) && isSumLabel(foldText(text));
    if (isSum || (text !== '' && heads(row, text))) {
      if (open && open.rows > 0) closed.push(open);
      open = isSum ? null : { row, own: [], sums: columns.map(() => 0), rows: 0 };
    } else if (open && counts(row)) {
      open.rows++;
      for (const [i, column] of columns.entries())
        open.sums[i] = open.sums[i]! + amountAt(sheet, row, column);
    }
  }
  if (open && open.rows > 0) closed.push(open);
  const headings = closed.map((heading) => ({
    ...heading,
    own: columns.map((column) => amountAt(sheet, heading.row, column)),
  }));
  const right = headings.filter(isSum);
  // One that heads a single row may be the same amount by chance.
  const told = right.some(({ rows }) => rows > 1) && right.length * 2 >= headings.length;
  return told ? new Set(headings.map(({ row }) => row)) : NONE;
}

/** Longer texts name no unit. Characters. */
const LONGEST_NAME = 40;

const MAY_SUM = /计$/;

function isSumLabel(folded: string): boolean {
  return TOTAL_ROW.test(folded) || SUBTOTAL_ROW.test(folded);
}

/** Whether a row that heads others is called like a unit. */
export function isUnitName(text: string): boolean {
  return OF_A_UNIT.test(text.trim());
}

function numberedHeadings(sheet: SheetSnapshot, bodyRow: number, places: Places): ReadonlySet<number> {
  const sequence = places.find(({ field }) => field === 'sequence')?.line;
  const end = sheet.firstRow + sheet.rowCount;
  if (sequence === undefined || !hasHeadings(sheet, { bodyRow, end }, sequence)) return NONE;
  const columns = moneyOf(places);
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
