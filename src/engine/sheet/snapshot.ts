import type { CellPosition, CellRange } from './address';
import type { CellValue } from './cell-value';

/** Consecutive rows or columns: 0-based sheet positions, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * What a host hands over of one worksheet: plain, serialisable values, taken at one moment.
 *
 * `values`, `formulas` and `numberFormats` are row-major matrices over the used range (the range that holds
 * values; formats alone do not widen it), `rowCount` × `columnCount`. `values[0][0]` is the cell at
 * (`firstRow`, `firstColumn`). Rows may be shorter than `columnCount` and may share one empty array: what is
 * not there is blank, has no formula and the format "General". An empty worksheet has `rowCount` 0.
 */
export interface SheetSnapshot {
  /** The host's own lasting id of the worksheet. */
  readonly id: string;
  readonly name: string;
  /** 0-based sheet row and column of `values[0][0]`. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas as Excel writes them in English, with the leading "="; `null` where the cell holds a constant. */
  readonly formulas: readonly (readonly (string | null)[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /**
   * Cells whose value no program has stored and we have calculated, in the order of the sheet; absent: none. Those that
   * could not be calculated have an unknown value.
   */
  readonly calculated?: readonly CellPosition[];
  /** Merged ranges, or `null` where the host did not ask for them. */
  readonly merges: readonly CellRange[] | null;
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** Whether the worksheet is protected against changes. */
  readonly protected: boolean;
}

/** The value of the cell at a 0-based sheet position; `null` outside the used range. */
export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row - sheet.firstRow]?.[column - sheet.firstColumn] ?? null;
}

/** The formula of the cell at a 0-based sheet position, or `null`. */
export function formulaAt(sheet: SheetSnapshot, row: number, column: number): string | null {
  return sheet.formulas[row - sheet.firstRow]?.[column - sheet.firstColumn] ?? null;
}

/** The number format of the cell at a 0-based sheet position; "General" where none is set. */
export function numberFormatAt(sheet: SheetSnapshot, row: number, column: number): string {
  return sheet.numberFormats[row - sheet.firstRow]?.[column - sheet.firstColumn] ?? 'General';
}

/** Whether a row or column index lies in one of the spans. */
export function inSpans(spans: readonly Span[], index: number): boolean {
  return spans.some((span) => index >= span.first && index <= span.last);
}
