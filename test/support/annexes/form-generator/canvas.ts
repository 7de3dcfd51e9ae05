import type { CellRange } from '../../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from '../sheet-builder';

/** A worksheet while it is drawn, by 0-based sheet positions. */
export class Canvas {
  /** The next free row. */
  next: number;
  private readonly cells = new Map<number, Map<number, CellInput>>();
  private readonly merges: CellRange[] = [];

  constructor(firstRow: number) {
    this.next = firstRow;
  }

  put(row: number, column: number, value: CellInput | undefined, width = 1, height = 1): void {
    const cells = this.cells.get(row) ?? new Map<number, CellInput>();
    this.cells.set(row, cells.set(column, value ?? null));
    if (width * height > 1)
      this.merges.push({
        firstRow: row,
        lastRow: row + height - 1,
        firstColumn: column,
        lastColumn: column + width - 1,
      });
  }

  /** What stands in a cell. */
  at(row: number, column: number): CellInput {
    return this.cells.get(row)?.get(column) ?? null;
  }

  /** Changes what stands in a cell that is drawn, whatever range it is merged over. */
  set(row: number, column: number, value: CellInput): void {
    this.cells.get(row)!.set(column, value);
  }

  /** Takes over the rows of another sheet, below what is drawn already. */
  append(sheet: SheetSnapshot, firstColumn: number): void {
    sheet.values.forEach((values, r) => {
      values.forEach((value, c) => {
        const formula = sheet.formulas[r]?.[c] ?? undefined;
        const format = sheet.numberFormats[r]?.[c];
        if (value !== null) this.put(this.next, firstColumn + c, { value, format, formula });
      });
      this.next++;
    });
  }

  /**
   * The first and last column of what stands in some rows.
   *
   * @param merged whether a merged range counts as a whole
   * @param from the first column that is looked at, `to` the one behind the last
   */
  extent(
    firstRow: number,
    lastRow: number,
    merged: boolean,
    from = 0,
    to = Infinity,
  ): readonly [number, number] {
    let [first, last] = [Infinity, -1];
    for (let row = firstRow; row <= lastRow; row++)
      for (const [column, value] of this.cells.get(row) ?? []) {
        if (value === null || value === '' || column < from || column >= to) continue;
        const merge = merged && this.merges.find((m) => m.firstRow === row && m.firstColumn === column);
        first = Math.min(first, column);
        last = Math.max(last, merge ? merge.lastColumn : column);
      }
    return [first, last];
  }

  /** @param merged whether the host tells which cells are merged */
  sheet(merged: boolean): SheetSnapshot {
    const rows = [...this.cells.keys()];
    const columns = [...this.cells.values()].flatMap((cells) => [...cells.keys()]);
    const [firstRow, lastRow] = [Math.min(...rows), Math.max(...rows)];
    const [firstColumn, lastColumn] = [
      Math.min(...columns),
      Math.max(...columns, ...this.merges.map((merge) => merge.lastColumn)),
    ];
    return buildSheet(
      Array.from({ length: lastRow - firstRow + 1 }, (_row, r) =>
        Array.from(
          { length: lastColumn - firstColumn + 1 },
          (_cell, c) => this.cells.get(firstRow + r)?.get(firstColumn + c) ?? null,
        ),
      ),
      { name: '自评表', firstRow, firstColumn, merges: merged ? this.merges : null },
    );
  }
}
