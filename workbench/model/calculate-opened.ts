import type { IUnitRange } from '@univerjs/core';
import { SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { GridEngine } from './grid-engine';
import { isUnknown } from '../../src/engine/sheet/cell-value';
import { sheetIdOf } from './sheet-ids';
import type { OpenedSheet, OpenedWorkbook } from './workbook-model';

/**
 * Has calculated what a file leaves to whoever opens it: formulas without a value, or all where it says so. All others
 * show what the file says, until what they refer to is changed.
 */
export function calculateOpened(engine: GridEngine, { sheets, asksForCalculation }: OpenedWorkbook): void {
  const dirtyRanges = asksForCalculation ? [] : sheets.flatMap((sheet) => withoutValue(engine.unitId, sheet));
  if (!asksForCalculation && dirtyRanges.length === 0) return;
  const params = {
    forceCalculation: asksForCalculation ?? false,
    dirtyRanges,
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtySuperTableMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
    clearDependencyTreeCache: {},
  };
  engine.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, params, {
    onlyLocal: true,
  });
}

/** Column by column, successive cells as one range: the engine compares each range with all others. */
function withoutValue(unitId: string, { snapshot }: OpenedSheet): IUnitRange[] {
  const sheetId = sheetIdOf(snapshot.id);
  const ranges: IUnitRange[] = [];
  const last = new Map<number, IUnitRange>();
  snapshot.formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      const value = snapshot.values[r]?.[c] ?? null;
      if (formula === null || (value !== null && !isUnknown(value))) return;
      const row = snapshot.firstRow + r;
      const column = snapshot.firstColumn + c;
      const above = last.get(column);
      if (above?.range.endRow === row - 1) above.range.endRow = row;
      else {
        const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        const added = { unitId, sheetId, range };
        last.set(column, added);
        ranges.push(added);
      }
    }),
  );
  return ranges;
}
