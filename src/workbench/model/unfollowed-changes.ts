import type { CellRange } from '../../engine/sheet/address';
import { inSpans } from '../../engine/sheet/snapshot';
import type { SaveObstacle } from './cannot-save';
import {
  charactersOfPixels,
  fromStyle,
  pixelsOfCharacters,
  pixelsOfPoints,
  pointsOfPixels,
  toStyle,
} from './cell-style';
import { chartContent } from './chart-content';
import { comparedArea } from './compared-area';
import { DEFAULTS, lookOf } from './workbook-data';
import type { CellFormat, OpenedSheet, WorksheetModel } from './workbook-model';

/**
 * The first change of a worksheet of the file that edits of its cells, notes and conditional formats do not tell; `null`
 * where there is none.
 * @param isRestructured whether rows or columns were put in, taken out or moved
 */
export function unfollowedChange(
  opened: OpenedSheet,
  sheet: WorksheetModel,
  isRestructured: boolean,
): SaveObstacle | null {
  const { snapshot, links = [], choices = [], charts = [] } = opened;
  // Chart sheets and the like are opened as empty worksheets.
  if (opened.kind !== 'worksheet') return sheet.usedRange() === null ? null : 'sheets';
  if (isRestructured) return 'rows-or-columns';
  if (!sameList(snapshot.merges ?? [], sheet.merges, areaOf)) return 'merges';
  const link = ({ row, column, sheetName, address }: (typeof links)[number]) => [
    row,
    column,
    sheetName,
    address,
  ];
  if (!sameList(links, sheet.links, link)) return 'links';
  const choice = ({ range, values }: (typeof choices)[number]) => [areaOf(range), values];
  if (!sameList(choices, sheet.choices, choice)) return 'choices';
  if (!sameList(charts, sheet.charts, chartContent)) return 'charts';
  if (!sameList([...(opened.page ?? [])], [...sheet.page], (entry) => entry)) return 'page';
  const area = comparedArea(opened, sheet);
  if (!sameLayout(opened, sheet, area)) return 'layout';
  return sameLooks(opened, sheet, area) ? null : 'formats';
}

function areaOf({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): number[] {
  return [firstRow, firstColumn, lastRow, lastColumn];
}

/** Whether two lists hold the same, in any order. */
function sameList<T>(a: readonly T[], b: readonly T[], content: (item: T) => unknown): boolean {
  const texts = (items: readonly T[]) => items.map((item) => JSON.stringify(content(item))).sort();
  return a.length === b.length && JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}

function sameLayout(opened: OpenedSheet, sheet: WorksheetModel, area: CellRange): boolean {
  const { snapshot, columnWidths = {}, rowHeights = {}, frozen = { rows: 0, columns: 0 } } = opened;
  if (sheet.frozen.rows !== frozen.rows || sheet.frozen.columns !== frozen.columns) return false;
  for (let column = 0; column <= area.lastColumn; column++) {
    const isHidden = sheet.isHidden('column', column);
    if (isHidden !== inSpans(snapshot.hiddenColumns, column)) return false;
    if (!isHidden && sheet.columnWidth(column) !== shownWidth(columnWidths[column])) return false;
  }
  for (let row = 0; row <= area.lastRow; row++) {
    if (sheet.isHidden('row', row) !== inSpans(snapshot.hiddenRows, row)) return false;
    const height = rowHeights[row];
    const shown = height === undefined ? null : pointsOfPixels(pixelsOfPoints(height));
    if (sheet.rowHeight(row) !== shown) return false;
  }
  return true;
}

/** Widths go through pixels. */
function shownWidth(characters: number | undefined): number {
  return charactersOfPixels(
    characters === undefined ? DEFAULTS.defaultColumnWidth : pixelsOfCharacters(characters),
  );
}

function sameLooks(opened: OpenedSheet, sheet: WorksheetModel, area: CellRange): boolean {
  const { firstRow, firstColumn } = opened.snapshot;
  // Cells share their formats.
  const shown = new Map<CellFormat | null, Required<CellFormat>>();
  const shownAs = (format: CellFormat | null): Required<CellFormat> => {
    let look = shown.get(format);
    if (!look)
      shown.set(format, (look = fromStyle(toStyle(format ?? {}) as Parameters<typeof fromStyle>[0])));
    return look;
  };
  for (let row = 0; row <= area.lastRow; row++) {
    for (let column = 0; column <= area.lastColumn; column++) {
      const before = shownAs(lookOf(opened, row - firstRow, column - firstColumn));
      const now = sheet.format({ row, column });
      for (const key in before) {
        if (before[key as keyof CellFormat] !== now[key as keyof CellFormat]) return false;
      }
    }
  }
  return true;
}
