import type { CellPosition, CellRange } from '../../src/engine/sheet/address';
import type { PlanChart, PlanSeries } from '../../src/engine/sheet/sheet-plan';
import { CannotSave } from './cannot-save';
import type { ChartModel, ChartSeriesModel, WorksheetModel } from './workbook-model';

const TYPES: Readonly<Record<string, PlanChart['type']>> = {
  ColumnClustered: 'column',
  BarClustered: 'bar',
  Pie: 'pie',
};

/**
 * Charts of a worksheet, as a plan tells them.
 * @throws CannotSave where one is of another kind, or not drawn from cells of its own worksheet
 */
export function toPlanCharts(sheet: WorksheetModel, charts: readonly ChartModel[]): PlanChart[] {
  return charts.map((chart) => {
    const { title, data, at } = chart;
    const type = TYPES[chart.type];
    const drawn = chart.series ? planSeries(sheet, chart.series) : seriesOfRange(data.range);
    if (!type || !drawn || data.sheetId !== sheet.id) throw new CannotSave('charts', sheet.name);
    return { type, title, ...drawn, at };
  });
}

type Drawn = Pick<PlanChart, 'categories' | 'series'>;

function planSeries(sheet: WorksheetModel, models: readonly ChartSeriesModel[]): Drawn | null {
  const categories = models[0]?.categories;
  if (!categories) return null;
  const series: PlanSeries[] = [];
  for (const model of models) {
    const { values } = model;
    const name =
      values && (typeof model.name === 'string' ? findName(sheet, model.name, values) : model.name);
    if (!name || JSON.stringify(model.categories) !== JSON.stringify(categories)) return null;
    series.push({ name, values });
  }
  return { categories, series };
}

/** A name that was given as a text: the nearest cell above the values, or before them, that holds it. */
function findName(sheet: WorksheetModel, text: string, values: CellRange): CellPosition | null {
  const { firstRow, firstColumn } = values;
  const holds = (row: number, column: number): boolean => {
    const [[value] = []] = sheet.values({
      firstRow: row,
      lastRow: row,
      firstColumn: column,
      lastColumn: column,
    });
    return value !== null && value !== undefined && String(value) === text;
  };
  for (let row = firstRow - 1; row >= 0; row--)
    if (holds(row, firstColumn)) return { row, column: firstColumn };
  for (let column = firstColumn - 1; column >= 0; column--) {
    if (holds(firstRow, column)) return { row: firstRow, column };
  }
  return null;
}

/** The first row names the series, the first column the categories. */
function seriesOfRange({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): Drawn | null {
  if (lastRow === firstRow || lastColumn === firstColumn) return null;
  const below = (column: number): CellRange => ({
    firstRow: firstRow + 1,
    lastRow,
    firstColumn: column,
    lastColumn: column,
  });
  const columns = Array.from({ length: lastColumn - firstColumn }, (_, index) => firstColumn + 1 + index);
  return {
    categories: below(firstColumn),
    series: columns.map((column) => ({ name: { row: firstRow, column }, values: below(column) })),
  };
}
