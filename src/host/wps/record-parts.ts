import type { StatePart } from '../port';
import { fromStatePart, STATE_NAMESPACE, toStatePart } from '../protocol/state-part';
import type { EtCalls } from './et-call';
import type { EtWorkbook, EtXmlPart, EtXmlParts } from './et-types';

/*
 * The records as custom XML parts. Each call is within one piece, so that what was read is what is replaced.
 */

/** All parts of our namespace; `null`: this WPS has no parts. */
export function readParts(et: EtCalls, book: EtWorkbook): StatePart[] | null {
  const all = partsOf(et, book);
  return (
    all &&
    ours(et, all).map((part) => ({
      id: String(et.get(part, 'Id')),
      text: textOf(et, part),
    }))
  );
}

/** @returns the id of the new part; `null` where it is not kept */
export function addPart(et: EtCalls, book: EtWorkbook, text: string): string | null {
  const all = partsOf(et, book);
  if (!all) return null;
  const before = new Set(ours(et, all).map((part) => String(et.get(part, 'Id'))));
  let added: EtXmlPart | null = null;
  try {
    added = et.call(all, 'Add', toStatePart(text)) ?? null;
  } catch {
    return null;
  }
  if (added && textOf(et, added) === text) return String(et.get(added, 'Id'));
  // It may have been added and not been given back.
  const found = ours(et, all).find((part) => !before.has(String(et.get(part, 'Id'))));
  if (found && textOf(et, found) === text) return String(et.get(found, 'Id'));
  if (found) et.call(found, 'Delete');
  return null;
}

/** @returns its id, another one where it had to be made anew; `null`: it is not there; "lost": it does not keep the text */
export function replacePart(
  et: EtCalls,
  book: EtWorkbook,
  id: string,
  text: string,
): string | null | typeof NOT_KEPT {
  const all = partsOf(et, book);
  const part = all && withId(et, all, id);
  if (!part) return null;
  const before = textOf(et, part);
  try {
    et.call(part, 'LoadXML', toStatePart(text));
  } catch {
    // What it holds now is looked at.
  }
  if (textOf(et, part) === text) return id;
  const added = addPart(et, book, text);
  if (added === null) {
    if (before !== null && textOf(et, part) !== before) et.call(part, 'LoadXML', toStatePart(before));
    return NOT_KEPT;
  }
  const old = withId(et, all, id);
  if (old) et.call(old, 'Delete');
  return added;
}

/** The part does not keep what it is given. */
export const NOT_KEPT = Symbol('not kept');

/** Takes a part away where it still is as it was read. @returns whether it is gone */
export function dropPart(et: EtCalls, book: EtWorkbook, id: string, text: string | null): boolean {
  const all = partsOf(et, book);
  const part = all && withId(et, all, id);
  if (!part) return true;
  if (textOf(et, part) !== text) return false;
  et.call(part, 'Delete');
  return withId(et, all, id) === null;
}

/** Asked twice: records that are not seen for once would be taken for none. */
function partsOf(et: EtCalls, book: EtWorkbook): EtXmlParts | null {
  const ask = (): EtXmlParts | null => {
    try {
      return et.get(book, 'CustomXMLParts') ?? null;
    } catch {
      return null;
    }
  };
  return ask() ?? ask();
}

/** All are looked through: older builds answer nothing when asked for those of a namespace. */
function ours(et: EtCalls, all: EtXmlParts): EtXmlPart[] {
  return [...et.items(all)].filter((part) => et.get(part, 'NamespaceURI') === STATE_NAMESPACE);
}

function withId(et: EtCalls, all: EtXmlParts, id: string): EtXmlPart | null {
  return ours(et, all).find((part) => String(et.get(part, 'Id')) === id) ?? null;
}

function textOf(et: EtCalls, part: EtXmlPart): string | null {
  const xml: unknown = et.get(part, 'XML');
  return typeof xml === 'string' ? fromStatePart(xml) : null;
}
