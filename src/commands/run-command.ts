import { countEntries } from '../app/entries';
import type { Reviewer, SheetReview } from '../app/reviewer';
import { HostError, type WriteOutcome } from '../host/port';
import type { CommandName, CommandOutcome } from './command';

/** Does a button's whole job. Never throws: what went wrong is part of the outcome. */
export async function runCommand(command: CommandName, reviewer: Reviewer): Promise<CommandOutcome> {
  try {
    return await JOBS[command](reviewer);
  } catch (error) {
    return failure(command, error);
  }
}

/** The outcome of a button that could not do its job. */
export function failure(command: CommandName, error: unknown): CommandOutcome {
  return {
    command,
    ok: false,
    code: error instanceof HostError ? error.code : 'failed',
    cause: error instanceof Error ? error.message : String(error),
    ...writeOutcome(command, error),
  };
}

/** A review writes nothing, whatever becomes of it. */
function writeOutcome(command: CommandName, error: unknown): { readonly write?: WriteOutcome } {
  if (command === 'review') return { write: 'not-tried' };
  return error instanceof HostError ? { write: error.write } : {};
}

const JOBS: Readonly<Record<CommandName, (reviewer: Reviewer) => Promise<CommandOutcome>>> = {
  review: (reviewer) => reviewed('review', reviewer, async () => ({})),
  mark: (reviewer) =>
    reviewed('mark', reviewer, async (review) => ({
      markedCells: (await reviewer.mark(review)).markedCells,
    })),
  insertRollups: (reviewer) =>
    reviewed('insertRollups', reviewer, async (review) => ({
      sheets: (await reviewer.insertRollups(review, 'all')).map(({ name }) => name),
    })),
  clearMarks: async (reviewer) => {
    const { sheet } = await reviewer.recognise();
    const { markedCells, left, unreadable, notesUnread = [] } = await reviewer.clearMarks('sheet');
    return {
      command: 'clearMarks',
      ok: true,
      sheet: sheet.name,
      markedCells,
      ...(left.length > 0 ? { left: left.map((one) => one.sheet) } : {}),
      ...(unreadable + notesUnread.length > 0 ? { unread: true } : {}),
    };
  },
};

/** Reviews the sheet in view and goes on with what the review found. */
async function reviewed(
  command: CommandName,
  reviewer: Reviewer,
  goOn: (review: SheetReview) => Promise<Partial<CommandOutcome>>,
): Promise<CommandOutcome> {
  const review = await reviewer.review({ keepMarks: command === 'mark' });
  if (review.reason !== null) {
    const { reason, sheet, elsewhere } = review;
    const there = elsewhere ? { elsewhere: elsewhere.name } : {};
    return { command, ok: false, code: reason, cause: sheet.name, sheet: sheet.name, ...there };
  }
  const { open } = countEntries(review.findings);
  return {
    command,
    ok: true,
    sheet: review.sheet.name,
    errors: open.error,
    warnings: open.warning,
    infos: open.info,
    ...(await goOn(review)),
  } as CommandOutcome;
}
