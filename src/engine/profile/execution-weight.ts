import type { Annex, AnnexView, Project } from '../annex/annex';
import type { StatedWeight } from '../annex/stated-facts';

/** How often the projects looked at have which points for the execution. Plain. */
export interface CountedWeights {
  /** Pairs of points and how many projects have them, in the order in which they were first met. */
  points: [points: number, count: number][];
  filled: number;
}

/**
 * The points of the execution, as a label of the header says them or as most projects have them in their column
 * for it; `null` where neither does.
 *
 * @param rows so many projects at most are looked at
 */
export function statedExecutionWeight(annex: AnnexView, rows: number): StatedWeight | null {
  const stated = annex.stated.executionWeight;
  if (stated || !annex.fields.includes('executionRate.weight')) return stated;
  const counted: CountedWeights = { points: [], filled: 0 };
  for (const project of annex.projects.slice(0, rows)) countWeight(counted, project);
  return weightInRows(annex, counted);
}

/** So many projects at most are asked for the points of the execution. */
const ROWS_ASKED = 200;

/** Counts the points that a project has for the execution, if it is one of the first. */
export function countWeight(counted: CountedWeights, { index, scores }: Project): void {
  if (index >= ROWS_ASKED) return;
  const points = scores['executionRate.weight']?.number;
  if (points != null) addWeights(counted, points, 1);
}

/** Takes in what was counted of the projects that follow. */
export function mergeWeights(counted: CountedWeights, further: CountedWeights): void {
  for (const [points, count] of further.points) addWeights(counted, points, count);
}

function addWeights(counted: CountedWeights, points: number, count: number): void {
  counted.filled += count;
  const known = counted.points.find(([other]) => other === points);
  if (known) known[1] += count;
  else counted.points.push([points, count]);
}

/** The points that more than half of the projects asked have in their column for it. */
export function weightInRows(
  { places }: Pick<Annex, 'places'>,
  { points, filled }: CountedWeights,
): StatedWeight | null {
  const place = places.find(({ field }) => field === 'executionRate.weight');
  if (!place) return null;
  for (const [each, count] of points)
    if (count * 2 > filled)
      return { points: each, evidence: `${place.labels[place.labels.length - 1]!.text.trim()} ${each}` };
  return null;
}
