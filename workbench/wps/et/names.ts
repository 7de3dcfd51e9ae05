import { parseReference } from '../../model/references';
import type { DefinedName } from '../../model/workbook-model';
import { quotedSheetName } from '../../model/area';
import type { Book } from '../host/book';
import type { EtHost } from '../host/et-host';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import { etType, method, property } from '../object/et-type';
import { textArgument } from './arguments';
import { changeBook } from './changes';
import { item, missing } from './collection';

/** The names of a workbook, or of one of its worksheets. */
export interface NamesTarget {
  readonly book: Book;
  readonly scope: string | null;
}

interface NameTarget {
  readonly book: Book;
  readonly name: string;
  readonly scope: string | null;
}

/** A workbook's names are all: those of its worksheets too, with the worksheet before them. */
export const namesType = etType<NamesTarget>('Et.Names', {
  Count: property((self) => namesOf(self).length),
  Item: method((self, [index], { host }) =>
    item(
      host,
      namesOf(self),
      index,
      ({ name, scope }) => nameRef(self.book, name, scope),
      (one) => (self.scope === null ? shownName(self.book, one) : one.name),
    ),
  ),
  Add: method((self, [name, refersTo, visible = true], { host }) => {
    const text = textArgument(name, 'the name');
    const formula = textArgument(refersTo, 'what it refers to');
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text) || /^([A-Za-z]{1,3}\d+|[RC]\d*)$/i.test(text))
      throw new WpsError(`no name: ${text}`);
    if (!formula.startsWith('=')) throw new NotEmulated('Et.Names.Add without a reference');
    const shown = host.switches.hiddenNames === 'shown' || visible !== false;
    changeBook(host, self.book, () => {
      // A name that is there already gets another meaning.
      self.book.model.deleteName(text, self.scope);
      self.book.model.addName({ name: text, refersTo: formula, scope: self.scope, visible: shown });
    });
    return nameRef(self.book, text, self.scope);
  }),
});

export const nameType = etType<NameTarget>('Et.Name', {
  Name: property((self) => shownName(self.book, nameOf(self))),
  RefersTo: property(
    (self) => nameOf(self).refersTo,
    (self, value, { host }) => change(host, self, { refersTo: textArgument(value, 'what it refers to') }),
  ),
  Visible: property(
    (self) => nameOf(self).visible,
    (self, value, { host }) => {
      if (host.switches.hiddenNames !== 'shown') change(host, self, { visible: Boolean(value) });
    },
  ),
  RefersToRange: property((self, { host }) => {
    const reference = parseReference(nameOf(self).refersTo.replace(/^=/, ''));
    const sheet = self.book.model.sheets.find(({ name }) => name === reference?.sheetName);
    if (!reference || !sheet) return missing(host, 'range');
    return new EtRef('Et.Range', {
      book: self.book,
      sheetId: sheet.id,
      areas: [reference.range],
      by: 'cells',
      byText: false,
    });
  }),
  Delete: method((self, _args, { host }) => {
    const { name, scope } = nameOf(self);
    changeBook(host, self.book, () => self.book.model.deleteName(name, scope));
  }),
});

function change(host: EtHost, self: NameTarget, what: Partial<DefinedName>): void {
  const name = nameOf(self);
  changeBook(host, self.book, () => {
    self.book.model.deleteName(name.name, name.scope);
    self.book.model.addName({ ...name, ...what });
  });
}

function namesOf({ book, scope }: NamesTarget): DefinedName[] {
  return book.model.names.filter((one) => scope === null || one.scope === scope);
}

function nameOf(self: NameTarget): DefinedName {
  const found = self.book.model.names.find(({ name, scope }) => name === self.name && scope === self.scope);
  if (!found) throw new WpsError('the name is no longer there');
  return found;
}

function shownName(book: Book, { name, scope }: DefinedName): string {
  return scope === null ? name : `${quotedSheetName(book.sheet(scope).name)}!${name}`;
}

function nameRef(book: Book, name: string, scope: string | null): EtRef<NameTarget> {
  return new EtRef('Et.Name', { book, name, scope });
}
