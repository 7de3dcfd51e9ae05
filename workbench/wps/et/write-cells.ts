import type { CellRange } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { cellCount, columnCount, rowCount } from '../../model/area';
import { readTyped } from '../../model/typed-input';
import type { ModelCell, WorksheetModel } from '../../model/workbook-model';
import type { EtHost } from '../host/et-host';
import type { RangeTarget } from '../host/targets';
import { WpsError, WpsMisuse } from '../object/et-errors';
import { changeSheet } from './changes';

/** `Value2` and `Formula` set: texts are read as if they were typed; an empty one clears. */
export function writeCells(host: EtHost, target: RangeTarget, value: unknown): void {
  guard(host, target);
  const bulk = Array.isArray(value);
  if (bulk && host.switches.bulkWrite !== 'works') return writeWithoutBulk(host, target, value);
  changeSheet(host, target, (sheet) => {
    for (const area of target.areas) {
      // One value fills whole columns no further than they are in use.
      const within = bulk ? area : clipped(sheet, area);
      if (within) write(host, sheet, within, bulk ? asRows(host, value, within) : null, value);
    }
  });
}

/** @throws WpsMisuse where so many cells are asked for that WPS would stand still */
export function guard(host: EtHost, { areas }: Pick<RangeTarget, 'areas'>): void {
  const cells = areas.reduce((sum, area) => sum + cellCount(area), 0);
  const { cellLimit } = host.switches;
  if (cellLimit !== null && cells > cellLimit)
    throw host.fault(new WpsMisuse(`${cells} cells at once: WPS would stand still`));
}

function writeWithoutBulk(host: EtHost, target: RangeTarget, value: readonly unknown[]): void {
  const { bulkWrite } = host.switches;
  if (bulkWrite === 'throws') throw new WpsError('an array cannot be written');
  if (bulkWrite === 'nothing') return;
  const [first] = target.areas;
  const cell = { ...first!, lastRow: first!.firstRow, lastColumn: first!.firstColumn };
  changeSheet(host, target, (sheet) =>
    write(host, sheet, cell, [[asRows(host, value, first!)[0]![0]]], null),
  );
}

function write(
  host: EtHost,
  sheet: WorksheetModel,
  area: CellRange,
  rows: readonly (readonly unknown[])[] | null,
  value: unknown,
): void {
  const formats = sheet.numberFormats(area);
  const typedFormats: (string | null)[][] = [];
  let anyFormat = false;
  const cells = formats.map((line, r) => {
    const typedLine: (string | null)[] = [];
    typedFormats.push(typedLine);
    return line.map((format, c) => {
      const { numberFormat, ...cell } = toCell(host, rows ? rows[r]?.[c] : value, format);
      const isNew = numberFormat !== undefined && format === 'General';
      typedLine.push(isNew ? numberFormat : null);
      anyFormat ||= isNew;
      return cell as ModelCell;
    });
  });
  sheet.setCells(area, cells);
  if (anyFormat) sheet.setNumberFormats(area, typedFormats);
}

function toCell(
  host: EtHost,
  value: unknown,
  numberFormat: string,
): { value: CellValue; formula?: string | null; numberFormat?: string } {
  const { textFormat, apostrophe } = host.switches;
  const keepsText = numberFormat === '@' && textFormat === 'keeps-text';
  switch (typeof value) {
    case 'undefined':
      return { value: null };
    case 'string':
      if (apostrophe === 'stays' && value.startsWith("'")) return { value };
      return readTyped(value, keepsText ? '@' : 'General') as ReturnType<typeof toCell>;
    case 'number':
      if (!Number.isFinite(value)) break;
      return { value: keepsText ? String(value) : value };
    case 'boolean':
      return { value: keepsText ? String(value).toUpperCase() : value };
    case 'object':
      if (value === null) return { value: null };
  }
  throw host.fault(new WpsMisuse(`no value for a cell: ${typeof value}`));
}

/** Rows of an array, which may be one row alone. */
function asRows(host: EtHost, value: readonly unknown[], area: CellRange): readonly (readonly unknown[])[] {
  const rows = Array.isArray(value[0]) ? (value as unknown[][]) : [value];
  const fits = rows.length === rowCount(area) && rows.every((row) => row.length === columnCount(area));
  if (!fits) throw host.fault(new WpsMisuse('the array is not as large as the range'));
  return rows;
}

function clipped(sheet: WorksheetModel, area: CellRange): CellRange | null {
  if (cellCount(area) <= 100_000) return area;
  const used = sheet.usedRange();
  if (!used) return null;
  const lastRow = Math.min(area.lastRow, used.lastRow);
  const lastColumn = Math.min(area.lastColumn, used.lastColumn);
  return lastRow < area.firstRow || lastColumn < area.firstColumn ? null : { ...area, lastRow, lastColumn };
}
