import type { HostShell } from '../host/shell';
import { COMMANDS, type CommandName } from './command';
import { keepOutcome } from './last-outcome';

/**
 * Serves the ribbon's buttons, in a page that they have for themselves as in the pane's. What they need is fetched with
 * the first click, so that it does not weigh on the pane's first paint.
 */
export function startCommands(shell: HostShell): void {
  shell.serveButtons(COMMANDS, (command) => perform(shell, command));
}

/** Does what a button says: while a pane has taken the buttons, a click in it, else the whole job. Never throws. */
async function perform(shell: HostShell, command: CommandName): Promise<void> {
  try {
    const passed = shell.passToPane(command);
    if (passed === null) {
      const { performAlone } = await import('./perform-alone');
      await performAlone(shell, command);
    } else if (!(await passed) || command === 'review') await shell.showPane();
  } catch (error) {
    // Not even the button's own code could be loaded: the pane tells it, now or when it is opened.
    const cause = error instanceof Error ? error.message : String(error);
    keepOutcome(shell, { command, ok: false, code: 'failed', cause });
    await shell.showPane();
  }
}
