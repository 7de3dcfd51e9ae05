import type { Annex } from '../annex/annex';
import { readLabel } from '../annex/text';

const COST = /^成本(?:指标|目标)$/;
const OUTPUT = /^产出(?:指标|目标)$/;
const OTHER_LEVEL = /^(?:产出|效益|效果)(?:指标|目标)$/;

/**
 * The label of cost as a first level of its own, as written: 成本指标 in the row of the header in which 产出指标 or
 * 效益指标 stand too. Below 产出指标 it is a kind among others. `null` where the annex has no such level.
 */
export function costAsFirstLevel({ columns }: Annex): string | null {
  const paths = columns.map(({ headerPath }) => headerPath);
  const depths = new Set<number>();
  for (const path of paths) {
    const depth = path.findIndex((label) => OTHER_LEVEL.test(readLabel(label).name));
    if (depth >= 0) depths.add(depth);
  }
  for (const path of paths) {
    const depth = path.findIndex((label) => COST.test(readLabel(label).name));
    const belowOutput = path.slice(0, Math.max(0, depth)).some((label) => OUTPUT.test(readLabel(label).name));
    if (depths.has(depth) && !belowOutput) return path[depth]!.trim();
  }
  return null;
}
