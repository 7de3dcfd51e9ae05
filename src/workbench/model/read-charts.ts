import type { CellRange } from '../../engine/sheet/address';
import type { OpcPackage } from '../../xlsx/package/opc-package';
import { readChart } from './read-chart';
import { readChartFrames } from './read-drawing';
import { parseReference, splitUnion } from './references';
import { readOr, relatedParts } from './related-parts';
import type { ChartModel } from './workbook-model';

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
  const drawing = readOr([], () => relatedParts(opc, worksheet, 'drawing')).find(
    ({ id }) => id === drawingId,
  );
  if (!drawing) return [];
  const parts = readOr([], () => relatedParts(opc, drawing.part, 'chart'));
  for (const { name, relationship, at } of readOr([], () => readChartFrames(opc.scan(drawing.part)))) {
    const part = parts.find(({ id }) => id === relationship)?.part;
    const content = part === undefined ? null : readOr(null, () => readChart(opc.scan(part)));
    const data = content && readData(content.references, findSheet);
    if (!content || !data) continue;
    const { type, title } = content;
    charts.push({ id: `${sheetId}-chart-${charts.length + 1}`, name, type, title, data, at });
  }
  return charts;
}

/** The smallest range around all that a chart is drawn from. */
function readData(references: readonly string[], findSheet: FindSheet): ChartModel['data'] | null {
  let sheetName: string | null = null;
  let range: CellRange | null = null;
  for (const text of references.flatMap(splitUnion)) {
    const reference = parseReference(text);
    if (!reference?.sheetName) return null;
    sheetName ??= reference.sheetName;
    if (reference.sheetName.toLowerCase() !== sheetName.toLowerCase()) return null;
    range = range ? around(range, reference.range) : reference.range;
  }
  const sheetId = sheetName === null ? undefined : findSheet(sheetName);
  return range && sheetId !== undefined ? { sheetId, range } : null;
}

function around(a: CellRange, b: CellRange): CellRange {
  return {
    firstRow: Math.min(a.firstRow, b.firstRow),
    firstColumn: Math.min(a.firstColumn, b.firstColumn),
    lastRow: Math.max(a.lastRow, b.lastRow),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
  };
}
