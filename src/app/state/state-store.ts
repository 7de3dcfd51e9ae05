import type { SpreadsheetHost } from '../../host/port';
import { recover } from './recover';
import { EMPTY_STATE, readState, writeState, type StateDocument } from './state-document';
import { StateError } from './state-error';

/**
 * The state document in the workbook. It is read anew each time: ribbon buttons may run in a page of their own,
 * and another copy of the product may have written meanwhile.
 */
export class StateStore {
  constructor(private readonly host: SpreadsheetHost) {}

  /**
   * The document, an interrupted batch settled (in what is returned; the workbook is not written).
   * @throws StateError where it cannot be read
   */
  async load(): Promise<StateDocument> {
    return recover(this.host, readState(await this.host.recall()));
  }

  /** The document, or an empty one and why the real one cannot be read. */
  async loadReadable(): Promise<{ readonly state: StateDocument; readonly problem: StateError | null }> {
    try {
      return { state: await this.load(), problem: null };
    } catch (thrown) {
      if (thrown instanceof StateError) return { state: EMPTY_STATE, problem: thrown };
      throw thrown;
    }
  }

  async save(state: StateDocument): Promise<void> {
    await this.host.remember(writeState(state));
  }
}
