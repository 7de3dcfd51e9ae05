import type { CellPosition } from '../../engine/sheet/address';
import type { Guard } from '../../engine/sheet/edit';
import {
  HostError,
  mayWriteAfter,
  type MarkResult,
  type SheetMarks,
  type SpreadsheetHost,
} from '../../host/port';
import type { ReviewFinding } from '../reviewer';
import { FollowedSheet } from './followed-sheet';

/** How often marks are laid anew where rows move at the same time. */
const MOST_ATTEMPTS = 3;

/**
 * Marks findings where their cells are now. A last look sees whether rows moved while the marks were being laid.
 * @throws HostError `changed` where a cell is not certain, or rows go on moving: then no mark of ours is left, and the
 *   error says so (`partly`) where there were any before
 */
export async function markFollowed(
  host: SpreadsheetHost,
  sheet: FollowedSheet,
  findings: readonly ReviewFinding[],
  marksOf: (findings: readonly ReviewFinding[]) => SheetMarks,
): Promise<MarkResult> {
  const sheetId = sheet.present.id;
  let followed = sheet;
  let replaced = false;
  const refused = async (failure: HostError): Promise<HostError> => {
    await host.unmark(sheetId);
    return failure.say(replaced ? 'partly' : 'unchanged');
  };
  for (let attempt = 1; ; attempt++) {
    let here: ReviewFinding[];
    try {
      here = followedFindings(followed, findings);
    } catch (thrown) {
      throw attempt > 1 && thrown instanceof HostError ? await refused(thrown) : thrown;
    }
    const result = await host.mark(sheetId, marksOf(here));
    if (attempt === 1) replaced = result.replaced ?? false;
    if (here.length === 0) return result;
    try {
      await host.edit(sheetId, [], rowsOf(followed, findings, here));
      return result;
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
      if (!mayWriteAfter(thrown)) throw thrown.say('in-doubt');
      if (thrown.code !== 'changed') throw thrown.say('done');
      if (attempt === MOST_ATTEMPTS) throw await refused(thrown);
      followed = new FollowedSheet(followed.reviewed, await host.read(sheetId));
    }
  }
}

/**
 * Findings with their cells, and those they relate to, where these are now.
 * @throws HostError `changed` where one is not certain; it names the cells as they were reviewed
 */
export function followedFindings(sheet: FollowedSheet, findings: readonly ReviewFinding[]): ReviewFinding[] {
  const lost: CellPosition[] = [];
  const followed = findings.map((finding): ReviewFinding => {
    const cell = sheet.place(finding.cell);
    if (!cell) lost.push(finding.cell);
    return {
      ...finding,
      cell: cell ?? finding.cell,
      related: finding.related.flatMap((one) => sheet.place(one) ?? []),
    };
  });
  if (lost.length === 0) return followed;
  throw movedRows(sheet, lost);
}

/** @throws HostError `changed` where the cell of a finding is not certainly where it was reviewed */
export function mustBeUnmoved(sheet: FollowedSheet, findings: readonly ReviewFinding[]): void {
  const moved = followedFindings(sheet, findings).flatMap(({ cell }, i) =>
    cell.row === findings[i]!.cell.row ? [] : [findings[i]!.cell],
  );
  if (moved.length > 0) throw movedRows(sheet, moved);
}

function movedRows(sheet: FollowedSheet, cells: readonly CellPosition[]): HostError {
  return new HostError('changed', 'rows or columns of the annex have changed since the review', {
    sheet: sheet.present.name,
    cells,
    write: 'not-tried',
  });
}

/** The cells that tell whose the marked rows are. */
function rowsOf(
  sheet: FollowedSheet,
  findings: readonly ReviewFinding[],
  here: readonly ReviewFinding[],
): Guard[] {
  const guards = new Map<string, Guard>();
  findings.forEach(({ cell }, i) => {
    const now = here[i]!.cell;
    const owner = sheet.reviewed.ownerOf(cell.row);
    const down = now.row - cell.row;
    const cells = owner
      ? owner.columns.map((column) => ({ row: owner.row + down, column }))
      : [{ row: now.row, column: now.column }];
    for (const one of cells)
      guards.set(`${one.row},${one.column}`, { ...one, expected: sheet.contentAt(one) });
  });
  return [...guards.values()];
}
