import type { ChartFigures } from '../engine/rollup/chart-figures';
import type { NotJudged } from '../engine/review/not-judged';
import type { RuleOutcome } from '../engine/review/review-annex';
import type { RulesByNote } from '../engine/review/rules-by-note';
import type { Finding, Fix } from '../engine/rule/finding';
import type { Severity } from '../engine/severity';
import type { CellPosition } from '../engine/sheet/address';
import type { Capabilities, HostError, MarkResult, SheetRef, UnmarkResult } from '../host/port';
import type { ColumnChange } from '../engine/annex/corrections/edit-vocabulary';
import type { LabelPath, Vocabulary } from '../engine/annex/corrections/vocabulary';
import type { AnnexOutline, GuessOutline, SheetFigures, TriedOut, WordsOfFindings } from './engine/engine';
import type { RollupChoice } from './insert-rollups';
import type { ProfileSetting, ProfilesInUse } from './profile-setting';
import type { ReceivedKind, ReceivedRecords } from './received';
import type { PartProblem } from './state/state-error';
import type { Dismissal, ReceivedFrom } from './state/state-document';
import type { StoredCorrection } from './state/stored-correction';

export type {
  AnnexOutline,
  ChartFigures,
  ColumnChange,
  Dismissal,
  GuessOutline,
  NotJudged,
  PartProblem,
  ProfileSetting,
  ProfilesInUse,
  ReceivedFrom,
  ReceivedKind,
  ReceivedRecords,
  RollupChoice,
  SheetFigures,
  StoredCorrection,
  TriedOut,
  Vocabulary,
};

/**
 * The use cases of the product, over any host: what the pane and the ribbon buttons call. One instance serves
 * one open workbook. Every method that touches the workbook may throw a `HostError`; nothing is half done then.
 */
export interface Reviewer {
  readonly capabilities: Capabilities;

  /** Looks at the sheet in view and says what it is; quick and harmless (no rule runs, nothing is written). */
  recognise(): Promise<Recognition>;

  /**
   * Reads, recognises and checks the sheet in view. Findings arrive sorted by row. Long reviews yield to the
   * page between slices, so that the pane stays alive and `signal` is heard. Marks that are on the sheet follow, as
   * after every fix, dismissal and undo; where they cannot, `listen` tells.
   */
  review(options?: ReviewOptions): Promise<SheetReview>;

  /**
   * Reviews a reviewed worksheet as it is now, whichever is in view, at the cost of the rows that have changed where the
   * host tells them. Findings are followed to where their rows are by now, and those that are gone stay known as settled.
   * Nothing is written; marks follow by `followMarks`.
   * @param before its newest review, with what has become of its findings since
   */
  reviewAgain(before: SheetReview, signal?: AbortSignal): Promise<FollowedReview>;

  /**
   * Brings the marks of a reviewed worksheet in step with its last review, if it has any and they would be others.
   * Never throws: where that cannot be, `listen` tells.
   */
  followMarks(sheetId: string): Promise<void>;

  /**
   * Looks at every sheet of the workbook and reviews those with annexes, one after the other, as `review` does; no marks
   * are laid. Hidden ones are looked at, and reviewed only where that is asked for. When all have been read, their annexes
   * are compared with each other, which a review of one sheet never does: what is not read cannot speak.
   */
  reviewWorkbook(options?: WorkbookOptions): Promise<readonly WorkbookSheet[]>;

  /**
   * Applies one fix or suggestion of a finding, wherever its row has moved, after checking that its cells, those it
   * was computed from and its project are what was reviewed; refused with `changed` where that is not certain.
   * Recorded in the change log kept in the workbook.
   */
  apply(finding: ReviewFinding, fix: Fix): Promise<ChangeEntry>;
  /** Applies the fixes of several findings that only change how something is written, never in cells of figures. */
  applyAll(findings: readonly ReviewFinding[]): Promise<readonly ChangeEntry[]>;
  /**
   * Takes changes back as one step, wherever their rows are by now. Those whose cells have been edited since, or whose
   * rows are not certain, stay as they are, which their entries say; where that is all of them, it is refused with
   * `changed`. Cells that hold the old contents already count as taken back, and their entries say so.
   * Received changes are taken back one by one and are passed over where there are more, and none is where that would
   * write a formula that leaves the workbook.
   * @throws ReceivedChangeError
   */
  undo(entries: readonly ChangeEntry[]): Promise<readonly ChangeEntry[]>;
  /** Newest first. What the user has taken back in the grid is told as undone. */
  changeLog(): Promise<readonly ChangeEntry[]>;

  /**
   * Sets findings aside with a reason, as one step; each stays aside in this workbook until its cell, or one that it
   * was compared with, changes.
   * @returns everything set aside, as `dismissals` does
   */
  ignore(findings: readonly ReviewFinding[], reason: string): Promise<readonly Dismissal[]>;
  /** Takes back that findings were set aside. @returns what still is */
  restore(findings: readonly ReviewFinding[]): Promise<readonly Dismissal[]>;
  /** Everything set aside in this workbook, newest first. */
  dismissals(): Promise<readonly Dismissal[]>;
  /** Takes back some of it, whether or not a review shows it. @returns what is still set aside */
  lift(dismissals: readonly Dismissal[]): Promise<readonly Dismissal[]>;

  /**
   * What came with the workbook and is not this desk's: without any effect until it is adopted. Parts of the records
   * that cannot be read are named in it.
   */
  received(): Promise<ReceivedRecords>;
  /**
   * Makes received records this desk's own; whose they were stays with them. Of several profiles the last one counts.
   * Adopted changes are history all the same: see `undo`.
   * @param sources which of the kind; absent: all
   * @returns what is still received
   */
  adopt(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords>;
  /** Puts received records away for good at this desk. @returns what is still received */
  refuse(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords>;
  /** Takes parts that cannot be read out of the workbook, which loses what they hold. @returns what is still there */
  discard(unreadable: readonly PartProblem[]): Promise<ReceivedRecords>;
  /** Whose desk this is, and whether its key lasts: where not, records are this desk's until the page is closed. */
  desk(): Promise<{ readonly id: string; readonly lasting: boolean }>;

  /** Keeps in the workbook which profile it is reviewed with. */
  chooseProfile(setting: ProfileSetting): Promise<void>;

  /** What a correction of a column would make of a review of the sheet in view; nothing is recorded. */
  tryCorrection(change: ColumnChange): Promise<TriedOut>;
  /**
   * Records what a column means, for every sheet of this workbook with the same header; a field that a table has once is
   * taken from the column that it was given to before.
   * @returns everything that is recorded, oldest first, as `corrections` does
   */
  correct(change: ColumnChange): Promise<readonly StoredCorrection[]>;
  /** What columns mean, as this desk has said or adopted, oldest first. */
  corrections(): Promise<readonly StoredCorrection[]>;
  /**
   * What would be made of the sheet in view if the rows that the user has selected in it were a header; nothing is
   * recorded. `null` where nothing is selected.
   */
  tryHeader(): Promise<TriedHeader | null>;
  /**
   * Records that a header with these columns is one, for every sheet of this workbook that has it.
   * @param rows how many rows it has; `null`: it is none any more
   * @returns as `correct`
   */
  pointAtHeader(columns: readonly LabelPath[], rows: number | null): Promise<readonly StoredCorrection[]>;
  /** All corrections of this desk, as a vocabulary for other workbooks. */
  vocabulary(): Promise<Vocabulary>;
  /** Records what a vocabulary says as this desk's own. */
  takeOver(vocabulary: Vocabulary): Promise<readonly StoredCorrection[]>;

  /**
   * Marks the findings of a review in its sheet, in place of our earlier marks there. Marks follow their cells; where
   * those are not certain, it is refused with `changed`.
   */
  mark(review: SheetReview, which?: MarkChoice): Promise<MarkResult>;
  /** Takes all our marks off the sheet in view, or off the whole workbook. */
  clearMarks(where: 'sheet' | 'workbook'): Promise<UnmarkResult>;

  /** Inserts or refreshes rollup sheets of a review, and leaves the user's sheet in view. */
  insertRollups(review: SheetReview, choice: RollupChoice): Promise<readonly SheetRef[]>;
  /**
   * What was typed of findings into 问题清单 (处理状态, 单位反馈), by their ids. It is somebody's word: nothing is closed by it,
   * and no count changes.
   */
  unitWords(review: SheetReview): Promise<WordsOfFindings>;
  /**
   * The same of all worksheets of a reviewed workbook, in one go: the same sheets as the command puts into its copies.
   * @param sheets as `reviewWorkbook` told them, each with its newest review
   */
  insertWorkbookRollups(
    sheets: readonly WorkbookSheet[],
    choice: RollupChoice,
    options?: WorkbookRollupOptions,
  ): Promise<readonly SheetRef[]>;

  /**
   * What is drawn of a reviewed worksheet, as it was reviewed.
   * @throws HostError `changed` where it is not known any more what was reviewed
   */
  charts(review: SheetReview): Promise<ChartFigures>;
  /**
   * Selects a cell.
   * @param finding the finding that the cell belongs to, where it was reviewed: then its row is found again first
   * @throws HostError `changed` where that is not certain, `sheet-hidden` where its worksheet is hidden
   */
  goTo(sheetId: string, cell: CellPosition, finding?: ReviewFinding): Promise<void>;
  /** Tells when cells of a sheet change or another sheet comes into view. @returns a function that stops it */
  listen(listener: (change: SheetChange) => void): Promise<() => void>;
}

/** Which open findings are marked: all where absent. */
export interface MarkChoice {
  readonly severities?: readonly Severity[];
  /** Ids of findings. */
  readonly findings?: readonly string[];
}

/** A worksheet that was reviewed again because it, or what is recorded of it, has changed. */
export interface FollowedReview {
  readonly review: SheetReview;
  /** Ids by which findings of before, settled ones among them, are known now. Those that are not named are gone with their rows. */
  readonly became: Readonly<Record<string, string>>;
  /** Ids of other worksheets that rules which compare annexes say something else of by now: to be followed, too. */
  readonly also: readonly string[];
}

/** What a selection of rows would be as a header. */
export interface TriedHeader {
  /** 0-based sheet rows, both included. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The table below it; `null` where there is none. */
  readonly annex: AnnexOutline | null;
}

export interface ReviewOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Leaves marks that are there as they are, for who lays them anew right after. */
  readonly keepMarks?: boolean;
  /** Annexes, by their place among those of the sheet, that are held to their profile whatever they print. */
  readonly heldToProfile?: readonly number[];
}

export interface WorkbookOptions {
  /**
   * Told of each sheet when it is done: how many are, of how many. Those of which more was found when all were compared
   * are told once more at the end.
   */
  readonly onSheet?: (sheet: WorkbookSheet, done: number, total: number) => void;
  /** Whether hidden sheets are reviewed too. */
  readonly hidden?: boolean;
  readonly signal?: AbortSignal;
}

export interface WorkbookRollupOptions {
  /** Told of each reviewed sheet when it was looked at: how many were, of how many; then the rollups are written. */
  readonly onSheet?: (done: number, total: number) => void;
  /** Heard as long as nothing is written. */
  readonly signal?: AbortSignal;
}

/** What one sheet of a workbook is, and what was found in it. */
export interface WorkbookSheet extends Pick<Recognition, 'sheet' | 'annexes' | 'reason' | 'notUnderstood'> {
  /** `null` where it holds no annex, is hidden and was left out, or could not be read. */
  readonly review: SheetReview | null;
  /** Why it could not be read. */
  readonly error: HostError | null;
  /** It is hidden, and was not to be reviewed. */
  readonly leftOut?: true;
}

export interface Progress {
  readonly step: 'reading' | 'checking' | 'rolling-up';
  readonly done: number;
  readonly total: number;
}

/** What a sheet is. `annexes` is empty where it is none; then `reason` says why. */
export interface Recognition {
  readonly sheet: SheetRef;
  readonly annexes: readonly AnnexOutline[];
  readonly reason: 'empty' | 'not-a-worksheet' | 'own-sheet' | 'no-annex' | null;
  /** It holds, beside its annexes, what looks like one and was not understood: nothing of that is reviewed. */
  readonly notUnderstood?: true;
  /** What it may be though no annex was recognised: nothing is reviewed by it. */
  readonly guess?: GuessOutline;
  /** What its annexes are checked with; filled where there are any. */
  readonly profiles?: ProfilesInUse;
  /** After a review of a sheet that is none: another worksheet that holds an annex, where one was found. */
  readonly elsewhere?: SheetRef | null;
}

/** A finding with what has become of it. */
export interface ReviewFinding extends Finding {
  /** Stable while rule, cell and message stay the same: "rule!A1!message". */
  readonly id: string;
  readonly state: 'open' | 'fixed' | 'ignored' | 'solved';
  readonly ignoredBecause: string | null;
  /** Of one that is settled: its row is not certain any more, and nobody is led to its cell. */
  readonly unplaced?: true;
  /** Of one that is settled: what its cell said when it was found. */
  readonly original?: string;
  /** Its fix only changes how a text is written, in no cell of a figure: it may be made together with others. */
  readonly bulk?: true;
  /** A received record says that it was set aside; it stays open all the same. */
  readonly receivedDismissal?: { readonly reason: string; readonly desk: string | null };
  /** Filled by `review`; a copy of the finding must carry it along. */
  readonly origin?: FindingOrigin;
}

/** Where a finding comes from: compared before anything is written because of it. */
export interface FindingOrigin {
  readonly workbookId: string;
  /** Fingerprint of what its cells held and of the project it belongs to. */
  readonly fingerprint: string;
  /** Which of the findings that say the same of the same contents: "2/3". */
  readonly among: string;
  /** Both as the version before wrote them. */
  readonly former?: { readonly fingerprint: string; readonly among: string };
}

export interface SheetReview extends Recognition {
  /** Of all annexes of the sheet, by row. Ignored ones are among them. */
  readonly findings: readonly ReviewFinding[];
  /**
   * What became of each rule, annex by annex: a rule without its columns is "not-checked", never passed. Empty for an
   * annex that is left alone.
   */
  readonly outcomes: readonly (readonly RuleOutcome[])[];
  /** Cells of all reviewed annexes that no rule could judge, because it is not known what they show. */
  readonly notJudged: readonly NotJudged[];
  /** What was checked by texts of the annexes in place of the profile, annex by annex. */
  readonly byNote: readonly (readonly RulesByNote[])[];
  /** The annexes that were held to their profile whatever they print. */
  readonly heldToProfile: readonly number[];
  /**
   * Findings of the reviews before that are not there any more, where their cells are now: `fixed` by us, or `solved` by
   * edits. Filled by `reviewAgain`; none of them is among `findings`.
   */
  readonly settled?: readonly ReviewFinding[];
  /** `null` where the sheet holds no annex. */
  readonly figures: SheetFigures | null;
  readonly reviewedAt: Date;
  /** Tells this review from others of the same page; filled by `review`. */
  readonly id?: string;
  /** The workbook that was reviewed; filled by `review`. */
  readonly workbookId?: string;
  /** Why some of what is kept in the workbook could not be read; the rest counts, and recording goes on. */
  readonly stateProblem?: HostError;
}

/** One applied change: what stood there before, what stands there now. Kept in the workbook. */
export interface ChangeEntry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly rule: string;
  /** The id of the finding that it corrected. */
  readonly finding?: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly project: string | null;
  readonly edits: readonly ChangedCell[];
  readonly undone: boolean;
  /** Of what `undo` returns: its cells held the old contents already, and nothing had to be written. */
  readonly already?: true;
  /** Shared by the changes of one step. */
  readonly step?: string;
  /** Filled where another desk made it: history, adopted or not. */
  readonly received?: ReceivedFrom;
}

export interface ChangedCell extends CellPosition {
  readonly before: {
    readonly value: CellContentValue;
    readonly formula: string | null;
    readonly numberFormat: string;
  };
  readonly after: {
    readonly value: CellContentValue;
    readonly formula: string | null;
    readonly numberFormat: string;
  };
}

/** A cell's value as the state document keeps it; errors by their code. */
export type CellContentValue = string | number | boolean | null;

export type SheetChange =
  | { readonly type: 'cells-changed'; readonly sheetId: string }
  /** Cells may show something else: formulas were calculated, formats changed, or we wrote ourselves. */
  | { readonly type: 'shown-changed'; readonly sheetId: string }
  | { readonly type: 'sheet-activated'; readonly sheetId: string }
  | { readonly type: 'selection-changed'; readonly sheetId: string; readonly cell: CellPosition }
  | { readonly type: 'sheets-changed' }
  /** `capabilities` says something else than before. */
  | { readonly type: 'capabilities-changed' }
  /** Marks were laid anew because of what was done, or could not be and are out of date. */
  | { readonly type: 'marks'; readonly sheetId: string; readonly upToDate: boolean };
