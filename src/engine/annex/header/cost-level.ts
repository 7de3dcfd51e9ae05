import type { Annex } from '../annex';
import { readLabel } from '../text';

const COST = /^成本(?:类?指标|目标)?$/;
const OTHER_LEVEL = /^(?:产出|效[益果])(?:类?指标|目标)?$/;

/**
 * The label of cost as a first level of its own, as written: 成本 in the row of the header in which 产出 or 效益
 * stand too. Below 产出 it is a kind among others. `null` where the annex has no such level.
 */
export function costAsFirstLevel({ columns }: Pick<Annex, 'columns'>): string | null {
  const levelRows = new Set<number>();
  const apart: (readonly string[])[] = [];
  for (const { headerPath } of columns) {
    const depth = headerPath.findIndex((label) => OTHER_LEVEL.test(levelName(label)));
    if (depth >= 0) levelRows.add(depth);
    else apart.push(headerPath);
  }
  for (const path of apart) {
    const label = path.find((text, depth) => levelRows.has(depth) && COST.test(levelName(text)));
    if (label !== undefined) return label.trim();
  }
  return null;
}

/** A label without what it says about points. */
function levelName(label: string): string {
  return readLabel(label).name.replace(/\d{1,3}(?:\.\d+)?分?$/, '');
}
