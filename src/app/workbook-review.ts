import type { AnnexView } from '../engine/annex/annex';
import { lookAtUnread, type UnreadSheet } from '../engine/annex/guess/guess-annex';
import type { Vocabulary } from '../engine/annex/corrections/vocabulary';
import { readAnnexes } from '../engine/annex/reading';
import type { RecogniseOptions } from '../engine/annex/recognise-options';
import { StatementCache } from '../engine/quantity';
import { chosenProfile, profileFor, type ProfileChoice } from '../engine/profile/choose-profile';
import type { Profile } from '../engine/profile/profile';
import type { Locale } from '../engine/language';
import { byPosition } from '../engine/review/order';
import { lookAtSheet, type SheetLook } from '../engine/review/look-at-sheet';
import {
  lookAtAnnexes,
  type LookedAt,
  type ReviewedAnnex,
  type ReviewSheetOptions,
} from '../engine/review/review-sheet';
import { lookAcross } from '../engine/review/review-workbook';
import { hasReviewerInput } from '../engine/rollup';
import { OWN_SHEET_KEYS } from '../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../engine/sheet/snapshot';
import { HostError, type SheetRef, type SpreadsheetHost } from '../host/port';
import { ChangedSheet } from './bound/change-place';
import { lookAtChange } from './bound/look-at-change';
import { openFindings, withCurrentState } from './finding-state';
import { chosenRollups, insertInOrder } from './insert-rollups';
import { marksOf } from './marks';
import { adopting, receivedRecords, receivedSources, type ReceivedRecords } from './received';
import { rollupPlans } from './rollup-plans';
import type { ReviewFinding } from './reviewer';
import type { StateDocument } from './state/state-document';
import type { LookAtChanges } from './state/recover';
import { StateStore } from './state/state-store';

/** A worksheet that was reviewed, with what is to be laid over it. */
export interface ReviewedSheet {
  readonly sheet: SheetRef;
  /** Their findings with what the records in the workbook say of them. */
  readonly annexes: readonly (Omit<ReviewedAnnex, 'findings'> & {
    readonly findings: readonly ReviewFinding[];
  })[];
  /** Of all annexes, by position; those set aside in the workbook are among them. */
  readonly findings: readonly ReviewFinding[];
  /** What it is where no annex was recognised on it; `null` where one was. */
  readonly unread: UnreadSheet | null;
}

/** What was laid over a workbook, and what could not be. */
export interface DressedWorkbook {
  readonly markedCells: number;
  readonly notes: number;
  /** Notes left out because their cells have one of the user's. */
  readonly notesLeftOut: number;
  readonly rollups: readonly SheetRef[];
  /** Names of worksheets that were not marked because they are protected. */
  readonly protectedSheets: readonly string[];
  /** Whether the rollup sheets were left out because the workbook, or one of them, is protected. */
  readonly rollupsProtected: boolean;
  /** Names of the worksheets for which the rollup sheets were left out: several of them look like one rollup of ours. */
  readonly doubtfulSheets: readonly string[];
}

export interface WorkbookReviewOptions {
  /** The profile for all annexes; absent: the one that fits each. */
  readonly profile?: Profile;
  /** What columns of known headers mean; what is kept in the workbook itself has no effect. */
  readonly vocabulary?: Vocabulary;
  /** Whether findings that the workbook's records say were set aside are taken for such. */
  readonly trustRecords?: boolean;
  /** Whether hidden worksheets are reviewed too. */
  readonly hidden?: boolean;
  /** Texts parsed before; absent: those of this workbook alone are kept. */
  readonly statements?: StatementCache;
  /** Further hands for large worksheets; absent: there are none. */
  readonly help?: SheetHelp;
  readonly now?: Date;
}

/** A worksheet whose annexes were looked at, each by itself. */
interface LookedAtSheet {
  readonly sheet: SheetRef;
  /** `null` where nothing is to be concluded of it any more. */
  readonly snapshot: SheetSnapshot | null;
  readonly annexes: readonly LookedAt[];
  readonly unread: UnreadSheet | null;
}

/** Who helps to review worksheets, in other threads. */
export interface SheetHelp {
  /** A worksheet is about to be read, and recognised so. */
  expect(sheet: SheetRef, options: RecogniseOptions): void;
  /** Looks at its annexes; what comes of it is what `lookAtAnnexes` says. */
  look(sheet: SheetSnapshot, options: ReviewSheetOptions): Promise<LookedAt[]>;
}

/**
 * The review of a whole workbook, for hosts where nobody chooses a worksheet: rollups of ours not, and hidden ones
 * only where that is asked for. Hidden ones are looked at all the same, so that none is passed over unsaid. Worksheet by
 * worksheet is read; when all have been, their annexes are compared, and the reviews are put together.
 */
export class WorkbookReview {
  private readonly read: LookedAtSheet[] = [];
  private reviewed: readonly ReviewedSheet[] = [];
  /** Names of hidden worksheets that were looked at and hold something. */
  private readonly hiddenLeft: string[] = [];

  private constructor(
    private readonly host: SpreadsheetHost,
    private readonly state: StateDocument,
    private readonly profileOf: (annex: AnnexView) => ProfileChoice,
    private readonly words: RecogniseOptions,
    private readonly now: Date,
    private readonly statements: StatementCache,
    private readonly help: SheetHelp | undefined,
    /** What came with the workbook, whether or not some of it is trusted. */
    readonly received: ReceivedRecords,
    /** The worksheets to review, in the order of their tabs. */
    readonly sheets: readonly SheetRef[],
    /** The hidden ones that are not reviewed, in the same order. */
    readonly hiddenSheets: readonly SheetRef[],
  ) {}

  /** Nobody sits at it, so there is no key: all records in the workbook are received, and none has an effect. */
  static async of(
    host: SpreadsheetHost,
    {
      profile,
      vocabulary,
      trustRecords = false,
      hidden = false,
      statements = new StatementCache(),
      help,
      now = new Date(),
    }: WorkbookReviewOptions = {},
  ): Promise<WorkbookReview> {
    const look: LookAtChanges = async (sheetId, changes) => {
      const snapshot = await host.read(sheetId);
      const sheet = new ChangedSheet(snapshot, readAnnexes(snapshot));
      return changes.map((change) => lookAtChange(change, sheet));
    };
    const read = await new StateStore(host, { key: () => null, now: () => now, look }).load();
    const received = await receivedRecords(read);
    const dismissals = receivedSources(read.received, 'dismissals');
    const state = trustRecords ? adopting(read, dismissals, now.toISOString()) : read;
    const choice = profile && chosenProfile(profile);
    const own = await host.ownSheetIds();
    const sheets = (await host.sheets()).filter(({ id, kind }) => kind === 'worksheet' && !own.has(id));
    const words = vocabulary ? { vocabulary } : {};
    const profileOf = (annex: AnnexView): ProfileChoice => choice ?? profileFor(annex);
    const isReviewed = ({ visible }: SheetRef): boolean => visible || hidden;
    const left = sheets.filter((sheet) => !isReviewed(sheet));
    const toReview = sheets.filter(isReviewed);
    return new WorkbookReview(host, state, profileOf, words, now, statements, help, received, toReview, left);
  }

  /**
   * Reads one of the worksheets and looks at its annexes.
   * @throws HostError as `read` does
   */
  async look(sheet: SheetRef): Promise<void> {
    const { statements, profileOf, words, help } = this;
    help?.expect(sheet, words);
    const snapshot = await this.host.read(sheet.id);
    const options = { statements, profileOf, ...words };
    const annexes = help ? await help.look(snapshot, options) : lookAtAnnexes(snapshot, options);
    const isNone = annexes.length === 0;
    // What holds no annex is not kept.
    const kept = isNone ? null : snapshot;
    this.read.push({
      sheet,
      snapshot: kept,
      annexes,
      unread: isNone ? lookAtUnread(snapshot, words) : null,
    });
  }

  /** Compares the annexes of all worksheets that were read, and puts their reviews together, in the order of reading. */
  async conclude(): Promise<readonly ReviewedSheet[]> {
    const { id: workbookId } = await this.host.workbook();
    const all = this.read.flatMap(({ annexes }) => annexes);
    const across = lookAcross(all.map(({ told }) => told));
    const acrossOf = new Map(all.map((looked, i) => [looked, across[i]!]));
    const reviewed = this.read.splice(0).map((looked) => {
      const annexes = looked.annexes.map((one) => one.conclude(acrossOf.get(one) ?? null));
      return this.reviewOf(looked, annexes, workbookId);
    });
    this.reviewed = reviewed;
    return reviewed;
  }

  private reviewOf(
    { sheet, snapshot, unread }: LookedAtSheet,
    annexes: readonly ReviewedAnnex[],
    workbookId: string,
  ): ReviewedSheet {
    const findings = annexes.flatMap((one) => one.findings).sort(byPosition);
    const { dismissals, received } = this.state;
    const compared = dismissals.length + received.dismissals.length > 0;
    const open = openFindings(findings, snapshot, compared ? workbookId : null);
    const current = compared ? withCurrentState(open, this.state) : open;
    const currentOf = new Map(findings.map((finding, i) => [finding, current[i]!]));
    return {
      sheet,
      annexes: annexes.map((one) => ({ ...one, findings: one.findings.map((each) => currentOf.get(each)!) })),
      findings: current,
      unread,
    };
  }

  /**
   * Reads a worksheet that is not reviewed, and says what it holds; rollups name it among those left out.
   * @throws HostError as `read` does
   */
  async lookAt({ id, name }: SheetRef): Promise<SheetLook> {
    const look = lookAtSheet(await this.host.read(id), this.words);
    if (look !== 'empty') this.hiddenLeft.push(name);
    return look;
  }

  /**
   * Lays over the workbook what the pane would: marks and notes for the open findings of all worksheets that were concluded,
   * and the rollup sheets of all their annexes. What is protected is left as it is and told.
   * @param withReasons whether notes and 问题清单 say why findings were set aside, as records tell
   * @returns `null` where there is nothing to mark and nothing of ours to be brought up to date
   * @throws HostError
   */
  async dress(locale: Locale, withReasons = true): Promise<DressedWorkbook | null> {
    const sheets = this.reviewed
      .filter(({ annexes }) => annexes.length > 0)
      .map((one) => (withReasons ? one : { ...one, findings: one.findings.map(withoutReason) }));
    const isOpen = ({ state }: ReviewFinding): boolean => state === 'open';
    const hasOpen = sheets.some(({ findings }) => findings.some(isOpen));
    const hasRollups = (await this.host.ownSheetIds()).size > 0;
    if (!hasOpen && !hasRollups && !(await this.hasMarks(sheets))) return null;
    const done = { markedCells: 0, notes: 0, notesLeftOut: 0 };
    const protectedSheets: string[] = [];
    for (const { sheet, findings } of sheets) {
      const marks = marksOf(findings.filter(isOpen), locale, this.host.capabilities.notes);
      try {
        const { markedCells, notes, notesLeftOut } = await this.host.mark(sheet.id, marks);
        done.markedCells += markedCells;
        done.notes += notes;
        done.notesLeftOut += notesLeftOut;
      } catch (error) {
        if (!isProtected(error)) throw error;
        protectedSheets.push(sheet.name);
      }
    }
    const rolledUp = hasOpen || hasRollups ? sheets : [];
    return { ...done, protectedSheets, ...(await this.rollups(rolledUp, locale)) };
  }

  /** Whether there are marks of an earlier review. */
  private async hasMarks(sheets: readonly ReviewedSheet[]): Promise<boolean> {
    for (const { sheet } of sheets) if (await this.host.hasMarks(sheet.id)) return true;
    return false;
  }

  private async rollups(
    sheets: readonly ReviewedSheet[],
    locale: Locale,
  ): Promise<Pick<DressedWorkbook, 'rollups' | 'rollupsProtected' | 'doubtfulSheets'>> {
    const none = { rollups: [], rollupsProtected: false, doubtfulSheets: [] };
    if (sheets.length === 0) return none;
    try {
      const content = {
        annexes: sheets.flatMap(({ annexes }) => annexes.map(({ annex }) => annex)),
        findings: sheets.flatMap(({ findings }) => findings),
        sheetNames: sheets.map(({ sheet }) => sheet.name),
        leftOut: { hidden: this.hiddenLeft, unread: [] },
        date: this.now,
      };
      const wanted = chosenRollups('all', content.annexes);
      const rollups = await insertInOrder(this.host, wanted, (keys, there) =>
        rollupPlans(content, keys, locale, there),
      );
      return { ...none, rollups };
    } catch (error) {
      if (isProtected(error)) return { ...none, rollupsProtected: true };
      const sheets = twoOwnSheets(error);
      if (sheets) return { ...none, doubtfulSheets: sheets.map(({ name }) => name) };
      throw error;
    }
  }
}

/** A finding without what records say of why it was set aside; that it was stays. */
function withoutReason({ receivedDismissal, ...finding }: ReviewFinding): ReviewFinding {
  return { ...finding, ignoredBecause: null };
}

/** Whether a person has typed into the rollups of a workbook, which taking the sheets away would lose. */
export async function holdsReviewerInput(host: SpreadsheetHost): Promise<boolean> {
  for (const key of OWN_SHEET_KEYS) {
    try {
      const sheet = await host.ownSheet(key);
      if (sheet !== null && hasReviewerInput(key, await host.read(sheet.id))) return true;
    } catch (error) {
      // Of several that look like one nothing is taken away.
      if (!twoOwnSheets(error)) throw error;
    }
  }
  return false;
}

function twoOwnSheets(error: unknown): readonly SheetRef[] | null {
  return error instanceof HostError && error.code === 'two-own-sheets' ? (error.detail.sheets ?? []) : null;
}

function isProtected(error: unknown): boolean {
  return error instanceof HostError && error.code === 'protected';
}
