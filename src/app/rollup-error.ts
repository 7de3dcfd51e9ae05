import { HostError } from '../host/port';

/** The reviewed worksheets are more than the engine keeps at once: their rollups cannot be made together. */
export class RollupTooLargeError extends HostError {
  constructor(cause: unknown) {
    super('too-large', 'the worksheets are more than is kept at once', { cause, write: 'not-tried' });
    this.name = 'RollupTooLargeError';
  }
}
