import { isUnknown, sameCellValue } from '../../src/engine/sheet/cell-value';
import { formulaAt, numberFormatAt, valueAt } from '../../src/engine/sheet/snapshot';
import type { CellEdit } from '../../src/xlsx';
import type { OpenedSheet, StoredCell, OpenedWorksheetModel } from './workbook-model';

const TEXT_FORMAT = '@';

type Content = Pick<StoredCell, 'row' | 'column' | 'value' | 'formula' | 'numberFormat'>;

/**
 * The edits that make the cells of an opened worksheet what they are now, row by row. That a formula has another value is
 * none: programs calculate a file that asks for it when they open it.
 */
export function changedCells(opened: OpenedSheet, sheet: OpenedWorksheetModel): CellEdit[] {
  const { snapshot } = opened;
  const edits: CellEdit[] = [];
  const compare = (cell: Content) => {
    const edit = changeOf(opened, cell);
    if (edit) edits.push(edit);
  };
  sheet.forEachCell(compare);
  // Those that have been emptied of all.
  for (let r = 0; r < snapshot.rowCount; r++) {
    const row = snapshot.firstRow + r;
    const length = Math.max(
      snapshot.values[r]?.length ?? 0,
      snapshot.formulas[r]?.length ?? 0,
      snapshot.numberFormats[r]?.length ?? 0,
    );
    for (let c = 0; c < length; c++) {
      const column = snapshot.firstColumn + c;
      if (!sheet.hasCell({ row, column }))
        compare({ row, column, value: null, formula: null, numberFormat: 'General' });
    }
  }
  return edits.sort((a, b) => a.row - b.row || a.column - b.column);
}

function changeOf({ snapshot }: OpenedSheet, cell: Content): CellEdit | null {
  const { row, column, value, formula, numberFormat } = cell;
  const formulaBefore = formulaAt(snapshot, row, column);
  const valueBefore = valueAt(snapshot, row, column);
  // What no program has stored shows as a blank.
  const shownBefore = isUnknown(valueBefore) ? null : valueBefore;
  const isSameFormat = numberFormat === (numberFormatAt(snapshot, row, column) || 'General');
  const isSameContent = formula === formulaBefore && (formula !== null || sameCellValue(value, shownBefore));
  if (isSameFormat && isSameContent) return null;
  return {
    row,
    column,
    // What is in a cell may be more than the model knows, such as a text in several fonts.
    ...(!isSameContent &&
      (formula === null ? { content: { value } } : { content: { formula }, cached: value })),
    // A number that comes into a cell of texts would take their format off it.
    ...((!isSameFormat || numberFormat === TEXT_FORMAT) && { numberFormat }),
  };
}
