import type { CellFormat } from '../../model/workbook-model';
import { invalidArgument } from '../interpreter/office-error';
import { recordArgument } from './arguments';
import { columnCount, rowCount } from '../../model/area';
import { colorArgument } from './colors';
import { readLink, writeLink } from './range-link';
import { Cells } from './targets';

type Properties = Readonly<Record<string, unknown>>;

/** The properties of every cell of a range in one call, as `getCellProperties` asks for them by an object of flags. */
export function cellProperties(cells: Cells, options: unknown): Properties[][] {
  const asked = recordArgument(options);
  return eachCell(cells, (cell) => {
    const properties: Record<string, unknown> = {};
    for (const [name, wanted] of Object.entries(asked)) {
      if (name === 'format') properties[name] = formatOf(cell, recordArgument(wanted));
      else if (name === 'hyperlink') properties[name] = readLink(cell);
      else cells.host.warn(`not emulated: ${name} of a cell`);
    }
    return properties;
  });
}

/** Sets properties of every cell of a range: `setCellProperties`. */
export function setCellProperties(cells: Cells, matrix: unknown): void {
  if (!Array.isArray(matrix) || matrix.length !== rowCount(cells.area)) throw invalidArgument();
  eachCell(cells, (cell, row, column) => {
    const line: unknown = matrix[row];
    if (!Array.isArray(line) || line.length !== columnCount(cells.area)) throw invalidArgument();
    for (const [name, value] of Object.entries(recordArgument(line[column]))) {
      if (name === 'format') cell.writableSheet.setFormat(cell.area, toFormat(cell, recordArgument(value)));
      else if (name === 'hyperlink') writeLink(cell, value);
      else cells.host.warn(`not emulated: ${name} of a cell`);
    }
  });
}

function eachCell<Result>(
  { host, sheetId, area }: Cells,
  visit: (cell: Cells, row: number, column: number) => Result,
): Result[][] {
  return Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columnCount(area) }, (_unused, column) => {
      const [firstRow, firstColumn] = [area.firstRow + row, area.firstColumn + column];
      const cell = new Cells(host, sheetId, [
        { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn },
      ]);
      return visit(cell, row, column);
    }),
  );
}

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

function formatOf({ sheet, area, host }: Cells, asked: Properties): Properties {
  const format = sheet.format({ row: area.firstRow, column: area.firstColumn });
  const side = { style: format.border === 'thin' ? 'Continuous' : 'None', weight: 'Thin', color: '#000000' };
  const known: Properties = {
    fill: { color: format.fill ?? '', pattern: format.fill ? 'Solid' : 'None' },
    font: {
      name: format.fontName ?? '宋体',
      size: format.fontSize ?? 11,
      color: format.fontColor ?? '#000000',
      bold: format.bold ?? false,
      italic: false,
      underline: 'None',
      strikethrough: false,
    },
    borders: Object.fromEntries(SIDES.map((name) => [name, side])),
    horizontalAlignment: capital(format.horizontal ?? 'general'),
    verticalAlignment: capital(format.vertical ?? 'bottom'),
    wrapText: format.wrap ?? false,
  };
  return Object.fromEntries(
    Object.keys(asked).map((name) => {
      if (!(name in known)) host.warn(`not emulated: format.${name} of a cell`);
      return [name, known[name]];
    }),
  );
}

function toFormat({ host }: Cells, written: Properties): CellFormat {
  let format: CellFormat = {};
  for (const [name, value] of Object.entries(written)) {
    if (name === 'fill') {
      const { color, pattern } = recordArgument(value);
      format = { ...format, fill: pattern === 'None' || color === '' ? null : colorArgument(color) };
    } else if (name === 'font') {
      const { name: fontName, size, color, bold } = recordArgument(value);
      format = {
        ...format,
        ...(typeof fontName === 'string' && { fontName }),
        ...(typeof size === 'number' && { fontSize: size }),
        ...(typeof color === 'string' && { fontColor: colorArgument(color) }),
        ...(typeof bold === 'boolean' && { bold }),
      };
    } else if (name === 'borders') {
      const styles = Object.values(recordArgument(value)).map((side) => recordArgument(side).style);
      format = { ...format, border: styles.some((style) => style !== 'None') ? 'thin' : null };
    } else if (name === 'horizontalAlignment' && isText(value)) {
      format = { ...format, horizontal: value.toLowerCase() as CellFormat['horizontal'] };
    } else if (name === 'verticalAlignment' && isText(value)) {
      format = { ...format, vertical: value.toLowerCase() as CellFormat['vertical'] };
    } else if (name === 'wrapText') format = { ...format, wrap: value === true };
    else host.warn(`not emulated: format.${name} of a cell`);
  }
  return format;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
