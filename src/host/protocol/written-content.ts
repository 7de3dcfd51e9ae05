import { isCellError, isUnknown, type CellValue } from '../../engine/sheet/cell-value';
import type { CellContent } from '../../engine/sheet/edit';
import type { CellState, CellWrite } from './cell-port';
import { sameValue } from './same-content';

/*
 * What spreadsheets that read texts as if they were typed are given, and how what they made of it is held against what was
 * meant.
 */

/** Whether a cell holds what was written. A formula is not compared letter by letter: programs rewrite it. */
export function holds({ held }: CellState, content: CellContent): boolean {
  if ('formula' in content) return held.formula !== null;
  const { value } = content;
  if (held.formula !== null) return false;
  if (typeof value === 'string' && typeof held.value === 'string') return lines(value) === lines(held.value);
  if (typeof value === 'number' && typeof held.value === 'number') {
    return Math.abs(value - held.value) <= Math.abs(value) * 1e-14;
  }
  return sameValue(held.value, value);
}

/** Programs keep a line feed alone. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What to give a program so that it stores this value: it reads strings as if they were typed. */
export function toInput(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (isUnknown(value)) throw new RangeError('what is not known cannot be written');
  return typeof value === 'string' ? asTyped(value) : value;
}

/*
 * An apostrophe before a text makes programs keep it as text. The other way, the number format "@", would change the
 * cell's own format and turn the next formula a person types there into text; so that is only the second try.
 * The apostrophe is left out where the text cannot be taken for anything else, so that "不低于90%" does not show
 * one in the formula bar: where it begins with a character with which no number, date, money, formula, error or
 * logical value begins in any language of Excel that we know of.
 */
const NEVER_PARSED =
  /^(?![上下午前後后明治大正昭和平成令民国國零一二三四五六七八九十百千万负負])[\u4E00-\u9FFF≥≤＞＜≧≦《》“”‘’【】①-⑳●○■□√]/;

function asTyped(text: string): string {
  return text === '' || NEVER_PARSED.test(text) ? text : `'${text}`;
}

/** In a cell formatted as text a number or a formula stays what it is only where the format comes after it. */
export function wouldBecomeText({ content, numberFormat }: CellWrite): boolean {
  if (numberFormat !== '@') return false;
  return 'formula' in content || (content.value !== null && typeof content.value !== 'string');
}

/** What is put into a cell so that it holds the content of a write: a formula, or a value that stays what it is. */
export function inputOf({ content, plain }: CellWrite): string | number | boolean {
  if ('formula' in content) return content.formula;
  const { value } = content;
  return plain && value !== null && typeof value !== 'object' ? value : toInput(value);
}
