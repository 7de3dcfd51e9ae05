import { HostError, mayWriteAfter, type MarkResult, type SpreadsheetHost } from '../host/port';
import { findSheetOf } from './find-sheet';
import type { MarkChoice, SheetReview } from './reviewer';

/** Whether the marks on a worksheet show what is open by now. */
export interface MarksTold {
  readonly sheetId: string;
  readonly upToDate: boolean;
}

/** Where something was done that marks should show. */
interface Place {
  readonly sheetId: string;
  readonly sheetName: string;
}

/**
 * Keeps marks in step with what becomes of findings: where a worksheet has marks of ours by now, they are laid anew after
 * each fix, dismissal, undo and review. That never fails what was done before it: where it does not succeed, the
 * marks are told to be out of date.
 */
export class MarkRefresher {
  /** The last review of each worksheet, by its id, and which of its findings were marked. */
  private readonly known = new Map<string, { readonly review: SheetReview; readonly choice: MarkChoice }>();

  /** Worksheets on which there were marks when they were last looked at. */
  private readonly marks = new Set<string>();

  /** Worksheets that were told to have marks out of date. */
  private readonly outdated = new Set<string>();

  /**
   * @param lay lays the marks of a review in place of those there, to follow only where they are others; `null` where there
   *   are none
   * @param tell told after each attempt
   */
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly lay: (
      review: SheetReview,
      choice: MarkChoice,
      how: 'remark' | 'follow',
    ) => Promise<MarkResult | 'same' | null>,
    private readonly tell: (marks: MarksTold) => void,
  ) {}

  /** All worksheets that were reviewed since this page was opened. */
  get places(): readonly Place[] {
    return [...this.known.values()].map(({ review: { sheet } }) => ({
      sheetId: sheet.id,
      sheetName: sheet.name,
    }));
  }

  /**
   * A worksheet was reviewed; what was chosen to be marked there before stays chosen.
   * @param became what findings of the review before are called in this one
   */
  reviewed(review: SheetReview, became?: Readonly<Record<string, string>>): void {
    const { id } = review.sheet;
    const { findings, ...choice } = this.known.get(id)?.choice ?? {};
    const chosen = became ? findings?.flatMap((one) => became[one] ?? []) : findings;
    this.known.set(id, { review, choice: { ...choice, ...(chosen && { findings: chosen }) } });
  }

  /** Lays the marks of a worksheet anew, as `refresh` does, but only where they are not already so. Never throws. */
  async follow(sheetId: string): Promise<void> {
    const known = this.known.get(sheetId);
    if (!known || known.review.stateProblem || !this.host.capabilities.writes) return;
    // Each review and each write of ours has looked; to look after every edit would be too much.
    if (!this.marks.has(sheetId)) return;
    await this.refreshOne({ sheetId, sheetName: known.review.sheet.name }, 'follow');
  }

  /** Its findings were marked by hand. */
  marked(review: SheetReview, choice: MarkChoice): void {
    this.known.set(review.sheet.id, { review, choice });
    this.marks.add(review.sheet.id);
    this.say({ sheetId: review.sheet.id, upToDate: true });
  }

  /** Marks were taken off by hand: what is not there is not out of date. */
  cleared(where: string | 'all'): void {
    for (const sheetId of where === 'all' ? [...this.outdated] : [where])
      this.say({ sheetId, upToDate: true });
  }

  /** Lays the marks of some worksheets anew. Never throws. */
  async refresh(places: readonly Place[]): Promise<void> {
    if (!this.host.capabilities.writes) return;
    const done = new Set<string>();
    for (const place of places) {
      if (done.has(place.sheetId)) continue;
      done.add(place.sheetId);
      if (!(await this.refreshOne(place))) return;
    }
  }

  private say(marks: MarksTold): void {
    if (marks.upToDate) this.outdated.delete(marks.sheetId);
    else this.outdated.add(marks.sheetId);
    this.tell(marks);
  }

  /** @returns whether the host may be asked for more */
  private async refreshOne(place: Place, how: 'remark' | 'follow' = 'remark'): Promise<boolean> {
    let { sheetId } = place;
    try {
      if (!this.known.has(sheetId)) {
        const sheet = await findSheetOf(this.host, place);
        if (!sheet) return true;
        sheetId = sheet.id;
      }
      // Where marks are expected, laying them anew looks for itself.
      if (!this.marks.has(sheetId) && !(await this.isMarked(sheetId))) return true;
      const known = this.known.get(sheetId);
      if (!known) {
        // Nobody has reviewed the worksheet since this page was opened.
        this.say({ sheetId, upToDate: false });
        return true;
      }
      const laid = await this.lay(known.review, known.choice, how);
      if (laid) this.say({ sheetId, upToDate: laid === 'same' || laid.left.length === 0 });
      else this.marks.delete(sheetId);
      return true;
    } catch (thrown) {
      const mayAsk = !(thrown instanceof HostError) || mayWriteAfter(thrown);
      const isGone = thrown instanceof HostError && thrown.code === 'sheet-gone';
      if (!isGone && !(mayAsk && (await this.isBare(sheetId)))) this.say({ sheetId, upToDate: false });
      return mayAsk;
    }
  }

  private async isMarked(sheetId: string): Promise<boolean> {
    const marked = await this.host.hasMarks(sheetId);
    if (marked) this.marks.add(sheetId);
    else this.marks.delete(sheetId);
    return marked;
  }

  /** Whether there are certainly no marks: what is not there is not out of date. */
  private async isBare(sheetId: string): Promise<boolean> {
    return !(await this.isMarked(sheetId).catch(() => true));
  }
}
