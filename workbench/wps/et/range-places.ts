import type { CellRange } from '../../../src/engine/sheet/address';
import { LAST_COLUMN, LAST_ROW, columnIndex, columnLetters } from '../../../src/engine/sheet/address';
import {
  area,
  cellCount,
  columnCount,
  fullAddress,
  hasWholeColumns,
  hasWholeRows,
  rowCount,
} from '../../model/area';
import type { RangeTarget } from '../host/targets';
import { rangeRef, sheetOf, sheetRef } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtMember } from '../object/et-type';
import { method, property } from '../object/et-type';
import { areasOfText, onSheet, rangeArgument, wholeArgument } from './arguments';
import { item } from './collection';

/** Where a range is, how large, and what other ranges it leads to. */
export const rangePlaces: Readonly<Record<string, EtMember<RangeTarget>>> = {
  Row: property((range) => firstArea(range).firstRow + 1),
  Column: property((range) => firstArea(range).firstColumn + 1),
  Count: property((range, { host }) => {
    const areas = host.switches.countOfAreas === 'all' ? range.areas : [firstArea(range)];
    return areas.reduce((sum, one) => sum + countOf(range, one), 0);
  }),
  Cells: property((range) => part(range, range.areas, 'cells')),
  Rows: property((range) => part(range, [firstArea(range)], 'rows')),
  Columns: property((range) => part(range, [firstArea(range)], 'columns')),
  EntireRow: property((range) =>
    part(
      range,
      range.areas.map((one) => ({ ...one, firstColumn: 0, lastColumn: LAST_COLUMN })),
    ),
  ),
  EntireColumn: property((range) =>
    part(
      range,
      range.areas.map((one) => ({ ...one, firstRow: 0, lastRow: LAST_ROW })),
    ),
  ),
  Areas: property((range) => new EtRef('Et.Areas', range)),
  Worksheet: property(({ book, sheetId }) => sheetRef(book, sheetId)),
  Parent: property(({ book, sheetId }) => sheetRef(book, sheetId)),
  Item: method((range, [row, column]) => itemOf(range, row, column)),
  Range: method((range, [first, second]) => {
    const { firstRow, firstColumn } = firstArea(range);
    const inner = (value: unknown): CellRange => {
      const other = rangeArgument(value);
      if (other) return firstArea(other);
      const [one] = areasOfText(String(value), sheetOf(range).name);
      return onSheet(moved(one!, firstRow, firstColumn));
    };
    const areas = [first, ...(second === undefined ? [] : [second])].map(inner);
    return part(range, [around(areas)]);
  }),
  Resize: method((range, [rows, columns]) => {
    const from = firstArea(range);
    const height = wholeArgument(rows, 'the number of rows', rowCount(from));
    const width = wholeArgument(columns, 'the number of columns', columnCount(from));
    return part(range, [onSheet(area(from.firstRow, from.firstColumn, height, width))]);
  }),
  Offset: method((range, [rows, columns]) => {
    const down = wholeArgument(rows, 'the number of rows', 0);
    const right = wholeArgument(columns, 'the number of columns', 0);
    return part(
      range,
      range.areas.map((one) => onSheet(moved(one, down, right))),
    );
  }),
  Address: method(
    (range, [rowAbsolute = true, columnAbsolute = true, style = 1, external = false, relativeTo]) => {
      if (style !== 1 || relativeTo !== undefined) throw new NotEmulated('Et.Range.Address in other styles');
      return addressOf(range, Boolean(rowAbsolute), Boolean(columnAbsolute), Boolean(external));
    },
  ),
};

/** The areas of a range, one by one. */
export const areasMembers: Readonly<Record<string, EtMember<RangeTarget>>> = {
  Count: property(({ areas }) => areas.length),
  Item: method((range, [index], { host }) => item(host, range.areas, index, (one) => part(range, [one]))),
};

/** The first of a range's areas: what most members speak of. */
export function firstArea({ areas }: RangeTarget): CellRange {
  return areas[0]!;
}

/** "$A$1:$C$3,$E$5". */
export function addressOf(
  range: RangeTarget,
  rowAbsolute = true,
  columnAbsolute = true,
  external = false,
): string {
  const row = (index: number) => `${rowAbsolute ? '$' : ''}${index + 1}`;
  const column = (index: number) => `${columnAbsolute ? '$' : ''}${columnLetters(index)}`;
  const texts = range.areas.map((one) => {
    if (hasWholeRows(one)) return `${row(one.firstRow)}:${row(one.lastRow)}`;
    if (hasWholeColumns(one)) return `${column(one.firstColumn)}:${column(one.lastColumn)}`;
    const first = column(one.firstColumn) + row(one.firstRow);
    return cellCount(one) === 1 ? first : `${first}:${column(one.lastColumn)}${row(one.lastRow)}`;
  });
  if (!external) return texts.join(',');
  const sheet = sheetOf(range);
  const [before] = fullAddress(sheet, firstArea(range)).split(/(?<=!)/);
  return before!.replace(/^'?/, `'[${range.book.name}]`).replace(/'?!$/, "'!") + texts.join(',');
}

function part(
  range: RangeTarget,
  areas: readonly CellRange[],
  by: RangeTarget['by'] = 'cells',
): EtRef<RangeTarget> {
  return rangeRef(range.book, range.sheetId, areas, { by });
}

function countOf({ by }: RangeTarget, one: CellRange): number {
  return by === 'rows' ? rowCount(one) : by === 'columns' ? columnCount(one) : cellCount(one);
}

function itemOf(range: RangeTarget, row: unknown, column: unknown): EtRef<RangeTarget> {
  const from = firstArea(range);
  if (range.by !== 'cells') {
    const index = typeof row === 'string' && range.by === 'columns' ? columnIndex(row) : Number(row) - 1;
    if (!Number.isInteger(index)) throw new WpsError(`no item ${String(row)}`);
    const one =
      range.by === 'rows'
        ? { ...from, firstRow: from.firstRow + index, lastRow: from.firstRow + index }
        : { ...from, firstColumn: from.firstColumn + index, lastColumn: from.firstColumn + index };
    return part(range, [onSheet(one)], range.by);
  }
  const width = columnCount(from);
  const index = wholeArgument(row, 'the row') - 1;
  const [down, right] =
    column === undefined
      ? [Math.floor(index / width), index % width]
      : [index, typeof column === 'string' ? columnIndex(column) : wholeArgument(column, 'the column') - 1];
  return part(range, [onSheet(area(from.firstRow + down, from.firstColumn + right, 1, 1))]);
}

function moved(one: CellRange, down: number, right: number): CellRange {
  return {
    firstRow: one.firstRow + down,
    lastRow: one.lastRow + down,
    firstColumn: one.firstColumn + right,
    lastColumn: one.lastColumn + right,
  };
}

function around(areas: readonly CellRange[]): CellRange {
  return {
    firstRow: Math.min(...areas.map(({ firstRow }) => firstRow)),
    firstColumn: Math.min(...areas.map(({ firstColumn }) => firstColumn)),
    lastRow: Math.max(...areas.map(({ lastRow }) => lastRow)),
    lastColumn: Math.max(...areas.map(({ lastColumn }) => lastColumn)),
  };
}
