import { toAbsoluteAddress, type CellPosition } from '../sheet/address';
import { isCellError, isUnknown, type CellValue } from '../sheet/cell-value';
import type { PlanCell } from '../sheet/sheet-plan';
import { factorText, sumFigure } from './money-sum';
import { sheetPrefix } from './sheet-reference';

/** A cell of a worksheet, by its 0-based position, and what it holds. */
export interface SourceCell extends CellPosition {
  readonly raw: CellValue;
}

/**
 * An amount as a reference to its cell, in another unit where `factor` says so. Blank where the cell holds no number: a
 * bare reference would make 0 of a blank cell and #VALUE! of a text. An error stays one, so that it is seen where a form
 * was deleted later.
 */
export function liveAmount(sheetName: string, cell: SourceCell, factor: number): PlanCell {
  const ref = referenceTo(sheetName, cell);
  const { raw } = cell;
  return {
    formula: `=IF(ISNUMBER(${ref})+ISERROR(${ref})>0,${ref}${factorText(factor)},"")`,
    value: typeof raw === 'number' ? sumFigure(raw * factor) : hasFailed(raw) ? raw : '',
  };
}

/** What a cell holds, number or text ("98分"), as a reference to it; blank where it is. */
export function liveContent(sheetName: string, cell: SourceCell): PlanCell {
  const ref = referenceTo(sheetName, cell);
  return { formula: `=IF(ISBLANK(${ref}),"",${ref})`, value: cell.raw ?? '' };
}

function referenceTo(sheetName: string, { row, column }: CellPosition): string {
  const one = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  return sheetPrefix(sheetName) + toAbsoluteAddress(one);
}

function hasFailed(value: CellValue): boolean {
  return isCellError(value) || isUnknown(value);
}
