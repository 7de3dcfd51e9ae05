/** Whether the buttons run in the pane's own page. Where they do not, a pane in this page is one that nobody sees. */
export function sharesRuntime(): boolean {
  return Office.context.requirements.isSetSupported('SharedRuntime', '1.1');
}
