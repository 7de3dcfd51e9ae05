/**
 * Entry of the ribbon's buttons: the functions named in manifest.xml. It is part of the pane's page, where one
 * runtime serves both, and of commands.html, which has nothing else. What the buttons need is fetched with the first
 * click, so that it does not weigh on the pane's first paint.
 */
import { officeScriptSettled } from '../host/office-script';
import { COMMANDS, type CommandName } from './command';
import { currentTaker } from './handover';
import { openPane, sharesRuntime } from './open-pane';

const message = /^#message=(.*)$/.exec(window.location.hash)?.[1];
if (message !== undefined) showMessage(decodeURIComponent(message));
else
  void officeScriptSettled().then(() => {
    if (typeof Office !== 'undefined') void Office.onReady(associate);
  });

function associate(): void {
  for (const command of COMMANDS)
    Office.actions.associate(command, (event: Office.AddinCommands.Event) => void perform(command, event));
}

/** Office waits for `completed`, so it is called whatever happens. */
async function perform(command: CommandName, event: Office.AddinCommands.Event): Promise<void> {
  try {
    const take = sharesRuntime() ? currentTaker() : null;
    if (take === null) {
      const { performAlone } = await import('./perform-alone');
      await performAlone(command);
    } else if (!(await take(command)) || command === 'review') await openPane();
  } finally {
    event.completed();
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
