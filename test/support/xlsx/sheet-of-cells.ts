import type { CellInput } from '../annexes/sheet-builder';
import type { BuilderSheet } from './xlsx-builder';

/** A worksheet of a package, of the cells that a sheet is built from: values with their number formats. */
export function sheetOfCells(
  name: string,
  rows: readonly (readonly CellInput[])[],
  state: BuilderSheet['state'] = 'visible',
): BuilderSheet {
  const formats: Record<string, string> = {};
  const plain = rows.map((row, r) =>
    row.map((cell, c) => {
      if (cell === null || typeof cell !== 'object' || !('value' in cell)) return cell;
      if (cell.format) formats[`${String.fromCharCode(65 + c)}${r + 1}`] = cell.format;
      return cell.value;
    }),
  );
  return { name, rows: plain, formats, state };
}
