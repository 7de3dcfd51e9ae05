import type { StatePart } from '../../host/port';
import { isObject, parseJson, type Fields } from './json-text';
import { isChange, isDismissal, isKnown, isRecord, isSigned, type SignedRecord } from './state-records';
import type { Dismissal, StoredChange } from './state-document';
import type { PartProblem } from './state-error';

/** Raised when an older version could no longer read the document. */
export const STATE_VERSION = 2;

/** Longest text of a part that is looked into. Excel on the web takes 5 MB a request, so we write none that long. */
export const LONGEST_PART = 6_000_000;

/** Longest text of all parts together that is looked into: the short ones first. */
const LONGEST_OF_ALL = 20_000_000;

/** The ids of the parts that there is time to look into. */
export function partsLookedInto(parts: readonly StatePart[]): ReadonlySet<string> {
  const lengthOf = ({ text }: StatePart): number => text?.length ?? 0;
  let total = 0;
  const within = [...parts]
    .sort((a, b) => lengthOf(a) - lengthOf(b))
    .filter((part) => (total += lengthOf(part)) <= LONGEST_OF_ALL);
  return new Set(within.map(({ id }) => id));
}

/** What one writer keeps: a list of records, and when it last gave a sign of life. */
export interface PartDocument {
  readonly part: string;
  readonly text: string;
  readonly writer: string;
  /** ISO 8601, by the writer's clock. */
  readonly seen: string;
  readonly records: readonly SignedRecord[];
  /** Records of kinds that only a later version knows, as they stand there. */
  readonly unknown: readonly Fields[];
  /** What can be read can be kept elsewhere; where something cannot, the part stays as it is. */
  readonly whole: boolean;
}

/** What a document of the first version says. It has no signature, so nobody knows whose it is. */
export interface FirstVersionDocument {
  readonly dismissals: readonly Dismissal[];
  readonly changes: readonly StoredChange[];
  readonly profile: unknown;
}

/** What a part turned out to be. */
export interface ReadPart {
  readonly document: PartDocument | null;
  readonly firstVersion: FirstVersionDocument | null;
  readonly problem: PartProblem | null;
}

/**
 * Reads a part; never throws, whatever it holds.
 * @param longest longest text that is looked into, in characters
 */
export function readPart({ id, text }: StatePart, longest = LONGEST_PART): ReadPart {
  const problem = (reason: PartProblem['reason'], records: number | null = null): PartProblem => ({
    part: id,
    reason,
    length: text === null ? null : text.length,
    records,
  });
  const none = { document: null, firstVersion: null };
  if (text === null) return { ...none, problem: problem('damaged') };
  if (text.length > longest) return { ...none, problem: problem('too-large') };
  const json = parseJson(text);
  const version = isObject(json) ? json['version'] : null;
  if (!isObject(json) || !Number.isSafeInteger(version) || (version as number) < 1)
    return { ...none, problem: problem('damaged') };
  if ((version as number) > STATE_VERSION) return { ...none, problem: problem('newer') };
  if (version === 1) {
    const { document, left } = readFirstVersion(json);
    return { ...none, firstVersion: document, problem: left > 0 ? problem('damaged', left) : null };
  }
  const { writer, seen, records } = json;
  if (typeof writer !== 'string' || typeof seen !== 'string' || !Array.isArray(records))
    return { ...none, problem: problem('damaged') };
  const known: SignedRecord[] = [];
  const unknown: Fields[] = [];
  for (const record of records as readonly unknown[]) {
    if (isRecord(record)) known.push(record);
    else if (isSigned(record) && !isKnown(record)) unknown.push(record);
  }
  const left = records.length - known.length - unknown.length;
  return {
    document: { part: id, text, writer, seen, records: known, unknown, whole: left === 0 },
    firstVersion: null,
    problem: left > 0 ? problem('damaged', left) : null,
  };
}

/** The journal of such a document tells what its writer meant to do, which is nobody's business any more. */
function readFirstVersion(json: Fields): { readonly document: FirstVersionDocument; readonly left: number } {
  const { settings } = json;
  const lists = [json['dismissals'], json['changes']].map((list): readonly unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const dismissals = lists[0]!.filter((one) => isDismissal(one) && hasTime(one)) as Dismissal[];
  const changes = lists[1]!.filter(isChange) as StoredChange[];
  return {
    document: { dismissals, changes, profile: isObject(settings) ? settings['profile'] : undefined },
    left: lists[0]!.length + lists[1]!.length - dismissals.length - changes.length,
  };
}

function hasTime(value: unknown): boolean {
  return isObject(value) && typeof value['at'] === 'string';
}

/** The text of a part. @param records as texts */
export function writePart(writer: string, seen: string, records: readonly string[]): string {
  const head = JSON.stringify({ version: STATE_VERSION, writer, seen });
  return `${head.slice(0, -1)},"records":[${records.join(',')}]}`;
}
