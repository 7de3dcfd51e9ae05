import type { AnnexOutline, ReviewFinding } from '../../app/reviewer';
import type { Locale } from '../../engine/language';
import type { Filter } from '../state/pane-state';
import { searchText } from '../wording/finding-text';
import { filterFindings } from './group-findings';
import { facetReader, narrow, type Facets } from './narrowing';

/** What of a list a filter lets through. */
export interface ShownFindings {
  /** Those of the severities and with the words that are looked for. */
  readonly candidates: readonly ReviewFinding[];
  /** Those of them to which the list is narrowed. */
  readonly shown: readonly ReviewFinding[];
  readonly facetsOf: (finding: ReviewFinding) => Facets;
}

export function shownFindings(
  findings: readonly ReviewFinding[],
  annexes: readonly AnnexOutline[],
  filter: Filter,
  locale: Locale,
): ShownFindings {
  const facetsOf = facetReader(annexes);
  const candidates = filterFindings(findings, filter, (finding) => searchText(finding, locale));
  return { candidates, shown: narrow(candidates, filter.only, facetsOf), facetsOf };
}
