import type { XlsxLimits } from '../limits';
import { encodeXml } from '../xml/encode-xml';
import { appendInside, outline, span } from '../xml/element-span';
import { escapeAttribute } from '../xml/escape-xml';
import { Splices } from '../xml/splices';
import { XmlScanner } from '../xml/xml-scanner';
import type { Deflate } from '../zip/deflate';
import type { Glance } from '../zip/zip-archive';
import type { ZipEntry } from '../zip/zip-directory';
import { writeZip, type ZipSource } from '../zip/zip-writer';
import { CONTENT_TYPES, OpcPackage } from './opc-package';
import { NamesInUse } from './names-in-use';
import { partKey, relationshipsPartOf, relativeTarget } from './part-name';
import type { ZipParts } from './parts';
import type { Parts, StartOfPart } from './parts';
import type { Relationship } from './relationships';
import { readRelationships } from './relationships';

const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a draft has instead of the file: new bytes, or `null` for a part that is gone. */
interface Change {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/**
 * The part of a file that was read last: what writes a large worksheet asks for it several times over, in one draft and
 * in another, and it is long to inflate.
 */
class LastRead {
  private last: { readonly key: string; readonly bytes: Uint8Array | undefined } | null = null;

  has(key: string): boolean {
    return this.last?.key === key;
  }

  of(key: string, read: () => Uint8Array | undefined): Uint8Array | undefined {
    if (this.last?.key !== key) {
      // Let go of before the next is made.
      this.last = null;
      this.last = { key, bytes: read() };
    }
    return this.last.bytes;
  }
}

/** What all drafts of one file have in common. */
interface Shared {
  readonly lastRead: LastRead;
  /** Made when it is first asked for. */
  names: NamesInUse | null;
  readonly findings: Findings;
}

/** What was read out of parts, by the function that reads it. */
class Findings {
  private readonly ofFile = new Map<unknown, Map<string, unknown>>();
  private readonly ofChanges = new Map<unknown, WeakMap<Uint8Array, unknown>>();

  /** @param changed the content of the part where it differs from the file */
  of<Found>(reader: unknown, part: string, changed: Uint8Array | undefined, read: () => Found): Found {
    return changed
      ? remembered(
          inner(this.ofChanges, reader, () => new WeakMap<Uint8Array, unknown>()),
          changed,
          read,
        )
      : remembered(
          inner(this.ofFile, reader, () => new Map<string, unknown>()),
          part,
          read,
        );
  }
}

function inner<Value>(map: Map<unknown, Value>, key: unknown, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

interface Store<Key> {
  has(key: Key): boolean;
  get(key: Key): unknown;
  set(key: Key, value: unknown): unknown;
}

function remembered<Key, Found>(store: Store<Key>, key: Key, read: () => Found): Found {
  if (!store.has(key)) store.set(key, read());
  return store.get(key) as Found;
}

/** The parts of a file with changes laid over them; the file stays as it is. */
class DraftParts implements Parts {
  /** By the lower-case name of the entry in the zip, or of the new part. */
  readonly changes: Map<string, Change>;

  constructor(
    readonly file: ZipParts,
    changes: ReadonlyMap<string, Change> = new Map(),
    readonly shared: Shared = { lastRead: new LastRead(), names: null, findings: new Findings() },
  ) {
    this.changes = new Map(changes);
  }

  has(part: string): boolean {
    const change = this.changes.get(this.key(part));
    return change ? change.bytes !== null : this.file.has(part);
  }

  read(part: string, glance?: Glance): Uint8Array | undefined {
    const key = this.key(part);
    const change = this.changes.get(key);
    let wasSeen = false;
    const bytes = change
      ? (change.bytes ?? undefined)
      : this.shared.lastRead.of(key, () => {
          wasSeen = true;
          return this.file.read(part, glance);
        });
    if (bytes && !wasSeen) glance?.(bytes);
    return bytes;
  }

  startOf(part: string, leastSize: number): StartOfPart | null {
    const key = this.key(part);
    if (this.changes.has(key) || this.shared.lastRead.has(key)) return null;
    return this.file.startOf(part, leastSize);
  }

  set(part: string, bytes: Uint8Array | null): void {
    const entry = this.file.entry(part);
    this.changes.set(this.key(part), { name: entry?.name ?? part, bytes });
  }

  /** Whatever way a part is named, its zip entry has one name. */
  key(part: string): string {
    return (this.file.entry(part)?.name ?? part).replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
  }
}

/**
 * A package being edited. Parts that are not touched are never inflated: they go into the new file as they lie in the
 * old one. Edits of XML are splices of its text, so that the rest of a part stays what it was.
 */
export class PackageDraft extends OpcPackage {
  /** Keys of parts whose declaration is still to go; `null`: it goes at once. */
  private undeclared: Set<string> | null = null;

  private constructor(
    private readonly draft: DraftParts,
    limits: XlsxLimits,
  ) {
    super(draft, limits);
  }

  /** A draft of the package in a file, without changes. */
  static of(file: ZipParts, limits: XlsxLimits): PackageDraft {
    return new PackageDraft(new DraftParts(file), limits);
  }

  /** A second draft that begins as this one and goes its own way. */
  branch(): PackageDraft {
    return new PackageDraft(
      new DraftParts(this.draft.file, this.draft.changes, this.draft.shared),
      this.limits,
    );
  }

  /** The parts that differ from the file, by the names of their entries; `null` for those that are gone. */
  changes(): ReadonlyMap<string, Uint8Array | null> {
    return new Map([...this.draft.changes.values()].map(({ name, bytes }) => [name, bytes]));
  }

  /** The checksum of a part as the file declares it; `undefined` where the file has no such part. */
  declaredChecksum(part: string): number | undefined {
    return this.draft.file.entry(part)?.crc32;
  }

  /** Gives a part that is there new content. */
  replace(part: string, bytes: Uint8Array): void {
    this.draft.set(part, bytes);
    if (this.draft.key(part) === this.draft.key(CONTENT_TYPES)) this.forgetContentTypes();
  }

  /** Makes a part what it is in another draft of the same file. */
  takeFrom(other: PackageDraft, part: string): void {
    const change = other.draft.changes.get(other.draft.key(part));
    if (change) this.draft.set(part, change.bytes);
    else this.draft.changes.delete(this.draft.key(part));
    this.forgetContentTypes();
  }

  /** Makes a part what it was, or takes it away (`null`), without a look at what declares or names it. */
  restore(part: string, bytes: Uint8Array | null): void {
    this.draft.set(part, bytes);
    this.forgetContentTypes();
  }

  /**
   * What a function reads out of a part that is there: it is asked once for each content of the part, in whichever
   * draft of the file.
   * @param reader must give the same for the same part, and nothing that anybody changes
   */
  readOnce<Found>(part: string, reader: (draft: PackageDraft, part: string) => Found): Found {
    const changed = this.draft.changes.get(this.draft.key(part))?.bytes ?? undefined;
    return this.draft.shared.findings.of(reader, part, changed, () => reader(this, part));
  }

  override relationships(part: string): Relationship[] {
    const name = relationshipsPartOf(part);
    return this.has(name) ? [...this.readOnce(name, readAsRelationships)] : [];
  }

  /** The names of all parts, as their entries have them. */
  names(): string[] {
    const { changes, file } = this.draft;
    const names = new Map<string, string>();
    for (const { name } of file.zip.entries) {
      const plain = name.replace(/\\/g, '/').replace(/^\/+/, '');
      if (!plain.endsWith('/')) names.set(this.draft.key(plain), plain);
    }
    for (const [key, { name, bytes }] of changes) {
      if (bytes === null) names.delete(key);
      else names.set(key, name);
    }
    return [...names.values()];
  }

  /** The parts that relate to others, "" (the package) among them, whether they are there or not. */
  sources(): string[] {
    return this.names().flatMap((name) => {
      const match = RELATIONSHIPS_PART.exec(name);
      return match ? [name.slice(0, match.index) + match[1]! + match[2]!] : [];
    });
  }

  /** Whether a part is the very same in another draft of the same file: neither changed it, or both to one content. */
  sameIn(other: PackageDraft, part: string): boolean {
    const own = this.draft.changes.get(this.draft.key(part));
    const theirs = other.draft.changes.get(other.draft.key(part));
    return own?.bytes === theirs?.bytes;
  }

  /** Whether all parts are the same, byte for byte, in another draft of the same file. */
  sameContentAs(other: PackageDraft): boolean {
    const parts = new Set([...this.changes().keys(), ...other.changes().keys()]);
    return [...parts].every((part) => {
      if (this.sameIn(other, part)) return true;
      if (!this.has(part) || !other.has(part)) return this.has(part) === other.has(part);
      return sameBytes(this.bytes(part), other.bytes(part));
    });
  }

  /**
   * Edits the text of an XML part; nothing is written where the text comes back as it was.
   * @throws XlsxError as `xml` does
   */
  edit(part: string, change: (text: string) => string): void {
    const decoded = this.xml(part);
    const text = change(decoded.text);
    if (text !== decoded.text) this.replace(part, encodeXml(text, decoded));
  }

  /** Adds a part and declares what it is. */
  add(part: string, content: Uint8Array | string, contentType: string): void {
    this.draft.set(part, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    this.declare(part, contentType);
  }

  /** Takes a part away, with its declaration and its own relationships; relationships to it stay. */
  remove(part: string): void {
    for (const name of [part, relationshipsPartOf(part)]) {
      this.undeclare(name);
      if (this.has(name)) this.draft.set(name, null);
    }
  }

  /** Does something that takes many parts away; what declares them is written once, at the end. */
  removeMany(work: () => void): void {
    if (this.undeclared) {
      work();
      return;
    }
    this.undeclared = new Set();
    try {
      work();
    } finally {
      const gone = this.undeclared;
      this.undeclared = null;
      this.undeclareAll(gone);
    }
  }

  /**
   * A name for a new part that no part has and nothing in the package speaks of: `xl/worksheets/sheet` and `.xml` give
   * the first free `xl/worksheets/sheet3.xml`.
   */
  freeName(before: string, after: string): string {
    return this.freeNames((number) => [`${before}${number}${after}`])[0]!;
  }

  /** As `freeName`, for parts that go by one number. @param ofNumber their names, if that is the number */
  freeNames(ofNumber: (number: number) => readonly string[]): readonly string[] {
    const isTaken = this.takenNames();
    for (let number = 1; ; number++) {
      const names = ofNumber(number);
      if (!names.some(isTaken)) return names;
    }
  }

  /** Whether a new part may not be called so, see `NamesInUse`. */
  isTaken(part: string): boolean {
    return this.takenNames()(part);
  }

  private takenNames(): (part: string) => boolean {
    const { shared, file } = this.draft;
    shared.names ??= new NamesInUse(file);
    const changes = new Map(
      [...this.draft.changes.values()].map(({ name, bytes }) => [partKey(name), bytes]),
    );
    return shared.names.in({ changes, declared: this.contentTypes().declared });
  }

  /**
   * Adds a relationship of a part ("" is the package) to another part.
   * @param type the whole address of its type
   * @returns its id
   */
  addRelationship(source: string, type: string, target: string): string {
    const name = relationshipsPartOf(source);
    if (!this.has(name)) {
      const empty = `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
      this.draft.set(name, new TextEncoder().encode(empty));
      if (this.contentType(name) !== RELATIONSHIPS_TYPE) this.declare(name, RELATIONSHIPS_TYPE);
    }
    const taken = new Set(this.relationships(source).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const address = escapeAttribute(relativeTarget(source, target));
    this.edit(name, (text) => {
      const scanner = new XmlScanner(text, { part: name });
      scanner.root('Relationships');
      const root = outline(scanner);
      const splices = new Splices(text);
      appendInside(
        splices,
        root,
        `<${root.prefix}Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${address}"/>`,
      );
      return splices.result();
    });
    return id;
  }

  /** Takes away those relationships of a part that are chosen; a relationships part that gets empty goes too. */
  removeRelationships(source: string, chosen: (relationship: Relationship) => boolean): void {
    const name = relationshipsPartOf(source);
    if (!this.has(name)) return;
    const ids = new Set(
      readRelationships(this.xml(name).text, source, name)
        .filter(chosen)
        .map(({ id }) => id),
    );
    if (ids.size === 0) return;
    let left = 0;
    this.edit(name, (text) => {
      const scanner = new XmlScanner(text, { part: name });
      scanner.root('Relationships');
      const splices = new Splices(text);
      while (scanner.nextChild(1)) {
        const { start } = scanner;
        if (!ids.has(scanner.attribute('Id') ?? '')) {
          left++;
          continue;
        }
        splices.remove(start, span(scanner).end);
      }
      return splices.result();
    });
    if (left === 0 && source !== '') {
      this.draft.set(name, null);
      this.undeclare(name);
    }
  }

  /**
   * The file of the package as it is now: entries in their old order, new ones at the end.
   * @throws XlsxError 'too-large' | 'corrupt'
   */
  write(deflate: Deflate): Uint8Array {
    const { changes, file } = this.draft;
    const { zip } = file;
    const waiting = new Map(changes);
    const sources: ZipSource[] = [];
    const last = new Map<string, ZipEntry>();
    // Of entries that bear one name the reader takes the last, and two would be one too many for other programs. Those
    // that differ in their spelling stay, all with one content: programs that tell them apart ask for one of them.
    for (const entry of zip.entries) last.set(entry.name, entry);
    for (const entry of last.values()) {
      const key = this.draft.key(entry.name);
      const change = changes.get(key);
      waiting.delete(key);
      if (!change) sources.push({ entry, archive: zip });
      else if (change.bytes) {
        sources.push({ name: entry.rawName, isUtf8: (entry.flags & 0x0800) !== 0, content: change.bytes });
      }
    }
    for (const { name, bytes } of waiting.values()) {
      if (bytes)
        sources.push({ name: new TextEncoder().encode(name), isUtf8: !isAscii(name), content: bytes });
    }
    return writeZip(sources, deflate);
  }

  /** Declares the content type of a part by its name, unless its extension says the same already. */
  private declare(part: string, contentType: string): void {
    this.undeclared?.delete(partKey(part));
    if (this.contentType(part) === contentType) return;
    this.undeclareAll(new Set([partKey(part)]));
    this.editTypes((text, splices) => {
      const scanner = new XmlScanner(text, { part: CONTENT_TYPES });
      scanner.root('Types');
      const root = outline(scanner);
      appendInside(
        splices,
        root,
        `<${root.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`,
      );
    });
  }

  private undeclare(part: string): void {
    if (this.undeclared) this.undeclared.add(partKey(part));
    else this.undeclareAll(new Set([partKey(part)]));
  }

  /** @param gone keys of parts */
  private undeclareAll(gone: ReadonlySet<string>): void {
    if (gone.size === 0) return;
    this.editTypes((text, splices) => {
      const scanner = new XmlScanner(text, { part: CONTENT_TYPES });
      scanner.root('Types');
      while (scanner.nextChild(1)) {
        const { start } = scanner;
        const name = scanner.nameIs('Override') ? scanner.attribute('PartName') : undefined;
        if (name === undefined || !gone.has(partKey(name.replace(/^\/+/, '')))) continue;
        splices.remove(start, span(scanner).end);
      }
    });
  }

  private editTypes(change: (text: string, splices: Splices) => void): void {
    if (!this.has(CONTENT_TYPES)) return;
    this.edit(CONTENT_TYPES, (text) => {
      const splices = new Splices(text);
      change(text, splices);
      return splices.result();
    });
    this.forgetContentTypes();
  }
}

const RELATIONSHIPS_PART = /(^|\/)_rels\/([^/]*)\.rels$/i;

function readAsRelationships(draft: PackageDraft, name: string): readonly Relationship[] {
  return readRelationships(draft.xml(name).text, name.replace(RELATIONSHIPS_PART, '$1$2'), name);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
