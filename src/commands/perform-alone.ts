import { createReviewer } from '../app/create-reviewer';
import { engineHere } from '../app/engine/here';
import { openDeskSettings } from '../host/desk-settings';
import { frontHost } from '../host/one-workbook';
import type { HostShell } from '../host/shell';
import type { CommandName, CommandOutcome } from './command';
import { failure, runCommand } from './run-command';
import { showOutcome } from './show-outcome';
import { localeOf } from './texts';

/** A button's whole job without a pane, and its outcome in words. Never throws. */
export async function performAlone(shell: HostShell, command: CommandName): Promise<void> {
  await showOutcome(shell, await outcomeOf(shell, command)).catch(() => undefined);
}

async function outcomeOf(shell: HostShell, command: CommandName): Promise<CommandOutcome> {
  try {
    const application = await shell.openApplication();
    const desk = await openDeskSettings(shell);
    // Notes and rollups speak as the messages do.
    const locale = localeOf(shell.displayLanguage());
    const reviewer = createReviewer(frontHost(application), {
      application,
      engine: engineHere(),
      locale,
      deskKey: () => desk.key(),
    });
    return await runCommand(command, reviewer);
  } catch (error) {
    return failure(command, error);
  }
}
