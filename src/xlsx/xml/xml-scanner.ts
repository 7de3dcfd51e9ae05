import { DEFAULT_LIMITS } from '../limits';
import { XlsxError } from '../xlsx-error';
import { decodeXmlText, normaliseLineEnds, XmlTextError } from './decode-text';

/** What the scanner stands on. Plain numbers, because `next` runs some ten million times on a large sheet. */
export const XML_END_OF_INPUT = 0;
export const XML_START = 1;
export const XML_END = 2;
export const XML_TEXT = 3;
export type XmlEvent = typeof XML_END_OF_INPUT | typeof XML_START | typeof XML_END | typeof XML_TEXT;

export interface XmlScannerOptions {
  /** Name of the part, for messages. */
  readonly part?: string;
  /** More nested elements than this are refused as 'too-large'. */
  readonly maxDepth?: number;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/**
 * A forward scanner over the decoded text of an XML part. It builds nothing: each `next` moves to an element's
 * start, its end or a piece of text and says by offsets where in the text that is, so that a caller may also edit
 * the text in place. Every element has a start and an end event, self-closed ones too. Comments, processing
 * instructions and the declaration are passed over. Namespace prefixes are dropped from names.
 *
 * Not namespace-aware: readers match elements by their path (`nextChild`), never by the name alone.
 * Checked: nesting, quotes, references. A document type declaration is refused unread.
 */
export class XmlScanner {
  /** The event the scanner stands on. */
  event: XmlEvent = XML_END_OF_INPUT;
  /** Start and end: depth of the element (root 1). Text: depth of the element around it. */
  depth = 0;
  /** Offset where the markup or text begins; `end` says where it ends. */
  start = 0;
  /** Start and end events: offsets of the local name, its prefix left out. */
  nameStart = 0;
  nameEnd = 0;
  /** Text events: offsets of the characters themselves (inside a CDATA section: without its brackets). */
  textStart = 0;
  textEnd = 0;
  /** Text events: whether the characters stand for themselves (no reference, no carriage return). */
  textIsPlain = true;

  /** After `nextAttribute`: offsets of the local name and of the raw value, and whether there was a prefix. */
  attributeNameStart = 0;
  attributeNameEnd = 0;
  attributeStart = 0;
  attributeEnd = 0;
  attributePrefixed = false;

  /** After `readContent`: offsets of the raw text where it is in one plain piece; else start is -1. */
  contentStart = 0;
  contentEnd = 0;

  private readonly length: number;
  /** Name of the part, where it was given. */
  readonly part: string | undefined;
  private readonly maxDepth: number;
  /** Where the raw names (prefix included) of the open elements lie in the text. */
  private readonly openStarts: number[] = [];
  private readonly openEnds: number[] = [];
  private open = 0;
  /** Where the next markup or text begins; right only while `tagIsOpen` is false. */
  private position = 0;
  /** Whether the end of the start tag has not been reached yet: tags are read once, as far as anybody asks. */
  private tagIsOpen = false;
  private tagIsSelfClosed = false;
  private attributeCursor = 0;
  private inCdata = false;
  private assembledContent = '';

  constructor(
    readonly text: string,
    options: XmlScannerOptions = {},
  ) {
    this.length = text.length;
    this.part = options.part;
    this.maxDepth = options.maxDepth ?? DEFAULT_LIMITS.maxDepth;
  }

  /**
   * Moves to the next event and returns it.
   * @throws XlsxError 'corrupt' for malformed or truncated XML, 'unsafe-xml', 'too-large' (depth)
   */
  next(): XmlEvent {
    if (this.event === XML_START) {
      if (this.tagIsOpen) this.finishTag();
      if (this.tagIsSelfClosed) return this.endSelfClosed();
    }
    const text = this.text;
    for (;;) {
      const at = this.position;
      if (at >= this.length) return this.endOfInput();
      if (text.charCodeAt(at) !== LESS) {
        if (this.open > 0) return this.scanText(at);
        this.skipSpaceOutsideRoot(at);
        continue;
      }
      const after = at + 1 < this.length ? text.charCodeAt(at + 1) : 0;
      if (after === SLASH) return this.scanEnd(at);
      if (after === QUESTION) {
        this.position = this.indexAfter('?>', at + 2);
      } else if (after === EXCLAMATION) {
        if (text.startsWith('<!--', at)) this.position = this.indexAfter('-->', at + 4);
        else if (this.open > 0 && text.startsWith('<![CDATA[', at)) return this.scanCdata(at);
        else if (text.startsWith('<!DOCTYPE', at)) {
          throw new XlsxError('unsafe-xml', 'document type declaration', this.place(at));
        } else throw this.malformed('unknown declaration', at);
      } else {
        return this.scanStart(at);
      }
    }
  }

  /**
   * Moves to the next child of the element at `parentDepth`, passing over text and whatever deeper elements the
   * caller did not read. False when the parent has ended.
   */
  nextChild(parentDepth: number): boolean {
    for (;;) {
      const event = this.next();
      if (event === XML_START) {
        if (this.depth === parentDepth + 1) return true;
      } else if (event === XML_END) {
        if (this.depth <= parentDepth) return false;
      } else if (event === XML_END_OF_INPUT) return false;
    }
  }

  /**
   * Moves to the root element.
   * @throws XlsxError 'corrupt' when there is none, or when `names` are given and it bears none of them
   */
  root(...names: string[]): void {
    if (!this.nextChild(0)) throw this.malformed('no root element', 0);
    if (names.length > 0 && !names.includes(this.name)) {
      throw this.malformed(`root element is <${this.name}>, not <${names.join('>, <')}>`, this.start);
    }
  }

  /** The local name at a start or end event. */
  get name(): string {
    return this.text.slice(this.nameStart, this.nameEnd);
  }

  /** Whether the local name at a start or end event is `name`; nothing is allocated. */
  nameIs(name: string): boolean {
    return this.nameEnd - this.nameStart === name.length && this.text.startsWith(name, this.nameStart);
  }

  /** Offset after the markup or text. A self-closed element's end event is empty and lies after its tag. */
  get end(): number {
    if (this.tagIsOpen) this.finishTag();
    return this.position;
  }

  /** Whether the element of the start event is self-closed. */
  get selfClosed(): boolean {
    if (this.tagIsOpen) this.finishTag();
    return this.tagIsSelfClosed;
  }

  /** Whether the start event's tag holds anything but its name. */
  get hasAttributes(): boolean {
    const code = this.text.charCodeAt(this.nameEnd);
    return code !== GREATER && code !== SLASH;
  }

  /**
   * Moves over the attributes of the start event, one a call; false after the last. Sets the `attribute…` fields.
   * Namespace declarations are left out. To be called on a start event only, and before `end`, `selfClosed` or a named
   * attribute is asked for: those move over the attributes themselves.
   */
  nextAttribute(): boolean {
    const text = this.text;
    const length = this.length;
    let at = this.attributeCursor;
    for (;;) {
      let code = at < length ? text.charCodeAt(at) : 0;
      while (code === SPACE || code === LINE_FEED || code === RETURN || code === TAB) {
        code = ++at < length ? text.charCodeAt(at) : 0;
      }
      if (code === GREATER || code === SLASH) return this.reachTagEnd(at, code);
      const rawStart = at;
      let nameStart = at;
      while (code !== EQUALS) {
        if (code === COLON) nameStart = at + 1;
        else if (code <= SPACE || code === LESS || code === GREATER) break;
        code = ++at < length ? text.charCodeAt(at) : 0;
      }
      const nameEnd = at;
      while (isSpace(code)) code = ++at < length ? text.charCodeAt(at) : 0;
      if (code !== EQUALS || nameEnd === nameStart)
        throw this.malformed('attribute without a value', rawStart);
      do code = ++at < length ? text.charCodeAt(at) : 0;
      while (isSpace(code));
      if (code !== QUOTE && code !== APOSTROPHE) throw this.malformed('attribute without quotes', rawStart);
      const quote = code;
      const valueStart = ++at;
      for (; at < length; at++) {
        code = text.charCodeAt(at);
        if (code === quote) break;
        if (code === LESS) throw this.malformed('"<" in an attribute value', at);
      }
      if (at >= length) throw this.malformed('breaks off inside an element', rawStart);
      const valueEnd = at++;
      if (nameStart === rawStart + 6 || nameEnd === rawStart + 5) {
        if (text.startsWith('xmlns', rawStart)) continue;
      }
      this.attributeCursor = at;
      this.attributeNameStart = nameStart;
      this.attributeNameEnd = nameEnd;
      this.attributePrefixed = nameStart !== rawStart;
      this.attributeStart = valueStart;
      this.attributeEnd = valueEnd;
      return true;
    }
  }

  /** The decoded value of the attribute `nextAttribute` stands on. */
  attributeValue(): string {
    const raw = this.text.slice(this.attributeStart, this.attributeEnd);
    return this.decode(raw, this.attributeStart);
  }

  /** The decoded value of the start event's unprefixed attribute, or `undefined`. */
  attribute(name: string): string | undefined {
    return this.findAttribute(name, false) ? this.attributeValue() : undefined;
  }

  /** The decoded value of the start event's prefixed attribute of that local name (`r:id` by "id"), or `undefined`. */
  prefixedAttribute(name: string): string | undefined {
    return this.findAttribute(name, true) ? this.attributeValue() : undefined;
  }

  /**
   * Reads the text of the element whose start the scanner stands on, and moves to its end. Text of deeper elements
   * is left out. Afterwards either `contentStart` and `contentEnd` bound one plain piece of the text, or
   * `contentStart` is -1; `content()` gives the string in both cases.
   */
  readContent(): void {
    const depth = this.depth;
    this.contentStart = this.contentEnd = 0;
    let pieces = 0;
    for (;;) {
      const event = this.next();
      if (event === XML_TEXT) {
        if (this.depth !== depth) continue;
        pieces++;
        if (pieces === 1 && this.textIsPlain) {
          this.contentStart = this.textStart;
          this.contentEnd = this.textEnd;
        } else {
          const before = pieces === 1 ? '' : this.content();
          this.assembledContent = before + this.textValue();
          this.contentStart = -1;
        }
      } else if (event === XML_END && this.depth === depth) return;
    }
  }

  /** The decoded text `readContent` has read. */
  content(): string {
    return this.contentStart < 0
      ? this.assembledContent
      : this.text.slice(this.contentStart, this.contentEnd);
  }

  /** The decoded text at a text event. */
  textValue(): string {
    const raw = this.text.slice(this.textStart, this.textEnd);
    if (this.textIsPlain) return raw;
    return this.inCdata ? normaliseLineEnds(raw) : this.decode(raw, this.textStart);
  }

  /** An error about this part at an offset of its text. */
  malformed(reason: string, offset: number): XlsxError {
    return new XlsxError('corrupt', `${this.part ?? 'XML'}: ${reason}`, this.place(offset));
  }

  private findAttribute(name: string, prefixed: boolean): boolean {
    this.attributeCursor = this.nameEnd;
    while (this.nextAttribute()) {
      if (
        this.attributePrefixed === prefixed &&
        this.attributeNameEnd - this.attributeNameStart === name.length &&
        this.text.startsWith(name, this.attributeNameStart)
      ) {
        return true;
      }
    }
    return false;
  }

  private scanStart(at: number): XmlEvent {
    const text = this.text;
    const length = this.length;
    let nameStart = at + 1;
    let i = nameStart;
    let code = 0;
    for (; i < length; i++) {
      code = text.charCodeAt(i);
      if (code === GREATER || code === SPACE || code === SLASH || isSpace(code)) break;
      if (code === COLON) nameStart = i + 1;
      else if (code === LESS || code === QUOTE || code === EQUALS || code === AMPERSAND)
        throw this.malformed('bad element name', at);
    }
    if (i === nameStart) throw this.malformed('element without a name', at);
    const open = this.open;
    if (open >= this.maxDepth) {
      throw new XlsxError('too-large', `elements nested deeper than ${this.maxDepth}`, {
        ...this.place(at),
        limit: this.maxDepth,
      });
    }
    if (open === 0 && this.openStarts.length > 0) throw this.malformed('second root element', at);
    this.openStarts[open] = at + 1;
    this.openEnds[open] = i;
    this.open = this.depth = open + 1;
    this.nameStart = nameStart;
    this.nameEnd = this.attributeCursor = i;
    this.tagIsSelfClosed = false;
    this.tagIsOpen = code !== GREATER;
    this.position = i + 1;
    this.start = at;
    return (this.event = XML_START);
  }

  /** Reads what is left of the start tag. */
  private finishTag(): void {
    while (this.nextAttribute());
  }

  /** Always false, as the answer of `nextAttribute`. */
  private reachTagEnd(at: number, code: number): false {
    this.tagIsSelfClosed = code === SLASH;
    const end = code === SLASH ? at + 1 : at;
    if (end >= this.length || this.text.charCodeAt(end) !== GREATER)
      throw this.malformed('"/" inside an element', at);
    this.attributeCursor = at;
    this.tagIsOpen = false;
    this.position = end + 1;
    return false;
  }

  private scanEnd(at: number): XmlEvent {
    const text = this.text;
    const open = this.open - 1;
    if (open < 0) throw this.malformed('end tag without a start', at);
    const rawStart = this.openStarts[open]!;
    const size = this.openEnds[open]! - rawStart;
    const nameStart = at + 2;
    let nameEnd = nameStart + size;
    let localStart = nameStart;
    for (let i = 0; i < size; i++) {
      const code = text.charCodeAt(rawStart + i);
      if (code !== text.charCodeAt(nameStart + i))
        throw this.malformed('end tag does not match its start', at);
      if (code === COLON) localStart = nameStart + i + 1;
    }
    this.nameStart = localStart;
    this.nameEnd = nameEnd;
    while (nameEnd < this.length && isSpace(text.charCodeAt(nameEnd))) nameEnd++;
    if (nameEnd >= this.length || text.charCodeAt(nameEnd) !== GREATER) {
      throw this.malformed('end tag does not match its start', at);
    }
    this.depth = open + 1;
    this.open = open;
    this.start = at;
    this.position = nameEnd + 1;
    return (this.event = XML_END);
  }

  private endSelfClosed(): XmlEvent {
    this.depth = this.open;
    this.open--;
    this.start = this.position;
    return (this.event = XML_END);
  }

  private scanText(at: number): XmlEvent {
    const text = this.text;
    const length = this.length;
    let plain = true;
    let i = at;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code === LESS) break;
      if (code === AMPERSAND || code === RETURN) plain = false;
    }
    this.inCdata = false;
    return this.textEvent(at, i, at, i, plain);
  }

  private scanCdata(at: number): XmlEvent {
    const end = this.indexAfter(']]>', at + 9);
    const returns = this.text.slice(at + 9, end - 3).includes('\r');
    this.inCdata = true;
    return this.textEvent(at, end, at + 9, end - 3, !returns);
  }

  private textEvent(
    start: number,
    end: number,
    textStart: number,
    textEnd: number,
    plain: boolean,
  ): XmlEvent {
    this.depth = this.open;
    this.start = start;
    this.position = end;
    this.textStart = textStart;
    this.textEnd = textEnd;
    this.textIsPlain = plain;
    return (this.event = XML_TEXT);
  }

  private endOfInput(): XmlEvent {
    if (this.open > 0) throw this.malformed('breaks off before the root element ends', this.length);
    this.depth = 0;
    this.start = this.position;
    return (this.event = XML_END_OF_INPUT);
  }

  private skipSpaceOutsideRoot(at: number): void {
    let i = at;
    for (; i < this.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === LESS) break;
      if (!isSpace(code)) throw this.malformed('text outside the root element', i);
    }
    this.position = i;
  }

  private indexAfter(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw this.malformed(`no "${mark}"`, from);
    return at + mark.length;
  }

  private decode(raw: string, offset: number): string {
    try {
      return decodeXmlText(raw);
    } catch (error) {
      if (error instanceof XmlTextError) throw this.malformed(error.message, offset);
      throw error;
    }
  }

  private place(offset: number): { part?: string; offset: number } {
    return this.part === undefined ? { offset } : { part: this.part, offset };
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === RETURN || code === TAB;
}
