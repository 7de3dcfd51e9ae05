import type { CellRange } from '../../src/engine/sheet/address';
import { chartContent } from './chart-content';
import { contentOfFormat } from './changed-overlays';
import type { SheetAspects, OpenedWorksheetModel } from './workbook-model';

/** What a worksheet is like now. Compared with what it was like before, it tells what has been changed. */
export function aspectsOf(sheet: OpenedWorksheetModel): SheetAspects {
  const { frozen } = sheet;
  return {
    merges: unordered(sheet.merges, areaOf),
    links: unordered(sheet.links, ({ row, column, sheetName, address }) => [row, column, sheetName, address]),
    choices: unordered(sheet.choices, ({ range, values }) => [areaOf(range), values]),
    charts: unordered(sheet.charts, chartContent),
    page: unordered([...sheet.page], (entry) => entry),
    layout: JSON.stringify([frozen.rows, frozen.columns, sheet.lines('row'), sheet.lines('column')]),
    // The order of these is their priority.
    'conditional-formats': JSON.stringify(sheet.conditionalFormats.map(contentOfFormat)),
    notes: unordered(sheet.notes, ({ row, column, text }) => [row, column, text]),
  };
}

function areaOf({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): number[] {
  return [firstRow, firstColumn, lastRow, lastColumn];
}

function unordered<T>(items: readonly T[], content: (item: T) => unknown): string {
  return JSON.stringify(items.map((item) => JSON.stringify(content(item))).sort());
}
