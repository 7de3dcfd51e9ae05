import type { ChangeEntry, Dismissal, ProfileSetting } from './reviewer';
import { toEntry } from './changes';
import { effectsOf, profileOf, type ProfileEffects } from './profile-setting';
import type { PartProblem } from './state/state-error';
import type { ReceivedProfile, ReceivedState, StateDocument, StoredChange } from './state/state-document';
import type { StoredCorrection } from './state/stored-correction';

/** What is adopted or refused at a time. */
export type ReceivedKind = 'dismissals' | 'profiles' | 'corrections' | 'changes';

/** A choice of profile that came with the workbook, and what it would do. */
export interface ReceivedProfileChoice {
  readonly setting: Exclude<ProfileSetting, null>;
  /** The desk that chose it, as the record says; `null` where it says none. */
  readonly desk: string | null;
  /** By this it is adopted or refused. */
  readonly source: string;
  /** The name that it gives itself; `null` where it cannot be used. */
  readonly name: string | null;
  /** What it would turn off and lower; `null` where it cannot be used. */
  readonly effects: ProfileEffects | null;
}

/** Everything that came with the workbook, is not this desk's, and was neither adopted nor refused. */
export interface ReceivedRecords {
  readonly dismissals: readonly Dismissal[];
  /** Newest first, by the order in which they were recorded. */
  readonly changes: readonly ChangeEntry[];
  readonly profiles: readonly ReceivedProfileChoice[];
  /** Oldest first. */
  readonly corrections: readonly StoredCorrection[];
  /** Parts of the records that cannot be read: left alone until they are taken away by `discard`. */
  readonly unreadable: readonly PartProblem[];
  /** How many changes are no longer in the log because there were too many. */
  readonly dropped: number;
}

/** What came with a workbook, for showing it. */
export async function receivedRecords({
  received,
  problems,
  dropped,
}: Pick<StateDocument, 'received' | 'problems' | 'dropped'>): Promise<ReceivedRecords> {
  return {
    dismissals: [...received.dismissals].reverse(),
    changes: received.changes.map(toEntry).reverse(),
    profiles: await Promise.all(received.profiles.map(profileChoice)),
    corrections: received.corrections,
    unreadable: problems,
    dropped,
  };
}

async function profileChoice({ setting, received }: ReceivedProfile): Promise<ReceivedProfileChoice> {
  const profile = await profileOf(setting);
  return {
    setting,
    desk: received.desk,
    source: received.source,
    name: profile && profile.name['zh-CN'],
    effects: profile && effectsOf(profile),
  };
}

/** The received records of a kind that are meant. @param sources absent: all of the kind */
export function receivedSources(
  received: ReceivedState,
  kind: ReceivedKind,
  sources?: readonly string[],
): string[] {
  const wanted = sources && new Set(sources);
  const list: readonly { readonly received?: { readonly source: string } }[] = received[kind];
  return list.flatMap(({ received: from }) =>
    from && (wanted?.has(from.source) ?? true) ? from.source : [],
  );
}

/**
 * The document with received records made this desk's own; whose they were stays with them. Of several profiles the last
 * one is taken.
 */
export function adopting(state: StateDocument, sources: readonly string[], at: string): StateDocument {
  const wanted = new Set(sources);
  const isWanted = ({ received }: { readonly received?: { readonly source: string } }): boolean =>
    received !== undefined && wanted.has(received.source);
  const { received } = state;
  const profiles = received.profiles.filter(isWanted);
  const profile = profiles[profiles.length - 1];
  return {
    ...state,
    dismissals: [
      ...state.dismissals,
      ...received.dismissals.filter(isWanted).map((one) => ({
        ...one,
        // A time that came with the record may be any.
        at,
        received: { ...one.received!, adopted: true },
      })),
    ],
    changes: [...state.changes, ...received.changes.filter(isWanted).map(asAdopted)],
    corrections: [
      ...state.corrections,
      ...received.corrections.filter(isWanted).map((one) => ({
        ...one,
        at,
        received: { ...one.received!, adopted: true },
      })),
    ],
    profile: profile ? profile.setting : state.profile,
  };
}

function asAdopted(change: StoredChange): StoredChange {
  return { ...change, received: { ...change.received!, adopted: true } };
}

/** The document with received changes in its log that are to be taken back. */
export function withReceivedChanges(state: StateDocument, ids: readonly string[]): StateDocument {
  const logged = new Set(state.changes.map(({ id }) => id));
  const wanted = state.received.changes.filter(({ id }) => ids.includes(id) && !logged.has(id));
  return wanted.length === 0 ? state : { ...state, changes: [...state.changes, ...wanted.map(asAdopted)] };
}
