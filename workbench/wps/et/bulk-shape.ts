import type { WpsSwitches } from '../host/switches';

/**
 * A block of values as a build hands it over: one cell as it is; more cells as an array of rows, which some flatten for
 * a single row or column, or as an object that has to be asked for each, 1-based; or not at all.
 */
export function toBulkShape(
  rows: readonly (readonly unknown[])[],
  bulkRead: WpsSwitches['bulkRead'],
): unknown {
  const width = rows[0]?.length ?? 0;
  if (rows.length === 1 && width === 1) return rows[0]![0];
  switch (bulkRead) {
    case 'nothing':
      return undefined;
    case 'flat-lines':
      if (rows.length === 1) return [...rows[0]!];
      if (width === 1) return rows.map(([value]) => value);
      return copy(rows);
    case 'item-object':
      return { Item: (row: number, column: number) => rows[row - 1]?.[column - 1] };
    default:
      return copy(rows);
  }
}

function copy(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows.map((row) => [...row]);
}
