import type { HostShell } from '../host/shell';
import type { CommandOutcome } from './command';
import { keepOutcome } from './last-outcome';
import { outcomeText } from './texts';

/**
 * Tells the outcome of a button where no pane has done it: by opening the pane where that can be, otherwise in a small
 * dialog. A success that shows in the sheet itself needs no words.
 */
export async function showOutcome(shell: HostShell, outcome: CommandOutcome): Promise<void> {
  keepOutcome(shell, outcome);
  const visible = outcome.ok && outcome.command !== 'review' && !outcome.left && !outcome.unread;
  if (visible || (await shell.showPane())) return;
  await shell.showMessage(outcomeText(outcome, shell.displayLanguage()));
}
