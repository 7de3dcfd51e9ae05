import type { CellRange } from '../../../src/engine/sheet/address';
import type { WorksheetModel } from '../../model/workbook-model';
import { EtRef } from '../object/et-ref';
import type { Book } from './book';

/** Cells of a worksheet: one range or several. */
export interface RangeTarget {
  readonly book: Book;
  readonly sheetId: string;
  /** At least one. */
  readonly areas: readonly CellRange[];
  /** Whether it is counted and numbered by cells, or is the rows or columns of a range. */
  readonly by: 'cells' | 'rows' | 'columns';
  /** Whether it was named by a text. */
  readonly byText: boolean;
}

export interface SheetTarget {
  readonly book: Book;
  readonly sheetId: string;
}

export function bookRef(book: Book): EtRef<Book> {
  return new EtRef('Et.Workbook', book);
}

export function sheetRef(book: Book, sheetId: string): EtRef<SheetTarget> {
  return new EtRef('Et.Worksheet', { book, sheetId });
}

export function rangeRef(
  book: Book,
  sheetId: string,
  areas: readonly CellRange[],
  more: Partial<Pick<RangeTarget, 'by' | 'byText'>> = {},
): EtRef<RangeTarget> {
  return new EtRef('Et.Range', { book, sheetId, areas, by: 'cells', byText: false, ...more });
}

/** @throws WpsError where the worksheet or its workbook is gone */
export function sheetOf({ book, sheetId }: SheetTarget): WorksheetModel {
  return book.sheet(sheetId);
}
