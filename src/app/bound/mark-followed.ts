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

/** How often marks are laid anew where rows move at the same time. */
const MOST_ATTEMPTS = 3;

/** Findings where their cells are now. */
export interface FindingsInPlace {
  readonly findings: readonly ReviewFinding[];
  /** The cells that tell whose their rows are. */
  readonly guards: readonly Guard[];
}

/**
 * Marks findings where their cells are now. A last look sees whether rows moved while the marks were being laid.
 * @param first the findings where they are, as far as is known
 * @param again reads the worksheet and finds them again
 * @param lay lays the marks of a first attempt: in place of any, or only of those of ours that are there
 * @returns `null` where none are there and none were laid
 * @throws HostError `changed` where a cell is not certain, or rows go on moving: then no mark of ours is left, which it
 *   says where there had been some
 */
export async function markFollowed(
  host: SpreadsheetHost,
  sheetId: string,
  { first, again }: { readonly first: FindingsInPlace; readonly again: () => Promise<FindingsInPlace> },
  marksOf: (findings: readonly ReviewFinding[]) => SheetMarks,
  lay: 'mark' | 'remark' = 'mark',
): Promise<MarkResult | null> {
  const before = await host[lay](sheetId, marksOf(first.findings));
  if (!before || first.findings.length === 0) return before;
  let laid: MarkResult = before;
  let moved = await lookAgain(host, sheetId, first);
  for (let attempt = 2; moved; attempt++) {
    try {
      if (attempt > MOST_ATTEMPTS) throw moved;
      const now = await again();
      laid = await host.mark(sheetId, marksOf(now.findings));
      moved = await lookAgain(host, sheetId, now);
    } catch (thrown) {
      if (!(thrown instanceof HostError) || thrown.write === 'done') throw thrown;
      throw await takenOff(host, sheetId, before, thrown);
    }
  }
  return { ...laid, ...(before.replaced ? { replaced: true } : {}) };
}

/**
 * Whether the rows of marked cells have moved while marks were being laid.
 * @returns the error that tells it, `null` where they have not
 * @throws HostError where nobody can tell: the marks are there
 */
async function lookAgain(
  host: SpreadsheetHost,
  sheetId: string,
  { guards }: FindingsInPlace,
): Promise<HostError | null> {
  try {
    await host.edit(sheetId, [], guards);
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

export function movedRows(sheet: string, cells: readonly CellPosition[]): HostError {
  return new HostError('changed', 'rows or columns of the annex have changed since the review', {
    sheet,
    cells,
    write: 'not-tried',
  });
}
