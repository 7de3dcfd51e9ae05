import type { IColumnData, IRange, Worksheet } from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/sheets';
import type { CellRange } from '../../src/engine/sheet/address';
import { charactersOfPixels, pixelsOfCharacters, pixelsOfPoints, pointsOfPixels } from './cell-style';
import type { GridEngine } from './grid-engine';
import { fromEngineRange, overlap, toEngineRange } from './ranges';
import type { LineLayout } from './workbook-model';

/** Widths, heights, merged cells, hidden and frozen rows and columns of one worksheet. */
export class SheetLayout {
  constructor(
    private readonly engine: GridEngine,
    private readonly sheetId: string,
  ) {}

  get merges(): CellRange[] {
    return this.worksheet.getMergeData().map(fromEngineRange);
  }

  addMerge(range: CellRange): void {
    const params = { ranges: [toEngineRange(range)] };
    this.mutate(AddWorksheetMergeMutation.id, params, params, RemoveWorksheetMergeMutation.id);
  }

  /** Takes apart all merged cells that a range touches. */
  removeMerges(range: CellRange): void {
    const ranges = this.merges.filter((merge) => overlap(merge, range)).map(toEngineRange);
    if (ranges.length === 0) return;
    this.mutate(RemoveWorksheetMergeMutation.id, { ranges }, { ranges }, AddWorksheetMergeMutation.id);
  }

  setColumnWidth(column: number, width: number): void {
    const ranges = [this.columns(column)];
    const before = { ranges, colWidth: this.worksheet.getColumnWidth(column) };
    this.mutate(SetWorksheetColWidthMutation.id, { ranges, colWidth: pixelsOfCharacters(width) }, before);
  }

  columnWidth(column: number): number {
    return charactersOfPixels(this.worksheet.getColumnWidth(column));
  }

  /** A height that is given stays, whatever the text of the row. */
  setRowHeight(row: number, height: number): void {
    const ranges = [this.rows(row)];
    const before = this.worksheet.getRowHeight(row);
    this.engine.history.transact(() => {
      const manual = { ranges, autoHeightInfo: 0 };
      this.mutate(SetWorksheetRowIsAutoHeightMutation.id, manual, { ranges, autoHeightInfo: 1 });
      const params = { ranges, rowHeight: pixelsOfPoints(height) };
      this.mutate(SetWorksheetRowHeightMutation.id, params, { ranges, rowHeight: before });
    });
  }

  rowHeight(row: number): number | null {
    const { ia, h } = this.worksheet.getRowManager().getRow(row) ?? {};
    return ia === BooleanNumber.FALSE && h !== undefined ? pointsOfPixels(h) : null;
  }

  setHidden(what: 'row' | 'column', index: number, hidden: boolean): void {
    if (this.isHidden(what, index) === hidden) return;
    const params = { ranges: [what === 'row' ? this.rows(index) : this.columns(index)] };
    const [hide, show] =
      what === 'row'
        ? [SetRowHiddenMutation.id, SetRowVisibleMutation.id]
        : [SetColHiddenMutation.id, SetColVisibleMutation.id];
    this.mutate(hidden ? hide : show, params, params, hidden ? show : hide);
  }

  isHidden(what: 'row' | 'column', index: number): boolean {
    return what === 'row' ? !this.worksheet.getRowVisible(index) : !this.worksheet.getColVisible(index);
  }

  lines(what: 'row' | 'column'): LineLayout[] {
    const data = what === 'row' ? this.worksheet.getRowManager().getRowData() : this.columnData;
    const usual = this.worksheet.getConfig().defaultColumnWidth;
    const lines: LineLayout[] = [];
    for (const key of Object.keys(data)) {
      const index = Number(key);
      const { hd, w }: Partial<IColumnData> = data[index] ?? {};
      const hidden = hd === BooleanNumber.TRUE;
      const width = w === undefined || w === usual ? null : charactersOfPixels(w);
      const size = what === 'row' ? this.rowHeight(index) : width;
      if (hidden || size !== null) lines.push({ index, hidden, size });
    }
    return lines.sort((a, b) => a.index - b.index);
  }

  freeze(rows: number, columns: number): void {
    this.mutate(SetFrozenMutation.id, frozen(rows, columns), frozen(this.frozen.rows, this.frozen.columns));
  }

  get frozen(): { rows: number; columns: number } {
    const { ySplit, xSplit } = this.worksheet.getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  private mutate(id: string, params: object, undoParams: object, undoId?: string): void {
    this.engine.mutate(this.sheetId, id, params, undoParams, undoId);
  }

  private rows(row: number): IRange {
    return { startRow: row, endRow: row, startColumn: 0, endColumn: this.worksheet.getColumnCount() - 1 };
  }

  private columns(column: number): IRange {
    return { startRow: 0, endRow: this.worksheet.getRowCount() - 1, startColumn: column, endColumn: column };
  }

  private get columnData(): Readonly<Record<number, Partial<IColumnData>>> {
    return this.worksheet.getColumnManager().getColumnData();
  }

  private get worksheet(): Worksheet {
    return this.engine.worksheet(this.sheetId);
  }
}

function frozen(rows: number, columns: number): object {
  return { startRow: rows || -1, startColumn: columns || -1, ySplit: rows, xSplit: columns };
}
