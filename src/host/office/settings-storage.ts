import type { SharedSettings } from '../shared-settings';

/** In front of all keys, as local storage is shared by everything that is served from one place. */
const CONTAINER = 'annex-reviewer';

/**
 * Settings kept by the storage of Microsoft's office-js-helpers: scoped keys, a fallback into memory where a host
 * forbids local storage, and word of what other panes change.
 *
 * It is the one part of that library we can use. Its `forceCreateSheet` takes over whatever worksheet has the wished
 * name at that moment and clears it, so a worksheet of the user's could be lost between looking and writing, where
 * Excel's own `add` refuses; its `initialize` never resolves with today's office.js. The library is loaded when it is
 * first asked for, never for the first picture of a pane.
 */
export async function openSettingsStorage(): Promise<SharedSettings> {
  const { Storage, StorageType } = await import('@microsoft/office-js-helpers/dist/office.helpers.min.js');
  const open = () => {
    try {
      return { storage: new Storage<string>(CONTAINER), lasting: true };
    } catch {
      return { storage: new Storage<string>(CONTAINER, StorageType.InMemoryStorage), lasting: false };
    }
  };
  const { storage, lasting } = open();
  return {
    lasting,
    getItem(key) {
      const value: unknown = storage.get(key);
      return typeof value === 'string' ? value : null;
    },
    setItem: (key, value) => void storage.set(key, value),
    watch(changed) {
      const subscription = storage.notify(changed);
      return () => subscription.unsubscribe();
    },
  };
}
