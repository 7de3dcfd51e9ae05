import type { CellRange } from '../../../../src/engine/sheet/address';
import type { Column } from './columns';

/** Labels row by row; a label over several columns stands in the first of them. */
export function headerRows(columns: readonly Column[]): (string | null)[][] {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    columns.map(({ path }, i) => {
      const label = path[level] ?? null;
      return label !== null && level < path.length - 1 && sharesLabel(columns, i - 1, i, level)
        ? null
        : label;
    }),
  );
}

/** Merges of labels over their columns, and of single labels down to the last header row. */
export function headerMerges(
  columns: readonly Column[],
  depth: number,
  firstRow: number,
  firstColumn: number,
): CellRange[] {
  const merges: CellRange[] = [];
  columns.forEach(({ path }, i) => {
    const at = firstColumn + i;
    if (path.length < depth)
      merges.push({
        firstRow: firstRow + path.length - 1,
        lastRow: firstRow + depth - 1,
        firstColumn: at,
        lastColumn: at,
      });
    for (let level = 0; level < path.length - 1; level++) {
      if (sharesLabel(columns, i - 1, i, level)) continue;
      let last = i;
      while (sharesLabel(columns, last, last + 1, level)) last++;
      if (last > i)
        merges.push({
          firstRow: firstRow + level,
          lastRow: firstRow + level,
          firstColumn: at,
          lastColumn: firstColumn + last,
        });
    }
  });
  return merges;
}

function sharesLabel(columns: readonly Column[], left: number, right: number, level: number): boolean {
  const [a, b] = [columns[left]?.path, columns[right]?.path];
  if (!a || !b || a.length <= level + 1 || b.length <= level + 1) return false;
  return a.slice(0, level + 1).every((label, i) => b[i] === label);
}
