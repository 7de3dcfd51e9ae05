import type { AnnexView, Project } from '../annex/annex';
import type { Finding } from '../rule/finding';
import { ROLLUP_TEXTS, type RollupTexts } from './texts';

/** A project with the annex it stands in. */
export interface PlacedProject {
  readonly annex: AnnexView;
  readonly project: Project;
}

/** The projects of one unit, wherever they stand: a unit may come again further down or in another annex. */
export interface UnitProjects {
  /** As the rollup sheets write it. */
  readonly label: string;
  readonly projects: readonly PlacedProject[];
}

/** A project, with rows of summaries that are of the same one. */
interface CountedProject extends PlacedProject {
  readonly also?: readonly PlacedProject[];
}

/** Units with their projects, in the order in which they first appear; a form that names none has that of its summary. */
export function unitsOf(placed: readonly CountedProject[], texts: RollupTexts): UnitProjects[] {
  const units = new Map<string, PlacedProject[]>();
  for (const one of placed) {
    const named = [one, ...(one.also ?? [])].find(({ project }) => project.unit !== null);
    const label = unitLabel(named?.project.unit ?? null, texts);
    const projects = units.get(label);
    if (projects) projects.push(one);
    else units.set(label, [one]);
  }
  return [...units].map(([label, projects]) => ({ label, projects }));
}

/** A unit's name on one line; both rollup sheets write it the same way, so that counting finds it. */
export function unitLabel(unit: string | null, texts: RollupTexts): string {
  if (unit === null || unit.trim() === '') return texts.unnamedUnit;
  return unit
    .trim()
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/\s+/g, ' ');
}

/** A unit as rows of before are found by it: what stands for none is the same in every language. */
export function unitName(label: string): string {
  for (const { total, unnamedUnit, wholeSheet } of Object.values(ROLLUP_TEXTS)) {
    const place = [total, unnamedUnit, wholeSheet].indexOf(label);
    if (place >= 0) return `\n${place}`;
  }
  return label;
}

/** The unit that a finding is counted under. */
export function unitOfFinding(finding: Pick<Finding, 'project' | 'unit'>, texts: RollupTexts): string {
  return finding.project === null && finding.unit === null
    ? texts.wholeSheet
    : unitLabel(finding.unit, texts);
}
