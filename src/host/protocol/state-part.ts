/*
 * The custom XML part that keeps records: one element of our namespace whose text is the document.
 * Every host writes and reads it by these two functions, so that a workbook may go from one to another.
 * There is no parser here: hosts differ in what they have, and one element with text needs none. A part may come from
 * anywhere, so it is read in one pass, in time that grows with its length and no faster.
 */

/** Namespace of the custom XML parts that hold records. */
export const STATE_NAMESPACE = 'urn:annex-reviewer:state:1';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Alone it would do; together with "]]" it must not appear in text.
  '>': '&gt;',
  // Parsers turn a line feed after a carriage return, or a tab in some places, into something else.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** The part that holds a document. */
export function toStatePart(state: string): string {
  const text = state.replace(/[&<>\r\n\t]/g, (character) => ESCAPES[character]!);
  return `<state xmlns="${STATE_NAMESPACE}">${text}</state>`;
}

/** The document of a part, or `null` where the part is damaged or not ours. */
export function fromStatePart(xml: string): string | null {
  const tag = /<((?:[\w.-]{1,64}:)?state)((?:\s[^<>]{0,2000})?)>/y;
  tag.lastIndex = afterProlog(xml);
  const found = tag.exec(xml);
  if (!found) return null;
  const [, name, attributes] = found;
  if (!attributes!.includes(`"${STATE_NAMESPACE}"`) && !attributes!.includes(`'${STATE_NAMESPACE}'`))
    return null;
  const end = xml.lastIndexOf(`</${name!}`);
  if (end < tag.lastIndex || !/^\s*>\s*$/.test(xml.slice(end + name!.length + 2))) return null;
  return textOf(xml, tag.lastIndex, end);
}

/** Where the root element may begin: behind byte order mark, declaration, comments and blanks. */
function afterProlog(xml: string): number {
  let at = xml.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (at < xml.length && /\s/.test(xml[at]!)) at++;
    const close = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<?xml', at) ? '?>' : null;
    const end = close === null ? -1 : xml.indexOf(close, at);
    if (close === null || end < 0) return at;
    at = end + close.length;
  }
}

const OPEN = '<![CDATA[';

/** The text between two places, `null` where there is anything but text. */
function textOf(xml: string, from: number, to: number): string | null {
  const pieces: string[] = [];
  for (let at = from; at < to;) {
    const markup = xml.indexOf('<', at);
    const end = markup < 0 || markup > to ? to : markup;
    const piece = withoutReferences(xml.slice(at, end));
    if (piece === null) return null;
    pieces.push(piece);
    if (end === to) break;
    const close = xml.startsWith(OPEN, end) ? xml.indexOf(']]>', end) : -1;
    if (close < 0 || close + 3 > to) return null;
    pieces.push(xml.slice(end + OPEN.length, close));
    at = close + 3;
  }
  return pieces.join('');
}

function withoutReferences(piece: string): string | null {
  let damaged = false;
  const text = piece.replace(/&([^;\s]{0,10});?/g, (reference, name: string) => {
    const character = named(name);
    damaged ||= character === null || !reference.endsWith(';');
    return character ?? '';
  });
  return damaged ? null : text;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function named(name: string): string | null {
  const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
  if (!number) return NAMES.get(name) ?? null;
  const code = number[1] ? parseInt(number[1], 16) : Number(number[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
