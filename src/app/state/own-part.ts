import { StateError } from './state-error';
import type { Fields } from './json-text';
import { writePart } from './part-document';
import type { SignedRecord } from './state-records';

/**
 * Longest list of records, in characters of JSON, that keeps all of its history. Excel on the web takes 5 MB a request,
 * and the log of a batch stands in the journal as well while it is written.
 */
const LONGEST_LIST = 1_500_000;
/** Beyond this nothing more is recorded: what is in force is never dropped. */
const LONGEST_TEXT = 4_500_000;

/** What a writer's part is made of. */
export interface OwnList {
  readonly records: readonly SignedRecord[];
  readonly unknown: readonly Fields[];
}

/**
 * Leaves out what has no effect any more: what was taken back (that it was stays), and choices before the last one.
 * @param isOwn whether a record is of this desk; what others have signed is carried along as it is
 */
export function compacted(
  records: readonly SignedRecord[],
  lifted: ReadonlySet<string>,
  isOwn: (record: SignedRecord) => boolean,
): SignedRecord[] {
  const byId = new Map<string, SignedRecord>();
  for (const record of records) byId.set(record.id, record);
  const kept = [...byId.values()];
  const ownProfiles = kept.filter((record) => record.kind === 'profile' && isOwn(record));
  const last = ownProfiles.reduce<SignedRecord | null>(
    (latest, one) =>
      latest && (latest.n > one.n || (latest.n === one.n && latest.id > one.id)) ? latest : one,
    null,
  );
  return kept.filter((record) => {
    if (record.kind === 'dismissal' || record.kind === 'correction')
      return !(lifted.has(record.id) && isOwn(record));
    return record.kind !== 'profile' || record === last || !isOwn(record);
  });
}

/** Which records are history: they tell what was done, and nothing in force depends on them. */
function isHistory({ kind }: SignedRecord): boolean {
  return kind === 'change';
}

/**
 * The text of a part. Where there is too much, the oldest history goes.
 * @param fresh ids of the records that this very write adds: they are never dropped
 * @param dropping makes the record that tells how many changes went
 * @returns the text and the records in it
 * @throws StateError `full` where what is in force alone is too much
 */
export function ownPartText(
  writer: string,
  seen: string,
  list: OwnList,
  fresh: ReadonlySet<string>,
  dropping: (count: number) => SignedRecord,
): { readonly text: string; readonly records: readonly SignedRecord[] } {
  const texts = new Map(list.records.map((record) => [record, JSON.stringify(record)]));
  const length = (record: SignedRecord): number =>
    record.kind === 'journal' ? 0 : texts.get(record)!.length;
  let total = list.records.reduce((sum, record) => sum + length(record), 0);
  let dropped = 0;
  if (total > LONGEST_LIST) {
    const oldest = list.records
      .filter((record) => isHistory(record) && !fresh.has(record.id))
      .sort((a, b) => a.n - b.n);
    for (const record of oldest) {
      if (total <= LONGEST_LIST) break;
      total -= length(record);
      texts.delete(record);
      dropped++;
    }
  }
  if (dropped > 0) {
    const told = dropping(dropped);
    texts.set(told, JSON.stringify(told));
  }
  const text = writePart(writer, seen, [
    ...texts.values(),
    ...list.unknown.map((one) => JSON.stringify(one)),
  ]);
  if (text.length > LONGEST_TEXT) throw new StateError('full');
  return { text, records: [...texts.keys()] };
}
