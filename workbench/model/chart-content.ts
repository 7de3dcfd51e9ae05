import type { ChartModel } from './workbook-model';

/** All that a chart is but its id, in one order. */
export function chartContent({ name, type, title, data, series, at }: ChartModel): unknown {
  const { firstRow, firstColumn, lastRow, lastColumn } = data.range;
  return [
    name,
    type,
    title,
    [data.sheetId, firstRow, firstColumn, lastRow, lastColumn],
    series?.map((one) => [one.name, one.values, one.categories]),
    [at.firstRow, at.firstColumn, at.lastRow, at.lastColumn],
  ];
}
