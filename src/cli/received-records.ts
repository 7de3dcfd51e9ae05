import type { ReceivedRecords } from '../app/received';

/** What the records of a workbook say, and what of it was taken for true. */
export interface RecordsInFile {
  readonly received: ReceivedRecords;
  /** Whether findings that they say were set aside were taken for such. */
  readonly trusted: boolean;
}

/** @returns `null` where there is nothing to tell of */
export function recordsInFile(received: ReceivedRecords, trusted: boolean): RecordsInFile | null {
  const { dismissals, changes, profiles, corrections, unreadable } = received;
  return dismissals.length + changes.length + profiles.length + corrections.length + unreadable.length > 0
    ? { received, trusted }
    : null;
}
