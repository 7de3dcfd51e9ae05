import { HostError, type Capabilities, type StatePart } from '../port';
import { addPart, dropPart, NOT_KEPT, readParts, replacePart } from './record-parts';
import type { EtSession } from './session';

/** Which builds were seen to lose records on saving; outlives the page where it can. */
export interface LostRecords {
  /** Whether this build was. */
  has(build: string): boolean;
  add(build: string): void;
}

/** The records of one workbook. */
export class RecordStore {
  keptIn: Capabilities['record'] = 'part';
  /** Records of a workbook that keeps none: they last as long as the pane does. */
  private readonly held = new Map<string, string>();

  constructor(
    private readonly session: EtSession,
    readonly lost: LostRecords,
  ) {}

  recall(): Promise<readonly StatePart[]> {
    return this.now(() => {
      const parts = this.session.piece(({ et, book }) => readParts(et, book)) ?? [];
      return [...parts, ...[...this.held].map(([id, text]) => ({ id, text }))];
    });
  }

  remember(text: string, id?: string): Promise<string | null> {
    return this.now(() =>
      this.session.piece(({ et, book }) => {
        if (id !== undefined && this.held.has(id)) {
          this.held.set(id, text);
          return id;
        }
        const kept =
          id === undefined ? (addPart(et, book, text) ?? NOT_KEPT) : replacePart(et, book, id, text);
        if (kept !== NOT_KEPT) return kept;
        if (id !== undefined)
          throw new HostError('not-written', 'the workbook does not keep the records', {
            write: 'unchanged',
          });
        this.keptIn = 'nowhere';
        const made = `held-${Math.random().toString(36).slice(2)}`;
        this.held.set(made, text);
        return made;
      }),
    );
  }

  forget(id: string, text: string | null): Promise<boolean> {
    return this.now(() => {
      const held = this.held.get(id);
      if (held !== undefined) return held === text && this.held.delete(id);
      return this.session.piece(({ et, book }) => dropPart(et, book, id, text));
    });
  }

  private now<Result>(work: () => Result): Promise<Result> {
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(error as HostError);
    }
  }
}
