import type { AnnexGuess } from '../../engine/annex/guess/guess-annex';
import type { Locale } from '../../engine/language';
import type { Annex } from '../../engine/annex/annex';
import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import type { NotJudged } from '../../engine/review/not-judged';
import type { RuleOutcome } from '../../engine/review/review-annex';
import type { AcrossOfAnnex, ToldOfAnnex } from '../../engine/review/review-workbook';
import type { RulesByNote } from '../../engine/review/rules-by-note';
import type { LeftOutSheets, UnitWord } from '../../engine/rollup';
import type { ChartFigures } from '../../engine/rollup/chart-figures';
import type { OverallRate } from '../../engine/rollup/overall-rate';
import type { Fix } from '../../engine/rule/finding';
import type { Severity } from '../../engine/severity';
import type { CellPosition } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import type { OwnSheetKey } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot, Span } from '../../engine/sheet/snapshot';
import type { WrittenCell } from '../../engine/sheet/snapshot-after';
import type { PresentSheets, RollupPlan } from '../../host/port';
import type { PlannedFix } from '../changes';
import type { ProfileSetting, ProfilesInUse } from '../profile-setting';
import type { Progress, ReviewFinding } from '../reviewer';
import type { StoredChange, StoredPlace } from '../state/state-document';

/** The id of a worksheet that an engine keeps as it was at one moment; good in that engine alone. */
export type KeptId = string;

/** An annex as it is shown: without what grows with its rows. */
export interface AnnexOutline extends Pick<
  Annex,
  'id' | 'layout' | 'sheet' | 'range' | 'title' | 'year' | 'department' | 'moneyUnit' | 'places' | 'asides'
> {
  readonly projectCount: number;
  /** How many units its projects name. */
  readonly unitCount: number;
  /** What is shown of it where it is a form; absent: its places are columns. */
  readonly form?: FormOutline;
}

/** The one project of a form, and what its cells say. */
export interface FormOutline {
  /** '' where nothing can be read where the name is due; `null`: it is a department's. */
  readonly name: string | null;
  readonly unit: string | null;
  /** What the cell of each place shows, in the order of the places; long texts are cut, '' is a blank cell. */
  readonly shown: readonly string[];
  /** The same of the labelled cells beside them. */
  readonly shownAside: readonly string[];
}

/** What a worksheet may be in which no annex was recognised, as it is shown. */
export interface GuessOutline extends Omit<AnnexGuess, 'annex'> {
  readonly annex: AnnexOutline;
}

/** What a snapshot tells of the worksheet around its cells. */
export type SheetFrame = Pick<
  SheetSnapshot,
  | 'name'
  | 'firstRow'
  | 'firstColumn'
  | 'rowCount'
  | 'columnCount'
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'protected'
>;

/** A worksheet that an engine has taken over. */
export interface OpenedSheet {
  readonly kept: KeptId;
  readonly sheetId: string;
  /** Its name when it was read. */
  readonly name: string;
  /** In the order of their first rows; none where the worksheet holds none. */
  readonly annexes: readonly AnnexOutline[];
  /** Whether it holds, beside its annexes, what looks like one and was not recognised. */
  readonly notUnderstood: boolean;
  /** What it may be where it holds no annex; `null` where it holds one, or nothing near enough comes to mind. */
  readonly guess: GuessOutline | null;
  /** Whether it holds nothing at all. */
  readonly empty: boolean;
  readonly frame: SheetFrame;
  /** Whether it begins like a rollup of ours: then the host has to say whether it is one. */
  readonly likeOwn: boolean;
}

/** How a worksheet is reviewed. */
export interface HowToReview {
  /** What findings are said to come from. */
  readonly workbookId: string;
  readonly setting: ProfileSetting;
  /** Annexes, by their place among those of the worksheet, that are held to their profile whatever they print. */
  readonly heldToProfile?: readonly number[];
  /** Whether fixes write formulas or values where both would do; absent: as the annex itself does. */
  readonly preferFormulas?: boolean;
  /** What rules said that compared its annexes, in their order, with others of the workbook; absent: they were not asked. */
  readonly across?: readonly (AcrossOfAnnex | null)[];
}

/** What of the figures of a worksheet's annexes is shown at a glance. */
export interface SheetFigures extends OverallRate {
  /** How many projects have an execution rate in each class (`rateClasses`). */
  readonly rates: readonly number[];
}

/** What a review finds in a worksheet. */
export interface EngineReview {
  readonly profiles: ProfilesInUse;
  /** Of all annexes, by row; all of them open. */
  readonly findings: readonly ReviewFinding[];
  /** What became of each rule, annex by annex; empty for one that is left alone. */
  readonly outcomes: readonly (readonly RuleOutcome[])[];
  readonly notJudged: readonly NotJudged[];
  /** What was checked by texts of the annexes, annex by annex. */
  readonly byNote: readonly (readonly RulesByNote[])[];
  readonly figures: SheetFigures;
}

/** What recognising a worksheet otherwise would make of its review. */
export interface TriedOut {
  /** Its annexes then. */
  readonly annexes: readonly AnnexOutline[];
  /** Ids of rules that would be checked and are not, and the other way round. */
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
  /** How many findings would come and go, by severity. */
  readonly come: Readonly<Record<Severity, number>>;
  readonly gone: Readonly<Record<Severity, number>>;
}

/** The cells that a finding names. */
export type FindingCells = Pick<ReviewFinding, 'cell' | 'related'>;

/** What has become of a finding. */
export type FindingState = Pick<ReviewFinding, 'state' | 'ignoredBecause' | 'receivedDismissal'>;

/** Reviewed findings in a later snapshot. */
export interface FollowedFindings {
  /** The cells of each finding where they are now, in the order asked for; related ones only where that is certain. */
  readonly places: readonly FindingCells[];
  /** The cells of findings, as they were reviewed, that are not certain: then `places` holds for nothing. */
  readonly lost: readonly CellPosition[];
  /** The cells that tell whose the rows are, as they are now. */
  readonly guards: readonly Guard[];
}

/** A fix tied to the cells of a later snapshot. */
export interface BoundFix {
  /** Which of the fixes asked for it is, from 0. */
  readonly at: number;
  /** The fix as its rule would make it now, where its cells are now. */
  readonly fix: Fix;
  /** The cells of its edits as they stood when they were reviewed. */
  readonly reviewed: readonly CellPosition[];
  /** What must still hold when it is written. */
  readonly guards: readonly Guard[];
  /** The number formats that the cells of its edits have. */
  readonly formats: readonly string[];
  /** By what the change is found again once all these fixes are made. */
  readonly place: StoredPlace;
}

export interface BoundFixes {
  readonly bound: readonly BoundFix[];
  /** Why the first of those left out was left out; `null` where all are bound. */
  readonly refused: RefusedFix | null;
}

export interface RefusedFix {
  readonly at: number;
  readonly because: 'changed' | 'not-supported';
  /** The cells that hold something else, as they were reviewed. */
  readonly cells: readonly CellPosition[];
}

/** What the cells of a recorded change hold by now. */
export interface LookedChange {
  /** How many rows further down they are; `null` where that is not certain. */
  readonly shift: number | null;
  /** Whether they hold what they held before and after the change; looked at where they were written if not certain. */
  readonly holds: { readonly before: boolean; readonly after: boolean };
  /** What the cell of each edit holds. */
  readonly now: readonly Edit['expectedBefore'][];
  /** The cells that tell whose row it is. */
  readonly guards: readonly Guard[];
}

/** A worksheet that goes into rollups. */
export interface RolledUpSheet {
  /** The worksheet as it was reviewed. */
  readonly reviewed: KeptId;
  readonly present: KeptId;
  /** What has become of its findings, by their ids; of those not named nothing. */
  readonly states: Readonly<Record<string, FindingState>>;
  /** What was found in it before and has been corrected since, where its cells are now. */
  readonly settled?: readonly ReviewFinding[];
  /** What the worksheet is called now. */
  readonly sheetName: string;
}

/** What was typed of findings, by their ids; those of which nothing was are not there. */
export type WordsOfFindings = Readonly<Record<string, readonly UnitWord[]>>;

/** What rollups are made of. */
export interface RollupWish {
  /** In the order of the workbook. */
  readonly sheets: readonly RolledUpSheet[];
  /** Absent: nothing is known of the other worksheets. */
  readonly leftOut?: LeftOutSheets;
  readonly keys: readonly OwnSheetKey[];
  readonly locale: Locale;
  readonly date: Date;
}

export interface EngineWork {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Where everything is done that needs the cells of a worksheet: recognising, reviewing, following rows, making rollups.
 * Snapshots go in, plain values come out. Whoever hands a snapshot over keeps none.
 *
 * Any call with a `KeptId` throws `NotKept` where the engine has it no more: kept cells are bounded, and the worksheet
 * that was used least recently is dropped.
 */
export interface Engine {
  /** Takes a snapshot over and recognises its annexes. @throws HostError `cancelled` */
  open(snapshot: SheetSnapshot, signal?: AbortSignal, how?: RecogniseOptions): Promise<OpenedSheet>;
  /** A kept worksheet, recognised otherwise and kept beside it. */
  recognised(kept: KeptId, how: RecogniseOptions): Promise<OpenedSheet>;
  /** What a review would say of a worksheet if it were recognised otherwise; nothing of it is kept. */
  tryOut(kept: KeptId, how: HowToReview, otherwise: RecogniseOptions): Promise<TriedOut>;
  /** The profiles that its annexes would be checked with. */
  profiles(kept: KeptId, setting: ProfileSetting): Promise<ProfilesInUse>;
  /** @throws HostError `cancelled` */
  review(kept: KeptId, how: HowToReview, work?: EngineWork): Promise<EngineReview>;
  /**
   * What the annexes of a worksheet, as it was last reviewed, tell the rules that compare them with others: in their order,
   * `null` for those that are left alone.
   */
  told(reviewed: KeptId): Promise<readonly (ToldOfAnnex | null)[]>;
  /**
   * What these rules say of annexes, in the same order; `null` where none had anything to do with one.
   * @param told of all annexes of the workbook, in the order of its worksheets
   */
  across(told: readonly (ToldOfAnnex | null)[]): Promise<readonly (AcrossOfAnnex | null)[]>;
  /** Where reviewed findings, by their ids, are in a later snapshot of their worksheet. */
  follow(reviewed: KeptId, present: KeptId, findings: readonly string[]): Promise<FollowedFindings>;
  /** Where a reviewed cell is in a later snapshot; `null` where that is not certain. */
  place(reviewed: KeptId, present: KeptId, cell: CellPosition): Promise<CellPosition | null>;
  /** The same of several cells, in their order. */
  places(
    reviewed: KeptId,
    present: KeptId,
    cells: readonly CellPosition[],
  ): Promise<readonly (CellPosition | null)[]>;
  /** What the cells of findings of a review, by their ids, said then. */
  originals(reviewed: KeptId, findings: readonly string[]): Promise<readonly string[]>;
  /** What is drawn of a reviewed worksheet. */
  charts(reviewed: KeptId): Promise<ChartFigures>;
  /** The cells of a reviewed row, and of the row that tells whose it is, with what they held or we wrote there since. */
  rowGuards(reviewed: KeptId, row: number): Promise<readonly Guard[]>;
  /**
   * Ties fixes to the cells of a later snapshot. Their rules are asked anew, so that whatever else they looked at is as
   * it was. Left out are those for which that is not certain.
   * @param bulk whether only fixes may be bound that change how a text is written
   */
  bind(reviewed: KeptId, present: KeptId, fixes: readonly PlannedFix[], bulk: boolean): Promise<BoundFixes>;
  /** Tells what we wrote, by where its cells stood when they were reviewed: our own writes count as reviewed. */
  wrote(reviewed: KeptId, cells: readonly WrittenCell[]): Promise<void>;
  /** What the cells of recorded changes hold, in their order. */
  look(present: KeptId, changes: readonly StoredChange[]): Promise<readonly LookedChange[]>;
  /**
   * The plans of rollups for what is in the workbook, in the order of the keys.
   * @throws HostError `changed` where the annexes have other rows or columns than were reviewed
   */
  plans(wish: RollupWish, there: PresentSheets): Promise<readonly RollupPlan[]>;
  /** What somebody typed of the findings of the last review of a worksheet into a 问题清单, by their ids. */
  wordsInList(reviewed: KeptId, list: SheetSnapshot, locale: Locale): Promise<WordsOfFindings>;
  /**
   * A kept worksheet with some rows as they are now, in the same used range.
   * @param part as a host reads these rows alone
   */
  patch(kept: KeptId, part: SheetSnapshot, rows: readonly Span[]): Promise<OpenedSheet>;
  /** Lets go of a kept worksheet. */
  close(kept: KeptId): Promise<void>;
}

/** The engine has dropped a worksheet: it has to be read, and reviewed, again. */
export class NotKept extends Error {
  constructor(readonly kept: KeptId) {
    super(`the engine does not keep ${kept} any more`);
    this.name = 'NotKept';
  }
}
