import type { CellRange } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';

/** A cell of a test sheet: its value, or value with format and formula. */
export type CellInput =
  CellValue | { readonly value: CellValue; readonly format?: string; readonly formula?: string };

interface SheetOptions {
  readonly name?: string;
  /** 0-based position of the first cell. */
  readonly firstRow?: number;
  readonly firstColumn?: number;
  readonly merges?: readonly CellRange[] | null;
}

function isDetailed(input: CellInput): input is { value: CellValue; format?: string; formula?: string } {
  return typeof input === 'object' && input !== null && 'value' in input;
}

/** A snapshot from rows of cells; rows may differ in length. `undefined` and `null` are blank. */
export function buildSheet(
  rows: readonly (readonly (CellInput | undefined)[])[],
  options: SheetOptions = {},
): SheetSnapshot {
  const detail = (input: CellInput | undefined) =>
    input !== undefined && isDetailed(input)
      ? input
      : { value: (input ?? null) as CellValue, format: undefined, formula: undefined };
  const cells = rows.map((row) => Array.from(row, detail));
  return {
    id: 'sheet1',
    name: options.name ?? 'Sheet1',
    firstRow: options.firstRow ?? 0,
    firstColumn: options.firstColumn ?? 0,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    values: cells.map((row) => row.map((cell) => cell.value)),
    formulas: cells.map((row) => row.map((cell) => cell.formula ?? null)),
    numberFormats: cells.map((row) => row.map((cell) => cell.format ?? 'General')),
    merges: options.merges === undefined ? null : options.merges,
    hiddenRows: [],
    hiddenColumns: [],
    protected: false,
  };
}
