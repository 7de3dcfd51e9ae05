import type { Locale } from '../engine/language';
import type { MarkResult, SheetMarks, SpreadsheetHost } from '../host/port';
import { markFollowed } from './bound/mark-followed';
import { marksOf } from './marks';
import type { PresentFindings } from './present-findings';
import type { MarkChoice, ReviewFinding, SheetReview } from './reviewer';
import type { Reviews } from './reviews';
import type { SheetCopies } from './sheet-copies';

/** Lays the marks of reviews. */
export class MarkLayer {
  /** What was laid last on each worksheet, as far as nothing has moved it since. */
  private readonly laid = new Map<string, string>();

  constructor(
    private readonly host: SpreadsheetHost,
    private readonly copies: SheetCopies,
    private readonly reviews: Reviews,
    private readonly present: PresentFindings,
    private readonly locale: Locale,
  ) {}

  /** Rows or columns of a worksheet were moved, or marks were taken off: nobody knows what is marked there. */
  disturbed(where: string | 'all'): void {
    if (where === 'all') this.laid.clear();
    else this.laid.delete(where);
  }

  /**
   * Lays the marks of the findings that are open by now, where their cells are now.
   * @param lay `follow`: as `remark`, but nothing is done where the very same marks were laid last
   * @returns `null` where only marks of ours were to be replaced and there are none; `same` where nothing had to be done
   */
  async lay(
    review: SheetReview,
    choice: MarkChoice,
    lay: 'mark' | 'remark' | 'follow',
  ): Promise<MarkResult | 'same' | null> {
    const { id } = review.sheet;
    let before = lay === 'follow' ? this.laid.get(id) : undefined;
    this.laid.delete(id);
    let last = '';
    const { notes } = this.host.capabilities;
    const marks = (some: readonly ReviewFinding[]): SheetMarks => {
      const made = marksOf(some, this.locale, notes);
      last = JSON.stringify(made);
      if (last === before) throw new AsBefore();
      // Where rows move meanwhile, those that were laid first have to be laid anew, whatever they are.
      before = undefined;
      return made;
    };
    try {
      const result = await this.layNow(review, choice, lay === 'follow' ? 'remark' : lay, marks);
      if (result) this.laid.set(id, last);
      return result;
    } catch (thrown) {
      if (!(thrown instanceof AsBefore)) throw thrown;
      this.laid.set(id, last);
      return 'same';
    }
  }

  private async layNow(
    review: SheetReview,
    { severities, findings: wanted }: MarkChoice,
    lay: 'mark' | 'remark',
    marks: (some: readonly ReviewFinding[]) => SheetMarks,
  ): Promise<MarkResult | null> {
    if (review.findings.length === 0) return this.host[lay](review.sheet.id, marks([]));
    const copy = this.reviews.mustBeOf(review.findings[0]!);
    const ids = wanted && new Set(wanted);
    const isWanted = ({ state, severity, id }: ReviewFinding): boolean =>
      state === 'open' && (severities?.includes(severity) ?? true) && (ids?.has(id) ?? true);
    const { open, first } = await this.copies.again(async () => {
      const sheet = await this.copies.present(copy.sheet.id);
      const open = (await this.present.states(review.findings, copy, sheet)).filter(isWanted);
      return { open, first: await this.present.inPlace(open, copy, sheet) };
    });
    const again = () => this.present.inPlace(open, copy);
    return markFollowed(this.host, copy.sheet.id, { first, again }, marks, lay);
  }
}

/** The marks that are to be laid are those that were laid last. */
class AsBefore extends Error {}
