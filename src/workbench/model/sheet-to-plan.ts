import type { CellRange } from '../../engine/sheet/address';
import type { PlanCell, PlanStyle, WorksheetPlan } from '../../engine/sheet/sheet-plan';
import { CannotSave } from './cannot-save';
import { bandsOf } from './compared-area';
import { LEAST_COLUMNS, LEAST_ROWS } from './grid-size';
import { toPlanCharts } from './plan-charts';
import { toPlanPrint } from './plan-print';
import { DEFAULTS } from './workbook-data';
import { charactersOfPixels, fromStyle } from './cell-style';
import type { CellFormat, ChartModel, WorksheetModel } from './workbook-model';

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
export function sheetToPlan(sheet: WorksheetModel, { charts, page }: PlanOptions): WorksheetPlan {
  const area = areaOf(sheet);
  for (let row = 0; row <= area.lastRow; row++) {
    if (sheet.isHidden('row', row)) throw new CannotSave('layout', sheet.name);
  }
  const styles = new PlanStyles();
  const columns = Array.from({ length: area.lastColumn + 1 }, (_, column) => column);
  return {
    name: sheet.name,
    rows: rowsOf(sheet, area, styles),
    styles: styles.list,
    merges: sheet.merges,
    columnWidths: widthsOf(sheet, columns),
    hiddenColumns: columns.filter((column) => sheet.isHidden('column', column)),
    rowHeights: heightsOf(sheet, area),
    freeze: sheet.frozen,
    links: sheet.links,
    choices: sheet.choices,
    charts: toPlanCharts(sheet, charts),
    print: toPlanPrint(sheet, page),
  };
}

/** From A1 on, as far as a new worksheet goes, and as far as it has been filled. */
function areaOf(sheet: WorksheetModel): CellRange {
  const used = sheet.usedRange();
  const ranges = [...sheet.merges, ...(used ? [used] : [])];
  return {
    firstRow: 0,
    firstColumn: 0,
    lastRow: Math.max(LEAST_ROWS - 1, ...ranges.map(({ lastRow }) => lastRow)),
    lastColumn: Math.max(LEAST_COLUMNS - 1, ...ranges.map(({ lastColumn }) => lastColumn)),
  };
}

function rowsOf(sheet: WorksheetModel, area: CellRange, styles: PlanStyles): (PlanCell | null)[][] {
  const rows = bandsOf(area).flatMap((band) => {
    const values = sheet.values(band);
    const formulas = sheet.formulas(band);
    const numberFormats = sheet.numberFormats(band);
    return values.map((line, r) =>
      trimmed(
        line.map((value, column): PlanCell | null => {
          const formula = formulas[r]![column] || null;
          const format = sheet.format({ row: band.firstRow + r, column });
          const style = styles.index(format, numberFormats[r]![column]!);
          if (value === null && formula === null && style === undefined) return null;
          const content = formula === null ? { value } : { formula, value };
          return style === undefined ? content : { ...content, style };
        }),
      ),
    );
  });
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function trimmed(row: (PlanCell | null)[]): (PlanCell | null)[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length--;
  return row.slice(0, length);
}

/** As far as columns have a width of their own. */
function widthsOf(sheet: WorksheetModel, columns: readonly number[]): number[] {
  const usual = charactersOfPixels(DEFAULTS.defaultColumnWidth);
  const widths = columns.map((column) => sheet.columnWidth(column));
  while (widths.at(-1) === usual) widths.pop();
  return widths;
}

function heightsOf(sheet: WorksheetModel, { lastRow }: CellRange): Record<number, number> {
  const heights: Record<number, number> = {};
  for (let row = 0; row <= lastRow; row++) {
    const height = sheet.rowHeight(row);
    if (height !== null) heights[row] = height;
  }
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
