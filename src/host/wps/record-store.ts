import { HostError, type Capabilities, type StatePart } from '../port';
import { fromProperties, liesInProperties } from '../protocol/state-properties';
import { WITH_PARTS } from './et-constants';
import { addPart, dropPart, NOT_KEPT, readParts, replacePart } from './record-parts';
import {
  addToProperties,
  dropFromProperties,
  readProperties,
  replaceInProperties,
  saidLength,
  sayLength,
} from './record-properties';
import type { EtSession, Piece } from './session';

/** Which builds were seen to lose records on saving; outlives the page where it can. */
export interface LostRecords {
  /** Whether this build was. */
  has(build: string): boolean;
  add(build: string): void;
}

/**
 * The records of one workbook: in custom XML parts; in document properties where the build keeps no parts, or was seen to
 * lose them on saving; and else nowhere. Both forms are read, whichever is written.
 */
export class RecordStore {
  keptIn: Capabilities['record'] = 'part';
  /** Records of a workbook that keeps none: they last as long as the pane does. */
  private readonly held = new Map<string, string>();

  constructor(
    private readonly session: EtSession,
    private readonly lost: LostRecords,
  ) {}

  recall(): Promise<readonly StatePart[]> {
    return this.now((piece) => {
      const { et, book } = piece;
      const parts = readParts(et, book) ?? [];
      const properties = readProperties(et, book) ?? [];
      const inProperties = fromProperties(properties);
      // Whoever takes everything of ours away takes the word of its length too.
      if (parts.length + inProperties.length === 0 && saidLength(properties) !== null)
        this.lost.add(buildOf(piece));
      this.knowBuild(piece);
      return [...parts, ...inProperties, ...[...this.held].map(([id, text]) => ({ id, text }))];
    });
  }

  remember(text: string, id?: string): Promise<string | null> {
    return this.now((piece) => {
      if (id === undefined) return this.add(piece, text);
      if (this.held.has(id)) {
        this.held.set(id, text);
        return id;
      }
      return this.replace(piece, id, text);
    });
  }

  forget(id: string, text: string | null): Promise<boolean> {
    return this.now((piece) => {
      const { et, book } = piece;
      const held = this.held.get(id);
      if (held !== undefined) return held === text && this.held.delete(id);
      if (liesInProperties(id)) return dropFromProperties(et, book, id, text);
      const isGone = dropPart(et, book, id, text);
      if (isGone && readParts(et, book)?.length === 0) sayLength(et, book, null);
      return isGone;
    });
  }

  private add(piece: Piece, text: string): string {
    const { et, book } = piece;
    this.knowBuild(piece);
    const part = this.keptIn === 'part' ? addPart(et, book, text) : null;
    if (part !== null) {
      sayLength(et, book, text.length);
      return part;
    }
    const inProperties = addToProperties(et, book, text);
    if (inProperties !== null) {
      this.keptIn = 'properties';
      return inProperties;
    }
    this.keptIn = 'nowhere';
    const made = `held-${Math.random().toString(36).slice(2)}`;
    this.held.set(made, text);
    return made;
  }

  private replace({ et, book }: Piece, id: string, text: string): string | null {
    if (liesInProperties(id)) {
      const isKept = replaceInProperties(et, book, id, text);
      if (isKept === false) throw notKept();
      return isKept ? id : null;
    }
    const replaced = replacePart(et, book, id, text);
    if (replaced === NOT_KEPT) throw notKept();
    if (replaced !== null) sayLength(et, book, text.length);
    return replaced;
  }

  /** On a build that was seen to lose parts, and in a file of a kind that has none, they are not written. */
  private knowBuild(piece: Piece): void {
    if (this.keptIn === 'part' && (hasNoParts(piece) || this.lost.has(buildOf(piece))))
      this.keptIn = 'properties';
  }

  private now<Result>(work: (piece: Piece) => Result): Promise<Result> {
    try {
      return Promise.resolve(this.session.piece(work));
    } catch (error) {
      return Promise.reject(error as HostError);
    }
  }
}

/** Files of older kinds (.xls, .et) have document properties, and no custom XML parts. */
function hasNoParts({ et, book }: Piece): boolean {
  try {
    const format: unknown = et.get(book, 'FileFormat');
    return typeof format === 'number' && !WITH_PARTS.includes(format);
  } catch {
    return false;
  }
}

function buildOf({ et, application }: Piece): string {
  try {
    return String(et.get(application, 'Build'));
  } catch {
    return '';
  }
}

function notKept(): HostError {
  return new HostError('not-written', 'the workbook does not keep the records', { write: 'unchanged' });
}
