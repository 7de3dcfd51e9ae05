/** Whether the buttons run in the pane's own page. Where they do not, a pane in this page is one that nobody sees. */
export function sharesRuntime(): boolean {
  return Office.context.requirements.isSetSupported('SharedRuntime', '1.1');
}

/** Brings the pane into view where one runtime serves the pane and the buttons. @returns whether it is in view */
export async function openPane(): Promise<boolean> {
  if (!sharesRuntime()) return false;
  try {
    await Office.addin.showAsTaskpane();
    return true;
  } catch {
    return false;
  }
}
