import type { SpendingKind } from '../../field-id';
import { readLabel } from '../../text';
import type { FormCell, FormSheet } from './form-sheet';
import { splitAnswer } from './form-terms';

/** 基本支出 and 项目支出, which together are what a department spends. Folded names. */
const SPENDING = /^(?:其中[:、]?)?(基本|项目)支出(?:预算|总额|金额|数|小计|合计)?$/;

/** What a number in a list leaves before a name. */
const NUMBERED = /^[\d一二三四五六七八九十]+[、.]?(?=\D)/;

/** What a department's money of a row is spent on, as the label of the row says; `null` for any other label. */
export function spendingKind(text: string): SpendingKind | null {
  if (!text.includes('支出')) return null;
  const label = splitAnswer(text)?.label ?? text;
  const kind = SPENDING.exec(readLabel(label).name.replace(NUMBERED, ''))?.[1];
  return kind === undefined ? null : kind === '基本' ? 'basic' : 'projects';
}

/**
 * Whether some rows part the spending of a department: 项目支出 beside 基本支出 is a kind of it, alone it may be all there is.
 *
 * @param firstRow 0-based sheet row, as `lastRow`, which is among them
 */
export function partsSpending(form: FormSheet, firstRow: number, lastRow: number): boolean {
  for (let row = firstRow; row <= Math.min(lastRow, form.lastRow); row++)
    if (form.begun(row).some(({ text }) => spendingKind(text) === 'basic')) return true;
  return false;
}

/** "其中：财政拨款" below 基本支出: what is parted there is that kind of spending, not all of the money. */
export function isOfWhich({ text }: FormCell): boolean {
  return /^(?:[(（]?\d{1,2}[)）、.]\s*)?其中/.test(text);
}

/** Among kinds of spending only what says so is their sum. */
export function isSum(label: FormCell | undefined): boolean {
  return label === undefined || /总额|合计|总计|小计|总数/.test(label.text);
}

/** Figures are rounded each by itself. */
const ROUNDING = 0.011;

/**
 * Whether the sources from a row on add up to all of the money: then they part that, and not the spending above them.
 *
 * @param column 0-based sheet column of amounts; `undefined` where no column says which money it is
 * @param totalRow 0-based sheet row of the sum; `null` where none was met
 */
export function isAllAgain(
  form: FormSheet,
  column: number | undefined,
  firstRow: number,
  totalRow: number | null,
): boolean {
  if (column === undefined || totalRow === null) return false;
  const amountAt = (row: number): number | null => {
    const { value } = form.at(row, column);
    return typeof value === 'number' ? value : null;
  };
  const total = amountAt(totalRow);
  if (total === null) return false;
  let sum = 0;
  for (let row = firstRow; row <= form.lastRow; row++) {
    const named = form.begun(row).filter((cell) => cell.firstColumn < column && cell.text !== '');
    const label = named[named.length - 1];
    const isSource = label && spendingKind(label.text) === null && form.features(label)?.fund !== undefined;
    if (!isSource) break;
    sum += amountAt(row) ?? 0;
  }
  return Math.abs(sum - total) <= ROUNDING;
}
