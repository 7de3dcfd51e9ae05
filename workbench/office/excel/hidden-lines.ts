import type { Cells } from './targets';

/**
 * Whether the rows or columns of a range are hidden; `null` where some are and some are not. Only those that hold
 * something are looked at.
 */
export function hidden(cells: Cells, what: 'row' | 'column'): boolean | null {
  const { sheet, area } = cells;
  const first = what === 'row' ? area.firstRow : area.firstColumn;
  const last = what === 'row' ? area.lastRow : area.lastColumn;
  const used = sheet.usedRange();
  const usedLast = (what === 'row' ? used?.lastRow : used?.lastColumn) ?? 0;
  const state = sheet.isHidden(what, first);
  for (let index = first + 1; index <= Math.min(last, Math.max(usedLast + 1, first)); index++) {
    if (sheet.isHidden(what, index) !== state) return null;
  }
  return state;
}

/** Hides or shows the rows or columns of a range. */
export function hide(cells: Cells, what: 'row' | 'column', value: unknown): void {
  const sheet = cells.writableSheet;
  const { area } = cells;
  const first = what === 'row' ? area.firstRow : area.firstColumn;
  const last = what === 'row' ? area.lastRow : area.lastColumn;
  for (let index = first; index <= last; index++) sheet.setHidden(what, index, value === true);
}
