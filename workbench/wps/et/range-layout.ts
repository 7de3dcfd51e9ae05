import type { CellRange } from '../../../src/engine/sheet/address';
import { hasWholeColumns, hasWholeRows } from '../../model/area';
import { overlap } from '../../model/ranges';
import type { WorksheetModel } from '../../model/workbook-model';
import type { RangeTarget } from '../host/targets';
import { rangeRef, sheetOf } from '../host/targets';
import { WpsError, WpsMisuse } from '../object/et-errors';
import type { EtMember } from '../object/et-type';
import { method, property } from '../object/et-type';
import { changeSheet } from './changes';
import { uniform } from './mixed';
import { firstArea } from './range-places';

/** Height in points of a row that has none of its own. */
const STANDARD_HEIGHT = 15;

/** Hidden rows and columns, their sizes, merged cells. */
export const rangeLayout: Readonly<Record<string, EtMember<RangeTarget>>> = {
  Hidden: property(
    (range, { host }) => {
      const sheet = sheetOf(range);
      return uniform(
        host,
        lines(range, sheet).map(({ what, index }) => sheet.isHidden(what, index)),
      );
    },
    (range, value, { host }) => {
      if (range.byText && host.switches.hiddenByText === 'nothing') return;
      changeSheet(host, range, (sheet) => {
        for (const { what, index } of lines(range, sheet)) sheet.setHidden(what, index, Boolean(value));
      });
    },
  ),
  RowHeight: property(
    (range, { host }) => {
      const sheet = sheetOf(range);
      return uniform(
        host,
        indexes(range, 'row', sheet).map((row) =>
          sheet.isHidden('row', row) ? 0 : (sheet.rowHeight(row) ?? STANDARD_HEIGHT),
        ),
      );
    },
    (range, value, { host }) =>
      changeSheet(host, range, (sheet) => {
        for (const row of indexes(range, 'row', sheet)) sheet.setRowHeight(row, size(value));
      }),
  ),
  ColumnWidth: property(
    (range, { host }) => {
      const sheet = sheetOf(range);
      return uniform(
        host,
        indexes(range, 'column', sheet).map((column) =>
          sheet.isHidden('column', column) ? 0 : sheet.columnWidth(column),
        ),
      );
    },
    (range, value, { host }) =>
      changeSheet(host, range, (sheet) => {
        for (const column of indexes(range, 'column', sheet)) sheet.setColumnWidth(column, size(value));
      }),
  ),
  MergeCells: property((range, { host }) => {
    const area = firstArea(range);
    const merges = sheetOf(range).merges.filter((merge) => overlap(merge, area));
    if (merges.length === 0) return false;
    const covered = merges.reduce((sum, merge) => sum + shared(merge, area), 0);
    return uniform(host, covered === shared(area, area) ? [true] : [false, true]);
  }),
  MergeArea: property((range) => {
    const area = firstArea(range);
    const cell = { ...area, lastRow: area.firstRow, lastColumn: area.firstColumn };
    const merge = sheetOf(range).merges.find((one) => overlap(one, cell));
    return rangeRef(range.book, range.sheetId, [merge ?? cell]);
  }),
  Merge: method((range, [across], { host }) => {
    const sheet = sheetOf(range);
    const areas = across === true ? rowsOf(firstArea(range)) : range.areas;
    for (const area of areas)
      if (loses(sheet, area) && host.displayAlerts) host.prompt('merging keeps the first cell alone');
    changeSheet(host, range, () => {
      for (const area of areas) sheet.merge(area);
    });
  }),
  UnMerge: method((range, _args, { host }) =>
    changeSheet(host, range, (sheet) => {
      for (const area of range.areas) sheet.unmerge(area);
    }),
  ),
};

/**
 * Rows or columns of a range of whole ones.
 * @throws WpsError where it has parts of them only
 */
function lines(range: RangeTarget, sheet: WorksheetModel): { what: 'row' | 'column'; index: number }[] {
  const area = firstArea(range);
  const what = hasWholeRows(area) ? 'row' : hasWholeColumns(area) ? 'column' : null;
  if (!what) throw new WpsError('only whole rows and columns are hidden');
  return indexes(range, what, sheet).map((index) => ({ what, index }));
}

/** Rows or columns that a range touches; beyond the cells in use one stands for all that follow. */
function indexes(range: RangeTarget, what: 'row' | 'column', sheet: WorksheetModel): number[] {
  const used = sheet.usedRange();
  const end = Math.max(SMALL, (what === 'row' ? used?.lastRow : used?.lastColumn) ?? 0) + 1;
  return range.areas.flatMap((area) => {
    const [first, last] =
      what === 'row' ? [area.firstRow, area.lastRow] : [area.firstColumn, area.lastColumn];
    return Array.from({ length: Math.max(1, Math.min(last, end) - first + 1) }, (_, index) => first + index);
  });
}

const SMALL = 200;

function size(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0)) throw new WpsMisuse('a size is more than nothing');
  return value;
}

function shared(a: CellRange, b: CellRange): number {
  const rows = Math.min(a.lastRow, b.lastRow) - Math.max(a.firstRow, b.firstRow) + 1;
  const columns = Math.min(a.lastColumn, b.lastColumn) - Math.max(a.firstColumn, b.firstColumn) + 1;
  return Math.max(0, rows) * Math.max(0, columns);
}

function rowsOf(area: CellRange): CellRange[] {
  return Array.from({ length: area.lastRow - area.firstRow + 1 }, (_, index) => ({
    ...area,
    firstRow: area.firstRow + index,
    lastRow: area.firstRow + index,
  }));
}

/** Whether cells besides the first hold something. */
function loses(sheet: WorksheetModel, area: CellRange): boolean {
  return sheet
    .values(area)
    .some((line, r) => line.some((value, c) => (r > 0 || c > 0) && value !== null && value !== ''));
}
