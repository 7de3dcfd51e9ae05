import type { Book } from '../host/book';
import type { EtHost } from '../host/et-host';
import { bookRef, sheetRef } from '../host/targets';
import { EtRef } from '../object/et-ref';
import { WpsError } from '../object/et-errors';
import { etType, method, property } from '../object/et-type';
import { item } from './collection';

export const workbooksType = etType<EtHost>('Et.Workbooks', {
  Count: property((host) => host.books.length),
  Item: method((host, [index]) =>
    item(
      host,
      host.books,
      index,
      (book) => bookRef(book),
      ({ name }) => name,
    ),
  ),
});

export const workbookType = etType<Book>('Et.Workbook', {
  Name: property((book) => opened(book).name),
  FullName: property((book) => (opened(book).path === '' ? book.name : `${book.path}/${book.name}`)),
  Path: property((book) => opened(book).path),
  ReadOnly: property((book) => opened(book).readOnly),
  MultiUserEditing: property((book) => opened(book).shared),
  ProtectStructure: property((book) => opened(book).structureProtected),
  FileFormat: property((book) => opened(book).fileFormat),
  Saved: property(
    (book) => opened(book).saved,
    (book, value) => void (opened(book).saved = Boolean(value)),
  ),
  Save: method((book, _args, { host }) => {
    if (opened(book).path === '' && host.displayAlerts) host.prompt('where to save');
    if (book.readOnly) throw new WpsError('the workbook is read-only');
    host.save(book);
  }),
  Activate: method((book, _args, { host }) => host.activate(opened(book))),
  ActiveSheet: property((book) => sheetRef(book, opened(book).model.activeSheet.id)),
  Sheets: property((book) => new EtRef('Et.Sheets', { book: opened(book), worksheetsOnly: false })),
  Worksheets: property((book) => new EtRef('Et.Sheets', { book: opened(book), worksheetsOnly: true })),
  Windows: property((book) => new EtRef('Et.Windows', opened(book))),
  Names: property((book) => new EtRef('Et.Names', { book: opened(book), scope: null })),
  CustomXMLParts: property(
    (book) => new EtRef('Kso.CustomXMLParts', { book: opened(book), namespace: null }),
  ),
  CustomDocumentProperties: property((book) => new EtRef('Kso.DocumentProperties', opened(book))),
});

/** @throws WpsError where it was closed */
function opened(book: Book): Book {
  if (!book.open) throw new WpsError('the workbook is closed');
  return book;
}
