import type { CellRange } from '../../engine/sheet/address';
import type { CellValue } from '../../engine/sheet/cell-value';
import type { EtCalls } from './et-call';
import type { EtWorksheet } from './et-types';
import { toHeld, toMatrix, type EtMatrix } from './et-values';
import { rangeOf } from './sheets';

/** What cells hold: row by row. */
export interface HeldCells {
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
}

/** What a build has shown of itself, kept so that nothing is tried in vain again. */
export interface BuildTraits {
  /** Whether it hands over several cells at once; absent: not known yet. */
  bulkReads?: boolean;
  /** Whether it takes several cells at once. */
  bulkWrites?: boolean;
  /** Of cells that differ it tells what the first one has, instead of nothing. */
  tellsFirst?: boolean;
}

/**
 * Reads a block of cells in three calls.
 * @returns `null` where this build hands over no block, so that its cells have to be asked for one by one
 */
export function readBlock(
  et: EtCalls,
  sheet: EtWorksheet,
  area: CellRange,
  traits: BuildTraits,
): HeldCells | null {
  const rows = area.lastRow - area.firstRow + 1;
  const columns = area.lastColumn - area.firstColumn + 1;
  const isOne = rows === 1 && columns === 1;
  if (!isOne && traits.bulkReads === false) return null;
  const block = (name: 'Value2' | 'Formula'): EtMatrix | null => {
    try {
      return toMatrix(et, et.get(range, name), rows, columns);
    } catch (error) {
      // A refusal of one cell is a failure; of several it may be that there is no such thing.
      if (isOne) throw error;
      return null;
    }
  };
  const range = rangeOf(et, sheet, area);
  const values = block('Value2');
  const formulas = values && block('Formula');
  if (!values || !formulas) return null;
  if (!isOne) traits.bulkReads = true;
  return toHeldCells(values, formulas);
}

/** Reads one cell in three calls. */
export function readCell(et: EtCalls, sheet: EtWorksheet, row: number, column: number) {
  const range = rangeOf(et, sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  return toHeld(et.get(range, 'Value2'), et.get(range, 'Formula'));
}

/** Reads cells at once where the build can, else one by one. For few cells: it gives the page no turn. */
export function readNow(et: EtCalls, sheet: EtWorksheet, area: CellRange, traits: BuildTraits): HeldCells {
  const block = readBlock(et, sheet, area, traits);
  if (block) return block;
  const cells: HeldCells = { values: [], formulas: [] };
  for (let row = area.firstRow; row <= area.lastRow; row += 1) {
    const [values, formulas]: [CellValue[], (string | null)[]] = [[], []];
    for (let column = area.firstColumn; column <= area.lastColumn; column += 1) {
      const held = readCell(et, sheet, row, column);
      values.push(held.value);
      formulas.push(held.formula);
    }
    cells.values.push(values);
    cells.formulas.push(formulas);
  }
  return cells;
}

function toHeldCells(values: EtMatrix, formulas: EtMatrix): HeldCells {
  const held = values.map((row, r) => row.map((value, c) => toHeld(value, formulas[r]![c])));
  return {
    values: held.map((row) => row.map(({ value }) => value)),
    formulas: held.map((row) => row.map(({ formula }) => formula)),
  };
}
