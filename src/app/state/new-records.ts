import { canonical } from './canonical';
import type { RecordBody } from './state-records';
import type { Dismissal, Recorded, StateDocument, StoredChange } from './state-document';
import type { StoredCorrection } from './stored-correction';
import { without } from './without';

/** A record that is to be written, before it has a number and a signature. */
export type NewRecord = RecordBody & {
  readonly at: string;
  readonly adopted?: { readonly source: string; readonly desk: string | null };
};

const NOTHING: Recorded = { dismissals: [], changes: new Map(), profile: null, corrections: [], n: 0 };

/** What has to be recorded so that a document that was read becomes what it is now. */
export function newRecords(state: StateDocument, now: string): NewRecord[] {
  const { recorded = NOTHING } = state;
  return [
    ...lifts(state, recorded, now),
    ...dismissals(state.dismissals, recorded),
    ...corrections(state.corrections, recorded),
    ...changes(state.changes, recorded, now),
    ...(canonical(state.profile) === canonical(recorded.profile)
      ? []
      : [{ kind: 'profile' as const, setting: state.profile, at: now }]),
  ];
}

function dismissals(now: readonly Dismissal[], recorded: Recorded): NewRecord[] {
  const before = new Set(recorded.dismissals);
  return now.flatMap((one): NewRecord[] => {
    if (before.has(one)) return [];
    const { at, received, ...dismissal } = without(one, 'id');
    return [{ kind: 'dismissal', dismissal, at, ...adopted(received) }];
  });
}

function corrections(now: readonly StoredCorrection[], recorded: Recorded): NewRecord[] {
  const before = new Set(recorded.corrections);
  return now.flatMap((one): NewRecord[] => {
    if (before.has(one)) return [];
    const { columns, said, at, received } = one;
    return [{ kind: 'correction', correction: { columns, said }, at, ...adopted(received) }];
  });
}

function lifts(
  now: Pick<StateDocument, 'dismissals' | 'corrections'>,
  recorded: Recorded,
  at: string,
): NewRecord[] {
  const left = new Set<unknown>([...now.dismissals, ...now.corrections]);
  const gone = [...recorded.dismissals, ...recorded.corrections].filter((one) => !left.has(one));
  if (gone.length === 0) return [];
  const of = gone.flatMap(({ id }) => id ?? []);
  return [{ kind: 'lift', of, sources: gone.flatMap(({ received }) => received?.source ?? []), at }];
}

function changes(now: readonly StoredChange[], recorded: Recorded, at: string): NewRecord[] {
  const made: NewRecord[] = [];
  const undone: string[] = [];
  for (const one of now) {
    const before = recorded.changes.get(one.id);
    if (before === undefined || (!before.kept && before.undone !== one.undone)) {
      const { received, ...change } = one;
      made.push({ kind: 'change', change: { ...change, undone: false }, at: one.at, ...adopted(received) });
      if (one.undone) undone.push(one.id);
    } else if (one.undone && !before.undone) undone.push(one.id);
  }
  return undone.length === 0 ? made : [...made, { kind: 'undone', of: undone, at }];
}

function adopted(received: Dismissal['received']): Pick<NewRecord, 'adopted'> {
  return received ? { adopted: { source: received.source, desk: received.desk } } : {};
}
