import type { CommandName, CommandOutcome } from './command';

/**
 * How a ribbon button and the pane meet in one page (a shared runtime). While a pane has taken the commands, a
 * button is a click in the pane; otherwise the button does its whole job itself.
 *
 * @returns whether it was done; where it was not, the pane says why
 */
export type Taker = (command: CommandName) => Promise<boolean>;

let taker: Taker | null = null;

/** Called by the pane. @returns a function that gives the commands back */
export function takeCommands(take: Taker): () => void {
  taker = take;
  return () => {
    if (taker === take) taker = null;
  };
}

export function currentTaker(): Taker | null {
  return taker;
}

const LAST_OUTCOME = 'annex-reviewer.last-command';

/** Keeps the outcome where a pane that is opened later, in a page of its own, finds it. */
export function keepOutcome(outcome: CommandOutcome): void {
  try {
    window.localStorage.setItem(LAST_OUTCOME, JSON.stringify(outcome));
  } catch {
    // Storage may be switched off; the message that was shown is all there is then.
  }
}

/** The outcome of the last button that no pane has shown yet; it is told once. */
export function takeOutcome(): CommandOutcome | null {
  try {
    const kept = window.localStorage.getItem(LAST_OUTCOME);
    window.localStorage.removeItem(LAST_OUTCOME);
    return kept === null ? null : (JSON.parse(kept) as CommandOutcome);
  } catch {
    return null;
  }
}
