import type { Annex } from '../engine/annex/annex';
import { StatementCache } from '../engine/annex/quantity';
import { chosenProfile, type ProfileChoice } from '../engine/profile/choose-profile';
import type { Profile } from '../engine/profile/profile';
import type { Locale } from '../engine/language';
import { byPosition } from '../engine/review/order';
import { hasReviewerInput } from '../engine/rollup';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../engine/sheet/sheet-plan';
import { HostError, type SheetRef, type SpreadsheetHost } from '../host/port';
import { openFindings, withCurrentState } from './finding-state';
import { writeRollupSheets } from './insert-rollups';
import { marksOf } from './marks';
import { profileSettingOf, profileSource } from './profile-setting';
import { reviewAnnexes, type ReviewedAnnex } from './review-worksheet';
import type { ReviewFinding } from './reviewer';
import type { StateDocument } from './state/state-document';
import { StateStore } from './state/state-store';

/** A worksheet that was reviewed, with what is to be laid over it. */
export interface ReviewedSheet {
  readonly sheet: SheetRef;
  readonly annexes: readonly ReviewedAnnex[];
  /** Of all annexes, by position; those set aside in the workbook are among them. */
  readonly findings: readonly ReviewFinding[];
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
}

/**
 * The review of a whole workbook, worksheet by worksheet, for hosts where nobody chooses one: hidden ones too, rollups
 * of ours not.
 */
export class WorkbookReview {
  private readonly statements = new StatementCache();
  private readonly reviewed: ReviewedSheet[] = [];

  private constructor(
    private readonly host: SpreadsheetHost,
    private readonly state: StateDocument,
    private readonly profileOf: (annex: Annex) => ProfileChoice,
    private readonly now: Date,
    /** The worksheets to review, in the order of their tabs. */
    readonly sheets: readonly SheetRef[],
  ) {}

  /** @param chosen the profile for all annexes; absent: what the workbook says, else the one that fits each */
  static async of(host: SpreadsheetHost, chosen?: Profile, now = new Date()): Promise<WorkbookReview> {
    // What cannot be read sets nothing aside.
    const { state } = await new StateStore(host).loadReadable();
    const source = await profileSource(profileSettingOf(state));
    const choice = chosen && chosenProfile(chosen);
    const own = new Set<string | undefined>();
    for (const key of OWN_SHEET_KEYS) own.add((await host.ownSheet(key))?.id);
    const sheets = (await host.sheets()).filter(({ id, kind }) => kind === 'worksheet' && !own.has(id));
    return new WorkbookReview(host, state, (annex) => choice ?? source.profileOf(annex), now, sheets);
  }

  /**
   * Reads and reviews one of the worksheets.
   * @throws HostError as `read` does
   */
  async review(sheet: SheetRef): Promise<ReviewedSheet> {
    const { id: workbookId } = await this.host.workbook();
    const snapshot = await this.host.read(sheet.id);
    const annexes = reviewAnnexes(snapshot, this.statements, this.profileOf);
    const findings = annexes.flatMap((one) => one.findings).sort(byPosition);
    const open = openFindings(findings, snapshot, workbookId);
    const reviewed = { sheet, annexes, findings: withCurrentState(open, this.state, this.now) };
    this.reviewed.push(reviewed);
    return reviewed;
  }

  /**
   * Lays over the workbook what the pane would: marks and notes for the open findings of all worksheets reviewed so far,
   * and the rollup sheets of all their annexes. What is protected is left as it is and told.
   * @returns `null` where there is nothing to mark and nothing of ours to be brought up to date
   * @throws HostError
   */
  async dress(locale: Locale): Promise<DressedWorkbook | null> {
    const sheets = this.reviewed.filter(({ annexes }) => annexes.length > 0);
    const isOpen = ({ state }: ReviewFinding): boolean => state === 'open';
    const present = await Promise.all(OWN_SHEET_KEYS.map((key) => this.host.ownSheet(key)));
    const nothing = !sheets.some(({ findings }) => findings.some(isOpen));
    if (nothing && present.every((sheet) => sheet === null)) return null;
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
    const rollups = await this.rollups(sheets, locale);
    return { ...done, protectedSheets, rollups: rollups ?? [], rollupsProtected: rollups === null };
  }

  private async rollups(sheets: readonly ReviewedSheet[], locale: Locale): Promise<SheetRef[] | null> {
    const keys: readonly OwnSheetKey[] = sheets.length > 0 ? OWN_SHEET_KEYS : [];
    try {
      const content = {
        annexes: sheets.flatMap(({ annexes }) => annexes.map(({ annex }) => annex)),
        findings: sheets.flatMap(({ findings }) => findings),
        sheetNames: sheets.map(({ sheet }) => sheet.name),
        date: this.now,
      };
      return await writeRollupSheets(this.host, content, keys, locale);
    } catch (error) {
      if (isProtected(error)) return null;
      throw error;
    }
  }
}

/** Whether a reviewer has typed into the 问题清单 of a workbook, which taking the sheet away would lose. */
export async function holdsReviewerInput(host: SpreadsheetHost): Promise<boolean> {
  const sheet = await host.ownSheet('issue-list');
  return sheet !== null && hasReviewerInput(await host.read(sheet.id));
}

function isProtected(error: unknown): boolean {
  return error instanceof HostError && error.code === 'protected';
}
