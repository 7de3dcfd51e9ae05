import type { PackageDraft } from '../package/package-draft';
import { escapeAttribute, escapeText } from '../xml/escape-xml';
import { XmlScanner } from '../xml/xml-scanner';
import { XlsxError } from '../xlsx-error';
import { checksum as checksumOf } from '../zip/crc32';
import { applySplice, spliceBack } from './byte-splice';

/**
 * What a reviewed workbook was before: for each part that was changed, the bytes that lead back, and which parts were
 * added. It is kept in the workbook, so that what was laid over it can be taken off to the last byte. It holds only as
 * long as all these parts are what they were when it was written, which their checksums tell: once another program has
 * saved the workbook, it is void.
 */
interface RestoreRecord {
  readonly version: 1;
  readonly changed: readonly ChangedPart[];
  readonly added: readonly string[];
}

interface ChangedPart {
  readonly part: string;
  /** CRC-32 of the part in the reviewed workbook, and before. */
  readonly checksum: number;
  readonly before: number;
  readonly at: number;
  readonly length: number;
  /** Base64. */
  readonly old: string;
}

/**
 * The record that leads from `dressed` back to `plain`, as the XML of a custom part. `null` where they are the same.
 * @param except the part that will hold the record: it is added, whatever it holds
 */
export function restoreRecord(
  plain: PackageDraft,
  dressed: PackageDraft,
  namespace: string,
  except: string,
): string | null {
  const changed: ChangedPart[] = [];
  const added: string[] = [];
  const names = new Set([...plain.changes().keys(), ...dressed.changes().keys()]);
  for (const part of names) {
    if (part === except || plain.sameIn(dressed, part)) continue;
    if (!plain.has(part) && dressed.has(part)) added.push(part);
    else if (!plain.has(part)) continue;
    // A part that only the workbook without our additions has: nothing we add takes any away, so it cannot be told.
    else if (!dressed.has(part)) return null;
    else {
      const [before, after] = [plain.bytes(part), dressed.bytes(part)];
      const { at, length, old } = spliceBack(before, after);
      if (length === 0 && old.length === 0) continue;
      changed.push({
        part,
        checksum: checksumOf(after),
        before: checksumOf(before),
        at,
        length,
        old: toBase64(old),
      });
    }
  }
  if (changed.length + added.length === 0) return null;
  const record: RestoreRecord = { version: 1, changed, added: [...added, except] };
  return `<restore xmlns="${escapeAttribute(namespace)}">${escapeText(JSON.stringify(record))}</restore>`;
}

/**
 * Makes of a draft of a reviewed workbook, without changes so far, the workbook before.
 * @param xml the record
 * @returns false, and the draft untouched, where the record is void or damaged
 */
export function restoreBefore(draft: PackageDraft, xml: string): boolean {
  const record = parseRecord(xml);
  if (!record) return false;
  const before = new Map<string, Uint8Array>();
  for (const { part, checksum, before: wanted, at, length, old } of record.changed) {
    if (draft.declaredChecksum(part) !== checksum) return false;
    const bytes = fromBase64(old);
    const restored = bytes && applySplice(draft.bytes(part), { at, length, old: bytes });
    if (!restored || checksumOf(restored) !== wanted) return false;
    before.set(part, restored);
  }
  if (!record.added.every((part) => draft.has(part))) return false;
  for (const [part, bytes] of before) draft.restore(part, bytes);
  for (const part of record.added) draft.restore(part, null);
  return true;
}

/**
 * The parts that a record says were added; none where the record is void or damaged.
 * @param draft a draft of the reviewed workbook, without changes so far
 * @param xml the record
 */
export function addedParts(draft: PackageDraft, xml: string): readonly string[] {
  const record = parseRecord(xml);
  const holds = record?.changed.every(({ part, checksum }) => draft.declaredChecksum(part) === checksum);
  return record && holds ? record.added : [];
}

function parseRecord(xml: string): RestoreRecord | null {
  try {
    const scanner = new XmlScanner(xml);
    scanner.root();
    scanner.readContent();
    const record: unknown = JSON.parse(scanner.content());
    return isRecord(record) ? record : null;
  } catch (error) {
    if (error instanceof XlsxError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is RestoreRecord {
  const record = value as Partial<RestoreRecord> | null;
  return (
    typeof record === 'object' &&
    record?.version === 1 &&
    Array.isArray(record.added) &&
    record.added.every((part) => typeof part === 'string') &&
    Array.isArray(record.changed) &&
    record.changed.every(isChangedPart)
  );
}

function isChangedPart(value: unknown): value is ChangedPart {
  const part = value as Partial<ChangedPart> | null;
  return (
    typeof part === 'object' &&
    part !== null &&
    typeof part.part === 'string' &&
    typeof part.old === 'string' &&
    [part.checksum, part.before, part.at, part.length].every((number) => Number.isInteger(number))
  );
}

const PIECE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text);
    return Uint8Array.from({ length: binary.length }, (_, i) => binary.charCodeAt(i));
  } catch {
    return null;
  }
}
