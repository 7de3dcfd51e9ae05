import type { PropertyValue } from '../../model/workbook-model';
import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemNotFound } from '../interpreter/office-error';
import { textArgument } from './arguments';
import type { ExcelHost } from './excel-host';

interface Property {
  readonly host: ExcelHost;
  readonly key: string;
}

/** What a workbook says of itself: here only what programs and people give it by names of their own. */
export const documentPropertiesType = objectType<{ readonly host: ExcelHost }>('DocumentProperties', '1.7', {
  custom: navigation('1.7', (self) => ({ type: customPropertyCollectionType, self })),
});

export const customPropertyCollectionType = objectType<{ readonly host: ExcelHost }>(
  'CustomPropertyCollection',
  '1.7',
  {
    // One that is there gets the value.
    add: method('1.7', ({ host }, [key, value]) => {
      const name = textArgument(key);
      if (name === '' || name.length > LONGEST_TEXT) throw invalidArgument();
      const there = find(host, name) ?? name;
      host.model.properties.set(there, valueArgument(value));
      return property(host, there);
    }),
    deleteAll: method('1.7', ({ host }) => host.model.properties.clear()),
    getCount: method('1.7', ({ host }) => host.model.properties.size),
    getItem: method('1.7', ({ host }, [key]) => {
      const there = find(host, textArgument(key));
      if (there === undefined) throw itemNotFound();
      return property(host, there);
    }),
    getItemOrNullObject: method('1.7', ({ host }, [key]) => {
      const there = find(host, textArgument(key));
      return there === undefined ? null : property(host, there);
    }),
  },
  { items: ({ host }) => [...host.model.properties.keys()].map((key) => property(host, key)) },
);

export const customPropertyType = objectType<Property>(
  'CustomProperty',
  '1.7',
  {
    key: scalar('1.7', (self) => {
      valueOf(self);
      return self.key;
    }),
    value: scalar('1.7', valueOf, (self, value) => {
      valueOf(self);
      self.host.model.properties.set(self.key, valueArgument(value));
    }),
    type: scalar('1.7', (self) => {
      const value = valueOf(self);
      if (typeof value === 'string') return 'String';
      if (typeof value === 'boolean') return 'Boolean';
      return Number.isInteger(value) ? 'Number' : 'Float';
    }),
    delete: method('1.7', (self) => {
      valueOf(self);
      self.host.model.properties.delete(self.key);
    }),
  },
  { identity: ({ key }) => ({ _Id: key }) },
);

/** Excel keeps so many characters of a key, and of a value. */
const LONGEST_TEXT = 255;

function valueArgument(value: unknown): PropertyValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = textArgument(value);
  if (text.length > LONGEST_TEXT) throw invalidArgument();
  return text;
}

function find(host: ExcelHost, key: string): string | undefined {
  return [...host.model.properties.keys()].find((one) => one.toLowerCase() === key.toLowerCase());
}

function valueOf({ host, key }: Property): PropertyValue {
  const value = host.model.properties.get(key);
  if (value === undefined) throw itemNotFound();
  return value;
}

function property(host: ExcelHost, key: string): HostObject<Property> {
  return { type: customPropertyType, self: { host, key } };
}
