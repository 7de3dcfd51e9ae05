import type { AnnexOutline, ReviewFinding } from '../../app/reviewer';
import { INDICATOR_KINDS } from '../../engine/annex/field-id';
import { isColumn } from '../../engine/annex/place';
import type { Facet, Only } from '../state/pane-state';

export const FACETS: readonly Facet[] = ['unit', 'dimension', 'rule', 'state'];

/** What of a finding a list is narrowed by; `null` where it has nothing of the kind. */
export type Facets = Readonly<Record<Facet, string | null>>;

/** A value that a list can be narrowed to, with how many findings it would leave. */
export interface FacetOption {
  readonly value: string;
  readonly count: number;
}

/** Tells by what findings of these annexes can be told apart. */
export function facetReader(annexes: readonly AnnexOutline[]): (finding: ReviewFinding) => Facets {
  const dimensionOf = dimensionReader(annexes);
  return (finding) => ({
    unit: finding.unit,
    dimension: dimensionOf(finding),
    rule: finding.rule,
    state: finding.state,
  });
}

/** The findings that have all of what is chosen. */
export function narrow(
  findings: readonly ReviewFinding[],
  only: Only,
  facetsOf: (finding: ReviewFinding) => Facets,
): readonly ReviewFinding[] {
  const chosen = FACETS.filter((facet) => only[facet] !== undefined);
  if (chosen.length === 0) return findings;
  return findings.filter((finding) => {
    const facets = facetsOf(finding);
    return chosen.every((facet) => facets[facet] === only[facet]);
  });
}

/**
 * What a list can be narrowed to by one facet while the others stay as they are chosen: in the order in which it occurs,
 * dimensions in that of the form. What is chosen is among them even where nothing is left of it.
 */
export function facetOptions(
  findings: readonly ReviewFinding[],
  facet: Facet,
  only: Only,
  facetsOf: (finding: ReviewFinding) => Facets,
): readonly FacetOption[] {
  const counts = new Map<string, number>();
  for (const finding of narrow(findings, { ...only, [facet]: undefined }, facetsOf)) {
    const value = facetsOf(finding)[facet];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const chosen = only[facet];
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  const options = [...counts].map(([value, count]) => ({ value, count }));
  if (facet !== 'dimension') return options;
  const order: readonly string[] = INDICATOR_KINDS;
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return options.sort((a, b) => place(a.value) - place(b.value));
}

/** The kind of indicator that a cell tells of, by the field of its column, of a form by its own. */
function dimensionReader(annexes: readonly AnnexOutline[]): (finding: ReviewFinding) => string | null {
  const known = new Map<string, string>();
  for (const { places, sheet } of annexes)
    for (const place of places) {
      const [head, kind, role] = (place.field ?? '').split('.');
      if (head !== 'indicator' || kind === undefined || role === undefined) continue;
      const key = isColumn(place)
        ? `${sheet.id} ${place.line}`
        : `${sheet.id} ${place.line} ${place.column ?? -1}`;
      known.set(key, kind);
    }
  return ({ sheetId, cell: { row, column } }) =>
    known.get(`${sheetId} ${row} ${column}`) ?? known.get(`${sheetId} ${column}`) ?? null;
}

/** Names a project by what findings say of it, which holds from one review to the next. */
export function projectKey(unit: string | null, project: string | null): string {
  return `${unit ?? ''}\n${project ?? ''}`;
}
