import { REVIEWED_LAYOUTS } from '../annex/annex';
import { lookAtUnread } from '../annex/guess/guess-annex';
import { recognise } from '../annex/recognise';
import type { RecogniseOptions } from '../annex/recognise-options';
import { isBlankValue } from '../sheet/cell-value';
import type { SheetSnapshot } from '../sheet/snapshot';

/**
 * What a worksheet holds that is not reviewed: nothing; what would be reviewed, or looks like it; or something else, of
 * which tables of goals, allocations and progress are.
 */
export type SheetLook = 'empty' | 'annex' | 'other';

export function lookAtSheet(sheet: SheetSnapshot, options: RecogniseOptions = {}): SheetLook {
  if (sheet.values.every((row) => row.every(isBlankValue))) return 'empty';
  const annexes = recognise(sheet, options);
  const isAnnex =
    annexes.length === 0
      ? lookAtUnread(sheet, options).looksLikeAnnex
      : annexes.some(({ layout }) => REVIEWED_LAYOUTS.includes(layout));
  return isAnnex ? 'annex' : 'other';
}
