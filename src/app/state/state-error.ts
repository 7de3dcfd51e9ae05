import { HostError } from '../../host/port';

/**
 * What the product keeps in the workbook cannot be read: it was written by a newer version, or it is damaged.
 * It is left as it is, so nothing that has to be recorded can be done.
 */
export class StateError extends HostError {
  constructor(readonly reason: 'newer' | 'damaged') {
    super(
      'failed',
      reason === 'newer'
        ? 'the state document was written by a newer version'
        : 'the state document is damaged',
    );
    this.name = 'StateError';
  }
}
