import { createReviewer } from '../app/create-reviewer';
import { detectHost } from '../host/detect';
import type { CommandName, CommandOutcome } from './command';
import { failure, runCommand } from './run-command';
import { showOutcome } from './show-outcome';

/** A button's whole job without a pane, and its outcome in words. Never throws. */
export async function performAlone(command: CommandName): Promise<void> {
  await showOutcome(await outcomeOf(command)).catch(() => undefined);
}

async function outcomeOf(command: CommandName): Promise<CommandOutcome> {
  try {
    return await runCommand(command, createReviewer(await detectHost()));
  } catch (error) {
    return failure(command, error);
  }
}
