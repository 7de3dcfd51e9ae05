import type {
  ICellData,
  IColumnData,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { constantData } from './cell-data';
import { pixelsOfCharacters, pixelsOfPoints, toStyle } from './cell-style';
import type { ModelLocale } from './create-univer';
import { univerLocale } from './create-univer';
import { gridSizeOf, LEAST_COLUMNS, LEAST_ROWS, SPARE_ROWS } from './grid-size';
import { toEngineRange } from './ranges';
import { sheetIdOf } from './sheet-ids';
import type { CellFormat, OpenedSheet } from './workbook-model';

/** The size of a new worksheet, and what all have in common. */
export const DEFAULTS = {
  rowCount: LEAST_ROWS,
  columnCount: LEAST_COLUMNS,
  defaultColumnWidth: pixelsOfCharacters(8.43),
  defaultRowHeight: 20,
} as const;

/** How cells look where the file does not say. */
const PLAIN: CellFormat = { wrap: true, vertical: 'center', border: 'thin' };

/** Turns opened worksheets into the engine's workbook. */
export function toWorkbookData(
  id: string,
  name: string,
  opened: readonly OpenedSheet[],
  locale: ModelLocale,
): IWorkbookData {
  const styles = new StyleTable();
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const sheet of opened) sheets[sheetIdOf(sheet.snapshot.id)] = toWorksheetData(sheet, styles);
  return {
    id,
    name,
    appVersion: '0.25.1',
    locale: univerLocale(locale),
    styles: styles.table,
    sheetOrder: opened.map(({ snapshot }) => sheetIdOf(snapshot.id)),
    sheets,
  };
}

function toWorksheetData(sheet: OpenedSheet, styles: StyleTable): Partial<IWorksheetData> {
  const { snapshot } = sheet;
  const freeze = sheet.frozen ?? { rows: 0, columns: 0 };
  return {
    id: sheetIdOf(snapshot.id),
    name: snapshot.name,
    hidden: sheet.visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    defaultColumnWidth: DEFAULTS.defaultColumnWidth,
    defaultRowHeight: DEFAULTS.defaultRowHeight,
    ...gridSizeOf(snapshot),
    mergeData: (snapshot.merges ?? []).map(toEngineRange),
    cellData: cellData(sheet, styles),
    rowData: rowData(sheet),
    columnData: columnData(sheet),
    freeze: {
      startRow: freeze.rows || -1,
      startColumn: freeze.columns || -1,
      ySplit: freeze.rows,
      xSplit: freeze.columns,
    },
  };
}

function cellData(sheet: OpenedSheet, styles: StyleTable): IWorksheetData['cellData'] {
  const { snapshot } = sheet;
  const cells: Record<number, Record<number, ICellData>> = {};
  const rowCount = Math.max(snapshot.rowCount, sheet.formats?.length ?? 0);
  for (let r = 0; r < rowCount; r++) {
    // Without what the file says of formats, cells of the used range look alike.
    const columns = sheet.formats
      ? longest(snapshot.values[r], snapshot.formulas[r], snapshot.numberFormats[r], sheet.formats[r])
      : snapshot.columnCount;
    let row: Record<number, ICellData> | null = null;
    for (let c = 0; c < columns; c++) {
      const cell = cellAt(sheet, r, c, styles);
      if (cell) (row ??= {})[snapshot.firstColumn + c] = cell;
    }
    if (row) cells[snapshot.firstRow + r] = row;
  }
  return cells;
}

function longest(...lists: readonly (readonly unknown[] | undefined)[]): number {
  return Math.max(...lists.map((list) => list?.length ?? 0));
}

/** `null` where there is nothing: a sheet may be nearly empty, and as large as they come. */
function cellAt(sheet: OpenedSheet, r: number, c: number, styles: StyleTable): ICellData | null {
  const { snapshot } = sheet;
  const cell: ICellData = { ...constantData(snapshot.values[r]?.[c] ?? null) };
  const formula = snapshot.formulas[r]?.[c];
  if (formula) cell.f = formula;
  const numberFormat = snapshot.numberFormats[r]?.[c] ?? 'General';
  const style = styles.id(lookOf(sheet, r, c), numberFormat);
  if (style !== null) cell.s = style;
  return 'v' in cell || formula || style !== null ? cell : null;
}

/** How a cell of an opened worksheet looks, by the rows and columns of its snapshot. */
export function lookOf({ formats, snapshot }: OpenedSheet, r: number, c: number): CellFormat | null {
  if (formats) return formats[r]?.[c] ?? null;
  return r >= 0 && c >= 0 && r < snapshot.rowCount && c < snapshot.columnCount ? PLAIN : null;
}

function rowData({ snapshot, rowHeights }: OpenedSheet): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of Object.entries(rowHeights ?? {})) {
    rows[Number(row)] = { h: pixelsOfPoints(height), ia: BooleanNumber.FALSE };
  }
  for (const row of indexes(snapshot.hiddenRows, snapshot))
    rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnData({ snapshot, columnWidths }: OpenedSheet): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, width] of Object.entries(columnWidths ?? {})) {
    columns[Number(column)] = { w: pixelsOfCharacters(width) };
  }
  for (const column of indexes(snapshot.hiddenColumns, snapshot)) {
    columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  }
  return columns;
}

/** Spans may reach to the end of the sheet; beyond the used range they do not matter here. */
function indexes(spans: SheetSnapshot['hiddenRows'], snapshot: SheetSnapshot): number[] {
  const end = Math.max(snapshot.firstRow + snapshot.rowCount, snapshot.firstColumn + snapshot.columnCount);
  return spans.flatMap(({ first, last }) => {
    const length = Math.max(0, Math.min(last, end + SPARE_ROWS) - first + 1);
    return Array.from({ length }, (_, i) => first + i);
  });
}

/** Styles by what they say, so that equal ones are one. */
class StyleTable {
  readonly table: Record<string, IStyleData> = {};
  private readonly byFormat = new Map<CellFormat | null, Map<string, string | null>>();
  private readonly byContent = new Map<string, string>();

  id(format: CellFormat | null, numberFormat: string): string | null {
    let ids = this.byFormat.get(format);
    if (!ids) this.byFormat.set(format, (ids = new Map()));
    let id = ids.get(numberFormat);
    if (id === undefined) ids.set(numberFormat, (id = this.add(format, numberFormat)));
    return id;
  }

  private add(format: CellFormat | null, numberFormat: string): string | null {
    const parts = {
      ...(format && toStyle(format)),
      n: numberFormat === 'General' ? null : { pattern: numberFormat },
    };
    const style = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
    if (Object.keys(style).length === 0) return null;
    const content = JSON.stringify(style);
    let id = this.byContent.get(content);
    if (id === undefined) {
      this.byContent.set(content, (id = `s${this.byContent.size + 1}`));
      this.table[id] = style as IStyleData;
    }
    return id;
  }
}
