import type { CellRange } from '../../../src/engine/sheet/address';
import { cellCount } from '../../model/area';
import { covers } from '../../model/ranges';
import type { EtHost } from '../host/et-host';
import type { RangeTarget } from '../host/targets';
import { sheetOf } from '../host/targets';
import { NotEmulated } from '../object/et-errors';
import type { EtMember } from '../object/et-type';
import { method, property } from '../object/et-type';
import { toBulkShape } from './bulk-shape';
import { toEtFormula, toEtValue } from './cell-values';
import { changeSheet } from './changes';
import { textArgument } from './arguments';
import { uniform } from './mixed';
import { firstArea } from './range-places';
import { guard, writeCells } from './write-cells';

/** What the cells of a range hold. Of several areas the first is read, all are written. */
export const rangeContents: Readonly<Record<string, EtMember<RangeTarget>>> = {
  Value2: property(
    (range, { host }) => readValues(range, host),
    (range, value, { host }) => writeCells(host, range, value),
  ),
  Value: method((range, args, { host }) => {
    if (args[0] !== undefined && args[0] !== null) throw new NotEmulated('Et.Range.Value in other forms');
    return args.length < 2 ? readValues(range, host) : writeCells(host, range, args[1]);
  }),
  Formula: property(
    (range, { host }) => {
      guard(host, { areas: [firstArea(range)] });
      const sheet = sheetOf(range);
      const values = sheet.values(firstArea(range));
      const rows = sheet
        .formulas(firstArea(range))
        .map((line, r) => line.map((formula, c) => toEtFormula(formula, values[r]![c]!, host.switches)));
      return toBulkShape(rows, host.switches.bulkRead);
    },
    (range, value, { host }) => writeCells(host, range, value),
  ),
  HasFormula: property((range, { host }) => {
    guard(host, range);
    const sheet = sheetOf(range);
    return uniform(
      host,
      each(range, (area) => sheet.formulas(area).flat().map(Boolean)),
    );
  }),
  Text: property((range, { host }) => {
    guard(host, range);
    const sheet = sheetOf(range);
    return uniform(
      host,
      each(range, (area) => sheet.texts(area).flat()),
    );
  }),
  NumberFormat: property(
    (range, { host }) => {
      guard(host, range);
      const sheet = sheetOf(range);
      return uniform(
        host,
        each(range, (area) => sheet.numberFormats(area).flat()),
      );
    },
    (range, value, { host }) => {
      const format = textArgument(value, 'the number format');
      guard(host, range);
      changeSheet(host, range, (sheet) => {
        for (const area of range.areas) sheet.setNumberFormats(area, filled(area, format));
      });
    },
  ),
  ClearContents: method((range, _args, { host }) => {
    changeSheet(host, range, (sheet) => {
      for (const area of range.areas) sheet.clear(area, 'contents');
    });
    return true;
  }),
  Clear: method((range, _args, { host }) => {
    changeSheet(host, range, (sheet) => {
      for (const area of range.areas) {
        sheet.clear(area, 'all');
        sheet.setChoices(area, null);
        for (const note of sheet.notes) if (covers(area, note)) sheet.setNote(note, null);
      }
    });
    return true;
  }),
  Select: method(({ book, sheetId, areas }, _args, { host }) => {
    book.model.select(sheetId, areas[0]!);
    host.shapeSelected = false;
    return true;
  }),
};

function readValues(range: RangeTarget, host: EtHost): unknown {
  const area = firstArea(range);
  guard(host, { areas: [area] });
  const rows = sheetOf(range)
    .values(area)
    .map((line) => line.map((value) => toEtValue(value, host.switches)));
  return toBulkShape(rows, host.switches.bulkRead);
}

function* each<T>({ areas }: RangeTarget, read: (area: CellRange) => readonly T[]): Iterable<T> {
  for (const area of areas) yield* read(area);
}

function filled(area: CellRange, format: string): string[][] {
  const line = new Array<string>(area.lastColumn - area.firstColumn + 1).fill(format);
  return new Array<string[]>(cellCount(area) / line.length).fill(line);
}
