import type { IndicatorTemplate } from '../annex';
import { indicatorParts, type IndicatorRole } from '../field-id';
import type { Place } from '../place';

/** The indicators that every row below these places has room for, in the order in which they first come. */
export function indicatorTemplates(places: readonly Place[]): IndicatorTemplate[] {
  const templates = new Map<
    number,
    Omit<IndicatorTemplate, 'places'> & { places: Partial<Record<IndicatorRole, number>> }
  >();
  for (const [index, { field, confidence, indicator }] of places.entries()) {
    const parts = field ? indicatorParts(field) : null;
    if (!parts) continue;
    const kindGuessed = confidence === 'guess';
    const template = templates.get(indicator) ?? { kind: parts.kind, kindGuessed, places: {} };
    template.places[parts.role] = index;
    templates.set(indicator, template);
  }
  return [...templates.values()];
}
