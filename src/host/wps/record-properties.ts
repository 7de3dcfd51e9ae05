import type { StatePart } from '../port';
import {
  fromProperties,
  isOwnProperty,
  OWN_PROPERTIES,
  partInProperties,
  propertiesOf,
  textProperties,
  toPropertiesOf,
  type TextProperty,
} from '../protocol/state-properties';
import type { EtCalls } from './et-call';
import type { EtDocumentProperties, EtWorkbook } from './et-types';

/*
 * The records as document properties, for builds that keep no custom XML parts. Each call is within one piece: the pieces of
 * a document belong together, and nobody may see, or save, half of them.
 */

/** Type of a property that holds a text (msoPropertyTypeString). */
const TEXT = 4;

/** The custom document properties of a workbook; `null`: this WPS has none. */
export function readProperties(et: EtCalls, book: EtWorkbook): readonly TextProperty[] | null {
  const all = propertiesIn(et, book);
  if (!all) return null;
  return textProperties(
    Array.from(et.items(all), (one) => {
      const name = String(et.get(one, 'Name'));
      // Values of others are nobody's business.
      return { name, value: isOwnProperty(name) ? et.get(one, 'Value') : '' };
    }),
  );
}

/** @returns the id of the new part; `null` where it is not kept */
export function addToProperties(et: EtCalls, book: EtWorkbook, text: string): string | null {
  const id = partInProperties(Math.random().toString(36).slice(2));
  return writePart(et, book, id, toPropertiesOf(id, text)) ? id : null;
}

/** @returns whether it keeps the text; `null`: the part is not there. Where it does not, it is as it was before */
export function replaceInProperties(et: EtCalls, book: EtWorkbook, id: string, text: string): boolean | null {
  const before = ofPart(id, readProperties(et, book) ?? []);
  if (before.length === 0) return null;
  if (writePart(et, book, id, toPropertiesOf(id, text))) return true;
  writePart(et, book, id, before);
  return false;
}

/** Takes a part away where it still is as it was read. @returns whether it is gone */
export function dropFromProperties(et: EtCalls, book: EtWorkbook, id: string, text: string | null): boolean {
  const before = ofPart(id, readProperties(et, book) ?? []);
  if (before.length === 0) return true;
  if (textOf(before) !== text) return false;
  return writePart(et, book, id, []);
}

/** Says how long the records in custom XML parts are, so that their loss is noticed; `null`: there are none. */
export function sayLength(et: EtCalls, book: EtWorkbook, length: number | null): void {
  try {
    const said = length === null ? [] : [{ name: LENGTH, value: `|${length}|` }];
    put(et, book, said, (name) => name === LENGTH);
  } catch {
    // Without it a loss is not noticed; the records are there all the same.
  }
}

/** How long the records in custom XML parts were when they were written last; `null`: nobody has said. */
export function saidLength(properties: readonly TextProperty[]): number | null {
  const said = properties.find(({ name }) => name === LENGTH);
  const length = /^\|(\d{1,9})\|$/.exec(said?.value ?? '')?.[1];
  return length === undefined ? null : Number(length);
}

const LENGTH = `${OWN_PROPERTIES}record`;

/** @returns whether the part holds exactly that; what of it was written and is not kept is taken away */
function writePart(et: EtCalls, book: EtWorkbook, id: string, wanted: readonly TextProperty[]): boolean {
  const names = new Set(wanted.map(({ name }) => name));
  const isOfPart = (name: string): boolean => names.has(name) || ofPart(id, [{ name, value: '' }]).length > 0;
  const isKept = attempt(() => {
    put(et, book, wanted, isOfPart);
    const now = ofPart(id, readProperties(et, book) ?? []);
    return now.length === wanted.length && textOf(now) === textOf(wanted);
  });
  if (isKept) return true;
  attempt(() => put(et, book, [], isOfPart));
  return false;
}

/** Makes the properties of some names what is wanted, and touches no other. */
function put(
  et: EtCalls,
  book: EtWorkbook,
  wanted: readonly TextProperty[],
  isOne: (name: string) => boolean,
): void {
  const all = propertiesIn(et, book);
  if (!all) return;
  const missing = new Map(wanted.map(({ name, value }) => [name, value]));
  for (const property of et.itemsBackwards(all)) {
    const name = String(et.get(property, 'Name'));
    if (!isOne(name)) continue;
    const value = missing.get(name);
    missing.delete(name);
    if (value === undefined) et.call(property, 'Delete');
    else if (et.get(property, 'Value') !== value) et.set(property, 'Value', value);
  }
  for (const [name, value] of missing) et.call(all, 'Add', name, false, TEXT, value);
}

function ofPart(id: string, properties: readonly TextProperty[]): readonly TextProperty[] {
  const names = new Set(propertiesOf(id, properties));
  return properties.filter(({ name }) => names.has(name));
}

function textOf(properties: readonly TextProperty[]): StatePart['text'] {
  return fromProperties(properties)[0]?.text ?? null;
}

function propertiesIn(et: EtCalls, book: EtWorkbook): EtDocumentProperties | null {
  const ask = () => attempt(() => et.get(book, 'CustomDocumentProperties'));
  return ask() ?? ask() ?? null;
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
