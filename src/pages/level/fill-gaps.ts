/**
 * What packages need and engines below the level of the pages have not (`scripts/engine-level.js`). Loaded before anything
 * else of a page.
 */

/** `WeakRef` (Chromium 84) that holds on to its target. What is pointed to so is of the page, and goes with it. */
class StrongRef<T extends object> {
  constructor(private readonly target: T) {}

  deref(): T {
    return this.target;
  }
}

const page = globalThis as { WeakRef?: unknown };
if (!page.WeakRef) {
  page.WeakRef = StrongRef;
  // Engines of that age may lack `gap` of flex boxes as well, which the module looks for itself.
  void import('./flex-gaps');
}
