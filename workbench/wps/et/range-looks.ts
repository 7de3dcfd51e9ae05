import type { CellRange } from '../../../src/engine/sheet/address';
import { cellCount } from '../../model/area';
import type { CellFormat } from '../../model/workbook-model';
import type { RangeTarget } from '../host/targets';
import { sheetOf } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtMember, EtProperty } from '../object/et-type';
import { property } from '../object/et-type';
import { changeSheet } from './changes';
import { NONE, fromColorNumber, toColorNumber } from './colors';
import { uniform } from './mixed';

const HORIZONTAL = { general: 1, left: -4131, center: -4108, right: -4152 } as const;
const VERTICAL = { top: -4160, center: -4108, bottom: -4107 } as const;
const WHITE = 0xffffff;
const SOLID = 1;
const CONTINUOUS = 1;

/** How the cells of a range look. */
export const rangeLooks: Readonly<Record<string, EtMember<RangeTarget>>> = {
  HorizontalAlignment: look(
    ({ horizontal }) => HORIZONTAL[horizontal],
    (value) => ({ horizontal: named(HORIZONTAL, value) }),
  ),
  VerticalAlignment: look(
    ({ vertical }) => VERTICAL[vertical],
    (value) => ({ vertical: named(VERTICAL, value) }),
  ),
  WrapText: look(
    ({ wrap }) => wrap,
    (value) => ({ wrap: Boolean(value) }),
  ),
  Interior: property((range) => new EtRef('Et.Interior', range)),
  Font: property((range) => new EtRef('Et.Font', range)),
  Borders: property((range) => new EtRef('Et.Borders', range)),
};

export const fontMembers: Readonly<Record<string, EtMember<RangeTarget>>> = {
  Bold: look(
    ({ bold }) => bold,
    (value) => ({ bold: Boolean(value) }),
  ),
  Name: look(
    ({ fontName }) => fontName,
    (value) => ({ fontName: String(value) }),
  ),
  Size: look(
    ({ fontSize }) => fontSize,
    (value) => ({ fontSize: Number(value) }),
  ),
  Color: look(
    ({ fontColor }) => toColorNumber(fontColor),
    (value) => ({ fontColor: fromColorNumber(value) }),
  ),
};

export const bordersMembers: Readonly<Record<string, EtMember<RangeTarget>>> = {
  LineStyle: look(
    ({ border }) => (border ? CONTINUOUS : NONE),
    (value) => ({ border: value === NONE ? null : 'thin' }),
  ),
};

/** The fill of cells. A cell without one reads white: only pattern and index tell. */
export const fillMembers: Readonly<Record<string, EtProperty<RangeTarget>>> = {
  Color: look(
    ({ fill }) => (fill ? toColorNumber(fill) : WHITE),
    (value) => ({ fill: fromColorNumber(value) }),
  ),
  ColorIndex: look(
    ({ fill }) => {
      if (fill) throw new NotEmulated('Et.Interior.ColorIndex of a filled cell');
      return NONE;
    },
    (value) => {
      if (value !== NONE) throw new NotEmulated('Et.Interior.ColorIndex of the palette');
      return { fill: null };
    },
  ),
  Pattern: look(
    ({ fill }) => (fill ? SOLID : NONE),
    (value) => {
      if (value === NONE) return { fill: null };
      if (value !== SOLID) throw new NotEmulated('Et.Interior.Pattern but for solid fills');
      return {};
    },
  ),
};

function look(
  read: (format: Required<CellFormat>) => unknown,
  write: (value: unknown) => CellFormat,
): EtProperty<RangeTarget> {
  return property(
    (range, { host }) => uniform(host, formats(range, read)),
    (range, value, { host }) =>
      changeSheet(host, range, (sheet) => {
        const format = write(value);
        if (Object.keys(format).length > 0) for (const area of range.areas) sheet.setFormat(area, format);
      }),
  );
}

function* formats<T>(range: RangeTarget, read: (format: Required<CellFormat>) => T): Iterable<T> {
  const sheet = sheetOf(range);
  for (const area of range.areas) {
    if (cellCount(area) > 1_000_000) throw new NotEmulated('looks of so many cells');
    for (const { row, column } of cellsOf(area))
      yield read(sheet.format({ row, column }) as Required<CellFormat>);
  }
}

function* cellsOf(area: CellRange): Iterable<{ row: number; column: number }> {
  for (let row = area.firstRow; row <= area.lastRow; row++)
    for (let column = area.firstColumn; column <= area.lastColumn; column++) yield { row, column };
}

function named<K extends string>(table: Readonly<Record<K, number>>, value: unknown): K {
  const name = (Object.keys(table) as K[]).find((one) => table[one] === value);
  if (!name) throw new WpsError(`no alignment: ${String(value)}`);
  return name;
}
