import type { SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { FIRST_ROW, HEADING_ROW } from './frame';
import { keepTypedCells } from './keep-typed-cells';
import { unitName } from './units';
import { readWrittenSheet } from './written-sheet';

/** 0-based column of the units in 单位汇总. */
const UNIT_COLUMN = 1;

/**
 * Carries over what a person typed beside and below the table of the 单位汇总 that a plan will replace: beside a unit it
 * stays beside that unit.
 */
export function keepUnitInput(plan: SheetPlan, old: SheetSnapshot): SheetPlan {
  const written = readWrittenSheet('unit-summary', old);
  if (!written) return plan;
  const planned = new Map<string, number>();
  plan.rows.forEach((cells, row) => {
    const unit = cells[UNIT_COLUMN]?.value;
    if (row >= FIRST_ROW && typeof unit === 'string' && !planned.has(unitName(unit)))
      planned.set(unitName(unit), row);
  });
  return keepTypedCells(plan, old, written, (row) => {
    if (row === written.headingRow) return HEADING_ROW;
    const unit = written.rows.get(row);
    return unit === undefined ? null : (planned.get(unitName(unit)) ?? null);
  });
}
