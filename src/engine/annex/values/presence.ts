import { isCellError, type CellValue } from '../../sheet/cell-value';
import { foldText } from '../text';
import { PLACEHOLDERS } from '../vocabulary/placeholders';

/**
 * What a cell holds in place of an answer:
 * `blank` nothing, `placeholder` a sign for nothing (―, /, 无), `error` a worksheet error, `value` anything else.
 */
export type Presence = 'blank' | 'placeholder' | 'error' | 'value';

/** How a raw cell value answers. Numbers, 0 included, are values. */
export function presenceOf(value: CellValue): Presence {
  if (value === null) return 'blank';
  if (typeof value === 'string') {
    if (value.trim() === '') return 'blank';
    return value.length < 12 && PLACEHOLDERS.has(foldText(value)) ? 'placeholder' : 'value';
  }
  return isCellError(value) ? 'error' : 'value';
}
