import { takeCommands, takeOutcome } from '../commands/handover';
import { HostError, type HostErrorCode } from '../host/port';
import type { Commands } from './state/commands';
import { currentReview, staleBecause, type Task } from './state/pane-state';
import type { PaneStore } from './state/pane-store';

/**
 * Does what the ribbon's buttons ask as if it had been clicked in the pane, so that the list, the counts and the
 * messages are there. A button that needs a review of the sheet in view makes one first.
 *
 * @returns a function that stops it
 */
export function followRibbon(store: PaneStore, commands: Commands): () => void {
  const reviewed = async () => {
    if (currentReview(store.getState()) === null || staleBecause(store.getState()) !== null)
      await commands.review();
    return currentReview(store.getState()) !== null;
  };
  return takeCommands(async (command) => {
    switch (command) {
      case 'review':
        await commands.review();
        return currentReview(store.getState()) !== null;
      case 'mark':
        return (await reviewed()) && commands.mark();
      case 'clearMarks':
        return commands.clearMarks('sheet');
      case 'insertRollups':
        return (await reviewed()) && commands.insertRollups(['unit-summary', 'issue-list']);
    }
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
export function tellLastOutcome(store: PaneStore): void {
  const outcome = takeOutcome();
  if (!outcome || outcome.ok || SAID_ANYWAY.includes(outcome.code)) return;
  const during = TASKS[outcome.command] ?? 'review';
  store.dispatch({
    type: 'failed',
    problem: { during, error: new HostError(outcome.code as HostErrorCode, outcome.cause) },
  });
}
