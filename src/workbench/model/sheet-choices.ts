import type { IMutationInfo, ISheetDataValidationRule } from '@univerjs/core';
import { DataValidationType } from '@univerjs/core';
import { deserializeListOptions, serializeListOptions } from '@univerjs/sheets';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import type { CellRange } from '../../engine/sheet/address';
import type { Change } from './conditional-formats';
import type { GridEngine } from './grid-engine';
import { fromEngineRange, subtract, toEngineRange } from './ranges';

// The package that has these mutations is one of the engine's own dependencies, not of ours.
const ADD_RULE = 'data-validation.mutation.addRule';
const REMOVE_RULE = 'data-validation.mutation.removeRule';

/** The lists to choose from of one worksheet. */
export class SheetChoices {
  private readonly model: SheetDataValidationModel;

  constructor(
    private readonly engine: GridEngine,
    private readonly sheetId: string,
  ) {
    this.model = engine.injector.get(SheetDataValidationModel);
  }

  list(): { range: CellRange; values: string[] }[] {
    return this.rules().flatMap((rule) =>
      rule.ranges.map((range) => ({
        range: fromEngineRange(range),
        values: deserializeListOptions(rule.formula1 ?? ''),
      })),
    );
  }

  /** Puts a list on a range in place of what was there; `null` takes lists away. */
  set(range: CellRange, values: readonly string[] | null): void {
    const change: Change = { redos: [], undos: [] };
    for (const rule of this.rules()) this.cutOut(rule, range, change);
    if (values) {
      this.add(change, {
        uid: this.engine.newId('choice'),
        type: DataValidationType.LIST,
        formula1: serializeListOptions([...values]),
        ranges: [toEngineRange(range)],
        allowBlank: true,
        showErrorMessage: true,
      });
    }
    this.engine.apply(change);
  }

  private cutOut(rule: ISheetDataValidationRule, hole: CellRange, change: Change): void {
    const ranges = rule.ranges.flatMap((range) => subtract(fromEngineRange(range), hole));
    const isSame = ranges.length === rule.ranges.length && ranges.every((r, i) => sameRange(r, rule, i));
    if (isSame) return;
    change.redos.push(this.mutation(REMOVE_RULE, { ruleId: rule.uid }));
    change.undos.unshift(this.mutation(ADD_RULE, { rule: { ...rule } }));
    if (ranges.length === 0) return;
    this.add(change, { ...rule, uid: this.engine.newId('choice'), ranges: ranges.map(toEngineRange) });
  }

  private add(change: Change, rule: ISheetDataValidationRule): void {
    change.redos.push(this.mutation(ADD_RULE, { rule }));
    change.undos.unshift(this.mutation(REMOVE_RULE, { ruleId: rule.uid }));
  }

  private mutation(id: string, params: object): IMutationInfo {
    return { id, params: { unitId: this.engine.unitId, subUnitId: this.sheetId, ...params } };
  }

  private rules(): ISheetDataValidationRule[] {
    return this.model
      .getRules(this.engine.unitId, this.sheetId)
      .filter((rule) => rule.type === DataValidationType.LIST);
  }
}

function sameRange(range: CellRange, rule: ISheetDataValidationRule, index: number): boolean {
  const { startRow, endRow, startColumn, endColumn } = rule.ranges[index]!;
  return (
    range.firstRow === startRow &&
    range.lastRow === endRow &&
    range.firstColumn === startColumn &&
    range.lastColumn === endColumn
  );
}
