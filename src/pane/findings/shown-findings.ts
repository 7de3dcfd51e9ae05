import type { AnnexOutline, ReviewFinding } from '../../app/reviewer';
import type { Locale } from '../../engine/language';
import type { Filter } from '../state/pane-state';
import { searchText } from '../wording/finding-text';
import { filterFindings } from './group-findings';
import { facetReader, narrow, projectKey, type Facets } from './narrowing';

/** What of a list a filter lets through. */
export interface ShownFindings {
  /** Those of the severities, with the words that are looked for, and of the projects chosen. */
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
  const found = filterFindings(findings, filter, (finding) => searchText(finding, locale));
  const { among, only } = filter;
  const candidates = among
    ? found.filter(({ unit, project }) => among.projects.has(projectKey(unit, project)))
    : found;
  return { candidates, shown: narrow(candidates, only, facetsOf), facetsOf };
}
