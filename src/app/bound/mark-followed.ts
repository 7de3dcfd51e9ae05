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
 * @param lay lays the marks of a first attempt: in place of any, or only of those of ours that are there
 * @returns `null` where none are there and none were laid
 * @throws HostError `changed` where a cell is not certain, or rows go on moving: then no mark of ours is left, which it
 *   says where there had been some
 */
export async function markFollowed(
  host: SpreadsheetHost,
  sheet: FollowedSheet,
  findings: readonly ReviewFinding[],
  marksOf: (findings: readonly ReviewFinding[]) => SheetMarks,
  lay: 'mark' | 'remark' = 'mark',
): Promise<MarkResult | null> {
  const sheetId = sheet.present.id;
  const here = followedFindings(sheet, findings);
  const first = await host[lay](sheetId, marksOf(here));
  if (!first || here.length === 0) return first;
  let laid: MarkResult = first;
  let moved = await lookAgain(host, sheet, findings, here);
  for (let attempt = 2; moved; attempt++) {
    try {
      if (attempt > MOST_ATTEMPTS) throw moved;
      const followed = new FollowedSheet(sheet.reviewed, await host.read(sheetId));
      const now = followedFindings(followed, findings);
      laid = await host.mark(sheetId, marksOf(now));
      moved = await lookAgain(host, followed, findings, now);
    } catch (thrown) {
      if (!(thrown instanceof HostError) || thrown.write === 'done') throw thrown;
      throw await takenOff(host, sheetId, first, thrown);
    }
  }
  return { ...laid, ...(first.replaced ? { replaced: true } : {}) };
}

/**
 * Whether the rows of marked cells have moved while marks were being laid.
 * @returns the error that tells it, `null` where they have not
 * @throws HostError where nobody can tell: the marks are there
 */
async function lookAgain(
  host: SpreadsheetHost,
  sheet: FollowedSheet,
  findings: readonly ReviewFinding[],
  here: readonly ReviewFinding[],
): Promise<HostError | null> {
  try {
    await host.edit(sheet.present.id, [], rowsOf(sheet, findings, here));
    return null;
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
    if (!mayWriteAfter(thrown)) throw thrown.say('in-doubt');
    if (thrown.code !== 'changed') throw thrown.say('done');
    return thrown;
  }
}

/** Takes marks off that may be beside their cells by now. @returns the error to tell, which says what is so then */
async function takenOff(
  host: SpreadsheetHost,
  sheetId: string,
  { replaced }: MarkResult,
  failure: HostError,
): Promise<HostError> {
  if (!mayWriteAfter(failure)) return failure.say('in-doubt');
  try {
    const { left } = await host.unmark(sheetId);
    return failure.say(replaced || left.length > 0 ? 'partly' : 'unchanged');
  } catch (thrown) {
    return thrown instanceof HostError && !mayWriteAfter(thrown)
      ? thrown.say('in-doubt')
      : failure.say('partly');
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
      related: finding.related.flatMap((one) => {
        // What stands on another worksheet is not followed here.
        if (one.sheetId !== finding.sheetId) return one;
        const place = sheet.place(one);
        return place ? { sheetId: one.sheetId, ...place } : [];
      }),
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
