import type { Book, SheetView } from '../host/book';
import type { EtHost } from '../host/et-host';
import { rangeRef, sheetRef } from '../host/targets';
import { WpsMisuse } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtProperty } from '../object/et-type';
import { etType, method, property } from '../object/et-type';
import { wholeArgument } from './arguments';
import { changeBook } from './changes';
import { item } from './collection';

/** A workbook has one window here. */
export const windowsType = etType<Book>('Et.Windows', {
  Count: property(() => 1),
  Item: method((book, [index], { host }) => item(host, [book], index, windowRef, ({ name }) => name)),
});

/** What a window shows is of the sheet in view alone. */
export const windowType = etType<Book>('Et.Window', {
  Activate: method((book, _args, { host }) => {
    host.activate(book);
    return true;
  }),
  ActiveSheet: property((book) => sheetRef(book, book.model.activeSheet.id)),
  Selection: property((book, { host }) => selectionRef(host, book)),
  SplitRow: viewed('splitRow'),
  SplitColumn: viewed('splitColumn'),
  ScrollRow: viewed('scrollRow'),
  ScrollColumn: viewed('scrollColumn'),
  FreezePanes: property(
    (book) => {
      const { rows, columns } = book.model.activeSheet.frozen;
      return rows > 0 || columns > 0;
    },
    (book, value, { host }) => {
      if (host.switches.freezing === 'nothing') return;
      const sheet = book.model.activeSheet;
      const { splitRow, splitColumn, scrollRow, scrollColumn } = book.view(sheet);
      if (value && (scrollRow > 1 || scrollColumn > 1))
        throw host.fault(
          new WpsMisuse('panes are frozen while the window is scrolled: rows would be out of reach'),
        );
      changeBook(host, book, () => (value ? sheet.freeze(splitRow, splitColumn) : sheet.freeze(0, 0)));
    },
  ),
});

/** What is selected in a workbook: cells, or a shape. */
export function selectionRef(host: EtHost, book: Book): EtRef {
  if (host.shapeSelected) return new EtRef('Et.Shape', '图表 1');
  return rangeRef(book, book.model.activeSheet.id, [book.model.selection]);
}

export function windowRef(book: Book): EtRef<Book> {
  return new EtRef('Et.Window', book);
}

function viewed(name: keyof SheetView): EtProperty<Book> {
  return property(
    (book) => book.view(book.model.activeSheet)[name],
    (book, value) => void (book.view(book.model.activeSheet)[name] = wholeArgument(value, name)),
  );
}
