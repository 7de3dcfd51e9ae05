import type { PropertyValue } from '../../model/workbook-model';
import type { Book } from '../host/book';
import type { EtHost } from '../host/et-host';
import { WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import { etType, method, property } from '../object/et-type';
import { textArgument } from './arguments';
import { item } from './collection';

interface PropertyTarget {
  readonly book: Book;
  readonly name: string;
}

/** Texts, whole and other numbers, yes or no. */
function typeOf(value: PropertyValue): number {
  if (typeof value === 'string') return 4;
  return typeof value === 'number' ? 1 : 2;
}

/** The properties of a workbook that programs give it. */
export const documentPropertiesType = etType<Book>('Kso.DocumentProperties', {
  Count: property((book) => book.model.properties.size),
  Item: method((book, [index], { host }) =>
    item(
      host,
      [...book.model.properties.keys()],
      index,
      (name) => propertyRef(book, name),
      (name) => name,
    ),
  ),
  Add: method((book, [name, , type, value], { host }) => {
    const text = textArgument(name, 'the name');
    if (find(book, text) !== undefined) throw new WpsError(`there is a property ${text} already`);
    const kept = checked(host, value);
    if (type !== undefined && type !== typeOf(kept)) throw new WpsError('the value is not of the type');
    book.model.properties.set(text, kept);
    book.saved = false;
    return propertyRef(book, text);
  }),
});

export const documentPropertyType = etType<PropertyTarget>('Kso.DocumentProperty', {
  Name: property((self) => {
    existing(self);
    return self.name;
  }),
  Type: property((self) => typeOf(existing(self))),
  Value: property(
    (self) => existing(self),
    (self, value, { host }) => {
      existing(self);
      const kept = checked(host, value);
      self.book.model.properties.set(self.name, kept);
      self.book.saved = false;
    },
  ),
  Delete: method((self) => {
    existing(self);
    self.book.model.properties.delete(self.name);
    self.book.saved = false;
  }),
});

function checked(host: EtHost, value: unknown): PropertyValue {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new WpsError('no value for a property');
  const limit = host.switches.documentPropertyLimit;
  if (typeof value === 'string' && limit !== null && value.length > limit)
    throw new WpsError(`a property has at most ${limit} characters`);
  return value;
}

function find(book: Book, name: string): string | undefined {
  return [...book.model.properties.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
}

function existing({ book, name }: PropertyTarget): PropertyValue {
  const found = book.model.properties.get(name);
  if (found === undefined) throw new WpsError('the property is no longer there');
  return found;
}

function propertyRef(book: Book, name: string): EtRef<PropertyTarget> {
  return new EtRef('Kso.DocumentProperty', { book, name });
}
