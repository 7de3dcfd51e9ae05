import { isObject, type Fields } from './json-text';
import type { Dismissal, StoredChange } from './state-document';
import type { OwnProfile } from '../profile-setting';
import { isCorrection, type StoredCorrection } from './stored-correction';

/*
 * The records of a part. A part is a list of what happened, never edited: setting aside, taking that back, changing,
 * undoing, choosing, refusing. So the parts of several writers are brought together by putting their lists together,
 * whatever order they were written in. Each record is signed by its desk over all that it says.
 */

/** What every record has. */
interface Envelope {
  /** Given once in the world: the writer's random name and a number. */
  readonly id: string;
  /** Follows every record that its writer knew of; tells the later of two choices without trusting any clock. */
  readonly n: number;
  /** ISO 8601. */
  readonly at: string;
  /** The desk that signs. */
  readonly desk: string;
  /** Whose it was, where this desk has adopted it: the digest of the record that came, and the desk that it named. */
  readonly adopted?: { readonly source: string; readonly desk: string | null };
}

export type RecordBody =
  | { readonly kind: 'dismissal'; readonly dismissal: Omit<Dismissal, 'id' | 'at' | 'received'> }
  /** What a column of a header means, or that it is a header. */
  | {
      readonly kind: 'correction';
      readonly correction: Pick<StoredCorrection, 'columns' | 'said'>;
    }
  /** Takes dismissals and corrections back; `sources` are those of adopted ones, which must not come up as received again. */
  | { readonly kind: 'lift'; readonly of: readonly string[]; readonly sources: readonly string[] }
  | { readonly kind: 'change'; readonly change: Omit<StoredChange, 'received'> }
  /** Changes that were taken back, by their ids. */
  | { readonly kind: 'undone'; readonly of: readonly string[] }
  | { readonly kind: 'profile'; readonly setting: string | OwnProfile | null }
  /** Received records that were refused, by their digests. */
  | { readonly kind: 'refusal'; readonly of: readonly string[] }
  /** So many records of the history had to go. */
  | { readonly kind: 'dropped'; readonly count: number }
  /** A batch that is about to be written. */
  | { readonly kind: 'journal'; readonly journal: unknown };

export type StateRecord = Envelope & RecordBody;

/** A record as it stands in a part. */
export type SignedRecord = StateRecord & { readonly mac: string };

/** Whether a value is a record that this version understands, whoever signed it. */
export function isRecord(value: unknown): value is SignedRecord {
  return isSigned(value) && hasBody(value);
}

/** Whether a value may be a record of a kind that this version does not know: carried along, without any effect. */
export function isSigned(value: unknown): value is Fields & { readonly id: string; readonly mac: string } {
  return (
    isObject(value) &&
    hasTexts(value, 'id', 'kind', 'at', 'desk', 'mac') &&
    Number.isSafeInteger(value['n']) &&
    (value['adopted'] === undefined || isAdopted(value['adopted']))
  );
}

function isAdopted(value: unknown): boolean {
  return isObject(value) && hasTexts(value, 'source') && isTextOrNull(value['desk']);
}

const KINDS: ReadonlyMap<string, (record: Fields) => boolean> = new Map([
  ['dismissal', ({ dismissal }: Fields) => isDismissal(dismissal)],
  ['correction', ({ correction }: Fields) => isCorrection(correction)],
  ['lift', ({ of, sources }: Fields) => isListOf(of, isText) && isListOf(sources, isText)],
  ['change', ({ change }: Fields) => isChange(change)],
  ['undone', ({ of }: Fields) => isListOf(of, isText)],
  ['profile', ({ setting }: Fields) => isTextOrNull(setting) || isObject(setting)],
  ['refusal', ({ of }: Fields) => isListOf(of, isText)],
  ['dropped', ({ count }: Fields) => isIndex(count)],
  ['journal', ({ journal }: Fields) => isJournal(journal)],
]);

/** Whether a record is of a kind that this version knows. */
export function isKnown({ kind }: Fields): boolean {
  return typeof kind === 'string' && KINDS.has(kind);
}

function hasBody(record: Fields): boolean {
  return KINDS.get(record['kind'] as string)?.(record) ?? false;
}

function isListOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function hasTexts(value: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function mayHaveTexts(value: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => value[name] === undefined || typeof value[name] === 'string');
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

/** A dismissal as this version or the first one wrote it. */
export function isDismissal(value: unknown): boolean {
  return (
    isObject(value) &&
    hasTexts(value, 'finding', 'sheetId', 'sheetName', 'fingerprint', 'reason') &&
    mayHaveTexts(value, 'among', 'step') &&
    (value['project'] === undefined || isTextOrNull(value['project']))
  );
}

export function isChange(value: unknown): boolean {
  return (
    isObject(value) &&
    hasTexts(value, 'id', 'at', 'rule', 'finding', 'sheetId', 'sheetName') &&
    isTextOrNull(value['project']) &&
    typeof value['undone'] === 'boolean' &&
    mayHaveTexts(value, 'step') &&
    (value['place'] === undefined || isPlace(value['place'])) &&
    isListOf(value['edits'], isStoredCell)
  );
}

function isPlace(value: unknown): boolean {
  return (
    isObject(value) &&
    isRow(value['row']) &&
    isListOf(value['columns'], isColumn) &&
    (value['columns'] as readonly unknown[]).length <= COLUMNS &&
    hasTexts(value, 'identity', 'among', 'rest', 'heads') &&
    /^[1-9]\d*\/[1-9]\d*$/.test(value['among'] as string)
  );
}

function isStoredCell(value: unknown): boolean {
  return (
    isObject(value) &&
    isRow(value['row']) &&
    isColumn(value['column']) &&
    isContent(value['before']) &&
    isContent(value['after'])
  );
}

/** A worksheet has so many rows and columns; what names others was not written by us. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

function isRow(value: unknown): boolean {
  return isIndex(value) && (value as number) < ROWS;
}

function isColumn(value: unknown): boolean {
  return isIndex(value) && (value as number) < COLUMNS;
}

function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isContent(value: unknown): boolean {
  return (
    isObject(value) &&
    isCellValue(value['value']) &&
    isTextOrNull(value['formula']) &&
    typeof value['numberFormat'] === 'string'
  );
}

function isCellValue(value: unknown): boolean {
  if (isObject(value)) return typeof value['error'] === 'string';
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

export function isJournal(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value['kind'] === 'undo')
    return typeof value['change'] === 'string' || isListOf(value['changes'], isText);
  return value['kind'] === 'apply' && isListOf(value['changes'], isChange);
}
