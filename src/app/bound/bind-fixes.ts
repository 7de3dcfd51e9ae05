import type { Edit } from '../../engine/sheet/edit';
import { numberFormatAt } from '../../engine/sheet/snapshot';
import { snapshotAfter } from '../../engine/sheet/snapshot-after';
import { HostError } from '../../host/port';
import { mayBeFixedInBulk } from '../bulk-fix';
import type { PlannedFix } from '../changes';
import type { BoundFixes, RefusedFix } from '../engine/engine';
import { FixBinder, type FixInPlace } from './bind-fix';
import { ChangedSheet } from './change-place';
import type { FollowedSheet } from './followed-sheet';

/**
 * Ties fixes to what was reviewed, over one later snapshot of their sheet, and tells by what each is found again once
 * all of them are made.
 * @param bulk whether only fixes may be bound that change how a text is written; others are passed over
 */
export function bindFixes(sheet: FollowedSheet, fixes: readonly PlannedFix[], bulk: boolean): BoundFixes {
  const binder = new FixBinder(sheet);
  const bound: (FixInPlace & { readonly at: number })[] = [];
  let refused: RefusedFix | null = null;
  fixes.forEach((planned, at) => {
    if (bulk && !mayBeFixedInBulk(planned.finding, sheet.reviewed.annexes)) return;
    try {
      bound.push({ at, ...binder.bind(planned) });
    } catch (thrown) {
      if (!(thrown instanceof HostError) || (thrown.code !== 'changed' && thrown.code !== 'not-supported'))
        throw thrown;
      refused ??= { at, because: thrown.code, cells: thrown.detail.cells ?? [] };
    }
  });
  const edits = bound.flatMap(({ fix }) => fix.edits);
  const after = new ChangedSheet(snapshotAfter(sheet.present, edits.map(written)), sheet.annexes);
  return {
    bound: bound.map(({ at, fix, reviewed, guards }) => ({
      ...{ at, fix, reviewed, guards },
      formats: fix.edits.map(({ row, column }) => numberFormatAt(sheet.present, row, column)),
      place: after.placeOf(fix.edits),
    })),
    refused,
  };
}

function written({ row, column, after }: Edit) {
  return 'formula' in after
    ? { row, column, value: null, formula: after.formula }
    : { row, column, value: after.value, formula: null };
}
