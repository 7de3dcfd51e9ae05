import { LAST_COLUMN, type CellRange } from '../../engine/sheet/address';
import { UNKNOWN_PICTURE, type CellValue } from '../../engine/sheet/cell-value';
import type { SheetSnapshot, Span } from '../../engine/sheet/snapshot';
import { HostError, type ReadOptions } from '../port';
import { askRuns, RUNS_PER_TRIP } from './ask-runs';
import { mayBeError, toFormula, toValue } from './cell-content';
import { excelCode } from './errors';
import { readHidden } from './hidden-spans';
import { matrixSize, RESPONSE_LIMIT } from './payload';
import { mayBePicture, readPictures } from './pictures';
import type { Requirements } from './requirements';
import { joinRuns } from '../protocol/runs';
import type { Batch } from './session';
import { lookUp, mustExist, rangeOf } from './worksheets';

/**
 * What is asked for together with the size of the used range: enough for a usual annex, so that reading one takes
 * one round trip, and few enough cells for any response. Its texts also tell how many rows a chunk may have.
 */
const HEAD = 'A1:AN64';
/** More cells than any annex has; a stray value in the last row or column would ask for billions. */
const MAX_CELLS = 2_000_000;
/** Later rows may be wordier than those measured, so the first chunks are kept to a multiple of them. */
const GROWTH = 16;
/** A chunk is planned to fill this much of a response. */
const FILL = 0.75;

const MATRICES = 'values,formulas,numberFormat';

interface Matrices {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly numberFormats: string[][];
}

/**
 * Reads a worksheet: one round trip for a small one, one more for each chunk of rows of a large one, and one where cells
 * show #VALUE! that may be pictures.
 */
export async function readSheet(
  batch: Batch,
  sheetId: string,
  { onProgress, signal }: ReadOptions = {},
  { pictures: canTellPictures }: Pick<Requirements, 'pictures'> = { pictures: false },
): Promise<SheetSnapshot> {
  const sync = async () => {
    if (signal?.aborted) throw new HostError('cancelled', 'reading was cancelled');
    await batch.sync();
  };
  const sheet = lookUp(batch.context, sheetId);
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  const head = used.getIntersectionOrNullObject(sheet.getRange(HEAD).untrack()).untrack();
  head.load(`${MATRICES},valueTypes,rowCount,columnCount`);
  await sync();
  mustExist(sheet);
  if (used.isNullObject) return emptySnapshot(sheet);
  if (used.rowCount * used.columnCount > MAX_CELLS) {
    throw new HostError('too-large', `${used.rowCount} rows by ${used.columnCount} columns`, {
      sheet: sheet.name,
    });
  }
  const area = areaOf(used);
  const all: Matrices = { values: [], formulas: [], numberFormats: [] };
  let types: (row: number, column: number) => string | undefined = () => undefined;
  let bytesPerRow = 0;
  if (!head.isNullObject) {
    bytesPerRow = (sizeOf(head) / head.rowCount) * (used.columnCount / head.columnCount);
    if (head.columnCount === used.columnCount) append(all, head);
    types = (row, column) => head.valueTypes[row]?.[column];
  }
  const headRows = all.values.length;
  const finished = () => all.values.length;
  if (headRows > 0) onProgress?.(headRows, used.rowCount);

  const readChunk = async (rows: number): Promise<number> => {
    const firstRow = area.firstRow + finished();
    const chunk = rangeOf(sheet, { ...area, firstRow, lastRow: firstRow + rows - 1 });
    chunk.load(MATRICES);
    await sync();
    append(all, chunk);
    return sizeOf(chunk) / rows;
  };
  let mayAsk = Math.max(headRows, 16) * GROWTH;
  while (finished() < used.rowCount) {
    const fitting = bytesPerRow > 0 ? Math.floor((RESPONSE_LIMIT * FILL) / bytesPerRow) : mayAsk;
    const rows = Math.max(1, Math.min(fitting, mayAsk, used.rowCount - finished()));
    try {
      bytesPerRow = Math.max(bytesPerRow / 2, await readChunk(rows));
      mayAsk = finished() * GROWTH;
    } catch (error) {
      if (excelCode(error) !== 'ResponsePayloadSizeLimitExceeded' || rows === 1) throw error;
      mayAsk = Math.floor(rows / 2);
    }
    onProgress?.(finished(), used.rowCount);
  }

  const known = (row: number) => row < headRows;
  return toSnapshot(sheet, area, used, all, { known, types }, canTellPictures, sync);
}

/**
 * Reads some rows of a worksheet with what a snapshot tells of the whole: one round trip, and one where cells show
 * #VALUE! that may be pictures, or some rows or columns are hidden.
 */
export async function readRows(
  batch: Batch,
  sheetId: string,
  rows: readonly Span[],
  { pictures: canTellPictures }: Pick<Requirements, 'pictures'> = { pictures: false },
): Promise<SheetSnapshot> {
  const sheet = lookUp(batch.context, sheetId);
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  const parts = rows.map(({ first, last }) => {
    const whole = { firstRow: first, lastRow: last, firstColumn: 0, lastColumn: LAST_COLUMN };
    const part = used.getIntersectionOrNullObject(rangeOf(sheet, whole)).untrack();
    part.load(`${MATRICES},valueTypes,rowIndex,rowCount`);
    return part;
  });
  await batch.sync();
  mustExist(sheet);
  if (used.isNullObject) return emptySnapshot(sheet);
  const area = areaOf(used);
  const blank = <Cell>(): Cell[][] => Array.from({ length: used.rowCount }, () => []);
  const all = { values: blank<unknown>(), formulas: blank<unknown>(), numberFormats: blank<string>() };
  const types: string[][] = blank();
  for (const part of parts) {
    if (part.isNullObject) continue;
    for (let i = 0; i < part.rowCount; i++) {
      const row = part.rowIndex - area.firstRow + i;
      all.values[row] = part.values[i] as unknown[];
      all.formulas[row] = part.formulas[i] as unknown[];
      all.numberFormats[row] = part.numberFormat[i] as string[];
      types[row] = part.valueTypes[i] as string[];
    }
  }
  const told = { known: () => true, types: (row: number, column: number) => types[row]?.[column] };
  return toSnapshot(sheet, area, used, all, told, canTellPictures, () => batch.sync());
}

function areaOf(used: Excel.Range): CellRange {
  return {
    firstRow: used.rowIndex,
    firstColumn: used.columnIndex,
    lastRow: used.rowIndex + used.rowCount - 1,
    lastColumn: used.columnIndex + used.columnCount - 1,
  };
}

/** What is known of the types of values, by their indexes. */
interface KnownTypes {
  known(row: number): boolean;
  types(row: number, column: number): string | undefined;
}

/** What was read as a snapshot; asks what is still to be known of some cells, and of hidden rows and columns. */
async function toSnapshot(
  sheet: Excel.Worksheet,
  area: CellRange,
  used: Excel.Range,
  all: Matrices,
  told: KnownTypes,
  canTellPictures: boolean,
  sync: () => Promise<void>,
): Promise<SheetSnapshot> {
  const doubtful = placesOf(all.values, mayBeError).filter(({ row }) => !told.known(row));
  const errors = await readErrors(sheet, area, doubtful, sync);
  const isError = (row: number, column: number) =>
    told.known(row) ? told.types(row, column) === 'Error' : errors.has(`${row},${column}`);
  const formulas = all.formulas.map((row, index) =>
    row.map((formula, column) => toFormula(formula, all.values[index]![column])),
  );
  const mayShow = canTellPictures ? placesOf(all.values, mayBePicture) : [];
  const pictures = await readPictures(sheet, area, mayShow, sync);
  const hidden = await readHidden(sheet, area, used, sync);

  return {
    id: sheet.id,
    name: sheet.name,
    firstRow: area.firstRow,
    firstColumn: area.firstColumn,
    rowCount: used.rowCount,
    columnCount: used.columnCount,
    values: all.values.map((row, index) =>
      row.map((value, column): CellValue =>
        pictures.has(`${index},${column}`)
          ? UNKNOWN_PICTURE
          : toValue(
              value,
              mayBeError(value) && isError(index, column) ? 'Error' : '',
              formulas[index]![column],
            ),
      ),
    ),
    formulas,
    numberFormats: all.numberFormats,
    merges: null,
    ...hidden,
    protected: sheet.protection.protected,
  };
}

function placesOf(
  values: readonly (readonly unknown[])[],
  is: (value: unknown) => boolean,
): { row: number; column: number }[] {
  return values.flatMap((cells, row) =>
    cells.flatMap((value, column) => (is(value) ? [{ row, column }] : [])),
  );
}

function append(all: Matrices, range: Excel.Range): void {
  for (const row of range.values as unknown[][]) all.values.push(row);
  for (const row of range.formulas as unknown[][]) all.formulas.push(row);
  for (const row of range.numberFormat as string[][]) all.numberFormats.push(row);
}

function sizeOf(range: Excel.Range): number {
  return matrixSize(range.values) + matrixSize(range.formulas) + matrixSize(range.numberFormat);
}

/**
 * Which of the cells whose texts look like errors are errors. Asked only for them: types of all cells would make a
 * third more of every response.
 */
async function readErrors(
  sheet: Excel.Worksheet,
  area: CellRange,
  doubtful: readonly { readonly row: number; readonly column: number }[],
  sync: () => Promise<void>,
): Promise<ReadonlySet<string>> {
  const errors = new Set<string>();
  const runs = joinRuns(doubtful);
  for (let first = 0; first < runs.length; first += RUNS_PER_TRIP) {
    const asked = askRuns(sheet, area, runs.slice(first, first + RUNS_PER_TRIP), 'valueTypes');
    await sync();
    for (const { run, range } of asked) {
      run.forEach(({ row, column }, index) => {
        if (range.valueTypes[index]![0] === 'Error') errors.add(`${row},${column}`);
      });
    }
  }
  return errors;
}

function emptySnapshot(sheet: Excel.Worksheet): SheetSnapshot {
  return {
    id: sheet.id,
    name: sheet.name,
    firstRow: 0,
    firstColumn: 0,
    rowCount: 0,
    columnCount: 0,
    values: [],
    formulas: [],
    numberFormats: [],
    merges: null,
    hiddenRows: [],
    hiddenColumns: [],
    protected: sheet.protection.protected,
  };
}
