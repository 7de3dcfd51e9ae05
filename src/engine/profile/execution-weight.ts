import type { Annex } from '../annex/annex';
import type { MappedColumn } from '../annex/header/map-columns';
import { foldText } from '../annex/text';

/** The points that an annex gives the execution of the budget, and the text that says so. */
export interface StatedWeight {
  readonly points: number;
  readonly evidence: string;
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
  return inHeader(annex.columns) ?? inRows(annex, rows);
}

function inHeader(columns: readonly MappedColumn[]): StatedWeight | null {
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

function inRows({ columns, projects }: Annex, rows: number): StatedWeight | null {
  const column = columns.find(({ field }) => field === 'executionRate.weight');
  if (!column) return null;
  const counts = new Map<number, number>();
  let filled = 0;
  for (const { scores } of projects.slice(0, rows)) {
    const points = scores['executionRate.weight']?.number;
    if (points == null) continue;
    filled++;
    counts.set(points, (counts.get(points) ?? 0) + 1);
  }
  for (const [points, count] of counts) {
    if (count * 2 > filled)
      return { points, evidence: `${column.headerPath[column.headerPath.length - 1]!.trim()} ${points}` };
  }
  return null;
}
