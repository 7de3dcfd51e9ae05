import { HostError } from '../host/port';

/** Why a change that another desk made is not taken back: it is one of several, or its formula leaves the workbook. */
export type ReceivedChangeReason = 'one-by-one' | 'formula';

/** A change that came with the workbook is not taken back, and nothing was written. */
export class ReceivedChangeError extends HostError {
  constructor(readonly reason: ReceivedChangeReason) {
    super('failed', `a received change is not taken back: ${reason}`);
    this.name = 'ReceivedChangeError';
  }
}
