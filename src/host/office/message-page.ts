/** The page of the buttons, which is the dialog too. */
const PAGE = 'commands.html';

/** A host that does not even open a dialog must not hold the button; in milliseconds. */
const TIME_LIMIT = 10_000;

/** Tells a text in a small dialog. The text travels behind the hash, which is sent nowhere. @returns whether it is open */
export function openMessage(text: string): Promise<boolean> {
  const url = new URL(PAGE, window.location.href);
  url.hash = `message=${encodeURIComponent(text)}`;
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), TIME_LIMIT);
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

/** Shows the text where this page is such a dialog. @returns whether it is */
export function showMessageOfPage(): boolean {
  const message = /^#message=(.*)$/.exec(window.location.hash)?.[1];
  if (message === undefined) return false;
  const show = (): void => {
    document.body.textContent = decodeURIComponent(message);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
  return true;
}
