import type { CellRange } from '../../engine/sheet/address';
import type { PlanChart, SheetPlan } from '../../engine/sheet/sheet-plan';
import { CHART_NAME } from '../protocol/own-sheets';
import { sourceOf } from '../protocol/plan-cells';
import type { EtCalls } from './et-call';
import { A4, A_LIST, BY_COLUMNS, CHART_TYPES, LANDSCAPE, PORTRAIT, STOP } from './et-constants';
import type {
  EtChart,
  EtChartObject,
  EtChartObjects,
  EtSeries,
  EtSeriesCollection,
  EtWorksheet,
} from './et-types';
import type { Piece } from './session';
import { rangeOf } from './sheets';

/** What was found out about this WPS while rollups were inserted. */
export interface PlanSupport {
  /** Whether it draws charts; absent: not known yet. */
  charts?: boolean;
}

/** Links to cells of other worksheets. @returns whether they are there */
export function linkCells(et: EtCalls, sheet: EtWorksheet, links: SheetPlan['links']): boolean {
  if (links.length === 0) return true;
  const all = et.need(sheet, 'Hyperlinks');
  for (const { row, column, sheetName, address, tooltip } of links) {
    const cell = rangeOf(et, sheet, one(row, column));
    const place = `'${sheetName.replace(/'/g, "''")}'!${address}`;
    // Without a text to display the cell keeps its own.
    if (tooltip === undefined) et.call(all, 'Add', cell, '', place);
    else et.call(all, 'Add', cell, '', place, tooltip);
  }
  return et.size(et.need(sheet, 'Hyperlinks')) >= links.length;
}

/** Lists to choose from. @returns whether they are there; one that programs cannot take is left out as everywhere */
export function offerChoices(et: EtCalls, sheet: EtWorksheet, choices: SheetPlan['choices']): boolean {
  let taken = true;
  for (const { range, values } of choices) {
    const source = sourceOf(values);
    if (source === null) continue;
    const rule = et.need(rangeOf(et, sheet, range), 'Validation');
    et.call(rule, 'Delete');
    et.call(rule, 'Add', A_LIST, STOP, undefined, source);
    const kept: unknown = attempt(() => et.get(rule, 'Formula1'));
    taken &&= kept === source;
  }
  return taken;
}

/** How the worksheet is printed. @returns whether that is kept */
export function setUpPrint(et: EtCalls, sheet: EtWorksheet, { print }: SheetPlan): boolean {
  const page = et.need(sheet, 'PageSetup');
  const orientation = print.landscape ? LANDSCAPE : PORTRAIT;
  et.set(page, 'Orientation', orientation);
  et.set(page, 'PaperSize', A4);
  if (print.fitToWidth) {
    et.set(page, 'Zoom', false);
    et.set(page, 'FitToPagesWide', 1);
    et.set(page, 'FitToPagesTall', false);
  }
  if (print.titleRows)
    et.set(page, 'PrintTitleRows', `$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  if (print.breaks) breakPages(et, sheet, print.breaks);
  const titles = print.titleRows === null || String(et.get(page, 'PrintTitleRows')) !== '';
  return et.get(page, 'Orientation') === orientation && titles;
}

/** Begins pages with rows. @returns true: whether a break is there cannot be asked without laying out all pages */
export function breakPages(et: EtCalls, sheet: EtWorksheet, rows: readonly number[]): boolean {
  if (rows.length === 0) return true;
  const breaks = et.need(sheet, 'HPageBreaks');
  for (const row of rows) et.call(breaks, 'Add', rangeOf(et, sheet, one(row, 0)));
  return true;
}

/**
 * Freezes the first rows and columns of the worksheet in view: it is the state of a window. That of the workbook is asked
 * for, for the window in front may be another workbook's by now.
 * @returns whether they are frozen
 */
export function freezePanes({ et, book }: Piece, { rows, columns }: SheetPlan['freeze']): boolean {
  const window = et.item(et.need(book, 'Windows'), 1);
  if (!window) return false;
  const wanted = rows > 0 || columns > 0;
  const isFrozen: unknown = et.get(window, 'FreezePanes');
  if (isFrozen === wanted) {
    const same = et.get(window, 'SplitRow') === rows && et.get(window, 'SplitColumn') === columns;
    if (same || !wanted) return true;
  }
  // What is scrolled out of view when panes are frozen would be out of reach.
  const scrolled = { row: et.get(window, 'ScrollRow'), column: et.get(window, 'ScrollColumn') };
  et.set(window, 'FreezePanes', false);
  et.set(window, 'ScrollRow', 1);
  et.set(window, 'ScrollColumn', 1);
  et.set(window, 'SplitRow', rows);
  et.set(window, 'SplitColumn', columns);
  if (wanted) et.set(window, 'FreezePanes', true);
  const kept = et.get(window, 'FreezePanes') === wanted;
  if (scrolled.row > rows + 1) et.set(window, 'ScrollRow', scrolled.row);
  if (scrolled.column > columns + 1) et.set(window, 'ScrollColumn', scrolled.column);
  return kept;
}

/** The charts of ours on a worksheet, by their places, 1-based. */
export function ownCharts(et: EtCalls, sheet: EtWorksheet): string[] {
  const charts = attempt(() => chartsOf(et, sheet));
  if (!charts) return [];
  const names: string[] = [];
  for (const chart of et.items(charts)) names.push(String(et.get(chart, 'Name')));
  return names.filter((name) => name.startsWith(CHART_NAME));
}

/** Deletes charts by their names, from the last on. */
export function deleteCharts(et: EtCalls, sheet: EtWorksheet, names: readonly string[]): void {
  const charts = chartsOf(et, sheet);
  for (let index = et.size(charts); index >= 1; index -= 1) {
    const chart = et.item(charts, index);
    if (chart && names.includes(String(et.get(chart, 'Name')))) et.call(chart, 'Delete');
  }
}

/** Draws charts. One that is not as planned is taken away again. @returns whether all are there */
export function drawCharts(
  et: EtCalls,
  sheet: EtWorksheet,
  plan: SheetPlan,
  taken: readonly string[],
): boolean {
  let number = 0;
  const names = new Set(taken);
  return plan.charts.every((chart) => {
    do number += 1;
    while (names.has(CHART_NAME + number));
    return drawChart(et, sheet, plan, chart, CHART_NAME + number);
  });
}

function drawChart(
  et: EtCalls,
  sheet: EtWorksheet,
  plan: SheetPlan,
  planned: PlanChart,
  name: string,
): boolean {
  const [first] = planned.series;
  if (!first) return true;
  const charts = chartsOf(et, sheet);
  const { left, top, width, height } = placeOf(plan, planned.at);
  let object: EtChartObject | null;
  try {
    object = et.call(charts, 'Add', left, top, width, height) ?? null;
  } catch {
    return false;
  }
  if (!object) return false;
  try {
    et.set(object, 'Name', name);
    const chart = et.need(object, 'Chart');
    et.set(chart, 'ChartType', CHART_TYPES[planned.type]);
    // By columns: by itself it takes series by row.
    et.call(chart, 'SetSourceData', rangeOf(et, sheet, first.values), BY_COLUMNS);
    planned.series.forEach((series, index) => {
      const one = index === 0 ? seriesAt(et, chart, 1) : et.ask(seriesOf(et, chart), 'NewSeries');
      et.set(one, 'Name', String(plan.rows[series.name.row]?.[series.name.column]?.value ?? ''));
      if (index > 0) et.set(one, 'Values', rangeOf(et, sheet, series.values));
      et.set(one, 'XValues', rangeOf(et, sheet, planned.categories));
    });
    et.set(chart, 'HasTitle', true);
    et.set(et.need(chart, 'ChartTitle'), 'Text', planned.title);
    if (et.size(seriesOf(et, chart)) === planned.series.length) return true;
  } catch {
    // Then it is not as planned.
  }
  attempt(() => et.call(object, 'Delete'));
  return false;
}

function chartsOf(et: EtCalls, sheet: EtWorksheet): EtChartObjects {
  return et.ask(sheet, 'ChartObjects') as EtChartObjects;
}

function seriesOf(et: EtCalls, chart: EtChart): EtSeriesCollection {
  return et.ask(chart, 'SeriesCollection') as EtSeriesCollection;
}

function seriesAt(et: EtCalls, chart: EtChart, index: number): EtSeries {
  return et.ask(seriesOf(et, chart), 'Item', index);
}

/** Points of a character, of the margin of a column, and of a row that has no height of its own. */
const [CHARACTER, MARGIN, ROW] = [5.6, 3.4, 15];
const USUAL_WIDTH = 8.43;

function placeOf(plan: SheetPlan, { firstRow, firstColumn, lastRow, lastColumn }: CellRange) {
  const columns = (from: number, to: number): number => {
    let points = 0;
    for (let column = from; column < to; column += 1)
      if (!plan.hiddenColumns?.includes(column))
        points += (plan.columnWidths[column] ?? USUAL_WIDTH) * CHARACTER + MARGIN;
    return points;
  };
  const rows = (from: number, to: number): number => {
    let points = 0;
    for (let row = from; row < to; row += 1) points += plan.rowHeights[row] ?? ROW;
    return points;
  };
  return {
    left: columns(0, firstColumn),
    top: rows(0, firstRow),
    width: columns(firstColumn, lastColumn + 1),
    height: rows(firstRow, lastRow + 1),
  };
}

function one(row: number, column: number): CellRange {
  return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
