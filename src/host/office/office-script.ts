/**
 * Waits until office.js, which the pages load beside themselves (`<script id="office-js" async>`), is there or will
 * not come. Resolves at once in a page that does not load it.
 */
export function officeScriptSettled(): Promise<void> {
  const script = document.getElementById('office-js');
  if (script === null || 'Office' in window || script.hasAttribute('data-failed')) return Promise.resolve();
  return new Promise((resolve) => {
    for (const end of ['load', 'error']) script.addEventListener(end, () => resolve(), { once: true });
  });
}
