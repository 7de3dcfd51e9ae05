import type { CellRange } from '../../engine/sheet/address';
import type { CellValue } from '../../engine/sheet/cell-value';
import type { SheetSnapshot, Span } from '../../engine/sheet/snapshot';
import { onlyRows } from '../../engine/sheet/snapshot-rows';
import { HostError, type ReadOptions } from '../port';
import type { EtCalls } from './et-call';
import type { EtWorksheet } from './et-types';
import { readBlock, readCell, type BuildTraits } from './read-cells';
import { askFormats, type NumberFormats } from './read-formats';
import { askHidden } from './read-hidden';
import type { EtSession, Question } from './session';
import { isProtected, worksheetOf, type SheetIds } from './sheets';

/** More cells than any annex has; a stray value in the last row or column would ask for billions. */
const MAX_CELLS = 2_000_000;
/** Where a build has to be asked for each cell, so many take a minute. */
const MAX_SINGLE_CELLS = 100_000;
/** Cells of one block: a huge one stops WPS for as long as it takes. */
const BLOCK_CELLS = 2_000;

/** A worksheet while it is read: opened anew in each piece. */
export interface OpenedSheet {
  readonly et: EtCalls;
  readonly sheet: EtWorksheet;
}

export interface SheetReader {
  readonly session: EtSession;
  readonly ids: SheetIds;
  readonly traits: BuildTraits;
}

interface Frame {
  readonly name: string;
  readonly protected: boolean;
  readonly area: CellRange;
  readonly empty: boolean;
}

/**
 * Reads a worksheet: a number of calls that does not depend on its rows, but for one for each block of them and for rows
 * that are hidden or formatted otherwise than their neighbours. Where a build hands over no blocks, each cell is asked
 * for, with turns for the page between.
 */
export async function readSheet(
  { session, ids, traits }: SheetReader,
  sheetId: string,
  { onProgress, signal, rows }: ReadOptions = {},
): Promise<SheetSnapshot> {
  if (signal?.aborted) throw new HostError('cancelled', 'reading was cancelled');
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await readOnce({ session, ids, traits }, sheetId, onProgress, signal);
    // Between two blocks the page had a turn, and the user may have put rows in or taken some out.
    if (snapshot) return rows ? onlyRows(snapshot, rows) : snapshot;
    if (attempt === 3) throw new HostError('busy', 'the worksheet changes while it is read');
  }
}

async function readOnce(
  { session, ids, traits }: SheetReader,
  sheetId: string,
  onProgress: ReadOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<SheetSnapshot | null> {
  const open = (piece: Parameters<Parameters<EtSession['piece']>[0]>[0]): OpenedSheet => ({
    et: piece.et,
    sheet: worksheetOf(piece, ids, sheetId).sheet,
  });
  let frame!: Frame;
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  const formats: NumberFormats = new Map();
  const hiddenRows: Span[] = [];
  const hiddenColumns: Span[] = [];
  let turns = 0;
  const blocks: Question<OpenedSheet> = ({ et, sheet }) => {
    const { area } = frame;
    const columns = area.lastColumn - area.firstColumn + 1;
    const height = Math.max(1, Math.floor(BLOCK_CELLS / columns));
    const total = area.lastRow - area.firstRow + 1;
    const firstRow = area.firstRow + values.length;
    if (firstRow > area.lastRow) return;
    const block = { ...area, firstRow, lastRow: Math.min(area.lastRow, firstRow + height - 1) };
    // A single refusal passes; and a build that has given blocks gives them again.
    const cells = readBlock(et, sheet, block, traits) ?? readBlock(et, sheet, block, traits);
    if (!cells) {
      traits.bulkReads ??= false;
      if (total * columns > MAX_SINGLE_CELLS) throw tooLarge(frame.name, total, columns);
      return [...singleCells(block, values, formulas, () => onProgress?.(values.length, total)), blocks];
    }
    values.push(...cells.values);
    formulas.push(...cells.formulas);
    onProgress?.(values.length, total);
    return [blocks];
  };
  await session.inPieces(
    (piece) => {
      turns += 1;
      return open(piece);
    },
    [
      ({ et, sheet }) => {
        frame = frameOf(et, sheet);
        const [rowCount, columnCount] = sizeOf(frame.area);
        if (rowCount * columnCount > MAX_CELLS) throw tooLarge(frame.name, rowCount, columnCount);
      },
      blocks,
      () => askFormats(frame.area, values, formulas, formats, traits),
      () => askHidden('rows', frame.area, hiddenRows, traits),
      () => askHidden('columns', frame.area, hiddenColumns, traits),
      ({ et, sheet }) => {
        if (turns > 1 && !sameArea(frameOf(et, sheet).area, frame.area)) frame = { ...frame, empty: true };
      },
    ],
    signal,
  );
  if (frame.empty) return null;
  return toSnapshot(sheetId, frame, { values, formulas, formats, hiddenRows, hiddenColumns });
}

/** The questions for each cell of a block, one row each. */
function singleCells(
  block: CellRange,
  values: CellValue[][],
  formulas: (string | null)[][],
  done: () => void,
): Question<OpenedSheet>[] {
  const questions: Question<OpenedSheet>[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row += 1) {
    questions.push(({ et, sheet }) => {
      const [rowValues, rowFormulas]: [CellValue[], (string | null)[]] = [[], []];
      for (let column = block.firstColumn; column <= block.lastColumn; column += 1) {
        const held = readCell(et, sheet, row, column);
        rowValues.push(held.value);
        rowFormulas.push(held.formula);
      }
      values.push(rowValues);
      formulas.push(rowFormulas);
      done();
    });
  }
  return questions;
}

function tooLarge(sheet: string, rows: number, columns: number): HostError {
  return new HostError('too-large', `${rows} rows by ${columns} columns`, { sheet });
}

/** The used range as WPS has it: cells with a format alone may be in it, and it may begin at A1 whatever is there. */
function frameOf(et: EtCalls, sheet: EtWorksheet): Frame {
  const used = et.need(sheet, 'UsedRange');
  const firstRow = place(et.get(used, 'Row')) - 1;
  const firstColumn = place(et.get(used, 'Column')) - 1;
  const rows = place(et.get(et.need(used, 'Rows'), 'Count'));
  const columns = place(et.get(et.need(used, 'Columns'), 'Count'));
  return {
    name: String(et.get(sheet, 'Name')),
    protected: isProtected(et, sheet),
    area: { firstRow, firstColumn, lastRow: firstRow + rows - 1, lastColumn: firstColumn + columns - 1 },
    empty: false,
  };
}

function place(number: unknown): number {
  if (typeof number === 'number' && number >= 1) return number;
  throw new HostError('failed', 'WPS does not tell which cells are used');
}

function sizeOf(area: CellRange): [number, number] {
  return [area.lastRow - area.firstRow + 1, area.lastColumn - area.firstColumn + 1];
}

function sameArea(one: CellRange, other: CellRange): boolean {
  return (
    one.firstRow === other.firstRow &&
    one.lastRow === other.lastRow &&
    one.firstColumn === other.firstColumn &&
    one.lastColumn === other.lastColumn
  );
}

interface Found {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | null)[])[];
  readonly formats: NumberFormats;
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

function toSnapshot(id: string, { name, area, ...frame }: Frame, found: Found): SheetSnapshot {
  const bounds = contentsOf(found);
  const base = { id, name, merges: null, protected: frame.protected };
  if (!bounds)
    return {
      ...base,
      ...{ firstRow: 0, firstColumn: 0, rowCount: 0, columnCount: 0 },
      ...{ values: [], formulas: [], numberFormats: [], hiddenRows: [], hiddenColumns: [] },
    };
  const firstRow = area.firstRow + bounds.firstRow;
  const firstColumn = area.firstColumn + bounds.firstColumn;
  const cut = <T>(rows: readonly (readonly T[])[]): T[][] =>
    rows
      .slice(bounds.firstRow, bounds.lastRow + 1)
      .map((row) => row.slice(bounds.firstColumn, bounds.lastColumn + 1));
  const values = cut(found.values);
  const [lastRow, lastColumn] = [area.firstRow + bounds.lastRow, area.firstColumn + bounds.lastColumn];
  return {
    ...base,
    ...{ firstRow, firstColumn, rowCount: values.length, columnCount: lastColumn - firstColumn + 1 },
    values,
    formulas: cut(found.formulas),
    numberFormats: values.map((row, r) =>
      row.map((_, c) => found.formats.get(`${firstRow + r},${firstColumn + c}`) ?? 'General'),
    ),
    hiddenRows: within(found.hiddenRows, firstRow, lastRow),
    hiddenColumns: within(found.hiddenColumns, firstColumn, lastColumn),
  };
}

/** The part of the used range that holds anything, counted from its corner; `null`: nothing does. */
function contentsOf({ values, formulas }: Found): CellRange | null {
  let [firstRow, firstColumn, lastRow, lastColumn] = [Infinity, Infinity, -1, -1];
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === null && formulas[r]![c] === null) return;
      firstRow = Math.min(firstRow, r);
      lastRow = r;
      firstColumn = Math.min(firstColumn, c);
      lastColumn = Math.max(lastColumn, c);
    }),
  );
  return lastRow < 0 ? null : { firstRow, firstColumn, lastRow, lastColumn };
}

function within(spans: readonly Span[], first: number, last: number): Span[] {
  return spans
    .map((span) => ({ first: Math.max(span.first, first), last: Math.min(span.last, last) }))
    .filter((span) => span.first <= span.last);
}
