import type { HostShell } from '../host/shell';
import type { CommandOutcome } from './command';

/** Keeps the outcome where a pane that is opened later, in a page of its own, finds it. */
export function keepOutcome(shell: HostShell, outcome: CommandOutcome): void {
  shell.leaveForPane(JSON.stringify(outcome));
}

/** The outcome of the last button that no pane has shown yet; it is told once. */
export function takeOutcome(shell: HostShell): CommandOutcome | null {
  const left = shell.takeLeft();
  if (left === null) return null;
  try {
    return JSON.parse(left) as CommandOutcome;
  } catch {
    return null;
  }
}
