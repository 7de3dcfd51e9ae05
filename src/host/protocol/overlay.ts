import { countCells } from '../../engine/sheet/address';
import {
  mayWriteAfter,
  HostError,
  type MarkResult,
  type MarkSeverity,
  type MarksLeft,
  type SheetMarks,
} from '../port';

/*
 * Marks lie over the cells as conditional formats, and notes beside them. What a host does alike when a request to lay or
 * take them off has failed somewhere: look how far it came, and bring the work to its end or take back what was made.
 */

/** A conditional format of ours. */
export interface MarkFormat {
  readonly id: string;
  readonly severity: MarkSeverity;
  /** How many cells it covers; `null` where the host does not tell. */
  readonly cells: number | null;
  /** Whether it has the colour of its severity: one that was made half-way has not. */
  readonly coloured: boolean;
}

/** What the conditional formats of a worksheet are, as far as the host can tell. */
export interface MarksOfSheet {
  readonly ours: readonly MarkFormat[];
  /** Ids of those by a formula that has not been given yet: ours for a moment, while a request makes them. */
  readonly unsigned: readonly string[];
  /** Ids of all that could be seen. */
  readonly ids: ReadonlySet<string>;
  /** How many cannot be read; none of them is ours as far as anybody can know. */
  readonly unread: number;
}

/** What of ours is on a worksheet. */
export interface OverlayLook {
  /** Its name, for people. */
  readonly name: string;
  readonly isProtected: boolean;
  readonly formats: MarksOfSheet;
  /** How many notes are ours; `null` where there are none for us, or they cannot be read. */
  readonly ownNotes: number | null;
  readonly notesUnreadable: boolean;
}

/** What became of notes that a host did not take all at once. */
export interface SettledNotes {
  /** Notes that are there as wanted. */
  readonly notes: number;
  /** Left out because their cells have one of the user's. */
  readonly notesLeftOut: number;
  /** Refused by the host. */
  readonly notesRefused: number;
  /** Notes of ours of before that the host did not let us take off. */
  readonly stale: number;
}

/** The marks of one worksheet, as a host lays them. */
export interface OverlayPort {
  look(): Promise<OverlayLook>;
  /** Deletes conditional formats, each by itself where the host refuses several; one that is gone is gone. */
  deleteFormats(ids: readonly string[]): Promise<void>;
  /** Brings the notes of ours to what is wanted, from wherever a failed request has left them. */
  settleNotes(wanted: SheetMarks['notes']): Promise<SettledNotes>;
  toHostError(error: unknown): HostError;
}

/** From the last to the first: where each mark is put before those already there, the worst is seen. */
export const LAST_TO_FIRST: readonly MarkSeverity[] = ['info', 'warning', 'error'];

/**
 * After a request that failed somewhere: looks how far it came, and either brings the work to its end or takes back what
 * was made.
 * @throws HostError the failure, where it was taken back or nobody can tell
 */
export async function settleMarks(
  overlay: OverlayPort,
  before: OverlayLook,
  { cells, notes }: SheetMarks,
  failure: HostError,
): Promise<MarkResult> {
  try {
    const { name, formats } = await overlay.look();
    const isNew = (id: string): boolean => !before.formats.ids.has(id);
    const added = formats.ours.filter(({ id }) => isNew(id));
    const halfMade = formats.unsigned.filter(isNew);
    if (!isComplete(added, cells) || halfMade.length > 0) {
      await overlay.deleteFormats([...added.map(({ id }) => id), ...halfMade]);
      const after = await overlay.look();
      const lost = [...after.formats.ours.map(({ id }) => id), ...after.formats.unsigned].some(isNew);
      throw failure.say(lost ? 'in-doubt' : 'unchanged');
    }
    await overlay.deleteFormats(formats.ours.filter(({ id }) => !isNew(id)).map(({ id }) => id));
    const settled =
      before.ownNotes === null
        ? { notes: 0, notesLeftOut: 0, notesRefused: before.notesUnreadable ? notes.length : 0, stale: 0 }
        : await overlay.settleNotes(notes);
    const after = await overlay.look();
    const old = after.formats.ours.filter(({ id }) => !isNew(id));
    const oldCells = sumOf(old, (mark) => mark.cells ?? 0);
    const left: MarksLeft = {
      sheet: name,
      markedCells: oldCells,
      notes: settled.stale,
      because: 'refused',
    };
    return {
      markedCells: countCells(Object.values(cells).flat()),
      notes: settled.notes,
      notesLeftOut: settled.notesLeftOut,
      notesRefused: settled.notesRefused,
      left: old.length + settled.stale > 0 ? [left] : [],
      unreadable: after.formats.unread,
    };
  } catch (error) {
    throw inDoubtAfter(failure, overlay.toHostError(error));
  }
}

/** Marks of several worksheets, as a host takes them off. */
export interface OverlaysPort<Look extends OverlayLook> {
  /** Those of the worksheets that are still there. */
  look(): Promise<readonly Look[]>;
  /** Takes off what is there, each by itself where the host refuses several. */
  takeOff(look: Look): Promise<void>;
  toHostError(error: unknown): HostError;
}

/** Takes off what a failed request has left. @returns what the host does not let go */
export async function settleUnmarked<Look extends OverlayLook>(
  overlays: OverlaysPort<Look>,
  before: readonly Look[],
  failure: HostError,
): Promise<MarksLeft[]> {
  try {
    const there = await overlays.look();
    for (const one of there) await overlays.takeOff(one);
    const after = (await overlays.look()).filter(isMarked);
    const cells = sumOf(after, cellsOf);
    const notes = sumOf(after, notesOf);
    const all = sumOf(before, cellsOf) + sumOf(before, notesOf);
    if (before.length === 1 && there.length === 0)
      throw new HostError('sheet-gone', 'the worksheet was deleted').say('unchanged');
    if (after.length > 0 && cells + notes >= all) throw failure.say('unchanged');
    return after.map((one) => leftOn(one, one.isProtected ? 'protected' : 'refused'));
  } catch (error) {
    throw inDoubtAfter(failure, overlays.toHostError(error));
  }
}

/** The error to tell where even looking or settling failed, or what settling has found out. */
function inDoubtAfter(failure: HostError, later: HostError): HostError {
  if (later === failure || later.code === 'sheet-gone') return later.say(later.write);
  return (mayWriteAfter(later) ? failure : later).say('in-doubt');
}

/** Whether all marks are there that were to be made, whole. */
function isComplete(added: readonly MarkFormat[], cells: SheetMarks['cells']): boolean {
  return LAST_TO_FIRST.every((severity) => {
    const own = added.filter((mark) => mark.severity === severity);
    const known = own.every((mark) => mark.coloured && mark.cells !== null);
    return known && sumOf(own, (mark) => mark.cells ?? 0) === countCells(cells[severity]);
  });
}

/** What is left of marks and notes on a worksheet. */
export function leftOn(look: OverlayLook, because: MarksLeft['because']): MarksLeft {
  return { sheet: look.name, markedCells: cellsOf(look), notes: notesOf(look), because };
}

/** How many cells are marked. */
export function cellsOf({ formats }: OverlayLook): number {
  return sumOf(formats.ours, ({ cells }) => cells ?? 0);
}

/** How many notes are ours. */
export function notesOf({ ownNotes }: OverlayLook): number {
  return ownNotes ?? 0;
}

/** Whether anything of ours is there. */
export function isMarked(look: OverlayLook): boolean {
  return look.formats.ours.length + notesOf(look) > 0;
}

/** The sum of a figure of each. */
export function sumOf<T>(list: readonly T[], figure: (one: T) => number): number {
  return list.reduce((sum, one) => sum + figure(one), 0);
}
