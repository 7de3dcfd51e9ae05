import type { CellPosition } from '../../engine/sheet/address';
import type { CellContent, Edit } from '../../engine/sheet/edit';
import type { HostError } from '../port';

/*
 * Single cells of one worksheet, as `applyEdits` asks a host for them.
 */

/** One cell to write. */
export interface CellWrite extends CellPosition {
  readonly content: CellContent;
  /** A number format to set first, or `null` to keep the cell's. */
  readonly numberFormat: string | null;
  /** Gives the text as it is, for a cell whose number format "@" keeps it; otherwise an apostrophe does. */
  readonly plain?: boolean;
}

export interface CellState extends CellPosition {
  readonly held: Edit['expectedBefore'];
  readonly numberFormat: string;
}

/** What became of a batch of writes as far as it came, also where it failed on the way. */
export class WrittenCells {
  /** The cells that a request was sent for. */
  readonly sent: CellWrite[] = [];
  /** What those that were written held right before. */
  readonly before: CellState[] = [];
  /** And right after. */
  readonly after: CellState[] = [];
}

export interface WriteOptions {
  readonly record?: WrittenCells;
  /** Cells to look at before the first one is written, in the same round trip. */
  readonly guards?: readonly CellPosition[];
  /**
   * Called after each round trip with what its cells, and the guards, held right before it wrote. What it throws ends
   * the writing.
   */
  readonly onTrip?: (before: readonly CellState[], guards: readonly CellState[]) => void;
}

/** One worksheet of a host whose writes can fail half-way, or meet somebody who types. */
export interface CellPort {
  /** Its name, for people; known once it was looked at. */
  readonly sheetName: string;
  /**
   * What cells hold.
   * @param toWrite whether they are going to be written
   * @throws HostError `sheet-gone`; `protected` where they are going to be written and must not be
   */
  look(cells: readonly CellPosition[], toWrite: boolean): Promise<readonly CellState[]>;
  /**
   * Writes cells and reads them back, in as few round trips as the host has room for. Each asks first what its cells hold,
   * such that nobody can type between that answer and the write.
   * @returns what the cells hold now
   */
  write(writes: readonly CellWrite[], options: WriteOptions): Promise<readonly CellState[]>;
  /** Whether a cell holds what was written, as far as this host keeps it letter by letter. */
  holds(state: CellState, content: CellContent): boolean;
  /** Any failure of this host as a `HostError`. */
  toHostError(error: unknown): HostError;
  /** Whether all that was sent was refused whole, so that there is nothing to take back. */
  refusedWhole(): boolean;
  /** Whether the worksheet is certainly not there any more. */
  isGone(): Promise<boolean>;
}
