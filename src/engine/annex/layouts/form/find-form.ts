import type { SheetSnapshot } from '../../../sheet/snapshot';
import { fundHeaderAt } from './fund-block';
import type { FormCell, FormSheet } from './form-sheet';
import { isHeading, isMoneyUnit, isTaskLabel } from './form-terms';
import { taskHeaderAt } from './task-block';
import { indicatorHeaderAt } from './indicator-header';

/** A form and its first block stand no further apart. Rows. */
const FARTHEST = 40;
/** More blank rows than this part a name from what stands below. */
const MOST_BLANK = 4;

/** What a label with an answer beside it asks for that begins a form. */
export type IdentityField = 'projectName' | 'unit' | 'department';

/**
 * Looks for the next form: a name with its answer beside it over money or indicators that are rows, or rows of
 * indicators by themselves.
 *
 * @param fromRow 0-based sheet row to look from, `toRow` the last one in which a form may begin
 * @returns the 0-based first row with a label of the form; `null` where there is none
 */
export function findForm(form: FormSheet, fromRow: number, toRow: number): number | null {
  for (let row = fromRow; row <= Math.min(toRow, form.lastRow); row++) if (beginsForm(form, row)) return row;
  return null;
}

/** Whether a form begins in a row: at the name of a project over its blocks, or at the labels of indicators. */
export function beginsForm(form: FormSheet, row: number): boolean {
  if (!mayBegin(form.sheet, row)) return false;
  if (identityOf(form, row) !== null && leadsToBlocks(form, row)) return true;
  const indicators = indicatorHeaderAt(form, row);
  return !!indicators && !!(indicators.level1 ?? indicators.level2) && !isBelowProjects(form, row);
}

/** A quick look: without these words no row begins a form. */
const WORDS = /名称|部门|单位|指标|项目/;

function mayBegin(sheet: SheetSnapshot, row: number): boolean {
  return (sheet.values[row - sheet.firstRow] ?? []).some(
    (value) => typeof value === 'string' && value.length <= 60 && WORDS.test(value.replace(/\s+/g, '')),
  );
}

/** Which of a form's names a row asks for, its answer beside the label; `null` where it asks for none. */
export function identityOf(form: FormSheet, row: number): IdentityField | null {
  const cells = form.begun(row);
  let found: IdentityField | null = null;
  for (const [i, cell] of cells.entries()) {
    const field = form.featuresOfLabel(cell)?.field;
    if (field !== 'projectName' && field !== 'unit' && field !== 'department') continue;
    if (isTaskLabel(cell.text) && taskHeaderAt(form, row)) continue;
    const { split } = cell;
    if (split ? isMoneyUnit(split.answer) : isLabelOfColumn(form, cells, i)) continue;
    if (field === 'projectName') return field;
    found ??= field;
  }
  return found;
}

/**
 * Whether a label stands over a column of a table: what follows it is a label too, and labels stand side by side in its
 * row. Answers are made of the words of labels ("某某学校"), so that only exact labels tell the one row from the other.
 */
function isLabelOfColumn(form: FormSheet, cells: readonly FormCell[], index: number): boolean {
  const isExact = (cell: FormCell): boolean => form.features(cell)?.exact ?? false;
  const adjoin = (at: number): boolean => cells[at]!.lastColumn + 1 === cells[at + 1]?.firstColumn;
  // Merged down over rows in which what stands beside it is parted further, it heads a column.
  const [own, next] = [cells[index]!, cells[index + 1]];
  if (next && adjoin(index) && next.lastColumn > next.firstColumn && next.lastRow < own.lastRow) return true;
  const labels = cells.filter((cell) => form.features(cell) !== null).length;
  if (labels < 3 || labels * 2 < cells.length) return false;
  // An answer stands to the right of its label, never a label to the left of it.
  if (index > 0 && adjoin(index - 1) && isExact(cells[index]!) && isExact(cells[index - 1]!)) return true;
  if (!adjoin(index) || form.features(cells[index + 1]!) === null || labels * 3 < cells.length * 2)
    return false;
  return cells.some((cell, at) => isExact(cell) && adjoin(at) && isExact(cells[at + 1]!));
}

/** Whether money or indicators that are rows follow before the next name of a project. */
function leadsToBlocks(form: FormSheet, from: number): boolean {
  let blank = 0;
  let named = identityOf(form, from) === 'projectName';
  for (let row = from; row <= Math.min(from + FARTHEST, form.lastRow); row++) {
    if (form.isBlank(row)) {
      if (++blank > MOST_BLANK) return false;
      continue;
    }
    blank = 0;
    if (row > from && identityOf(form, row) === 'projectName') {
      if (named) return false;
      named = true;
    }
    const indicators = indicatorHeaderAt(form, row);
    if (indicators) return !isBelowProjects(form, row);
    if (named && fundHeaderAt(form, row) && !isBelowProjects(form, row)) return true;
    if (row > from && isTableHeader(form, row)) return false;
  }
  return false;
}

/** Whether the labels in a row belong to a table with a column of projects: its name stands above or beside them. */
export function isBelowProjects(form: FormSheet, row: number): boolean {
  for (let above = row; above >= Math.max(row - 4, form.sheet.firstRow); above--) {
    if (above < row && form.isBlank(above)) return false;
    if (isTableHeader(form, above)) return true;
    if (identityOf(form, above) !== null) return false;
  }
  return false;
}

/** A row of labels among which the name of a project stands over a column. */
export function isTableHeader(form: FormSheet, row: number): boolean {
  const cells = form.begun(row);
  return cells.some((cell, i) => {
    const field = form.features(cell)?.field;
    return (
      (field === 'projectName' || field === 'unit') &&
      cells.length >= 3 &&
      isLabelOfColumn(form, cells, i) &&
      !taskHeaderAt(form, row)
    );
  });
}

/** Whether a row holds the title or the mark of a further form. */
export function isHeadingRow(form: FormSheet, row: number): boolean {
  const cells = form.begun(row);
  return cells.length > 0 && cells.length <= 3 && cells.some(({ text }) => text !== '' && isHeading(text));
}
