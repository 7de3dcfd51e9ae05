import type { CommandName } from '../commands/command';
import { takeOutcome } from '../commands/last-outcome';
import { HostError, type HostErrorCode } from '../host/port';
import type { HostShell } from '../host/shell';
import type { Commands } from './state/commands';
import { currentReview, staleBecause, wholeWorkbook, type Task } from './state/pane-state';
import type { PaneStore } from './state/pane-store';

/**
 * Does what the ribbon's buttons ask as if it had been clicked in the pane, so that the list, the counts and the
 * messages are there. A button that needs a review of the sheet in view makes one first. Clicks are served one after
 * another; none is lost.
 *
 * @returns a function that stops it
 */
export function followRibbon(
  shell: Pick<HostShell, 'takeButtons'>,
  store: PaneStore,
  commands: Commands,
): () => void {
  const reviewNow = async () => {
    const before = currentReview(store.getState());
    await commands.review();
    const after = currentReview(store.getState());
    return after !== null && after !== before && after.reason === null;
  };
  const reviewed = async () => {
    const review = currentReview(store.getState());
    const isFresh = review !== null && review.reason === null && staleBecause(store.getState()) === null;
    return isFresh || reviewNow();
  };
  const jobs: Readonly<Record<CommandName, () => Promise<boolean>>> = {
    review: reviewNow,
    mark: async () => (await reviewed()) && commands.mark(),
    clearMarks: () => commands.clearMarks('sheet'),
    insertRollups: async () =>
      (wholeWorkbook(store.getState()) !== null || (await reviewed())) && commands.insertRollups('all'),
  };
  let last: { readonly command: CommandName; readonly done: Promise<boolean> } | null = null;
  return shell.takeButtons((command: CommandName) => {
    // A second click of the same button while it has not been served yet is the same wish.
    if (last?.command === command) return last.done;
    const before = last?.done ?? Promise.resolve();
    const mine = {
      command,
      done: before
        // The click that opened this page comes before the pane has found Excel, and a click may come amid a task.
        .then(() => commands.ready())
        .then(jobs[command])
        .finally(() => {
          if (last === mine) last = null;
        }),
    };
    last = mine;
    return mine.done;
  });
}

const TASKS: Readonly<Record<string, Task>> = {
  review: 'review',
  mark: 'mark',
  clearMarks: 'unmark',
  insertRollups: 'insert',
};

/** What is wrong with a sheet the pane says anyway, once it has looked at it. */
const SAID_ANYWAY = ['empty', 'not-a-worksheet', 'own-sheet', 'no-annex'];

/** Tells, once, why a ribbon button that was pressed before the pane opened has done nothing. */
export function tellLastOutcome(shell: HostShell, store: PaneStore): void {
  const outcome = takeOutcome(shell);
  if (!outcome || outcome.ok || SAID_ANYWAY.includes(outcome.code)) return;
  const during = TASKS[outcome.command] ?? 'review';
  store.dispatch({
    type: 'failed',
    problem: { during, error: new HostError(outcome.code as HostErrorCode, outcome.cause) },
  });
}
