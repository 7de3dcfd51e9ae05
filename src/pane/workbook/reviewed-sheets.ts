import { countEntries, type EntryCounts } from '../../app/entries';
import type { SheetReview } from '../../app/reviewer';
import { SEVERITIES, type Severity } from '../../engine/severity';
import { allFindings } from '../state/all-findings';
import type { PaneState } from '../state/pane-state';

/** The newest reviews of the sheets of the workbook, in its order. */
export function reviewsOf({ workbook, reviews }: Pick<PaneState, 'workbook' | 'reviews'>): SheetReview[] {
  return (workbook?.sheets ?? []).flatMap(({ sheet, review }) =>
    review ? [reviews[sheet.id] ?? review] : [],
  );
}

/** How much there is in several sheets; a habit is one entry in each of them. */
export function countAll(reviews: readonly SheetReview[]): EntryCounts {
  const counts = reviews.map((review) => countEntries(allFindings(review)));
  const sum = (of: (one: EntryCounts) => number): number => counts.reduce((all, one) => all + of(one), 0);
  const each = (of: (one: EntryCounts) => Readonly<Record<Severity, number>>): Record<Severity, number> =>
    Object.fromEntries(SEVERITIES.map((severity) => [severity, sum((one) => of(one)[severity])])) as Record<
      Severity,
      number
    >;
  return {
    open: each(({ open }) => open),
    cells: each(({ cells }) => cells),
    entries: sum(({ entries }) => entries),
    findings: sum(({ findings }) => findings),
  };
}

/** How many entries with an open finding there are. */
export function openEntries({ open }: Pick<EntryCounts, 'open'>): number {
  return SEVERITIES.reduce((all, severity) => all + open[severity], 0);
}
