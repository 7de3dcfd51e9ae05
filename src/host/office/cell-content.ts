import {
  errorCode,
  isCellError,
  isUnknown,
  showsPicture,
  UNKNOWN_PICTURE,
  type CellValue,
} from '../../engine/sheet/cell-value';

/** Whether only the value's type tells an error from a text. */
export function mayBeError(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('#');
}

/**
 * A value of Excel's matrices as the engine knows it. `type` matters only where `mayBeError`.
 * @param formula the cell's formula, `null` for a constant: a picture is told by it
 */
export function toValue(raw: unknown, type: string | undefined, formula: string | null = null): CellValue {
  // An Excel that cannot show the picture says #NAME?, #BLOCKED! and the like.
  if (formula !== null && typeof raw === 'string' && showsPicture(formula)) return UNKNOWN_PICTURE;
  if (type === 'Error') return { error: errorCode(String(raw)) };
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return typeof raw === 'string' && raw !== '' ? raw : null;
}

/**
 * A formula, or `null` for a constant. Excel's matrix repeats constants, texts that begin with "=" among them; a
 * formula is never its own value.
 */
export function toFormula(raw: unknown, value: unknown): string | null {
  return typeof raw === 'string' && raw.startsWith('=') && raw !== value ? raw : null;
}

/** What to give Excel so that it stores this value: Excel reads strings as if they were typed. */
export function toInput(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (isUnknown(value)) throw new RangeError('what is not known cannot be written');
  return typeof value === 'string' ? asTyped(value) : value;
}

/*
 * An apostrophe before a text makes Excel keep it as text. The other way, the number format "@", would change the
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
