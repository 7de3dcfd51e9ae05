import type { CellRange } from '../../engine/sheet/address';
import type { PlanStyle, SheetPlan } from '../../engine/sheet/sheet-plan';
import { addressLists } from '../protocol/address-lists';
import { cellsOfStyle } from '../protocol/plan-cells';
import { LONGEST_ADDRESS } from './payload';
import type { Step } from './step-queue';
import { rangeOf } from './worksheets';

/** Fonts, fills, borders, merges, widths and heights of a plan: all of it has been in Excel since long. */
export function lookSteps(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  return [
    ...plan.styles.flatMap((style, index) => styleSteps(sheet, style, cellsOfStyle(plan, index))),
    ...plan.merges.map((merge) => step(() => rangeOf(sheet, merge).merge())),
    ...widthSteps(sheet, plan),
    ...heightSteps(sheet, plan),
  ];
}

/** Heights of the rows that need their own. */
export function heightSteps(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  return Object.entries(plan.rowHeights).map(([row, height]) =>
    step(() => {
      const index = Number(row);
      rangeOf(sheet, { firstRow: index, lastRow: index, firstColumn: 0, lastColumn: 0 }).format.rowHeight =
        height;
    }),
  );
}

/** Fonts, fills and borders of some rows of a plan, whatever look their cells had before. */
export function rowLookSteps(sheet: Excel.Worksheet, plan: SheetPlan, rows: ReadonlySet<number>): Step[] {
  const styles = plan.styles.map((style, index) => ({ style, cells: cellsOfStyle(plan, index, rows) }));
  // A cell without border takes away those that it shares with its neighbours, so that it comes before them.
  return [false, true].flatMap((bordered) =>
    styles
      .filter(({ style }) => (style.border !== undefined) === bordered)
      .flatMap(({ style, cells }) => styleSteps(sheet, style, cells, true)),
  );
}

/** Widths of columns, and columns that are hidden. */
export function widthSteps(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  return [
    ...plan.columnWidths.map((width, column) =>
      step(() => {
        rangeOf(sheet, {
          firstRow: 0,
          lastRow: 0,
          firstColumn: column,
          lastColumn: column,
        }).format.columnWidth = toPoints(width);
      }),
    ),
    ...(plan.hiddenColumns ?? []).map((column) =>
      step(() => {
        rangeOf(sheet, {
          firstRow: 0,
          lastRow: 0,
          firstColumn: column,
          lastColumn: column,
        }).getEntireColumn().columnHidden = true;
      }),
    ),
  ];
}

function step(queue: () => void): Step {
  return { queue, size: 300 };
}

function styleSteps(
  sheet: Excel.Worksheet,
  style: PlanStyle,
  cells: readonly CellRange[],
  anew = false,
): Step[] {
  // What keeps a person's cell as it was typed is its number format alone.
  if (anew && Object.keys(style).every((name) => name === 'numberFormat')) return [];
  return addressLists(cells, LONGEST_ADDRESS).map((addresses) => ({
    size: addresses.length + 2_000,
    queue() {
      const { format } = sheet.getRanges(addresses).untrack();
      if (anew) undress(format);
      dress(format, style);
    },
  }));
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;
const BORDERS = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

/** What a look may leave unsaid becomes as it is in a blank cell. */
function undress(format: Excel.RangeFormat): void {
  format.font.bold = false;
  format.font.color = '#000000';
  format.fill.clear();
  format.horizontalAlignment = 'General';
  format.verticalAlignment = 'Bottom';
  format.wrapText = false;
  for (const edge of BORDERS) format.borders.getItem(edge).style = 'None';
}

function dress(format: Excel.RangeFormat, style: PlanStyle): void {
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.border === 'thin') {
    for (const edge of BORDERS) format.borders.getItem(edge).style = 'Continuous';
  }
}

/**
 * Characters as the points Excel's width is set in: a digit of the usual font is 7 pixels wide, a cell has 5 pixels
 * of margin, and a pixel is three quarters of a point.
 */
function toPoints(characters: number): number {
  return (Math.round(characters * 7) + 5) * 0.75;
}
