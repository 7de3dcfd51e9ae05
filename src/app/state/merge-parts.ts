import type { DeskKey } from '../../host/desk-key';
import type { StatePart } from '../../host/port';
import type { ProfileSetting } from '../profile-setting';
import { canonical, digestOf } from './canonical';
import { isObject } from './json-text';
import { readPart, type FirstVersionDocument, type PartDocument, type ReadPart } from './part-document';
import { isOwn, sourceOf } from './signed-records';
import type {
  Dismissal,
  Journal,
  ReceivedFrom,
  ReceivedProfile,
  ReceivedState,
  StoredChange,
} from './state-document';
import type { PartProblem } from './state-error';
import type { SignedRecord } from './state-records';
import type { StoredCorrection } from './stored-correction';
import { without } from './without';

/** A part with what of it is this desk's. */
export interface KnownPart extends ReadPart {
  readonly own: readonly SignedRecord[];
  readonly foreign: readonly SignedRecord[];
}

/** All parts brought together. */
export interface MergedParts {
  readonly documents: readonly PartDocument[];
  readonly dismissals: readonly Dismissal[];
  readonly changes: readonly StoredChange[];
  readonly profile: ProfileSetting;
  readonly corrections: readonly StoredCorrection[];
  readonly received: ReceivedState;
  /** Batches of this desk that were interrupted or are under way, with their writers. */
  readonly journals: readonly { readonly writer: string; readonly journal: Journal }[];
  readonly problems: readonly PartProblem[];
  readonly dropped: number;
  /** The highest number of a record of this desk. */
  readonly n: number;
  /** Ids of this desk's dismissals and corrections that were taken back. */
  readonly lifted: ReadonlySet<string>;
}

/** Reads a part and tells what of it is this desk's. */
export function knownPart(part: StatePart, key: DeskKey | null, lookInto = true): KnownPart {
  const read = lookInto ? readPart(part) : readPart(part, 0);
  const own: SignedRecord[] = [];
  const foreign: SignedRecord[] = [];
  for (const record of read.document?.records ?? [])
    if (isOwn(record, key)) own.push(record);
    else foreign.push(record);
  return { ...read, own, foreign };
}

/** Brings parts together: whatever order they were written in, the outcome is the same. */
export function mergeParts(parts: readonly KnownPart[]): MergedParts {
  const own = inOrder(once(parts.flatMap((part) => part.own)));
  const lifted = new Set<string>();
  const undone = new Set<string>();
  const settled = new Set<string>();
  for (const record of own) {
    if (record.adopted) settled.add(record.adopted.source);
    if (record.kind === 'lift') {
      for (const id of record.of) lifted.add(id);
      for (const source of record.sources) settled.add(source);
    }
    if (record.kind === 'undone') for (const id of record.of) undone.add(id);
    if (record.kind === 'refusal') for (const source of record.of) settled.add(source);
  }
  const dismissals: Dismissal[] = [];
  const changes = new Map<string, StoredChange>();
  const corrections: StoredCorrection[] = [];
  let profile: ProfileSetting = null;
  let dropped = 0;
  for (const record of own) {
    if (record.kind === 'dismissal' && !lifted.has(record.id)) dismissals.push(toDismissal(record));
    if (record.kind === 'change' && !changes.has(record.change.id)) {
      const { change } = record;
      changes.set(change.id, {
        ...change,
        undone: change.undone || undone.has(change.id),
        ...adoptedFrom(record),
      });
    }
    if (record.kind === 'correction' && !lifted.has(record.id)) corrections.push(toCorrection(record));
    if (record.kind === 'profile') profile = record.setting;
    if (record.kind === 'dropped') dropped += record.count;
  }
  return {
    documents: parts.flatMap(({ document }) => document ?? []),
    dismissals,
    changes: [...changes.values()],
    profile,
    corrections,
    received: receivedOf(parts, own, settled, undone),
    journals: parts.flatMap(({ document, own: records }) =>
      records.flatMap((record) =>
        record.kind === 'journal' && document
          ? [{ writer: document.writer, journal: asJournal(record.journal) }]
          : [],
      ),
    ),
    problems: parts.flatMap(({ problem }) => problem ?? []),
    dropped,
    n: own.reduce((most, { n }) => Math.max(most, n), 0),
    lifted,
  };
}

/** Records stand in two parts for a moment when these are brought together. */
function once(records: readonly SignedRecord[]): SignedRecord[] {
  const byId = new Map<string, SignedRecord>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  return [...byId.values()];
}

/** As they were written, as far as their writers knew of each other. No clock decides. */
function inOrder(records: readonly SignedRecord[]): SignedRecord[] {
  return [...records].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function toDismissal(record: SignedRecord & { readonly kind: 'dismissal' }): Dismissal {
  return { ...record.dismissal, id: record.id, at: record.at, ...adoptedFrom(record) };
}

function toCorrection(record: SignedRecord & { readonly kind: 'correction' }): StoredCorrection {
  return { ...record.correction, id: record.id, at: record.at, ...adoptedFrom(record) };
}

function adoptedFrom({ adopted }: SignedRecord): { readonly received?: ReceivedFrom } {
  return adopted ? { received: { ...adopted, adopted: true } } : {};
}

/**
 * What is not this desk's and was neither adopted nor refused. Taken back or undone is what the same desk says so of:
 * that is not checked either, and has no effect but on what is shown.
 */
function receivedOf(
  parts: readonly KnownPart[],
  own: readonly SignedRecord[],
  settled: ReadonlySet<string>,
  undone: ReadonlySet<string>,
): ReceivedState {
  const foreign = inOrder(parts.flatMap((part) => part.foreign));
  const dismissals: Dismissal[] = [];
  const changes: StoredChange[] = [];
  const profiles: ReceivedProfile[] = [];
  const corrections: StoredCorrection[] = [];
  // A record of this desk's whose signature somebody has taken off says nothing new.
  const seen = new Set(foreign.length === 0 ? [] : own.map(sourceOf));
  const idsOfOwn = new Set(own.map(({ id }) => id));
  const liftedThere = new Set<string>();
  const undoneThere = new Set<string>();
  for (const record of foreign) {
    if (record.kind === 'lift') for (const id of record.of) liftedThere.add(`${record.desk} ${id}`);
    if (record.kind === 'undone') for (const id of record.of) undoneThere.add(`${record.desk} ${id}`);
  }
  for (const record of foreign) {
    const source = sourceOf(record);
    if (seen.has(source) || settled.has(source)) continue;
    seen.add(source);
    const received = { desk: record.desk, source, adopted: false };
    if (record.kind === 'dismissal' && !liftedThere.has(`${record.desk} ${record.id}`)) {
      dismissals.push({ ...without(record.dismissal, 'step'), id: source, at: record.at, received });
    }
    if (record.kind === 'correction' && !liftedThere.has(`${record.desk} ${record.id}`)) {
      const { columns, said } = record.correction;
      corrections.push({ columns, said, id: source, at: record.at, received });
    }
    if (record.kind === 'change')
      changes.push(
        asReceived(record.change, received, undone, undoneThere.has(`${record.desk} ${record.change.id}`)),
      );
    if (record.kind === 'profile' && record.setting !== null && !idsOfOwn.has(record.id))
      profiles.push({ setting: record.setting, at: record.at, received });
  }
  for (const { firstVersion } of parts)
    if (firstVersion) addFirstVersion(firstVersion, settled, undone, { dismissals, changes, profiles });
  return { dismissals, changes, profiles, corrections };
}

/** Its own id and step are names that anybody may have given; the digest is nobody else's. */
function asReceived(
  change: StoredChange,
  received: ReceivedFrom,
  undone: ReadonlySet<string>,
  undoneThere: boolean,
): StoredChange {
  const isUndone = change.undone || undoneThere || undone.has(received.source);
  return { ...without(change, 'step'), id: received.source, undone: isUndone, received };
}

function addFirstVersion(
  document: FirstVersionDocument,
  settled: ReadonlySet<string>,
  undone: ReadonlySet<string>,
  to: {
    readonly dismissals: Dismissal[];
    readonly changes: StoredChange[];
    readonly profiles: ReceivedProfile[];
  },
): void {
  const from = (kind: string, said: unknown): ReceivedFrom | null => {
    const source = digestOf(canonical([kind, said]));
    return settled.has(source) ? null : { desk: null, source, adopted: false };
  };
  for (const said of document.dismissals) {
    const received = from('dismissal', said);
    if (received) to.dismissals.push({ ...without(said, 'step'), id: received.source, received });
  }
  for (const change of document.changes) {
    const received = from('change', change);
    if (received) to.changes.push(asReceived(change, received, undone, false));
  }
  const { profile } = document;
  if (typeof profile !== 'string' && !isObject(profile)) return;
  const received = from('profile', profile);
  if (received) to.profiles.push({ setting: profile, at: '', received });
}

/** Journals of single changes were once written with the one id. */
function asJournal(journal: unknown): Journal {
  const { change } = journal as { readonly change?: string };
  return typeof change === 'string' ? { kind: 'undo', changes: [change] } : (journal as Journal);
}
