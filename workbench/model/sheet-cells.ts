import type { ICellData, IMutationInfo, IStyleData, Nullable, Worksheet } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';
import type { CellPosition, CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import type { CellContentData } from './cell-data';
import { contentOf, readValue, shownText, toContentData } from './cell-data';
import type { StylePatch } from './cell-style';
import { fromStyle, numberFormatOf } from './cell-style';
import type { GridEngine } from './grid-engine';
import type { CellFormat, ModelCell, StoredCell } from './workbook-model';

type Rows = Record<number, Record<number, Nullable<ICellData>> | undefined>;
type Matrix<T> = Record<number, Record<number, T>>;

/** Reads and writes the cells of one worksheet in blocks, past the engine's per-cell calls. */
export class SheetCells {
  private used: { readonly range: CellRange | null } | null = null;

  constructor(
    private readonly engine: GridEngine,
    private readonly sheetId: string,
  ) {}

  values(range: CellRange): CellValue[][] {
    return this.read(range, null, readValue);
  }

  formulas(range: CellRange): (string | null)[][] {
    return this.read<string | null>(range, null, (cell, row, column) => this.formulaOf(cell, row, column));
  }

  numberFormats(range: CellRange): string[][] {
    return this.read(range, 'General', (cell) => numberFormatOf(this.styleOf(cell)));
  }

  texts(range: CellRange): string[][] {
    return this.read(range, '', (cell) => shownText(readValue(cell), numberFormatOf(this.styleOf(cell))));
  }

  /** The cell's own style. */
  style({ row, column }: CellPosition): Nullable<IStyleData> {
    return this.styleOf(this.rows[row]?.[column]);
  }

  forEachCell(visit: (cell: StoredCell) => void): void {
    // Cells share their styles.
    const looks = new Map<
      unknown,
      { readonly numberFormat: string; readonly format: Required<CellFormat> }
    >();
    const lookOf = (cell: ICellData) => {
      const style = this.styleOf(cell);
      let look = looks.get(style);
      if (!look) looks.set(style, (look = { numberFormat: numberFormatOf(style), format: fromStyle(style) }));
      return look;
    };
    const { rows } = this;
    for (const rowKey of Object.keys(rows)) {
      const row = Number(rowKey);
      const cells = rows[row];
      for (const columnKey in cells) {
        const column = Number(columnKey);
        const cell = cells[column];
        if (!cell) continue;
        const formula = this.formulaOf(cell, row, column);
        visit({ row, column, value: readValue(cell), formula, ...lookOf(cell) });
      }
    }
  }

  has({ row, column }: CellPosition): boolean {
    return Boolean(this.rows[row]?.[column]);
  }

  /** Whether the result of a cell's formula fills others too. */
  spills({ row, column }: CellPosition): boolean {
    const { engine, sheetId } = this;
    const range = engine.formulas.getArrayFormulaRange()[engine.unitId]?.[sheetId]?.[row]?.[column];
    return Boolean(range) && (range!.startRow !== range!.endRow || range!.startColumn !== range!.endColumn);
  }

  /** The range that holds values or formulas. Remembered until cells change. */
  usedRange(): CellRange | null {
    this.used ??= { range: this.findUsedRange() };
    return this.used.range;
  }

  /** To be called whenever cells may have changed. */
  forgetUsedRange(): void {
    this.used = null;
  }

  write(range: CellRange, cells: readonly (readonly (ModelCell | null)[])[]): void {
    this.engine.history.transact(() => {
      this.growTo(range);
      const redo: Matrix<CellContentData> = {};
      const undo: Matrix<CellContentData> = {};
      const rows = this.rows;
      const height = range.lastRow - range.firstRow + 1;
      const width = range.lastColumn - range.firstColumn + 1;
      for (let r = 0; r < height; r++) {
        const line = cells[r];
        if (!line) continue;
        const row = range.firstRow + r;
        for (let c = 0; c < width; c++) {
          const cell = line[c];
          if (!cell) continue;
          const column = range.firstColumn + c;
          (redo[row] ??= {})[column] = toContentData(cell);
          (undo[row] ??= {})[column] = contentOf(rows[row]?.[column]);
        }
      }
      this.setRangeValues(redo, undo);
    });
  }

  /** Takes away what cells hold; with `styles` their formats too. Only cells that exist are touched. */
  clear(range: CellRange, styles: boolean): void {
    const redo: Matrix<ICellData | null> = {};
    const undo: Matrix<ICellData> = {};
    this.forEach(range, (cell, row, column) => {
      const blank = toContentData({ value: null });
      (redo[row] ??= {})[column] = styles ? null : blank;
      const style = this.styleOf(cell);
      (undo[row] ??= {})[column] = { ...contentOf(cell), ...(styles && style ? { s: { ...style } } : {}) };
    });
    this.setRangeValues(redo, undo);
  }

  /** Changes parts of the cells' styles; `patch` says which, by row and column of the range, `null` for none. */
  restyle(range: CellRange, patch: (r: number, c: number) => StylePatch | null): void {
    const within = this.withinSheet(range);
    const redo: Matrix<ICellData> = {};
    const undo: Matrix<ICellData> = {};
    const rows = this.rows;
    for (let row = within.firstRow; row <= within.lastRow; row++) {
      for (let column = within.firstColumn; column <= within.lastColumn; column++) {
        const style = patch(row - range.firstRow, column - range.firstColumn);
        if (!style) continue;
        const before = (this.styleOf(rows[row]?.[column]) ?? {}) as StylePatch;
        const previous: StylePatch = {};
        for (const key of Object.keys(style) as (keyof StylePatch)[]) {
          (previous as Record<string, unknown>)[key] = before[key] ?? null;
        }
        (redo[row] ??= {})[column] = { s: style as IStyleData };
        (undo[row] ??= {})[column] = { s: previous as IStyleData };
      }
    }
    this.setRangeValues(redo, undo, SetStyleCommand.id);
  }

  /** Makes the grid larger where it ends before a range: the engine's grids are finite, worksheets nearly not. */
  growTo(range: CellRange): void {
    const { worksheet, engine, sheetId } = this;
    const rowCount = worksheet.getRowCount();
    const columnCount = worksheet.getColumnCount();
    if (range.lastRow >= rowCount) {
      const grown = { rowCount: range.lastRow + 1 + SPARE };
      engine.mutate(sheetId, SetWorksheetRowCountMutation.id, grown, { rowCount });
    }
    if (range.lastColumn >= columnCount) {
      const grown = { columnCount: range.lastColumn + 1 };
      engine.mutate(sheetId, SetWorksheetColumnCountMutation.id, grown, { columnCount });
    }
  }

  private setRangeValues(
    redo: Matrix<Nullable<ICellData>>,
    undo: Matrix<Nullable<ICellData>>,
    trigger?: string,
  ): void {
    if (Object.keys(redo).length === 0) return;
    const mutation = (cellValue: Matrix<Nullable<ICellData>>): IMutationInfo => ({
      id: SetRangeValuesMutation.id,
      params: { unitId: this.engine.unitId, subUnitId: this.sheetId, cellValue, ...(trigger && { trigger }) },
    });
    this.engine.history.run([mutation(redo)], [mutation(undo)]);
  }

  /** Rows without cells share one array of blanks. */
  private read<T>(
    range: CellRange,
    blank: T,
    read: (cell: ICellData, row: number, column: number) => T,
  ): T[][] {
    const rows = this.rows;
    const width = range.lastColumn - range.firstColumn + 1;
    const blankRow = new Array<T>(width).fill(blank);
    const result: T[][] = [];
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const cells = rows[row];
      if (!cells) {
        result.push(blankRow);
        continue;
      }
      const line = new Array<T>(width);
      for (let c = 0; c < width; c++) {
        const column = range.firstColumn + c;
        const cell = cells[column];
        line[c] = cell ? read(cell, row, column) : blank;
      }
      result.push(line);
    }
    return result;
  }

  private forEach(range: CellRange, visit: (cell: ICellData, row: number, column: number) => void): void {
    const rows = this.rows;
    for (const rowKey of Object.keys(rows)) {
      const row = Number(rowKey);
      if (row < range.firstRow || row > range.lastRow) continue;
      const cells = rows[row]!;
      for (const columnKey of Object.keys(cells)) {
        const column = Number(columnKey);
        const cell = cells[column];
        if (cell && column >= range.firstColumn && column <= range.lastColumn) visit(cell, row, column);
      }
    }
  }

  private formulaOf(cell: ICellData, row: number, column: number): string | null {
    if (cell.f) return cell.f;
    if (!cell.si) return null;
    // A formula filled down or across is kept once, with a number at the other cells.
    return this.engine.formulas.getFormulaStringByCell(row, column, this.sheetId, this.engine.unitId) ?? null;
  }

  private styleOf(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return this.engine.workbook.getStyles().getStyleByCell(cell);
  }

  private withinSheet(range: CellRange): CellRange {
    const { worksheet } = this;
    // Whole rows and columns are formatted as far as the grid goes.
    const isWhole = range.lastRow >= LARGE || range.lastColumn >= LARGE;
    if (!isWhole) this.growTo(range);
    return {
      ...range,
      lastRow: Math.min(range.lastRow, worksheet.getRowCount() - 1),
      lastColumn: Math.min(range.lastColumn, worksheet.getColumnCount() - 1),
    };
  }

  private findUsedRange(): CellRange | null {
    let range: CellRange | null = null;
    let [firstRow, firstColumn, lastRow, lastColumn] = [Infinity, Infinity, -1, -1];
    const rows = this.rows;
    for (const rowKey of Object.keys(rows)) {
      const row = Number(rowKey);
      const cells = rows[row];
      for (const columnKey in cells) {
        const column = Number(columnKey);
        const cell = cells[column];
        if (!cell || !holdsSomething(cell)) continue;
        if (row < firstRow) firstRow = row;
        if (row > lastRow) lastRow = row;
        if (column < firstColumn) firstColumn = column;
        if (column > lastColumn) lastColumn = column;
        range = { firstRow, firstColumn, lastRow, lastColumn };
      }
    }
    return range;
  }

  private get worksheet(): Worksheet {
    return this.engine.worksheet(this.sheetId);
  }

  private get rows(): Rows {
    return this.worksheet.getCellMatrix().getMatrix() as Rows;
  }
}

const SPARE = 100;
const LARGE = 10_000;

function holdsSomething(cell: ICellData): boolean {
  return (
    (cell.v !== undefined && cell.v !== null && cell.v !== '') ||
    Boolean(cell.f) ||
    Boolean(cell.si) ||
    Boolean(cell.p)
  );
}
