/**
 * Entry of the ribbon's buttons: the functions named in manifest.xml. It is part of the pane's page, where one
 * runtime serves both, and of commands.html, which has nothing else. What the buttons need is fetched with the first
 * click, so that it does not weigh on the pane's first paint.
 */
import { officeScriptSettled } from '../host/office-script';
import { answering } from './answer-event';
import { COMMANDS, type CommandName } from './command';
import { currentTaker, keepOutcome } from './handover';
import { openPane, sharesRuntime } from './open-pane';

const message = /^#message=(.*)$/.exec(window.location.hash)?.[1];
if (message !== undefined) showMessage(decodeURIComponent(message));
else
  void officeScriptSettled().then(() => {
    if (typeof Office === 'undefined') return;
    // Excel may pass on the click that has opened this page before it calls the page ready, and drops a click whose
    // function it does not know by then.
    for (const command of COMMANDS) Office.actions.associate(command, answering(command, perform));
    void Office.onReady();
  });

/** Does what a button says. Never throws. */
async function perform(command: CommandName): Promise<void> {
  try {
    const take = sharesRuntime() ? currentTaker() : null;
    if (take === null) {
      const { performAlone } = await import('./perform-alone');
      await performAlone(command);
    } else if (!(await take(command)) || command === 'review') await openPane();
  } catch (error) {
    // Not even the button's own code could be loaded: the pane tells it, now or when it is opened.
    const cause = error instanceof Error ? error.message : String(error);
    keepOutcome({ command, ok: false, code: 'failed', cause });
    await openPane();
  }
}

/** This page as the dialog that tells an outcome. */
function showMessage(text: string): void {
  const show = (): void => {
    document.body.textContent = text;
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
}
