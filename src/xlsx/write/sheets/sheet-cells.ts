import { toAddress } from '../../../engine/sheet/address';
import type { CellValue } from '../../../engine/sheet/cell-value';
import type { PlanCell, WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import { cellXml } from '../cells/cell-xml';
import { elementWriter, type WriteElement } from './element';
import { wrappedHeight } from './row-height';

/** Excel's longest text in a cell. */
const LONGEST_TEXT = 32_767;

/**
 * The `sheetData` of a plan. Texts are inline, so that the shared strings of the workbook stay as they are; cells with
 * nothing to show and no style are left out, and so are rows of such cells.
 * @param prefix of the elements, "x:" or ""
 * @param styles index of the cell style for each style of the plan
 */
export function sheetDataXml(prefix: string, plan: WorksheetPlan, styles: readonly number[]): string {
  const write = elementWriter(prefix);
  const last = Math.max(plan.rows.length - 1, ...Object.keys(plan.rowHeights).map(Number));
  const rows: string[] = [];
  for (let row = 0; row <= last; row++) {
    const cells = (plan.rows[row] ?? []).map((cell, column) =>
      cell ? plannedCell(write, prefix, toAddress(row, column), cell, styles) : '',
    );
    const height = plan.rowHeights[row];
    const content = cells.join('');
    if (content === '' && height === undefined) continue;
    const fixed = height === undefined ? undefined : 1;
    const ht = height ?? wrappedHeight(plan, row);
    rows.push(write('row', { r: row + 1, ht, customHeight: fixed }, content));
  }
  return write('sheetData', {}, rows.join(''));
}

function plannedCell(
  write: WriteElement,
  prefix: string,
  r: string,
  cell: PlanCell,
  styles: readonly number[],
): string {
  const s = cell.style === undefined ? undefined : styles[cell.style];
  const value = writable(cell.value);
  const content = 'formula' in cell ? { formula: cell.formula } : { value };
  const { type, inside } = cellXml(content, value, prefix);
  if (inside === '' && s === undefined) return '';
  return write('c', { r, s, t: type ?? undefined }, inside);
}

/** A value as a cell can hold it: a text not too long, and with no half of a pair at its end. */
function writable(value: CellValue): CellValue {
  if (typeof value === 'number' && !Number.isFinite(value)) return { error: '#NUM!' };
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return value.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '');
}
