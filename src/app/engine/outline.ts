import type { Annex } from '../../engine/annex/annex';
import type { AnnexOutline } from './engine';

/** An annex as it is shown. */
export function outlineOf(annex: Annex): AnnexOutline {
  const { id, layout, sheet, range, title, year, department, moneyUnit, places, projects } = annex;
  const units = new Set<string>();
  for (const { unit } of projects) if (unit !== null) units.add(unit);
  return {
    ...{ id, layout, sheet, range, title, year, department, moneyUnit, places },
    projectCount: projects.length,
    unitCount: units.size,
  };
}
