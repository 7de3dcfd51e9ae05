import { STATE_NAMESPACE } from './port';

/*
 * The custom XML part that keeps the state document: one element of our namespace whose text is the document.
 * Every host writes and reads it by these two functions, so that a workbook may go from one to another.
 * There is no parser here: hosts differ in what they have, and one element with text needs none.
 */

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

/** The part that holds a state document. */
export function toStatePart(state: string): string {
  const text = state.replace(/[&<>\r\n\t]/g, (character) => ESCAPES[character]!);
  return `<state xmlns="${STATE_NAMESPACE}">${text}</state>`;
}

const PART =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--[\s\S]*?-->\s*)*<((?:[\w.-]+:)?state)((?:\s[^>]*)?)>([\s\S]*)<\/\1\s*>\s*$/;

/** The state document of a part, or `null` where the part is damaged or not ours. */
export function fromStatePart(xml: string): string | null {
  const [, , attributes, body] = PART.exec(xml) ?? [];
  if (attributes === undefined || body === undefined) return null;
  if (!attributes.includes(`"${STATE_NAMESPACE}"`) && !attributes.includes(`'${STATE_NAMESPACE}'`))
    return null;
  let damaged = false;
  const text = body
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => {
      if (piece.startsWith('<![CDATA[')) return piece.slice(9, -3);
      damaged ||= piece.includes('<');
      return piece.replace(/&([^;\s]{0,10});?/g, (reference, name: string) => {
        const character = named(name);
        damaged ||= character === null || !reference.endsWith(';');
        return character ?? '';
      });
    })
    .join('');
  return damaged ? null : text;
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function named(name: string): string | null {
  const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
  if (!number) return NAMES[name] ?? null;
  const code = number[1] ? parseInt(number[1], 16) : Number(number[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
