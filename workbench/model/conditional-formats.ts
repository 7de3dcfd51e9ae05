import type { IMutationInfo, Injector } from '@univerjs/core';
import type {
  IConditionFormattingRule,
  IFormulaHighlightCell,
} from '@univerjs/sheets-conditional-formatting';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
  DeleteConditionalRuleMutation,
  DeleteConditionalRuleMutationUndoFactory,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import type { CellPosition } from '../../src/engine/sheet/address';
import { constantTruth } from './constant-formula';
import type { Shift } from './ranges';
import { covers, fromEngineRange, shiftRange, toEngineRange } from './ranges';
import type { ConditionalFormatModel } from './workbook-model';

/** Mutations that make a change, and those that take it back. */
export interface Change {
  readonly redos: IMutationInfo[];
  readonly undos: IMutationInfo[];
}

type FormulaRule = IConditionFormattingRule<IFormulaHighlightCell>;

/** The conditional formats by a formula of one workbook. */
export class ConditionalFormats {
  private readonly rules: ConditionalFormattingRuleModel;
  private readonly results: ConditionalFormattingViewModel;

  constructor(
    private readonly unitId: string,
    private readonly injector: Injector,
  ) {
    this.rules = injector.get(ConditionalFormattingRuleModel);
    this.results = injector.get(ConditionalFormattingViewModel);
  }

  /** First the one of highest priority. */
  list(sheetId: string): ConditionalFormatModel[] {
    return this.formulaRules(sheetId).map((rule) => ({
      id: rule.cfId,
      ranges: rule.ranges.map(fromEngineRange),
      formula: rule.rule.value,
      fill: rule.rule.style.bg?.rgb ?? null,
    }));
  }

  add(sheetId: string, format: ConditionalFormatModel): Change {
    const rule: FormulaRule = {
      cfId: format.id,
      ranges: format.ranges.map(toEngineRange),
      stopIfTrue: false,
      rule: {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: format.formula.startsWith('=') ? format.formula : `=${format.formula}`,
        style: format.fill === null ? {} : { bg: { rgb: format.fill } },
      },
    };
    const target = { unitId: this.unitId, subUnitId: sheetId };
    return {
      redos: [{ id: AddConditionalRuleMutation.id, params: { ...target, rule } }],
      undos: [{ id: DeleteConditionalRuleMutation.id, params: { ...target, cfId: rule.cfId } }],
    };
  }

  delete(sheetId: string, id: string): Change {
    const params = { unitId: this.unitId, subUnitId: sheetId, cfId: id };
    return {
      redos: [{ id: DeleteConditionalRuleMutation.id, params }],
      undos: DeleteConditionalRuleMutationUndoFactory(this.injector, params),
    };
  }

  /** What is to be done to all conditional formats of a sheet when its rows or columns shift. */
  shift(sheetId: string, shift: Shift): Change {
    const redos: IMutationInfo[] = [];
    const undos: IMutationInfo[] = [];
    const target = { unitId: this.unitId, subUnitId: sheetId };
    for (const rule of this.rules.getSubunitRules(this.unitId, sheetId) ?? []) {
      const ranges = rule.ranges.flatMap((range) => {
        const shifted = shiftRange(fromEngineRange(range), shift);
        return shifted ? [toEngineRange(shifted)] : [];
      });
      if (ranges.length === 0) {
        const { redos: redo, undos: undo } = this.delete(sheetId, rule.cfId);
        redos.push(...redo);
        undos.unshift(...undo);
      } else if (JSON.stringify(ranges) !== JSON.stringify(rule.ranges.map(plainRange))) {
        const set = (changed: IConditionFormattingRule) => ({
          id: SetConditionalRuleMutation.id,
          params: { ...target, cfId: rule.cfId, rule: changed },
        });
        redos.push(set({ ...rule, ranges }));
        undos.unshift(set({ ...rule }));
      }
    }
    return { redos, undos };
  }

  /** The fill that conditional formats lay over a cell, or `null` where none does. */
  fill(sheetId: string, cell: CellPosition): string | null {
    for (const rule of this.formulaRules(sheetId)) {
      const fill = rule.rule.style.bg?.rgb;
      if (!fill || !rule.ranges.some((range) => covers(fromEngineRange(range), cell))) continue;
      if (constantTruth(rule.rule.value) ?? this.isTrue(sheetId, rule.cfId, cell)) return fill;
    }
    return null;
  }

  /** Whether a conditional format has to be calculated before its fill is known. */
  get needCalculation(): boolean {
    const sheets = this.rules.getUnitRules(this.unitId);
    for (const rules of sheets?.values() ?? []) {
      if (rules.some((rule) => isFormulaRule(rule) && constantTruth(rule.rule.value) === null)) return true;
    }
    return false;
  }

  private isTrue(sheetId: string, id: string, { row, column }: CellPosition): boolean {
    const results = this.results.getCellCfs(this.unitId, sheetId, row, column) ?? [];
    const result = results.find(({ cfId }) => cfId === id)?.result;
    return typeof result === 'object' && result !== null && Object.keys(result).length > 0;
  }

  private formulaRules(sheetId: string): FormulaRule[] {
    return (this.rules.getSubunitRules(this.unitId, sheetId) ?? []).filter(isFormulaRule);
  }
}

function isFormulaRule(rule: IConditionFormattingRule): rule is FormulaRule {
  return (
    rule.rule.type === CFRuleType.highlightCell &&
    (rule.rule as IFormulaHighlightCell).subType === CFSubRuleType.formula
  );
}

function plainRange({ startRow, startColumn, endRow, endColumn }: FormulaRule['ranges'][number]) {
  return { startRow, startColumn, endRow, endColumn };
}
