import type { DeskKey } from '../../host/desk-key';
import { canonical, digestOf } from './canonical';
import type { SignedRecord, StateRecord } from './state-records';
import { without } from './without';

/** In front of all that is signed: a signature of a record is worth nothing for anything else. */
const PURPOSE = 'annex-reviewer record 2\n';

/** Signs a record over everything it says. */
export function signed(record: StateRecord, key: DeskKey): SignedRecord {
  // What is signed is what will be read back: JSON has no undefined and no NaN.
  const said = JSON.parse(JSON.stringify(record)) as StateRecord;
  return { ...said, mac: key.sign(PURPOSE + canonical(said)) };
}

/** Whether a record is of the desk of a key, word for word. Without a key none is. */
export function isOwn(record: SignedRecord, key: DeskKey | null): boolean {
  return key !== null && record.desk === key.id && key.verify(PURPOSE + saidBy(record), record.mac);
}

/** By what a received record is known again, whatever its signature. */
export function sourceOf(record: SignedRecord): string {
  const known = sources.get(record);
  if (known !== undefined) return known;
  const source = digestOf(saidBy(record));
  sources.set(record, source);
  return source;
}

const sources = new WeakMap<SignedRecord, string>();

function saidBy(record: SignedRecord): string {
  return canonical(without(record, 'mac'));
}
