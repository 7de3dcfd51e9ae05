/** What `decodeXmlText` throws: the reason, without a place; the scanner knows the place and adds it. */
export class XmlTextError extends Error {}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Resolves the five entities and numeric references, and turns line ends into "\n" as XML demands.
 * @throws XmlTextError for an unknown entity, a bare ampersand or a reference to no character
 */
export function decodeXmlText(raw: string): string {
  const text = raw.includes('\r') ? normaliseLineEnds(raw) : raw;
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let decoded = '';
  let done = 0;
  while (ampersand >= 0) {
    const semicolon = text.indexOf(';', ampersand);
    if (semicolon < 0) throw new XmlTextError('ampersand without an entity');
    decoded += text.slice(done, ampersand) + decodeEntity(text.slice(ampersand + 1, semicolon));
    done = semicolon + 1;
    ampersand = text.indexOf('&', done);
  }
  return decoded + text.slice(done);
}

/** Line ends as XML passes them on: "\r\n" and "\r" become "\n". */
export function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function decodeEntity(name: string): string {
  const named = NAMED[name];
  if (named !== undefined && Object.prototype.hasOwnProperty.call(NAMED, name)) return named;
  const numeric = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!numeric) throw new XmlTextError(`unknown entity &${name.slice(0, 20)};`);
  const code = numeric[1] === undefined ? parseInt(numeric[2]!, 10) : parseInt(numeric[1], 16);
  if (!isXmlCharacter(code)) throw new XmlTextError(`&${name}; is no character`);
  return String.fromCodePoint(code);
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
