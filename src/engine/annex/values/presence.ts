import { isCellError, isUnknown, type CellValue } from '../../sheet/cell-value';
import { foldText } from '../text';
import { PLACEHOLDERS } from '../vocabulary/placeholders';

/**
 * What a cell holds in place of an answer:
 * `blank` nothing, `placeholder` a sign for nothing (―, /, 无), `error` a worksheet error, `unknown` something that was
 * not read, `value` anything else.
 */
export type Presence = 'blank' | 'placeholder' | 'error' | 'unknown' | 'value';

/** Cells longer than this say something. */
const LONGEST = 12;

/** The characters that placeholders begin with. */
const FIRST_CHARACTERS: ReadonlySet<number> = new Set(Array.from(PLACEHOLDERS, (word) => word.charCodeAt(0)));

/** Whether a text that begins with this character cannot be a placeholder: folding leaves these as they are. */
function saysSomething(first: number): boolean {
  const folds = !((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff));
  return !folds && !FIRST_CHARACTERS.has(first);
}

/** How a raw cell value answers. Numbers, 0 included, are values. */
export function presenceOf(value: CellValue): Presence {
  if (value === null) return 'blank';
  if (typeof value === 'string') {
    if (saysSomething(value.charCodeAt(0))) return 'value';
    if (value.trim() === '') return 'blank';
    return value.length < LONGEST && (PLACEHOLDERS.has(value) || PLACEHOLDERS.has(foldText(value)))
      ? 'placeholder'
      : 'value';
  }
  if (isUnknown(value)) return 'unknown';
  return isCellError(value) ? 'error' : 'value';
}
