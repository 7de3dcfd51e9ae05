import type { CellRange } from '../../src/engine/sheet/address';
import type { PlanCell, PlanStyle, WorksheetPlan } from '../../src/engine/sheet/sheet-plan';
import { CannotSave } from './cannot-save';
import { LEAST_COLUMNS, LEAST_ROWS } from './grid-size';
import { toPlanCharts } from './plan-charts';
import { toPlanPrint } from './plan-print';
import { DEFAULTS } from './workbook-data';
import { charactersOfPixels, fromStyle } from './cell-style';
import type { CellFormat, ChartModel, OpenedWorksheetModel } from './workbook-model';

export interface PlanOptions {
  /** Those of the worksheet's charts that are to be written. */
  readonly charts: readonly ChartModel[];
  /** What the file says of the page, and goes on saying. */
  readonly page: ReadonlyMap<string, unknown>;
}

/**
 * A whole worksheet as a plan, for it to be written.
 * @throws CannotSave where it has what a plan does not tell
 */
export function sheetToPlan(sheet: OpenedWorksheetModel, { charts, page }: PlanOptions): WorksheetPlan {
  const area = areaOf(sheet);
  if (sheet.lines('row').some(({ hidden }) => hidden)) throw new CannotSave('layout', sheet.name);
  const styles = new PlanStyles();
  const columns = Array.from({ length: area.lastColumn + 1 }, (_, column) => column);
  return {
    name: sheet.name,
    rows: rowsOf(sheet, styles),
    styles: styles.list,
    merges: sheet.merges,
    columnWidths: widthsOf(sheet, columns),
    hiddenColumns: columns.filter((column) => sheet.isHidden('column', column)),
    rowHeights: heightsOf(sheet),
    freeze: sheet.frozen,
    links: sheet.links,
    choices: sheet.choices,
    charts: toPlanCharts(sheet, charts),
    print: toPlanPrint(sheet, page),
  };
}

/** From A1 on, as far as a new worksheet goes, and as far as it has been filled. */
function areaOf(sheet: OpenedWorksheetModel): CellRange {
  const used = sheet.usedRange();
  const ranges = [...sheet.merges, ...(used ? [used] : [])];
  return {
    firstRow: 0,
    firstColumn: 0,
    lastRow: Math.max(LEAST_ROWS - 1, ...ranges.map(({ lastRow }) => lastRow)),
    lastColumn: Math.max(LEAST_COLUMNS - 1, ...ranges.map(({ lastColumn }) => lastColumn)),
  };
}

function rowsOf(sheet: OpenedWorksheetModel, styles: PlanStyles): (PlanCell | null)[][] {
  const rows: (PlanCell | null)[][] = [];
  sheet.forEachCell(({ row, column, value, formula, numberFormat, format }) => {
    const style = styles.index(format, numberFormat);
    if (value === null && formula === null && style === undefined) return;
    if (formula !== null && sheet.spills({ row, column }))
      throw new CannotSave('spilled-formulas', sheet.name);
    const content = formula === null ? { value } : { formula, value };
    while (rows.length <= row) rows.push([]);
    const line = rows[row]!;
    while (line.length < column) line.push(null);
    line[column] = style === undefined ? content : { ...content, style };
  });
  return rows;
}

/** As far as columns have a width of their own. */
function widthsOf(sheet: OpenedWorksheetModel, columns: readonly number[]): number[] {
  const usual = charactersOfPixels(DEFAULTS.defaultColumnWidth);
  const widths = columns.map((column) => sheet.columnWidth(column));
  while (widths.at(-1) === usual) widths.pop();
  return widths;
}

function heightsOf(sheet: OpenedWorksheetModel): Record<number, number> {
  const heights: Record<number, number> = {};
  for (const { index, size } of sheet.lines('row')) if (size !== null) heights[index] = size;
  return heights;
}

const PLAIN = fromStyle(null);

/** The styles of a plan; what is as everywhere is left out, and a cell that says nothing has none. */
class PlanStyles {
  readonly list: PlanStyle[] = [];
  private readonly indexes = new Map<string, number>();

  index(format: CellFormat, numberFormat: string): number | undefined {
    const style = toPlanStyle(format, numberFormat);
    const key = JSON.stringify(style);
    if (key === '{}') return undefined;
    let index = this.indexes.get(key);
    if (index === undefined) {
      this.indexes.set(key, (index = this.list.length));
      this.list.push(style);
    }
    return index;
  }
}

function toPlanStyle(format: CellFormat, numberFormat: string): PlanStyle {
  const { fill, fontName, fontSize, fontColor, bold, horizontal, vertical, wrap, border } = format;
  return {
    ...(numberFormat !== 'General' && { numberFormat }),
    ...(bold && { bold }),
    ...(fontSize !== PLAIN.fontSize && { fontSize }),
    ...(fontName !== PLAIN.fontName && { fontName }),
    ...(fill && { fill }),
    ...(fontColor !== PLAIN.fontColor && { fontColor }),
    ...(horizontal && horizontal !== 'general' && { horizontal }),
    ...(vertical && vertical !== 'bottom' && { vertical }),
    ...(wrap && { wrap }),
    ...(border && { border }),
  } as PlanStyle;
}
