const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they stand, parsers turn them into spaces or into other line ends.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot hold at all, halves of surrogate pairs among them. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it stands between quotes in an attribute. Characters that XML cannot hold become U+FFFD. */
export function escapeAttribute(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!);
}

/** Text as it stands in an element; line feeds and tabs stay. Characters that XML cannot hold become U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
}

/**
 * The text of a cell as it stands in an element `t`: as `escapeText`, but what XML cannot hold is written as worksheets
 * write it (`_x0001_`), and so is an underscore that would otherwise begin such an escape.
 */
export function escapeCellText(text: string): string {
  return escapeText(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(IMPOSSIBLE, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
      // A parser would make a line feed of it.
      .replace(/\r/g, '_x000D_'),
  );
}
