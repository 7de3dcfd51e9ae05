import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetStyleCommand,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
} from '@univerjs/sheets';
import type { ICellData, IRange, Nullable } from '@univerjs/core';
import type { CellRange } from '../../src/engine/sheet/address';
import { LAST_COLUMN, LAST_ROW } from '../../src/engine/sheet/address';
import { fromEngineRange } from './ranges';
import type { ModelEvent } from './workbook-model';

interface Params {
  readonly subUnitId?: string;
  readonly range?: IRange;
  readonly sheet?: { readonly id: string };
  readonly trigger?: string;
  readonly selections?: readonly { readonly range: IRange }[];
  readonly cellValue?: Record<number, Nullable<Record<number, Nullable<ICellData>>>>;
}

const WHOLE: CellRange = { firstRow: 0, firstColumn: 0, lastRow: LAST_ROW, lastColumn: LAST_COLUMN };

/** What something the engine executed means to those who follow the model; nothing where they do not follow it. */
export function toModelEvents(id: string, params: Params, options: { fromFormula?: boolean }): ModelEvent[] {
  if (id === MoveRangeMutation.id) {
    // A drag with the mouse, or a cut and paste, maybe to another worksheet.
    const { from, to } = params as { from: { subUnitId: string }; to: { subUnitId: string } };
    const moved = [...new Set([from.subUnitId, to.subUnitId])];
    return moved.map((sheetId) => ({ type: 'changed', sheetId, range: WHOLE, structural: true }));
  }
  const event = toModelEvent(id, params, options);
  return event ? [event] : [];
}

function toModelEvent(id: string, params: Params, options: { fromFormula?: boolean }): ModelEvent | null {
  const sheetId = params.subUnitId ?? '';
  switch (id) {
    case SetRangeValuesMutation.id: {
      // Results of formulas and formats are no changes of cells, here as in Excel.
      if (options.fromFormula)
        return { type: 'calculated', sheetId, range: rangeAround(params.cellValue, () => true) ?? WHOLE };
      const range = params.trigger === SetStyleCommand.id ? null : rangeAround(params.cellValue, hasContent);
      if (range) return { type: 'changed', sheetId, range, structural: false };
      return { type: 'formatted', sheetId, range: rangeAround(params.cellValue, () => true) ?? WHOLE };
    }
    case InsertRowMutation.id:
    case RemoveRowMutation.id: {
      const { startRow: firstRow, endRow: lastRow } = params.range!;
      return { type: 'changed', sheetId, range: { ...WHOLE, firstRow, lastRow }, structural: true };
    }
    case InsertColMutation.id:
    case RemoveColMutation.id: {
      const { startColumn: firstColumn, endColumn: lastColumn } = params.range!;
      return { type: 'changed', sheetId, range: { ...WHOLE, firstColumn, lastColumn }, structural: true };
    }
    case MoveRowsMutation.id:
    case MoveColsMutation.id:
    case ReorderRangeMutation.id:
      return { type: 'changed', sheetId, range: WHOLE, structural: true };
    case SetSelectionsOperation.id: {
      const range = params.selections?.at(-1)?.range;
      return range ? { type: 'selected', sheetId, range: completeRange(range) } : null;
    }
    case SetWorksheetActiveOperation.id:
      return { type: 'activated', sheetId };
    case InsertSheetMutation.id:
      return { type: 'added', sheetId: params.sheet!.id };
    case RemoveSheetMutation.id:
      return { type: 'deleted', sheetId };
    case SetWorksheetNameMutation.id:
      return { type: 'renamed', sheetId };
    default:
      return null;
  }
}

/** Selected columns and rows have no first or last cell in the engine. */
export function completeRange(range: IRange): CellRange {
  const { firstRow, firstColumn, lastRow, lastColumn } = fromEngineRange(range);
  return {
    firstRow: firstRow || 0,
    firstColumn: firstColumn || 0,
    lastRow: Number.isFinite(lastRow) ? lastRow : LAST_ROW,
    lastColumn: Number.isFinite(lastColumn) ? lastColumn : LAST_COLUMN,
  };
}

/** Whether a cell's content changed, not only its format. */
function hasContent(cell: Nullable<ICellData>): boolean {
  return !cell || 'v' in cell || 'f' in cell || 'p' in cell;
}

/** The smallest range around the cells that count, or `null` where none does. */
function rangeAround(
  cells: Params['cellValue'],
  counts: (cell: Nullable<ICellData>) => boolean,
): CellRange | null {
  let [firstRow, firstColumn, lastRow, lastColumn] = [Infinity, Infinity, -1, -1];
  for (const rowKey of Object.keys(cells ?? {})) {
    const row = Number(rowKey);
    const line = cells![row] ?? {};
    for (const columnKey in line) {
      const column = Number(columnKey);
      const cell = line[column];
      if (!counts(cell)) continue;
      if (row < firstRow) firstRow = row;
      if (row > lastRow) lastRow = row;
      if (column < firstColumn) firstColumn = column;
      if (column > lastColumn) lastColumn = column;
    }
  }
  return lastRow < 0 ? null : { firstRow, firstColumn, lastRow, lastColumn };
}
