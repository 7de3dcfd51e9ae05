import type { ChangeEntry, Dismissal } from '../../app/reviewer';

/** What was done as one step, and is taken back as one. */
export type LogStep =
  | {
      readonly type: 'changes';
      readonly key: string;
      readonly at: string;
      readonly entries: readonly ChangeEntry[];
    }
  | {
      readonly type: 'ignored';
      readonly key: string;
      readonly at: string;
      readonly dismissals: readonly Dismissal[];
    };

/** The steps of a workbook, newest first, from its changes and from what is set aside in it. */
export function logSteps(
  changes: readonly ChangeEntry[] | null,
  dismissals: readonly Dismissal[] | null,
): LogStep[] {
  const changed = gathered(
    changes ?? [],
    // Nobody at this desk knows what another's step was: each of its changes is looked at by itself.
    ({ id, step, received }) => (received ? id : (step ?? id)),
  ).map(([key, entries]): LogStep => ({
    type: 'changes',
    key: `change ${key}`,
    at: entries[0]!.at,
    entries,
  }));
  const ignored = gathered(
    dismissals ?? [],
    ({ step, at, finding, sheetId }) => step ?? `${at} ${sheetId} ${finding}`,
  ).map(([key, some]): LogStep => ({
    type: 'ignored',
    key: `ignored ${key}`,
    at: some[0]!.at,
    dismissals: some,
  }));
  if (ignored.length === 0) return changed;
  return [...changed, ...ignored].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Whether anything of a step still stands. */
export function stands(step: LogStep): boolean {
  return step.type === 'ignored' || step.entries.some(({ undone }) => !undone);
}

function gathered<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = byKey.get(key);
    if (own) own.push(item);
    else byKey.set(key, [item]);
  }
  // What was done as one step reads in the order of the sheet again.
  for (const own of byKey.values()) own.reverse();
  return [...byKey];
}
