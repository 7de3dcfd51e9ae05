import type { CommandOutcome } from './command';
import { keepOutcome } from './handover';
import { openPane } from './open-pane';
import { outcomeText } from './texts';

/**
 * Tells the outcome of a button where no pane has done it: by opening the pane where one runtime serves both,
 * otherwise in a small dialog. A success that shows in the sheet itself needs no words.
 */
export async function showOutcome(outcome: CommandOutcome): Promise<void> {
  keepOutcome(outcome);
  const visible = outcome.ok && outcome.command !== 'review' && !outcome.left && !outcome.unread;
  if (visible || (await openPane())) return;
  await openedDialog(outcomeText(outcome, Office.context.displayLanguage ?? 'zh-CN'));
}

/** A host that does not even open a dialog must not hold the button; in milliseconds. */
const DIALOG_TIME_LIMIT = 10_000;

/** The text travels behind the hash, which is sent nowhere. */
function openedDialog(text: string): Promise<boolean> {
  const url = new URL('commands.html', window.location.href);
  url.hash = `message=${encodeURIComponent(text)}`;
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), DIALOG_TIME_LIMIT);
    try {
      Office.context.ui.displayDialogAsync(
        url.href,
        { height: 22, width: 28, displayInIframe: true },
        (result) => resolve(result.status === Office.AsyncResultStatus.Succeeded),
      );
    } catch {
      resolve(false);
    }
  });
}
