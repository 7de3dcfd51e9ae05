import { pageDeskKey, randomId, type DeskKey } from '../../host/desk-key';
import type { SpreadsheetHost, StatePart } from '../../host/port';
import type { Fields } from './json-text';
import { knownPart, mergeParts, type KnownPart, type MergedParts } from './merge-parts';
import { newRecords, type NewRecord } from './new-records';
import { partsLookedInto } from './part-document';
import { compacted, ownPartText } from './own-part';
import { recover, type LookAtChanges } from './recover';
import { isOwn, signed } from './signed-records';
import type { Recorded, StateDocument } from './state-document';
import type { PartProblem } from './state-error';
import type { SignedRecord } from './state-records';

/** A writer that has been silent for so long may be taken for gone, in milliseconds. */
const SILENCE = 60 * 60 * 1000;

/** So many characters of other parts at most are brought together with one's own at once. */
const MOST_TAKEN = 1_000_000;

/** And so many parts: each costs round trips. */
const MOST_PARTS_TAKEN = 16;

/** A part that is longer than this takes no other one up: what others wrote must not crowd out its own. */
const LONGEST_TAKING = 1_000_000;

export interface StateStoreOptions {
  /** Looks at cells, where a batch was interrupted. */
  readonly look: LookAtChanges;
  /** The key of this desk, asked for anew each time; `null`: there is none, and every record is received. */
  readonly key?: () => DeskKey | null | Promise<DeskKey | null>;
  readonly now?: () => Date;
}

/**
 * The records in the workbook. Panes, ribbon buttons and colleagues may write at the same time, so each store is a
 * writer of its own with a part of its own; reading brings all parts together, and saving adds to its own what has
 * come to differ from what was read. The parts are read anew each time.
 */
export class StateStore {
  /** The name of this writer, given once in the world. */
  readonly writer = randomId();
  private readonly look: LookAtChanges;
  private readonly key: NonNullable<StateStoreOptions['key']>;
  private readonly now: () => Date;
  /** The part of this writer, if it has one. */
  private part: string | null = null;
  private records: readonly SignedRecord[] = [];
  private unknown: readonly Fields[] = [];
  private read: readonly KnownPart[] = [];
  private merged: MergedParts = mergeParts([]);
  private deskKey: DeskKey | null = null;
  private count = 0;
  private saves = 0;
  private latest: StateDocument | null = null;
  /** Records of this writer by what they say, so that saving the same twice records it once. */
  private readonly said = new Map<string, SignedRecord>();
  private context = '';
  private known = new Map<string, { readonly text: string | null; readonly how: string; part: KnownPart }>();
  /** Since when each part of another writer has been as it is, by this writer's own clock. */
  private readonly watched = new Map<string, { readonly text: string; readonly since: number }>();

  constructor(
    private readonly host: SpreadsheetHost,
    options: StateStoreOptions,
  ) {
    this.look = options.look;
    this.key = options.key ?? pageDeskKey;
    this.now = options.now ?? (() => new Date());
  }

  /**
   * What is recorded, interrupted batches of this desk settled (in what is returned; the workbook is not written).
   * What cannot be read is named in `problems`.
   */
  async load(): Promise<StateDocument> {
    const { saves } = this;
    const state = await this.loaded();
    // What was read while this writer was saving may be what was there before.
    if (saves === this.saves) this.latest = state;
    return state;
  }

  /** Forgets what was loaded or saved last. */
  forgetLatest(): void {
    this.latest = null;
  }

  /** What was loaded or saved last, since it was forgotten; else as `load`. */
  async loadOnce(): Promise<StateDocument> {
    return this.latest ?? this.load();
  }

  private async loaded(): Promise<StateDocument> {
    this.deskKey = await this.key();
    const parts = await this.host.recall();
    this.read = this.knownParts(parts);
    this.merged = mergeParts(this.read);
    const own = this.read.filter(({ document }) => document?.writer === this.writer);
    // Where it is gone, another has brought it together with its own.
    this.part = own[0]?.document?.part ?? null;
    this.records = own.flatMap(({ document }) => document!.records);
    this.unknown = own.flatMap(({ document }) => document!.unknown);
    this.watch();
    return this.documentOf(this.merged);
  }

  /**
   * Records what has come to differ from what was read, and this writer's journal as it is now. Parts of writers that
   * have been silent are brought together with this one's.
   * @throws HostError; StateError `full`
   */
  async save(state: StateDocument): Promise<void> {
    await this.write(newRecords(state, this.now().toISOString()), state, `${state.recorded?.n ?? 0}`);
  }

  /**
   * Records what `save` would, and that received records are not to be shown as received any more.
   * @param sources their digests
   */
  async settle(state: StateDocument, sources: readonly string[]): Promise<void> {
    const at = this.now().toISOString();
    const said = [...newRecords(state, at), { kind: 'refusal' as const, of: sources, at }];
    await this.write(said, state, `${state.recorded?.n ?? 0}`);
  }

  /** Takes parts away that cannot be read, where they still are as they were when they were last read. */
  async discard(parts: readonly PartProblem[]): Promise<void> {
    const texts = new Map((await this.host.recall()).map(({ id, text }) => [id, text]));
    for (const { part, length } of parts) {
      const text = texts.get(part);
      if (text !== undefined && (text?.length ?? null) === length) await this.host.forget(part, text);
    }
  }

  private async write(made: readonly NewRecord[], state: StateDocument, context: string): Promise<void> {
    const key = this.deskKey;
    if (!key) throw new Error('nothing can be recorded without the key of a desk');
    const seen = this.now().toISOString();
    const own = this.read.find(({ document }) => document?.part === this.part)?.document;
    const silent = (own?.text.length ?? 0) > LONGEST_TAKING ? [] : this.silentParts();
    let n = Math.max(
      state.recorded?.n ?? 0,
      ...this.records.filter((one) => isOwn(one, key)).map((r) => r.n),
    );
    const sign = (body: NewRecord): SignedRecord =>
      signed({ id: `${this.writer}.${++this.count}`, n: ++n, desk: key.id, ...body }, key);
    const fresh = made.map((body) => this.once(context, body, () => sign(body)));
    const journal = state.journal && sign({ kind: 'journal', journal: state.journal, at: seen });
    const taken = silent.flatMap(({ document }) => document!.records);
    const records = compacted(
      [...this.records, ...taken, ...fresh].filter(({ kind }) => kind !== 'journal'),
      liftedBy(this.merged.lifted, fresh),
      (record) => isOwn(record, key),
    );
    const list = {
      records: journal ? [...records, journal] : records,
      unknown: [...this.unknown, ...silent.flatMap(({ document }) => document!.unknown)],
    };
    const freshIds = new Set(fresh.map(({ id }) => id));
    const written = ownPartText(this.writer, seen, list, freshIds, (dropped) =>
      sign({ kind: 'dropped', count: dropped, at: seen }),
    );
    this.saves += 1;
    this.latest = null;
    await this.put(written.text);
    this.saves += 1;
    this.latest = state;
    this.records = written.records;
    this.unknown = list.unknown;
    for (const { document } of silent) await this.takeAway(document!.part, document!.text);
    await this.takeAwayDoubles();
  }

  private async put(text: string): Promise<void> {
    const replaced = this.part === null ? null : await this.host.remember(text, this.part);
    this.part = replaced ?? (await this.host.remember(text));
  }

  /** A part that was brought together: what it held stands in this writer's. Where it stays, it is there twice. */
  private async takeAway(part: string, text: string): Promise<void> {
    try {
      await this.host.forget(part, text);
    } catch {
      // The next to write tries again.
    }
  }

  /** Where an answer was lost, a part that this writer added may be there although it did not know. */
  private async takeAwayDoubles(): Promise<void> {
    const doubles = this.read.filter(
      ({ document }) => document?.writer === this.writer && document.part !== this.part,
    );
    for (const { document } of doubles) await this.takeAway(document!.part, document!.text);
  }

  private once(context: string, body: NewRecord, make: () => SignedRecord): SignedRecord {
    if (context !== this.context) this.said.clear();
    this.context = context;
    const what = JSON.stringify(body);
    const there = this.said.get(what);
    if (there) return there;
    const made = make();
    this.said.set(what, made);
    return made;
  }

  /** Parts are read, checked and their signatures proven once for each text. */
  private knownParts(parts: readonly StatePart[]): KnownPart[] {
    const desk = this.deskKey?.id ?? '';
    const known: typeof this.known = new Map();
    const within = partsLookedInto(parts);
    const found = parts.map((part) => {
      const before = this.known.get(part.id);
      const lookInto = within.has(part.id);
      const how = `${desk} ${lookInto}`;
      const same = before?.text === part.text && before.how === how;
      const read = same ? before.part : knownPart(part, this.deskKey, lookInto);
      known.set(part.id, { text: part.text, how, part: read });
      return read;
    });
    this.known = known;
    return found;
  }

  private watch(): void {
    const now = this.now().getTime();
    for (const { document } of this.read) {
      if (document && this.watched.get(document.part)?.text !== document.text)
        this.watched.set(document.part, { text: document.text, since: now });
    }
  }

  /** Parts of other writers that have given no sign of life for long, by their clock or by this writer's. */
  private silentParts(): KnownPart[] {
    const now = this.now().getTime();
    let room = MOST_TAKEN;
    let parts = MOST_PARTS_TAKEN;
    return this.read.filter(({ document, problem, foreign }) => {
      if (!document?.whole || problem || document.writer === this.writer) return false;
      if (document.text.length > room || parts === 0) return false;
      // What became of another desk's interrupted batch is for that desk to tell.
      if (foreign.some(({ kind }) => kind === 'journal')) return false;
      const seen = Date.parse(document.seen);
      const since = this.watched.get(document.part)?.since ?? now;
      if (!(now - seen >= SILENCE || now - since >= SILENCE)) return false;
      room -= document.text.length;
      parts--;
      return true;
    });
  }

  private async documentOf(merged: MergedParts): Promise<StateDocument> {
    const { dismissals, profile, corrections, received, problems, dropped, n } = merged;
    const silent = new Set(this.silentParts().map(({ document }) => document!.writer));
    let { changes } = merged;
    const kept: Recorded['changes'] = new Map(
      changes.map(({ id, undone }) => [id, { undone, kept: true }] as const),
    );
    const changesNow = new Map(kept);
    for (const { writer, journal } of merged.journals) {
      const before = new Set(changes);
      changes = await recover(this.host, this.look, changes, journal);
      if (writer === this.writer || silent.has(writer)) continue;
      // Its writer is there, and will record itself what became of it.
      for (const one of changes)
        if (!before.has(one)) changesNow.set(one.id, { undone: one.undone, kept: kept.has(one.id) });
    }
    const recorded = { dismissals, changes: changesNow, profile, corrections, n };
    const now = { dismissals, changes, journal: null, profile, corrections };
    return { ...now, received, problems, dropped, recorded };
  }
}

function liftedBy(before: ReadonlySet<string>, fresh: readonly SignedRecord[]): ReadonlySet<string> {
  const lifted = new Set(before);
  for (const record of fresh) if (record.kind === 'lift') for (const id of record.of) lifted.add(id);
  return lifted;
}
