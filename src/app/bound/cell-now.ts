import type { CellPosition } from '../../engine/sheet/address';
import type { Guard } from '../../engine/sheet/edit';
import { formulaAt, valueAt } from '../../engine/sheet/snapshot';
import { HostError, type SpreadsheetHost } from '../../host/port';
import { FollowedSheet } from './followed-sheet';
import type { ReviewedSheet } from './reviewed-sheet';

/**
 * Where a reviewed cell is now. One look tells whether its row is as it was; only where it is not, the sheet is read.
 * @throws HostError `changed` where its row is not certain
 */
export async function cellNow(
  host: SpreadsheetHost,
  reviewed: ReviewedSheet,
  cell: CellPosition,
): Promise<CellPosition> {
  const { id, name } = reviewed.snapshot;
  try {
    await host.edit(id, [], rowGuards(reviewed, cell.row));
    return cell;
  } catch (thrown) {
    if (!(thrown instanceof HostError && thrown.code === 'changed')) throw thrown;
  }
  const now = new FollowedSheet(reviewed, await host.read(id)).place(cell);
  if (now) return now;
  throw new HostError('changed', 'the row is not certain any more', {
    sheet: name,
    cells: [{ row: cell.row, column: cell.column }],
    write: 'not-tried',
  });
}

/** A whole row, and the row that tells whose it is. */
function rowGuards(reviewed: ReviewedSheet, row: number): Guard[] {
  const [sheet] = reviewed.versions as [ReviewedSheet['snapshot']];
  const guards: Guard[] = [];
  for (const each of new Set([row, reviewed.ownerOf(row)?.row ?? row]))
    for (let column = sheet.firstColumn; column < sheet.firstColumn + sheet.columnCount; column++) {
      const expected = { value: valueAt(sheet, each, column), formula: formulaAt(sheet, each, column) };
      guards.push({ row: each, column, expected });
    }
  return guards;
}
