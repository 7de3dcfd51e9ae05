/** What a person has most likely done, where a text is no JSON. */
export type JsonSlip =
  | 'unfinished'
  | 'full-width'
  | 'quotes'
  | 'comment'
  | 'trailing-comma'
  | 'missing-comma'
  | 'percent'
  | 'other';

/** Where a text stops being JSON. `line` and `column` are 1-based. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  /** The character that stands there; '' at the end of the text. */
  readonly found: string;
  readonly slip: JsonSlip;
}

type Expecting = 'value' | 'item-or-end' | 'key-or-end' | 'key' | 'colon' | 'comma-or-end' | 'nothing';

const SPACE = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y; // eslint-disable-line no-control-regex
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?!\w)/y;

/**
 * Finds the first mistake of a text that is no JSON; `null` where it is JSON. The messages of `JSON.parse` differ from
 * one engine to the next, and not all of them say where.
 */
export function findJsonMistake(text: string): JsonMistake | null {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let before = '';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text);
    if (taken) at = pattern.lastIndex;
    return taken !== null;
  };
  for (;;) {
    take(SPACE);
    const char = text[at] ?? '';
    if (expecting === 'nothing') return char === '' ? null : mistakeAt(text, at, before, expecting);
    const next = step(char, expecting, open, take);
    if (next === null) return mistakeAt(text, at, before, expecting);
    if ('{}[]:,'.includes(char)) at++;
    before = char;
    expecting = next;
  }
}

/** What may follow a token, or `null` where the token may not stand there. */
function step(
  char: string,
  expecting: Expecting,
  open: ('{' | '[')[],
  take: (pattern: RegExp) => boolean,
): Expecting | null {
  const close = (): Expecting => {
    open.pop();
    return open.length > 0 ? 'comma-or-end' : 'nothing';
  };
  switch (expecting) {
    case 'value':
    case 'item-or-end':
      if (char === ']' && expecting === 'item-or-end') return close();
      if (char === '{' || char === '[') {
        open.push(char);
        return char === '{' ? 'key-or-end' : 'item-or-end';
      }
      if (!take(char === '"' ? TEXT : SCALAR)) return null;
      return open.length > 0 ? 'comma-or-end' : 'nothing';
    case 'key-or-end':
    case 'key':
      if (char === '}' && expecting === 'key-or-end') return close();
      return char === '"' && take(TEXT) ? 'colon' : null;
    case 'colon':
      return char === ':' ? 'value' : null;
    case 'comma-or-end':
      if (char === ',') return open[open.length - 1] === '{' ? 'key' : 'value';
      return char === (open[open.length - 1] === '{' ? '}' : ']') ? close() : null;
    case 'nothing':
      return null;
  }
}

function mistakeAt(text: string, at: number, before: string, expecting: Expecting): JsonMistake {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  const found = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
  return {
    line: lines.length,
    column: [...lines[lines.length - 1]!].length + 1,
    found,
    slip: slipOf(found, before, expecting),
  };
}

function slipOf(found: string, before: string, expecting: Expecting): JsonSlip {
  if (found === '') return 'unfinished';
  if (/[“”‘’「」']/.test(found)) return 'quotes';
  if (/[，：｛｝［］、；０-９]/.test(found)) return 'full-width';
  if (found === '/' || found === '#') return 'comment';
  if (found === '%' || found === '％') return 'percent';
  if (before === ',' && (found === '}' || found === ']')) return 'trailing-comma';
  return expecting === 'comma-or-end' && /["{[\d-]/.test(found) ? 'missing-comma' : 'other';
}
