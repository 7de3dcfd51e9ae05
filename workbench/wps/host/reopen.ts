import type { Deflate, Inflate } from '../../../src/xlsx';
import { openXlsx } from '../../model/open-xlsx';
import { saveXlsx } from '../../model/save-xlsx';
import { createWorkbookModel } from '../../model/univer-workbook';
import type { OpenedWorkbookModel } from '../../model/workbook-model';
import type { Book, BookOptions } from './book';
import type { EtHost } from './et-host';

export interface ReopenOptions {
  /** The bytes that the workbook was opened from. */
  readonly file: Uint8Array;
  readonly inflate: Inflate;
  readonly deflate: Deflate;
}

/** A workbook that was saved, closed and opened again. */
export interface ReopenedBook {
  readonly book: Book;
  /** What it was saved as. */
  readonly bytes: Uint8Array;
}

/**
 * Saves a workbook into a real file, closes it and opens it again. What the build does not keep on saving is not there any
 * more. The models, the old one and the new, are the caller's to dispose of.
 * @throws CannotSave where something was changed that the file cannot be made to follow
 */
export function reopen(host: EtHost, book: Book, { file, inflate, deflate }: ReopenOptions): ReopenedBook {
  host.save(book);
  const { leaving, path, readOnly, shared, structureProtected, fileFormat } = book;
  const bytes = saveXlsx(file, book.model as OpenedWorkbookModel, { inflate, deflate });
  const opened = openXlsx(bytes, inflate);
  const model = createWorkbookModel({
    ...opened,
    name: book.name,
    properties: leaving.properties ? (opened.properties ?? new Map()) : new Map(),
    customXml: leaving.customXml ? (opened.customXml ?? []) : [],
    names: (opened.names ?? []).filter(({ visible }) => visible || leaving.hiddenNames),
  });
  host.closeBook(book);
  const options: BookOptions = { path, readOnly, shared, structureProtected, fileFormat };
  return { book: host.openBook(model, options), bytes };
}
