import { shownDigits } from './number-format';
import type { SheetSnapshot } from './snapshot';

/** Days between the first days of the two calendars. */
const DAYS = 1_462;

/**
 * A worksheet of a workbook that counts days from 1904, its dates as serial numbers that count from 1900. What is shown
 * as a number or as a time of day stays.
 */
export function from1904(sheet: SheetSnapshot): SheetSnapshot {
  const values = sheet.values.map((row, r) => {
    const formats = sheet.numberFormats[r] ?? [];
    const isDate = (value: unknown, c: number): boolean =>
      typeof value === 'number' && shownDigits(formats[c] ?? 'General').date;
    return row.some(isDate)
      ? row.map((value, c) => (isDate(value, c) ? (value as number) + DAYS : value))
      : row;
  });
  return { ...sheet, values };
}

/** What a number is to be in a file that counts from 1904, to be shown in a format. */
export function to1904(value: number, format: string): number {
  return shownDigits(format).date ? value - DAYS : value;
}
