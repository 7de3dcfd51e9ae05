import type { Annex, Project } from '../annex/annex';
import { foldText } from '../annex/text';

/** The points that an annex gives the execution of the budget, and the text that says so. */
export interface StatedWeight {
  readonly points: number;
  readonly evidence: string;
}

/** How often the projects looked at have which points for the execution. Plain. */
export interface CountedWeights {
  /** Pairs of points and how many projects have them, in the order in which they were first met. */
  points: [points: number, count: number][];
  filled: number;
}

/** "得分(20分*执行率)", "预算执行情况(20分)", "20×执行率"; the label is folded. */
const POINTS_IN_LABEL =
  /(?<![\d.])(\d{1,3})(?:分(?!之)|[*×xX]\(?(?:预算)?执行率)|执行率\)?[*×xX](\d{1,3})(?![\d.%])/;

/**
 * The points of the execution, as a label of the header says them or as most projects have them in their column
 * for it; `null` where neither does.
 *
 * @param rows so many projects at most are looked at
 */
export function statedExecutionWeight(annex: Annex, rows: number): StatedWeight | null {
  const stated = weightInHeader(annex);
  if (stated || !annex.fields.has('executionRate.weight')) return stated;
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

/** The points as a label of the header says them. */
export function weightInHeader({ columns }: Pick<Annex, 'columns'>): StatedWeight | null {
  for (const { headerPath, field } of columns) {
    for (const label of headerPath) {
      const folded = foldText(label);
      if (!folded.includes('执行') && !field?.startsWith('executionRate')) continue;
      const match = POINTS_IN_LABEL.exec(folded);
      if (match) return { points: Number(match[1] ?? match[2]), evidence: label.trim() };
    }
  }
  return null;
}

/** The points that more than half of the projects asked have in their column for it. */
export function weightInRows(
  { columns }: Pick<Annex, 'columns'>,
  { points, filled }: CountedWeights,
): StatedWeight | null {
  const column = columns.find(({ field }) => field === 'executionRate.weight');
  if (!column) return null;
  for (const [each, count] of points)
    if (count * 2 > filled)
      return { points: each, evidence: `${column.headerPath[column.headerPath.length - 1]!.trim()} ${each}` };
  return null;
}
