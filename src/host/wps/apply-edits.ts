import type { CellPosition } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import type { HostError } from '../port';
import { type AppliedEdit } from '../port';
import { applyEdits } from '../protocol/apply-edits';
import {
  WrittenCells,
  type CellPort,
  type CellState,
  type CellWrite,
  type WriteOptions,
} from '../protocol/cell-port';
import { holds } from '../protocol/written-content';
import { toHostError } from './et-errors';
import type { SheetReader } from './read-sheet';
import type { Piece } from './session';
import { mustBeWritable, worksheetOf } from './sheets';
import { statesOf, writeCells } from './write-cells';

/**
 * Applies edits of one worksheet all or none. From the look to the last cell that is read back the page gets no turn, so
 * that nobody types between.
 */
export function applyToSheet(
  reader: SheetReader,
  sheetId: string,
  edits: readonly Edit[],
  guards: readonly Guard[],
): Promise<readonly AppliedEdit[]> {
  const work = () => applyEdits(new EtCells(reader, sheetId), edits, guards);
  return edits.length === 0 ? work() : reader.session.quietly(work);
}

class EtCells implements CellPort {
  sheetName = '';
  readonly holds = holds;
  readonly toHostError = toHostError;
  private hasWritten = false;

  constructor(
    private readonly reader: SheetReader,
    private readonly sheetId: string,
  ) {}

  look(cells: readonly CellPosition[], toWrite: boolean): Promise<readonly CellState[]> {
    return this.now((piece) => {
      const found = worksheetOf(piece, this.reader.ids, this.sheetId);
      this.sheetName = found.name;
      if (toWrite) mustBeWritable(piece.et, found);
      return statesOf(piece.et, found.sheet, cells, this.reader.traits);
    });
  }

  /** What is expected is held against what the cells hold before the first one is written. */
  write(
    writes: readonly CellWrite[],
    { record = new WrittenCells(), guards = [], onTrip }: WriteOptions,
  ): Promise<readonly CellState[]> {
    const { ids, traits } = this.reader;
    return this.now((piece) => {
      const { et } = piece;
      const found = worksheetOf(piece, ids, this.sheetId);
      mustBeWritable(et, found);
      const { sheet } = found;
      const before = statesOf(et, sheet, writes, traits);
      const around = statesOf(et, sheet, guards, traits);
      onTrip?.(before, around);
      record.sent.push(...writes);
      record.before.push(...before);
      this.hasWritten = true;
      writeCells(et, sheet, writes, traits);
      let after = statesOf(et, sheet, writes, traits);
      const wanted = new Map(writes.map((write) => [nameOf(write), write]));
      const isThere = (state: CellState): boolean => holds(state, wanted.get(nameOf(state))!.content);
      const lost = after.filter((state) => !isThere(state));
      const isFirstOfMany = traits.bulkWrites === undefined && writes.length > 1;
      if (isFirstOfMany && lost.length === 0) traits.bulkWrites = true;
      if (lost.length > 0) {
        // A single write that was swallowed is made again, before anything else is made of it. A build that takes several
        // values at once without a word writes none of them, or the first alone.
        const again = lost.map((state) => wanted.get(nameOf(state))!);
        writeCells(et, sheet, again, { ...traits, bulkWrites: false });
        after = statesOf(et, sheet, writes, traits);
        const mended = after.filter(isThere).length;
        if (isFirstOfMany && mended > writes.length - lost.length) traits.bulkWrites = false;
      }
      record.after.push(...after);
      return after;
    });
  }

  refusedWhole(): boolean {
    return !this.hasWritten;
  }

  isGone(): Promise<boolean> {
    try {
      const { session, ids } = this.reader;
      return Promise.resolve(session.piece((piece) => ids.find(piece, this.sheetId) === null));
    } catch {
      return Promise.resolve(false);
    }
  }

  private now<Result>(work: (piece: Piece) => Result): Promise<Result> {
    try {
      return Promise.resolve(this.reader.session.piece(work));
    } catch (error) {
      return Promise.reject(error as HostError);
    }
  }
}

function nameOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}
