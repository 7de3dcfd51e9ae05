import type { StatePart } from '../port';

/*
 * Records in the document properties of a workbook, for programs that do not keep custom XML parts. A property holds a
 * short text, so a document lies in several: split, numbered and check-summed, since programs cut, drop and change properties
 * without a word. What is in them is a part of the records like any other (`StatePart`), and is brought together with the
 * rest as the parts of several writers are.
 *
 * A property is called `annex-reviewer.state.WRITER.NUMBER`, NUMBER counting from 1. Its text is `|NUMBER/ALL SUM|PIECE|`: ALL is
 * how many pieces there are, SUM the checksum of the whole document. The bars keep blanks at the ends, which programs take
 * off. In a piece stands no character that programs write otherwise than they read it.
 */

/** What the names of our document properties begin with, those of records and any other. */
export const OWN_PROPERTIES = 'annex-reviewer.';
const STATE = `${OWN_PROPERTIES}state.`;

/** So many characters a property holds in every program; Excel cuts at 255. */
const LONGEST_VALUE = 255;
/** Room for the head and the bars around a piece. */
const LONGEST_PIECE = LONGEST_VALUE - '|99999/99999 ffffffff||'.length;
/** A document of more pieces is none of ours: a part that came from anywhere must not cost any time. */
const MOST_PIECES = 20_000;

/** A custom document property of text; of another type, its value is none. */
export interface TextProperty {
  readonly name: string;
  readonly value: string;
}

/** Properties as the records know them: of another type than text, their value is none. */
export function textProperties(
  properties: Iterable<{ readonly name: string; readonly value: unknown }>,
): readonly TextProperty[] {
  return Array.from(properties, ({ name, value }) => ({
    name,
    value: typeof value === 'string' ? value : '',
  }));
}

/** Whether a document property is ours, and goes where everything of ours is taken off. */
export function isOwnProperty(name: string): boolean {
  return name.toLowerCase().startsWith(OWN_PROPERTIES);
}

/**
 * The properties that hold a document.
 * @param id tells it from the documents of other writers: letters, digits and hyphens
 */
export function toProperties(text: string, id: string): readonly TextProperty[] {
  const pieces = split(escaped(text));
  const sum = fnv1a(text);
  return pieces.map((piece, i) => ({
    name: `${STATE}${id}.${i + 1}`,
    value: `|${i + 1}/${pieces.length} ${sum}|${piece}|`,
  }));
}

/**
 * The documents in a workbook's properties, in the order of their first pieces. One with pieces that are missing, doubled or
 * changed cannot be read, and is told as such.
 */
export function fromProperties(properties: readonly TextProperty[]): readonly StatePart[] {
  const found = new Map<string, Piece[]>();
  for (const { name, value } of properties) {
    const id = idOf(name);
    if (id === null) continue;
    const piece = pieceOf(value);
    const others = found.get(id);
    if (others) others.push(piece);
    else found.set(id, [piece]);
  }
  return [...found].map(([id, pieces]) => ({ id: partInProperties(id), text: joined(pieces) }));
}

/** What the ids of parts begin with that lie in properties. */
const PART_ID = 'properties:';

/** The names of the properties that a part lies in; none where it lies elsewhere. */
export function propertiesOf(partId: string, properties: readonly TextProperty[]): readonly string[] {
  if (!partId.startsWith(PART_ID)) return [];
  const id = partId.slice(PART_ID.length);
  return properties.flatMap(({ name }) => (idOf(name) === id ? [name] : []));
}

/** The properties that hold a document in place of what a part that lies in properties held. */
export function toPropertiesOf(partId: string, text: string): readonly TextProperty[] {
  return toProperties(text, partId.slice(PART_ID.length));
}

/** The id of the part that `toProperties` makes by an id. */
export function partInProperties(id: string): string {
  return `${PART_ID}${id}`;
}

/** Whether a part of the records lies in document properties. */
export function liesInProperties(partId: string): boolean {
  return partId.startsWith(PART_ID);
}

/** Whose document a property is a piece of; `null`: of none of ours. */
function idOf(name: string): string | null {
  if (!name.toLowerCase().startsWith(STATE)) return null;
  return /^([\w-]{1,64})\.\d{1,6}$/.exec(name.slice(STATE.length))?.[1] ?? null;
}

/** A piece of a document; `null`: its property is damaged. */
type Piece = {
  readonly number: number;
  readonly all: number;
  readonly sum: string;
  readonly text: string;
} | null;

function pieceOf(value: string): Piece {
  const head = /^\s*\|(\d{1,5})\/(\d{1,5}) ([0-9a-f]{8})\|/.exec(value);
  const end = value.trimEnd();
  if (!head || end.length <= head[0].length || !end.endsWith('|')) return null;
  return {
    number: Number(head[1]),
    all: Number(head[2]),
    sum: head[3]!,
    text: end.slice(head[0].length, -1),
  };
}

function joined(pieces: readonly Piece[]): string | null {
  const [first] = pieces;
  if (!first || pieces.length !== first.all || pieces.length > MOST_PIECES) return null;
  const texts = new Array<string | undefined>(pieces.length);
  for (const piece of pieces) {
    if (!piece || piece.sum !== first.sum || piece.all !== first.all) return null;
    if (piece.number < 1 || piece.number > piece.all || texts[piece.number - 1] !== undefined) return null;
    texts[piece.number - 1] = piece.text;
  }
  const text = unescaped(texts.join(''));
  return text !== null && fnv1a(text) === first.sum ? text : null;
}

/** By whole characters, so that a half of a pair is one without its other half. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff\ud800-\udfff]|_(?=x)/gu;

/**
 * Without characters that do not come back as they were: control characters, halves of pairs, what is no character, and
 * `_x` with what follows, by which office programs write characters in XML. A backslash begins what stands for one.
 */
function escaped(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\\' ? '\\\\' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function unescaped(text: string): string | null {
  let damaged = false;
  const plain = text.replace(/\\(\\|u([0-9a-f]{4})|)/g, (_, what: string, code: string | undefined) => {
    if (what === '') damaged = true;
    return code === undefined ? '\\' : String.fromCharCode(parseInt(code, 16));
  });
  return damaged ? null : plain;
}

/** In pieces that each have room in a property, cut between characters and between what stands for one. */
function split(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length || pieces.length === 0;) {
    let end = Math.min(at + LONGEST_PIECE, text.length);
    if (end < text.length && /[\udc00-\udfff]/.test(text[end]!)) end--;
    // Blanks in the middle of a text are kept by every program; at an end the bar guards them.
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** A checksum of a text, in eight hexadecimal digits (FNV-1a over its UTF-16 code units): it finds damage, not forgery. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
