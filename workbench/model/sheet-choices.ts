import type { IMutationInfo, ISheetDataValidationRule } from '@univerjs/core';
import { DataValidationType } from '@univerjs/core';
import { deserializeListOptions, serializeListOptions } from '@univerjs/sheets';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import type { CellRange } from '../../src/engine/sheet/address';
import type { Change } from './conditional-formats';
import type { GridEngine } from './grid-engine';
import { fromEngineRange, subtract, toEngineRange } from './ranges';
import type { OpenedChoices } from './workbook-model';

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
    if (values) this.add(change, this.rule([range], values));
    this.engine.apply(change);
  }

  /** Takes the lists of a file; the cells have none yet. Ranges that share `values` become one list. */
  open(choices: readonly OpenedChoices[]): void {
    const ranges = new Map<readonly string[], CellRange[]>();
    for (const { range, values } of choices) {
      const shared = ranges.get(values);
      if (shared) shared.push(range);
      else ranges.set(values, [range]);
    }
    const change: Change = { redos: [], undos: [] };
    for (const [values, where] of ranges) this.add(change, this.rule(where, values));
    this.engine.load(change.redos);
  }

  private rule(ranges: readonly CellRange[], values: readonly string[]): ISheetDataValidationRule {
    return {
      uid: this.engine.newId('choice'),
      type: DataValidationType.LIST,
      formula1: serializeListOptions([...values]),
      ranges: ranges.map(toEngineRange),
      allowBlank: true,
      showErrorMessage: true,
    };
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
