import type { CellRange } from '../../src/engine/sheet/address';
import type { OpcPackage } from '../../src/xlsx/package/opc-package';
import { readChart, type SeriesReferences } from './read-chart';
import { readChartFrames } from './read-drawing';
import { parseReference, splitUnion } from './references';
import { unlessDamaged } from '../../src/xlsx/unless-damaged';
import { relatedParts } from './related-parts';
import type { ChartModel, ChartSeriesModel } from './workbook-model';

type FindSheet = (name: string) => string | undefined;

/**
 * Reads the charts that stand on a worksheet. Those whose data is not in one worksheet of the workbook are left out,
 * as are kinds the model has no picture for; whoever saves the workbook leaves them as they are in the file.
 * @param worksheet name of the worksheet part
 * @param sheetId the model's id of the worksheet
 * @param drawingId id of the relationship that leads to the drawing
 * @param findSheet the model's id of a worksheet by its name
 */
export function readCharts(
  opc: OpcPackage,
  worksheet: string,
  sheetId: string,
  drawingId: string,
  findSheet: FindSheet,
): ChartModel[] {
  const charts: ChartModel[] = [];
  const drawing = unlessDamaged([], () => relatedParts(opc, worksheet, 'drawing')).find(
    ({ id }) => id === drawingId,
  );
  if (!drawing) return [];
  const parts = unlessDamaged([], () => relatedParts(opc, drawing.part, 'chart'));
  for (const { name, relationship, at } of unlessDamaged([], () => readChartFrames(opc.scan(drawing.part)))) {
    const part = parts.find(({ id }) => id === relationship)?.part;
    const content = part === undefined ? null : unlessDamaged(null, () => readChart(opc.scan(part)));
    const data = content && readData(content.series, findSheet);
    if (!content || !data) continue;
    const { type, title } = content;
    const series = readSeries(content.series);
    const id = `${sheetId}-chart-${charts.length + 1}`;
    charts.push({ id, name, type, title, data, ...(series && { series }), at });
  }
  return charts;
}

/** The smallest range around all that a chart is drawn from. */
function readData(series: readonly SeriesReferences[], findSheet: FindSheet): ChartModel['data'] | null {
  let sheetName: string | null = null;
  let range: CellRange | null = null;
  const texts = series.flatMap(({ name, categories, values }) => [name, categories, values]);
  for (const text of texts.flatMap((one) => (one === null ? [] : splitUnion(one)))) {
    const reference = parseReference(text);
    if (!reference?.sheetName) return null;
    sheetName ??= reference.sheetName;
    if (reference.sheetName.toLowerCase() !== sheetName.toLowerCase()) return null;
    range = range ? around(range, reference.range) : reference.range;
  }
  const sheetId = sheetName === null ? undefined : findSheet(sheetName);
  return range && sheetId !== undefined ? { sheetId, range } : null;
}

/**
 * The series, their worksheet being known; `null` where one is in pieces or has labels of several levels, which the
 * model draws from the range around all of it.
 */
function readSeries(series: readonly SeriesReferences[]): ChartSeriesModel[] | null {
  const read: ChartSeriesModel[] = [];
  for (const one of series) {
    const [name, categories, values] = [one.name, one.categories, one.values].map(lineOf);
    if (name === undefined || categories === undefined || !values) return null;
    read.push({
      name: name ? { row: name.firstRow, column: name.firstColumn } : one.text,
      categories,
      values,
    });
  }
  return read;
}

/** The range of a reference that is one cell wide or high; `undefined` where it is not. */
function lineOf(text: string | null): CellRange | null | undefined {
  if (text === null) return null;
  const range = parseReference(text)?.range;
  if (!range) return undefined;
  const { firstRow, lastRow, firstColumn, lastColumn } = range;
  return firstRow === lastRow || firstColumn === lastColumn ? range : undefined;
}

function around(a: CellRange, b: CellRange): CellRange {
  return {
    firstRow: Math.min(a.firstRow, b.firstRow),
    firstColumn: Math.min(a.firstColumn, b.firstColumn),
    lastRow: Math.max(a.lastRow, b.lastRow),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
  };
}
