import type { CellRange } from '../../../src/engine/sheet/address';
import type { ModelCell, WorksheetModel } from '../../model/workbook-model';

type Rows = readonly (readonly (ModelCell | null)[])[];

/**
 * Writes of contents on their way to the workbook. The client cuts a large matrix into blocks of rows; they go to
 * the workbook as one, for there a write costs by its number more than by its size.
 */
export class ContentWrites {
  private pending: { readonly sheet: WorksheetModel; range: CellRange; readonly rows: Rows[] } | null = null;

  add(sheet: WorksheetModel, range: CellRange, rows: Rows): void {
    const { pending } = this;
    if (pending && pending.sheet.id === sheet.id && continues(pending.range, range)) {
      pending.range = { ...pending.range, lastRow: range.lastRow };
      pending.rows.push(rows);
      return;
    }
    this.flush();
    this.pending = { sheet, range, rows: [rows] };
  }

  /** To be called before anything else looks at the cells. */
  flush(): void {
    if (!this.pending) return;
    const { sheet, range, rows } = this.pending;
    this.pending = null;
    sheet.setCells(range, rows.flat());
  }
}

function continues(range: CellRange, next: CellRange): boolean {
  return (
    next.firstRow === range.lastRow + 1 &&
    next.firstColumn === range.firstColumn &&
    next.lastColumn === range.lastColumn
  );
}
