import { foldText } from '../../text';
import { PAGE_ROW, withoutContinued } from '../../vocabulary/row-terms';
import { identityOf, isHeadingRow } from './find-form';
import type { FormSheet } from './form-sheet';
import { isMoneyUnit, splitAnswer } from './form-terms';
import { indicatorHeaderAt } from './indicator-header';

/** Lines that a new page prints over the labels, at most: mark, title, year, unit of money. */
const MOST_LINES = 4;

/**
 * Whether a title within a form only begins a new page of it: it says so (续), or it is the form's own title over the labels
 * of its indicators again. What asks for a project's name begins another form.
 *
 * @param row 0-based sheet row with the title
 * @param title that of the form
 */
export function isNewPage(form: FormSheet, row: number, title: string | null): boolean {
  const titles = form.begun(row).map(({ text }) => foldText(text));
  const continued = titles.some((text) => text !== withoutContinued(text) || PAGE_ROW.test(text));
  if (!continued && (title === null || !titles.includes(foldText(title)))) return false;
  let below = row + 1;
  while (below <= Math.min(row + MOST_LINES, form.lastRow) && isPageLine(form, below)) below++;
  if (below > form.lastRow || identityOf(form, below) !== null) return false;
  return continued || indicatorHeaderAt(form, below) !== null;
}

/** A row that holds nothing but what a page prints over the labels, or nothing at all. */
export function isPageLine(form: FormSheet, row: number): boolean {
  if (isHeadingRow(form, row)) return true;
  return form.begun(row).every(({ text, value }) => {
    if (typeof value !== 'string') return false;
    const folded = foldText(text);
    const split = splitAnswer(text);
    return PAGE_ROW.test(folded) || YEAR.test(folded) || isMoneyUnit(split?.answer ?? text);
  });
}

const YEAR = /^\(?20\d\d年(?:度)?\)?$/;
