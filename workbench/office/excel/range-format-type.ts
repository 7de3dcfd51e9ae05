import type { CellFormat } from '../../model/workbook-model';
import { method, navigation, objectType, scalar } from '../description/object-type';
import type { HostObject } from '../description/object-type';
import { invalidArgument } from '../interpreter/office-error';
import { numberArgument, textArgument, wholeArgument } from './arguments';
import { hasWholeColumns, hasWholeRows } from '../../model/area';
import { formattedPart } from './clear-cells';
import { colorArgument } from './colors';
import { charactersToPoints, pointsToCharacters } from './lengths';
import type { Cells } from './targets';

/** The format of the cells of a Range or RangeAreas. */
export const rangeFormatType = objectType<Cells>('RangeFormat', '1.1', {
  fill: navigation('1.1', (cells) => ({ type: rangeFillType, self: cells })),
  font: navigation('1.1', (cells) => ({ type: rangeFontType, self: cells })),
  borders: navigation('1.1', (cells) => ({ type: borderCollectionType, self: cells })),
  horizontalAlignment: scalar(
    '1.1',
    (cells) => capital(common(cells, (format) => format.horizontal ?? 'general')),
    (cells, value) =>
      apply(cells, { horizontal: oneOf(value, ['general', 'left', 'center', 'right'] as const) }),
  ),
  verticalAlignment: scalar(
    '1.1',
    (cells) => capital(common(cells, (format) => format.vertical ?? 'bottom')),
    (cells, value) => apply(cells, { vertical: oneOf(value, ['top', 'center', 'bottom'] as const) }),
  ),
  wrapText: scalar(
    '1.1',
    (cells) => common(cells, (format) => format.wrap ?? false),
    (cells, value) => apply(cells, { wrap: value === true }),
  ),
  columnWidth: scalar(
    '1.2',
    (cells) => charactersToPoints(cells.sheet.columnWidth(cells.area.firstColumn)),
    (cells, value) => {
      const sheet = cells.writableSheet;
      const width = pointsToCharacters(numberArgument(value));
      for (const range of cells.areas) {
        for (let column = range.firstColumn; column <= range.lastColumn; column++) {
          sheet.setColumnWidth(column, width);
        }
        if (hasWholeRows(range)) break;
      }
    },
  ),
  rowHeight: scalar(
    '1.2',
    (cells) => cells.host.rowHeights.get(cells.sheetId, cells.area.firstRow),
    (cells, value) => {
      const sheet = cells.writableSheet;
      const height = numberArgument(value);
      for (const range of cells.areas) {
        const last = hasWholeColumns(range) ? (sheet.usedRange()?.lastRow ?? 0) : range.lastRow;
        for (let row = range.firstRow; row <= last; row++) {
          sheet.setRowHeight(row, height);
          cells.host.rowHeights.set(cells.sheetId, row, height);
        }
      }
    },
  ),
  // Text is not measured here: the width that a person would see is left as it is.
  autofitColumns: method('1.2', (cells) => void cells.writableSheet),
  autofitRows: method('1.2', (cells) => void cells.writableSheet),
});

export const rangeFillType = objectType<Cells>('RangeFill', '1.1', {
  color: scalar(
    '1.1',
    (cells) => common(cells, (format) => format.fill ?? '#FFFFFF') ?? '',
    (cells, value) => apply(cells, { fill: value === '' ? null : colorArgument(value) }),
  ),
  clear: method('1.1', (cells) => apply(cells, { fill: null })),
});

export const rangeFontType = objectType<Cells>('RangeFont', '1.1', {
  name: scalar(
    '1.1',
    (cells) => common(cells, (format) => format.fontName ?? '宋体'),
    (cells, value) => apply(cells, { fontName: textArgument(value) }),
  ),
  size: scalar(
    '1.1',
    (cells) => common(cells, (format) => format.fontSize ?? 11),
    (cells, value) => apply(cells, { fontSize: numberArgument(value) }),
  ),
  color: scalar(
    '1.1',
    (cells) => common(cells, (format) => format.fontColor ?? '#000000') ?? '',
    (cells, value) => apply(cells, { fontColor: colorArgument(value) }),
  ),
  bold: scalar(
    '1.1',
    (cells) => common(cells, (format) => format.bold ?? false),
    (cells, value) => apply(cells, { bold: value === true }),
  ),
});

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

interface Border {
  readonly cells: Cells;
  readonly side: (typeof SIDES)[number];
}

export const borderType = objectType<Border>('RangeBorder', '1.1', {
  sideIndex: scalar('1.1', (border) => border.side),
  // The model knows one border for all four sides of a cell: a line on any side is drawn on all.
  style: scalar(
    '1.1',
    ({ cells }) => (common(cells, (format) => format.border ?? null) === 'thin' ? 'Continuous' : 'None'),
    ({ cells, side }, value) => {
      if (!side.startsWith('Diagonal')) apply(cells, { border: value === 'None' ? null : 'thin' });
    },
  ),
  weight: scalar(
    '1.1',
    () => 'Thin',
    ({ cells }, value) => {
      if (value !== 'Thin' && value !== 'Hairline') cells.host.ignored('RangeBorder.weight');
    },
  ),
  color: scalar(
    '1.1',
    () => '#000000',
    ({ cells }, value) => {
      colorArgument(value);
      cells.host.ignored('RangeBorder.color');
    },
  ),
});

export const borderCollectionType = objectType<Cells>(
  'RangeBorderCollection',
  '1.1',
  {
    count: scalar('1.1', () => SIDES.length),
    getItem: method('1.1', (cells, [side]) => border(cells, SIDES.indexOf(side as (typeof SIDES)[number]))),
    getItemAt: method('1.1', (cells, [index]) => border(cells, wholeArgument(index))),
  },
  { items: (cells) => SIDES.map((side) => ({ type: borderType, self: { cells, side } })) },
);

function border(cells: Cells, index: number): HostObject<Border> {
  const side = SIDES[index];
  if (!side) throw invalidArgument();
  return { type: borderType, self: { cells, side } };
}

/** What all cells have in common, or `null` where they differ. */
function common<T>(cells: Cells, read: (format: CellFormat) => T): T | null {
  const { sheet } = cells;
  let first: T | undefined;
  for (const range of cells.areas) {
    const part = formattedPart(sheet, range) ?? {
      ...range,
      lastRow: range.firstRow,
      lastColumn: range.firstColumn,
    };
    for (let row = part.firstRow; row <= part.lastRow; row++) {
      for (let column = part.firstColumn; column <= part.lastColumn; column++) {
        const value = read(sheet.format({ row, column }));
        if (first === undefined) first = value;
        else if (first !== value) return null;
      }
    }
  }
  return first ?? null;
}

function apply(cells: Cells, format: CellFormat): void {
  const sheet = cells.writableSheet;
  for (const range of cells.areas) {
    const part = formattedPart(sheet, range);
    if (part) sheet.setFormat(part, format);
  }
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument();
  return found;
}

function capital(text: string | null): string | null {
  return text === null ? null : text.charAt(0).toUpperCase() + text.slice(1);
}
