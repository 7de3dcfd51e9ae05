import { HostError } from '../../host/port';

/** Why a part of the records cannot be read. */
export type PartProblemReason = 'newer' | 'damaged' | 'too-large';

/** `full`: there is no room for more, and what is in force is never dropped. */
export type StateErrorReason = PartProblemReason | 'full';

/** A part of the records that cannot be read, or holds records that cannot. */
export interface PartProblem {
  /** The part's id, by which it can be taken away. */
  readonly part: string;
  readonly reason: PartProblemReason;
  /** Length of its text in characters; `null` where there is none. */
  readonly length: number | null;
  /** How many of its records are left out; `null`: all of it. */
  readonly records: number | null;
}

/**
 * Something kept in the workbook cannot be read: it was written by a newer version, it is damaged or far too large. It
 * is left as it is and has no effect; reviewing and recording go on beside it. Or nothing more can be recorded.
 */
export class StateError extends HostError {
  constructor(readonly reason: StateErrorReason) {
    super('failed', `records in the workbook: ${reason}`);
    this.name = 'StateError';
  }
}
