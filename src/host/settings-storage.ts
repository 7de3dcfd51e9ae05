import type { SharedSettings } from './shell';

/** In front of all keys, as local storage is shared by everything that is served from one place. */
const CONTAINER = 'annex-reviewer';
/** Words of other panes that come in one burst are told once, so many milliseconds after the last. */
const QUIET_TIME = 300;

/**
 * Settings as the `Storage` of Microsoft's office-js-helpers keeps them: the same keys and the same texts in local
 * storage, a fallback into memory where a host forbids that, and word of what other panes change. What one of them has
 * written the other reads, which the tests show with that library beside ours.
 *
 * The library itself is not loaded by any page: its one bundle brings core-js 2 and rxjs 5, which nobody keeps any more.
 * Nor is there anything else in it for us. Its `forceCreateSheet` takes over whatever worksheet has the wished name at
 * that moment and clears it, so a worksheet of the user's could be lost between looking and writing, where Excel's own
 * `add` refuses; its `initialize` never resolves with today's office.js.
 *
 * It differs in three things. A text that looks like a date stays a text. A change of ours is told also where that of
 * somebody else follows at once, and also where everything was cleared.
 */
export function openSettingsStorage(): SharedSettings {
  const { storage, lasting } = open();
  const scoped = (key: string): string => {
    if (key === '') throw new TypeError('a setting needs a key');
    return `@${CONTAINER}/${key}`;
  };
  return {
    lasting,
    getItem(key) {
      const kept = storage.getItem(scoped(key));
      if (kept === null) return null;
      try {
        const value: unknown = JSON.parse(kept);
        return typeof value === 'string' ? value : null;
      } catch {
        return kept;
      }
    },
    setItem: (key, value) => storage.setItem(scoped(key), JSON.stringify(value)),
    watch,
  };
}

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Local storage, or memory where it may not even be looked at, or takes nothing. */
function open(): { storage: Kept; lasting: boolean } {
  try {
    const storage = window.localStorage;
    // The library's own entry: it tells that these keys are in use, and us whether anything can be kept.
    if (storage.getItem(CONTAINER) === null) storage.setItem(CONTAINER, 'null');
    return { storage, lasting: true };
  } catch {
    const items = new Map<string, string>();
    return {
      storage: {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
      },
      lasting: false,
    };
  }
}

function watch(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = ({ key }: StorageEvent): void => {
    if (key !== null && !key.startsWith(`@${CONTAINER}/`)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_TIME);
  };
  window.addEventListener('storage', heard);
  return () => {
    window.removeEventListener('storage', heard);
    clearTimeout(timer);
  };
}
