import type { SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { FIRST_ROW, HEADING_ROW } from './frame';
import { keepTypedCells } from './keep-typed-cells';
import { readResultKey, resultRowName } from './result-key';
import { readWrittenSheet } from './written-sheet';

/** 0-based column of what rows are named by. */
const NAME_COLUMN = 1;

/**
 * Carries over what a person typed beside and below the table of the 自评结果汇总表, 执行率分档表 or 指标完成统计 that a plan
 * will replace: beside a project, a band or a dimension it stays beside that. Of several of one name on one worksheet the first keeps it.
 */
export function keepKeyedInput(plan: SheetPlan, old: SheetSnapshot): SheetPlan {
  const written = readWrittenSheet(plan.key, old);
  if (!written) return plan;
  const keyColumn = plan.columnWidths.length - 1;
  const planned = new Map<string, number>();
  plan.rows.forEach((cells, row) => {
    const key = row < FIRST_ROW ? null : readResultKey(String(cells[keyColumn]?.value ?? ''));
    if (!key || key.kind === 'note') return;
    const name = resultRowName(key, String(cells[NAME_COLUMN]?.value ?? ''));
    if (!planned.has(name)) planned.set(name, row);
  });
  return keepTypedCells(plan, old, written, (row) => {
    if (row === written.headingRow) return HEADING_ROW;
    const name = written.rows.get(row);
    return name === undefined ? null : (planned.get(name) ?? null);
  });
}
