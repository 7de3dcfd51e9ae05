import { createReviewer } from '../app/create-reviewer';
import { engineHere } from '../app/engine/here';
import type { Locale } from '../engine/language';
import { openDeskSettings } from '../host/desk-settings';
import { detectHost } from '../host/detect';
import type { CommandName, CommandOutcome } from './command';
import { failure, runCommand } from './run-command';
import { showOutcome } from './show-outcome';
import { localeOf } from './texts';

/** A button's whole job without a pane, and its outcome in words. Never throws. */
export async function performAlone(command: CommandName): Promise<void> {
  await showOutcome(await outcomeOf(command)).catch(() => undefined);
}

/** Notes and rollups speak as the messages do. */
function displayLocale(): Locale {
  return localeOf(Office.context.displayLanguage ?? 'zh-CN');
}

async function outcomeOf(command: CommandName): Promise<CommandOutcome> {
  try {
    const host = await detectHost();
    const desk = await openDeskSettings();
    const reviewer = createReviewer(host, engineHere(), {
      locale: displayLocale(),
      deskKey: () => desk.key(),
    });
    return await runCommand(command, reviewer);
  } catch (error) {
    return failure(command, error);
  }
}
