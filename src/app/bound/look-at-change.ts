import type { CellPosition } from '../../engine/sheet/address';
import type { Edit } from '../../engine/sheet/edit';
import { formulaAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { holds } from '../cell-content';
import type { LookedChange } from '../engine/engine';
import type { StoredChange } from '../state/state-document';
import type { ChangedSheet } from './change-place';
import { moved } from './moved-cells';

/** What the cells of a recorded change hold, wherever they are by now. */
export function lookAtChange(change: StoredChange, sheet: ChangedSheet): LookedChange {
  const shift = sheet.shiftOf(change);
  const down = shift ?? 0;
  const cells = moved(change.edits, down);
  const now = cells.map((cell) => contentAt(sheet.snapshot, cell));
  const all = (what: 'before' | 'after'): boolean => cells.every((cell, i) => holds(now[i]!, cell[what]));
  const { place } = change;
  const guards = (place?.columns ?? []).map((column) => {
    const cell = { row: place!.row + down, column };
    return { ...cell, expected: contentAt(sheet.snapshot, cell) };
  });
  return { shift, holds: { before: all('before'), after: all('after') }, now, guards };
}

function contentAt(sheet: SheetSnapshot, { row, column }: CellPosition): Edit['expectedBefore'] {
  return { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
}
