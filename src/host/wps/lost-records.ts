import type { LostRecords } from './record-store';

const KEY = 'annex-reviewer.et.builds-that-lose-records';

/**
 * Which builds were seen to lose records, on this computer; where nothing can be kept there, as long as the page lasts.
 * @param page its `localStorage` may throw as soon as it is asked for
 */
export function lostRecordsOf(page: {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
}): LostRecords {
  const here = new Set<string>();
  const builds = (): Set<string> => new Set([...here, ...kept(page)]);
  return {
    has: (build) => builds().has(build),
    add(build) {
      here.add(build);
      try {
        page.localStorage.setItem(KEY, JSON.stringify([...builds()]));
      } catch {
        // It is known here, and found out anew by the next page.
      }
    },
  };
}

function kept(page: { readonly localStorage: Pick<Storage, 'getItem'> }): readonly string[] {
  try {
    const read: unknown = JSON.parse(page.localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter((build): build is string => typeof build === 'string') : [];
  } catch {
    return [];
  }
}
