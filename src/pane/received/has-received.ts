import type { ReceivedRecords } from '../../app/reviewer';

/** Whether anything came with the workbook that the reader has to decide on. */
export function hasReceived(received: ReceivedRecords | null): received is ReceivedRecords {
  if (received === null) return false;
  const { dismissals, profiles, corrections, changes, unreadable } = received;
  return [dismissals, profiles, corrections, changes, unreadable].some((list) => list.length > 0);
}
