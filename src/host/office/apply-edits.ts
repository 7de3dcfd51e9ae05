import type { Edit, Guard } from '../../engine/sheet/edit';
import type { AppliedEdit } from '../port';
import { applyEdits } from '../protocol/apply-edits';
import type { CellPort } from '../protocol/cell-port';
import { holds } from '../protocol/written-content';
import { readCells, writeCells } from './cell-writes';
import { toHostError } from './errors';
import type { Batch } from './session';
import { isGone, lookUp, mustBeWritable, mustExist } from './worksheets';

/** Applies edits of one worksheet all or none: one round trip looks, one writes and reads back. */
export function applyToSheet(
  batch: Batch,
  sheetId: string,
  edits: readonly Edit[],
  guards: readonly Guard[],
): Promise<readonly AppliedEdit[]> {
  const sheet = lookUp(batch.context, sheetId);
  const cells: CellPort = {
    get sheetName() {
      return sheet.name;
    },
    look: (positions, toWrite) =>
      readCells(batch, sheet, positions, () => (toWrite ? mustBeWritable(sheet) : mustExist(sheet))),
    write: (writes, options) => writeCells(batch, sheet, writes, options),
    holds,
    toHostError,
    refusedWhole: () => batch.outcome() === 'unchanged',
    isGone: () => isGone(batch, sheetId),
  };
  return applyEdits(cells, edits, guards);
}
