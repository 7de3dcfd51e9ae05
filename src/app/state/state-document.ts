import type { CellPosition } from '../../engine/sheet/address';
import type { CellValue } from '../../engine/sheet/cell-value';
import { StateError } from './state-error';

/** Raised when an older version could no longer read the document. */
export const STATE_VERSION = 1;

/** What a cell held or holds. Unlike the change log that is shown, it tells an error from its text. */
export interface StoredContent {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
}

export interface StoredCell extends CellPosition {
  readonly before: StoredContent;
  readonly after: StoredContent;
}

/** By what the rows of a change are found again when they have moved: hashes, no texts of the worksheet. */
export interface StoredPlace {
  /** 0-based row of the project's name, or the changed row where it belongs to no project. */
  readonly row: number;
  /** 0-based columns of the cells that tell whose the row is. */
  readonly columns: readonly number[];
  /** Hash of what they hold. */
  readonly identity: string;
  /** Which of the rows that hold the same there it is: "2/3". */
  readonly among: string;
  /** Hash of that row without the changed cells. */
  readonly rest: string;
  /** Hash of the names of the changed cells' columns. */
  readonly heads: string;
}

/** One applied change. */
export interface StoredChange {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly rule: string;
  /** Id of the finding that it corrected. */
  readonly finding: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly project: string | null;
  readonly edits: readonly StoredCell[];
  readonly undone: boolean;
  /** Shared by the changes that were made as one step, and are taken back as one. */
  readonly step?: string;
  /** Absent in documents of older versions. */
  readonly place?: StoredPlace;
}

/** A finding set aside, for as long as its cells hold what they held then, wherever they have moved. */
export interface Dismissal {
  /** Id of the finding: rule, cell and message, as they were then. */
  readonly finding: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly fingerprint: string;
  /** Which of the findings that say the same of the same contents: "2/3". Older documents know the cell alone. */
  readonly among?: string;
  readonly project?: string | null;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  /** Shared by what was set aside as one step. */
  readonly step?: string;
}

/**
 * A batch that is about to be written. It is put down before the batch and taken out after it: where one is
 * found, the batch was interrupted, and the cells themselves tell whether it was done.
 */
export type Journal =
  | { readonly kind: 'apply'; readonly changes: readonly StoredChange[] }
  | { readonly kind: 'undo'; readonly changes: readonly string[] };

/** What the product keeps in a workbook: one JSON document. */
export interface StateDocument {
  readonly dismissals: readonly Dismissal[];
  /** Oldest first. */
  readonly changes: readonly StoredChange[];
  readonly journal: Journal | null;
  /** What other parts of the product keep beside it; carried along unread. */
  readonly others: Readonly<Record<string, unknown>>;
}

export const EMPTY_STATE: StateDocument = { dismissals: [], changes: [], journal: null, others: {} };

/**
 * Longest change log in characters of JSON; beyond it the oldest changes are dropped. Excel on the web takes 5 MB a
 * request, and the log of a batch stands in the journal as well while it is written.
 */
const LONGEST_LOG = 1_500_000;

export function writeState({ dismissals, changes, journal, others }: StateDocument): string {
  return JSON.stringify({
    ...others,
    version: STATE_VERSION,
    dismissals,
    changes: newest(changes),
    journal,
  });
}

/** The newest changes that fit; the last batch is always whole. */
function newest(changes: readonly StoredChange[]): readonly StoredChange[] {
  const last = changes.at(-1)?.at;
  let length = 0;
  for (let i = changes.length - 1; i >= 0; i--) {
    length += JSON.stringify(changes[i]).length;
    if (length > LONGEST_LOG && changes[i]!.at !== last) return changes.slice(i + 1);
  }
  return changes;
}

/**
 * Reads a state document; `null` (nothing kept yet) gives an empty one.
 * @throws StateError where it is of a newer version or not as this version writes it
 */
export function readState(text: string | null): StateDocument {
  if (text === null) return EMPTY_STATE;
  const document = parse(text);
  if (!isObject(document) || !Number.isInteger(document.version)) throw new StateError('damaged');
  if ((document.version as number) > STATE_VERSION) throw new StateError('newer');
  const { version, dismissals, changes, journal, ...others } = document;
  const valid =
    (version as number) >= 1 &&
    isListOf(dismissals, isDismissal) &&
    isListOf(changes, isChange) &&
    (journal === null || isJournal(journal));
  if (!valid) throw new StateError('damaged');
  return { dismissals, changes, journal: asJournal(journal), others } as StateDocument;
}

/** Journals of single changes were once written with the one id. */
function asJournal(journal: unknown): unknown {
  return isObject(journal) && typeof journal.change === 'string'
    ? { kind: 'undo', changes: [journal.change] }
    : journal;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StateError('damaged');
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function hasTexts(value: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function isDismissal(value: unknown): boolean {
  return (
    isObject(value) &&
    hasTexts(value, 'finding', 'sheetId', 'sheetName', 'fingerprint', 'reason', 'at') &&
    mayHaveTexts(value, 'among', 'step') &&
    (value.project === undefined || isProject(value.project))
  );
}

function isProject(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function mayHaveTexts(value: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => value[name] === undefined || typeof value[name] === 'string');
}

function isChange(value: unknown): boolean {
  return (
    isObject(value) &&
    hasTexts(value, 'id', 'at', 'rule', 'finding', 'sheetId', 'sheetName') &&
    isProject(value.project) &&
    typeof value.undone === 'boolean' &&
    mayHaveTexts(value, 'step') &&
    (value.place === undefined || isPlace(value.place)) &&
    isListOf(value.edits, isStoredCell)
  );
}

function isPlace(value: unknown): boolean {
  return (
    isObject(value) &&
    isIndex(value.row) &&
    isListOf(value.columns, isIndex) &&
    hasTexts(value, 'identity', 'among', 'rest', 'heads') &&
    /^[1-9]\d*\/[1-9]\d*$/.test(value.among as string)
  );
}

function isStoredCell(value: unknown): boolean {
  return (
    isObject(value) &&
    isIndex(value.row) &&
    isIndex(value.column) &&
    isContent(value.before) &&
    isContent(value.after)
  );
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isContent(value: unknown): boolean {
  return (
    isObject(value) &&
    isCellValue(value.value) &&
    (value.formula === null || typeof value.formula === 'string') &&
    typeof value.numberFormat === 'string'
  );
}

function isCellValue(value: unknown): boolean {
  if (isObject(value)) return typeof value.error === 'string';
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isJournal(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.kind === 'undo')
    return (
      typeof value.change === 'string' || isListOf(value.changes, (change) => typeof change === 'string')
    );
  return value.kind === 'apply' && isListOf(value.changes, isChange);
}
