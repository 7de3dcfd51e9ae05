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
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly copies: SheetCopies,
    private readonly reviews: Reviews,
    private readonly present: PresentFindings,
    private readonly locale: Locale,
  ) {}

  /**
   * Lays the marks of the findings that are open by now, where their cells are now.
   * @returns `null` where only marks of ours were to be replaced and there are none
   */
  async lay(
    review: SheetReview,
    { severities, findings: wanted }: MarkChoice,
    lay: 'mark' | 'remark',
  ): Promise<MarkResult | null> {
    const { notes } = this.host.capabilities;
    const marks = (some: readonly ReviewFinding[]): SheetMarks => marksOf(some, this.locale, notes);
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
