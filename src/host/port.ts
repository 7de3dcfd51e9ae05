import type { CellPosition, CellRange } from '../engine/sheet/address';
import type { Edit, Guard } from '../engine/sheet/edit';
import type { OwnSheetKey, SheetPlan } from '../engine/sheet/sheet-plan';
import type { SheetSnapshot, Span } from '../engine/sheet/snapshot';

/**
 * The program that has workbooks open, and tells which of them is in front. Excel and files have one for as long as they
 * are open (`one-workbook.ts`); a pane of WPS meets every workbook that the user opens.
 *
 * What every application promises:
 * 1. One workbook, one host: the same object for as long as the workbook is open, under whatever name it is saved
 *    meanwhile, and another one for another workbook, though that be called the same and opened at its place.
 * 2. `front` and `isOpen` answer at once, from what is so at this very moment, not from what was told last: what is called
 *    right after them, without a turn for the page between, meets the same workbook.
 * 3. No call of a host ever reaches another workbook than its own, whichever is in front.
 */
export interface SpreadsheetApplication {
  /** Whether this page may meet several workbooks. Where not, `front` is always the same, and nothing is ever told. */
  readonly several: boolean;
  /**
   * The host of the workbook in front; `null`: none is open.
   * @throws HostError `busy`, `failed` where the program does not say
   */
  front(): SpreadsheetHost | null;
  /** Whether the workbook of a host is still open; once it is not, it never is again. */
  isOpen(host: SpreadsheetHost): boolean;
  /**
   * Tells that another workbook may be in front, that one was closed, or that one has another name; rather once too often.
   * @returns a function that stops it
   */
  watch(changed: () => void): () => void;
}

/**
 * The one seam between the product and a workbook. Plain values cross it, never objects of a host.
 *
 * What every host promises (test/host/contract.ts checks it):
 * 1. Text written is text: "=cmd()", "2026-01", "007", "90%" come back as the same string; formulas are written
 *    only as formulas.
 * 2. What was written is verified where the host cannot tell success by itself.
 * 3. Writes go to the workbook and worksheet they were meant for: if either has changed, nothing is written and
 *    the caller is told. While another workbook is in front, every call that writes is refused with `workbook-changed`
 *    and leaves both as they are; it is looked at anew after each turn that the page was given. Calls that only look may be
 *    refused in the same way: they are made again once the workbook is back (`app/kept-in-front.ts`).
 * 4. A batch is applied all or none.
 * 5. Host objects never leave the adapter.
 * 6. Cost is counted.
 * 7. Capabilities are data, and never say more than is known. What turns out only later (that a mark was not kept, that
 *    the record was lost on saving) makes other capabilities, which `listen` tells.
 * 8. The page gets a turn at least every 50 ms, also where the host answers at once (`wps/session.ts`).
 */
export interface SpreadsheetHost {
  /** As far as is known by now. One object until something of it changes, then another one. */
  readonly capabilities: Capabilities;
  /** Round trips to the host so far (Office: syncs; WPS: object-model calls; file: 0). */
  readonly roundTrips: number;

  /** The workbook. Its id stays the same while it is open; its name may become another. */
  workbook(): Promise<WorkbookRef>;
  /** All sheets in the order of their tabs. */
  sheets(): Promise<readonly SheetRef[]>;
  /** The sheet in view; a chart sheet has `kind` "other". */
  activeSheet(): Promise<SheetRef>;

  /**
   * Takes a snapshot of a worksheet: one fixed part and one round trip per chunk of rows.
   * Merges are not asked for (in Excel that would empty the user's undo history) unless the host knows them.
   * @throws HostError `sheet-gone`, `not-a-worksheet`, `too-large`, `cancelled`, `busy`, `no-answer`
   */
  read(sheetId: string, options?: ReadOptions): Promise<SheetSnapshot>;

  /**
   * Applies edits of one worksheet, all or none, after checking that every cell still holds what its edit
   * expects, and every guard what it is to hold. Cells that do not are listed in the error and nothing is written. At
   * most one edit a cell. Without edits it only looks.
   * What is typed between that look and the write is seen by the write itself: it is put back as it was typed, number
   * format included, and so is everything else; then the error is `changed` too.
   * A cell keeps its number format unless the edit names one; only where it is "@" and a number or formula comes
   * in does it become "General", for a host would make a text of either.
   * @param guards cells that the edits were computed from and whose project they belong to
   * @returns what the cells held before and hold now, in the order of the edits
   * @throws HostError `changed`, `protected`, `sheet-gone`, `workbook-changed`, `busy`, `not-written`, `unwritable`,
   *   `formats-full`
   */
  edit(sheetId: string, edits: readonly Edit[], guards?: readonly Guard[]): Promise<readonly AppliedEdit[]>;

  /**
   * Lays marks over cells, in place of all marks of ours on that worksheet, all or none. The cells' own formats stay
   * as they are. Notes are written where the host has them, and never on a cell that has a note or comment already;
   * where the host refuses them, the marks stay.
   * @throws HostError `protected`, `sheet-gone`, `workbook-changed`, `busy`, `formats-full`
   */
  mark(sheetId: string, marks: SheetMarks): Promise<MarkResult>;
  /** As `mark`, but only in place of marks or notes of ours. @returns `null` where there are none: nothing is laid then */
  remark(sheetId: string, marks: SheetMarks): Promise<MarkResult | null>;
  /** Whether a worksheet has marks or notes of ours by now. @throws HostError `sheet-gone`, `busy` */
  hasMarks(sheetId: string): Promise<boolean>;
  /**
   * Takes off the marks and notes of ours, and nothing else, from one worksheet or from the whole workbook. In the whole
   * workbook, protected worksheets are left as they are and told.
   * @returns how many cells were marked, and what of ours is still there
   * @throws HostError `protected` of one worksheet, `sheet-gone`, `busy`; `failed` where nothing could be taken off
   */
  unmark(sheetId: string | 'all'): Promise<UnmarkResult>;

  /**
   * The worksheet that is certainly a rollup of ours, or `null`: it bears our hidden name, whatever its title is now,
   * it holds what a rollup of ours holds (`ownSheetSigns`), and no other worksheet does so too.
   * @throws HostError `two-own-sheets`, which names them, where several bear every sign
   */
  ownSheet(key: OwnSheetKey): Promise<SheetRef | null>;
  /** Ids of the worksheets that bear every sign of a rollup of ours, certainly ours or several of one kind. */
  ownSheetIds(): Promise<ReadonlySet<string>>;
  /**
   * Inserts rollups as the last worksheets, or rewrites those that are there in place: all of them or none. Never
   * touches a worksheet that is not certainly ours. What is there is read right before it is rewritten, and what a
   * plan leaves as it is stays untouched; where somebody types into a cell in the moment between, nothing is written.
   *
   * @param make makes the plans of what is there, at once or after a while. It may be asked again, and no plan of its may
   *   be of one kind with another; a plan that adds a worksheet names it with a free name.
   * @returns the worksheets in the order of the plans, each with what of it this host did not take
   * @throws HostError `two-own-sheets`, `changed`, `protected`, `busy`, `no-answer`, `not-written`, `failed`
   */
  insert(make: (present: PresentSheets) => RollupPlans): Promise<readonly InsertedSheet[]>;

  /**
   * The cells of the sheet in view that the user has selected; of several ranges, and where nobody selects anything,
   * `null`.
   */
  selection(): Promise<CellRange | null>;

  /** Brings a cell into view and selects it. */
  select(sheetId: string, cell: CellPosition): Promise<void>;

  /**
   * Tells of what the user does. What we write ourselves may be told too: some hosts cannot say who wrote.
   * @returns a function that stops it
   */
  listen(listener: (event: HostEvent) => void): Promise<() => void>;

  /** All parts of the product's records in the workbook, those that cannot be read among them. */
  recall(): Promise<readonly StatePart[]>;
  /**
   * Keeps a document in the workbook: as a new part, or in place of a part. Several may write at once and nothing
   * compares before it swaps, so a writer replaces no part but one that it has added itself.
   * @param id the part that it takes the place of; absent: none
   * @returns the part's id; `null` where the part to be replaced is not there any more, and nothing was written
   */
  remember(text: string, id?: string): Promise<string | null>;
  /**
   * Takes a part away where it still is as it was read. One that has changed meanwhile stays, or comes back under
   * another id where the host tells so only afterwards.
   * @param text its document as it was read; `null`: a part that cannot be read
   * @returns whether it is gone
   */
  forget(id: string, text: string | null): Promise<boolean>;
}

/** One part of the records: what one writer keeps. */
export interface StatePart {
  readonly id: string;
  /** The document; `null` where the part is of our namespace and cannot be read. */
  readonly text: string | null;
}

export interface WorkbookRef {
  readonly id: string;
  /** File name, for people. */
  readonly name: string;
}

export interface SheetRef {
  readonly id: string;
  readonly name: string;
  readonly kind: 'worksheet' | 'other';
  readonly visible: boolean;
}

/** What a host can do, as data: the app asks, and the pane says in words what is not there. */
export interface Capabilities {
  readonly host: 'excel' | 'wps' | 'file';
  /** Whether anything can be written; where not, every call that writes is refused with `not-supported`. */
  readonly writes: boolean;
  /** Whether marks are kept. Where not, `mark` lays none, paints nothing instead, and still writes notes. */
  readonly marks: boolean;
  readonly notes: boolean;
  readonly charts: boolean;
  /** Whether what we write joins the user's own undo. */
  readonly undo: boolean;
  /** Whether selecting and events exist (not in a file). */
  readonly interactive: boolean;
  /**
   * How `listen` comes by changes of cells: the host tells them; or the adapter looks every so often while the pane is in
   * view; or not at all, whatever else it tells.
   */
  readonly events: 'told' | 'polled' | 'none';
  /**
   * Where the workbook keeps the records: in a custom XML part; in its document properties; or nowhere, so that they last
   * as long as the host does.
   */
  readonly record: 'part' | 'properties' | 'nowhere';
  /** Whether merged ranges are in the snapshots. */
  readonly merges: boolean;
  /** Whether a worksheet keeps its id when it is renamed. Where not, it is another one then, and the old one is gone. */
  readonly renames: boolean;
  /**
   * Whether `listen` tells whenever contents, values or number formats of cells change, whoever changes them. Hidden rows
   * and columns, names and protection it need not tell.
   */
  readonly tellsChanges: boolean;
}

export interface ReadOptions {
  /** Called after each chunk with the rows read so far and in all. */
  readonly onProgress?: (rows: number, total: number) => void;
  readonly signal?: AbortSignal;
  /**
   * Only these rows (0-based): the snapshot tells the whole used range, what is hidden, the name and the protection; other
   * rows of it are empty. Few at a time; of no rows it costs one round trip.
   */
  readonly rows?: readonly Span[];
}

/** What rollups are inserted into. */
export interface PresentSheets {
  /** All sheets in the order of their tabs. */
  readonly sheets: readonly Pick<SheetRef, 'id' | 'name'>[];
  /** The rollups of ours as they stand; `null`: there is none, or none that is certainly ours. */
  readonly rollups: Readonly<Record<OwnSheetKey, SheetSnapshot | null>>;
}

/** Plans of rollups, or the promise of them. */
export type RollupPlans = readonly RollupPlan[] | Promise<readonly RollupPlan[]>;

/** A rollup to be inserted. */
export interface RollupPlan {
  readonly plan: SheetPlan;
  /** Merged ranges of the rollup that it takes the place of, as it was written: hosts do not ask for them. */
  readonly mergesBefore?: readonly CellRange[];
}

/** What a rollup has besides its contents. */
export type PlanPart = 'looks' | 'widths' | 'freeze' | 'links' | 'choices' | 'charts' | 'print';

/** A rollup that was inserted. */
export interface InsertedSheet extends SheetRef {
  /** What the host did not take, although it has such a thing; the rest stands. Absent: nothing. */
  readonly leftOut?: readonly PlanPart[];
}

export interface AppliedEdit extends Edit {
  /** What the cell holds now, as the host reports it. */
  readonly now: Edit['expectedBefore'];
  readonly numberFormatBefore: string;
}

export type MarkSeverity = 'error' | 'warning' | 'info';

export interface SheetMarks {
  readonly cells: Readonly<Record<MarkSeverity, readonly CellRange[]>>;
  readonly notes: readonly (CellPosition & { readonly text: string })[];
}

export interface MarkResult {
  readonly markedCells: number;
  /** Cells that are not marked because they carry as many conditional formats as this host takes; absent: none. */
  readonly cellsLeftOut?: number;
  readonly notes: number;
  /** Cells whose note was left out because they have one of the user's. */
  readonly notesLeftOut: number;
  /** Cells whose note the host refused; the marks are there all the same. */
  readonly notesRefused: number;
  /** Marks and notes of ours of before that the host did not let us take off. */
  readonly left: readonly MarksLeft[];
  /** Conditional formats that the host cannot read, and which are not ours as far as anybody can know. */
  readonly unreadable: number;
  /** Marks or notes of ours were there before, and these came in their place. */
  readonly replaced?: boolean;
}

export interface UnmarkResult {
  readonly markedCells: number;
  readonly notes: number;
  /** What of ours could not be taken off. */
  readonly left: readonly MarksLeft[];
  /** As in `MarkResult`. */
  readonly unreadable: number;
  /** Names of worksheets whose notes the host cannot read: notes of ours may still be there. Absent: none. */
  readonly notesUnread?: readonly string[];
}

/** Marks and notes of ours that are still on a worksheet. */
export interface MarksLeft {
  /** Its name, for people. */
  readonly sheet: string;
  readonly markedCells: number;
  readonly notes: number;
  readonly because: 'protected' | 'refused';
}

export type HostEvent =
  /** `range`: the cells that hold something else; `null`: others may too, or cells have moved. */
  | { readonly type: 'cells-changed'; readonly sheetId: string; readonly range: CellRange | null }
  /**
   * Cells may show something else although nobody has written into them: formulas were calculated, formats changed; or
   * we wrote ourselves. For who keeps a copy, not for people.
   */
  | { readonly type: 'shown-changed'; readonly sheetId: string; readonly range: CellRange | null }
  | { readonly type: 'selection-changed'; readonly sheetId: string; readonly cell: CellPosition }
  | { readonly type: 'sheet-activated'; readonly sheetId: string }
  | { readonly type: 'sheets-changed' }
  /** `capabilities` says something else than before. */
  | { readonly type: 'capabilities-changed' };

export type HostErrorCode =
  /** The worksheet (or the workbook's structure) is protected. */
  | 'protected'
  /** The workbook was opened for reading only: what is written could not be saved where it lies. */
  | 'read-only'
  /** Several people edit the workbook at once: it takes contents of cells, and neither marks nor worksheets. */
  | 'shared'
  /** A cell is being edited, or a dialog is open. */
  | 'busy'
  | 'sheet-gone'
  /** The worksheet is hidden, which is left as it is; `detail.sheets` names it. */
  | 'sheet-hidden'
  /** Several worksheets look like one rollup of ours; `detail.sheets` names them, and none was touched. */
  | 'two-own-sheets'
  | 'not-a-worksheet'
  /** Another workbook is in front, or that of the host is closed. */
  | 'workbook-changed'
  /** No workbook is open. */
  | 'no-workbook'
  /** Cells do not hold what the edits expect; `detail.cells` lists them. */
  | 'changed'
  /** The host took the write without an error, and the cell does not hold it. */
  | 'not-written'
  /** What is to be written is more than a cell can hold, or no value for one; `detail.cells` lists the cells. */
  | 'unwritable'
  /** The workbook has as many formats as programs read, and the write needs another. */
  | 'formats-full'
  | 'too-large'
  | 'cancelled'
  /** The host did not answer in time. It may yet do what it was asked: look before writing again. */
  | 'no-answer'
  /** The host no longer knows this page (a computer that slept, a server that forgot): only opening it anew helps. */
  | 'session-lost'
  /** This host has no such thing; see its capabilities. */
  | 'not-supported'
  | 'failed';

/**
 * What is known of the workbook's contents after a call failed; cells, marks, notes, rollups and records alike.
 *
 * - `not-tried`: nothing that writes was sent.
 * - `unchanged`: writing was tried, and everything is as it was: refused whole, or put back.
 * - `partly`: of several things asked for, each all or none, some were done and the others not begun.
 * - `done`: what was asked for was done; only what came after it failed.
 * - `in-doubt`: nobody knows, or something could not be put back.
 */
export type WriteOutcome = 'not-tried' | 'unchanged' | 'partly' | 'done' | 'in-doubt';

/** Any failure of a host. What became of the workbook is said by `write`. */
export class HostError extends Error {
  private known: WriteOutcome | undefined;

  /** @param detail.write what is known of the write; may be left to whoever knows it (`assume`, `say`) */
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly detail: {
      readonly cells?: readonly CellPosition[];
      readonly sheet?: string;
      /** Several worksheets, by their names. */
      readonly sheets?: readonly SheetRef[];
      readonly cause?: unknown;
      readonly write?: WriteOutcome;
    } = {},
  ) {
    super(message);
    this.name = 'HostError';
    this.known = detail.write;
  }

  /**
   * Where nobody has said what is known, no answer leaves doubt, and so do cells that are named as not put back; any
   * other refusal comes before anything is written.
   */
  get write(): WriteOutcome {
    if (this.known) return this.known;
    const doubtful = this.code === 'no-answer' || (this.code === 'failed' && this.detail.cells !== undefined);
    return doubtful ? 'in-doubt' : 'unchanged';
  }

  /** Says what is known of the write unless somebody nearer to it has said so. @returns the same error */
  assume(write: WriteOutcome): this {
    this.known ??= write;
    return this;
  }

  /** Says what is known of the write, whatever was said before: who puts back or calls twice knows more. */
  say(write: WriteOutcome): this {
    this.known = write;
    return this;
  }
}

/** Whether a write may be half done: then a journal stays, for the next to look. */
export function leavesDoubt({ write }: HostError): boolean {
  return write === 'in-doubt';
}

/** Whether anything may be written after this failure (a roll-back, a record): not to a host that does not answer. */
export function mayWriteAfter({ code }: HostError): boolean {
  return code !== 'no-answer' && code !== 'session-lost';
}
