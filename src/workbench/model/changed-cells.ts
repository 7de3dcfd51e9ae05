import { sameCellValue } from '../../engine/sheet/cell-value';
import { formulaAt, numberFormatAt, valueAt } from '../../engine/sheet/snapshot';
import type { CellEdit } from '../../xlsx';
import { bandsOf, comparedArea } from './compared-area';
import type { OpenedSheet, WorksheetModel } from './workbook-model';

const TEXT_FORMAT = '@';

/**
 * The edits that make the cells of an opened worksheet what they are now. That a formula has another value is none:
 * programs calculate a file that asks for it when they open it.
 */
export function changedCells(opened: OpenedSheet, sheet: WorksheetModel): CellEdit[] {
  const { snapshot } = opened;
  const edits: CellEdit[] = [];
  for (const band of bandsOf(comparedArea(opened, sheet))) {
    const values = sheet.values(band);
    const formulas = sheet.formulas(band);
    const numberFormats = sheet.numberFormats(band);
    for (let row = band.firstRow; row <= band.lastRow; row++) {
      const r = row - band.firstRow;
      for (let column = band.firstColumn; column <= band.lastColumn; column++) {
        const c = column - band.firstColumn;
        const formula = formulas[r]![c] || null;
        const value = values[r]![c]!;
        const numberFormat = numberFormats[r]![c]!;
        const formulaBefore = formulaAt(snapshot, row, column);
        const isSameFormat = numberFormat === (numberFormatAt(snapshot, row, column) || 'General');
        const isSameContent =
          formula === formulaBefore &&
          (formula !== null || sameCellValue(value, valueAt(snapshot, row, column)));
        if (isSameFormat && isSameContent) continue;
        edits.push({
          row,
          column,
          // What is in a cell may be more than the model knows, such as a text in several fonts.
          ...(!isSameContent &&
            (formula === null ? { content: { value } } : { content: { formula }, cached: value })),
          // A number that comes into a cell of texts would take their format off it.
          ...((!isSameFormat || numberFormat === TEXT_FORMAT) && { numberFormat }),
        });
      }
    }
  }
  return edits;
}
