import type { CellRange } from '../../engine/sheet/address';
import type { PlanStyle, SheetPlan } from '../../engine/sheet/sheet-plan';
import { cellsOfStyle } from '../protocol/plan-cells';
import type { EtCalls } from './et-call';
import { CONTINUOUS, GENERAL, HORIZONTAL, NONE, VERTICAL } from './et-constants';
import type { EtApplication, EtRange, EtWorksheet } from './et-types';
import { toEtColor } from './et-values';
import { manyRanges } from './many-ranges';
import { rangeOf } from './sheets';

/** Fonts, fills and borders of a plan; of some rows alone, whatever look their cells had before. */
export function dressPlan(
  et: EtCalls,
  application: EtApplication,
  sheet: EtWorksheet,
  plan: SheetPlan,
  rows?: ReadonlySet<number>,
): void {
  const styles = plan.styles.map((style, index) => ({ style, cells: cellsOfStyle(plan, index, rows) }));
  // A cell without border takes away those that it shares with its neighbours, so that it comes before them.
  for (const bordered of [false, true])
    for (const { style, cells } of styles) {
      if (cells.length === 0 || (style.border !== undefined) !== bordered) continue;
      // What keeps a person's cell as it was typed is its number format alone.
      if (rows && Object.keys(style).every((name) => name === 'numberFormat')) continue;
      const range = manyRanges(et, application, sheet, cells);
      if (rows) undress(et, range);
      dress(et, range, style);
    }
}

/** What a look may leave unsaid becomes as it is in a blank cell. */
export function undress(et: EtCalls, range: EtRange): void {
  const font = et.need(range, 'Font');
  et.set(font, 'Bold', false);
  et.set(font, 'Color', 0);
  et.set(et.need(range, 'Interior'), 'Pattern', NONE);
  et.set(range, 'HorizontalAlignment', GENERAL);
  et.set(range, 'VerticalAlignment', VERTICAL.bottom);
  et.set(range, 'WrapText', false);
  et.set(et.need(range, 'Borders'), 'LineStyle', NONE);
}

function dress(et: EtCalls, range: EtRange, style: PlanStyle): void {
  const { bold, fontSize, fontName, fontColor, fill, horizontal, vertical, wrap, border } = style;
  if ([bold, fontSize, fontName, fontColor].some((one) => one !== undefined)) {
    const font = et.need(range, 'Font');
    if (bold !== undefined) et.set(font, 'Bold', bold);
    if (fontSize !== undefined) et.set(font, 'Size', fontSize);
    if (fontName !== undefined) et.set(font, 'Name', fontName);
    if (fontColor !== undefined) et.set(font, 'Color', toEtColor(fontColor));
  }
  if (fill !== undefined) et.set(et.need(range, 'Interior'), 'Color', toEtColor(fill));
  if (horizontal !== undefined) et.set(range, 'HorizontalAlignment', HORIZONTAL[horizontal]);
  if (vertical !== undefined) et.set(range, 'VerticalAlignment', VERTICAL[vertical]);
  if (wrap !== undefined) et.set(range, 'WrapText', wrap);
  if (border === 'thin') et.set(et.need(range, 'Borders'), 'LineStyle', CONTINUOUS);
}

/** Widths in characters, heights in points, and columns that readers need not see. */
export function sizePlan(et: EtCalls, sheet: EtWorksheet, plan: SheetPlan): boolean {
  const columns = et.need(sheet, 'Columns');
  let taken = true;
  plan.columnWidths.forEach((width, index) => {
    // A width of nothing would hide the column.
    if (width > 0) et.set(et.ask(columns, 'Item', index + 1), 'ColumnWidth', width);
  });
  for (const [row, height] of Object.entries(plan.rowHeights))
    if (height > 0) et.set(et.ask(et.need(sheet, 'Rows'), 'Item', Number(row) + 1), 'RowHeight', height);
  for (const column of plan.hiddenColumns ?? []) {
    const line = et.ask(columns, 'Item', column + 1);
    et.set(line, 'Hidden', true);
    taken &&= et.get(line, 'Hidden') === true;
  }
  const [first] = plan.columnWidths;
  if (first !== undefined && first > 0 && !plan.hiddenColumns?.includes(0)) {
    const width: unknown = et.get(et.ask(columns, 'Item', 1), 'ColumnWidth');
    // Programs round widths to pixels.
    taken &&= typeof width === 'number' && Math.abs(width - first) < 1.5;
  }
  return taken;
}

/** Merges, or parts again. Only the first cell holds anything, so that nothing is asked. */
export function mergeRanges(
  et: EtCalls,
  sheet: EtWorksheet,
  ranges: readonly CellRange[],
  on: boolean,
): void {
  for (const range of ranges) et.call(rangeOf(et, sheet, range), on ? 'Merge' : 'UnMerge');
}
