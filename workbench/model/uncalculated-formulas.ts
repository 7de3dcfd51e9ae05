import type { ICellData, Nullable } from '@univerjs/core';
import { ErrorType, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { isCellError } from '../../src/engine/sheet/cell-value';
import { readValue } from './cell-data';
import { calculationGuardOf, type CalculationGuard, type Judge, type Outcome } from './calculation-guard';
import { isCalculable } from './formula-text';
import type { GridEngine } from './grid-engine';
import { sheetIdOf } from './sheet-ids';
import type { CellOfSheet, OpenedSheet } from './workbook-model';

/** What the engine says of a formula that it does not understand, or goes round in. */
const ENGINE_IS_LOST: readonly string[] = [ErrorType.NAME, ErrorType.CYCLE, ErrorType.ERROR];

/**
 * Knows the formulas of one workbook that the engine cannot calculate, or would calculate as something else. Their cells
 * keep the values that the file gave them.
 */
export class UncalculatedFormulas {
  private readonly guard: CalculationGuard;
  /** By cell: the formula that could not be calculated there. */
  private readonly cells = new Map<string, CellOfSheet & { readonly formula: string }>();
  /** A formula of the file gives one value, and where it has given several it was entered for all their cells. */
  private readonly ofFile = new Set<string>();
  private readonly known = new Map<string, boolean>();
  private readonly stops: readonly (() => void)[];

  /** @param referenceOf what a defined name of the workbook stands for */
  constructor(
    private readonly engine: GridEngine,
    opened: readonly OpenedSheet[],
    private readonly referenceOf: (name: string) => string | undefined,
  ) {
    this.guard = calculationGuardOf(engine.injector);
    for (const sheet of opened) this.look(sheet);
    const judge: Judge = {
      reads: (formula) => this.canCalculate(formula),
      takes: (outcome) => this.takes(outcome),
      brokeDown: () => this.noteAll(),
    };
    this.stops = [
      this.guard.judge(engine.unitId, judge),
      // Formulas may have been waiting for a name.
      engine.onExecuted((id) => {
        if (id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id) this.known.clear();
      }),
    ];
  }

  /** Those whose formula is still there. */
  list(): CellOfSheet[] {
    return [...this.cells.values()]
      .filter(({ sheetId, row, column, formula }) => this.formulaAt(sheetId, row, column) === formula)
      .map(({ sheetId, row, column }) => ({ sheetId, row, column }));
  }

  dispose(): void {
    for (const stop of this.stops) stop();
  }

  private look({ snapshot }: OpenedSheet): void {
    const sheetId = sheetIdOf(snapshot.id);
    snapshot.formulas.forEach((line, r) =>
      line.forEach((formula, c) => {
        if (formula === null) return;
        this.ofFile.add(formula);
        if (this.canCalculate(formula)) return;
        this.note({ sheetId, row: snapshot.firstRow + r, column: snapshot.firstColumn + c }, formula);
      }),
    );
  }

  /** Whether a cell is to take what has come out of its formula. */
  private takes(outcome: Outcome): boolean {
    const { sheetId, row, column, failed, error, isSeveral } = outcome;
    const cell = this.cellAt(sheetId, row, column);
    const formula = this.formulaAt(sheetId, row, column);
    if (!formula) return true;
    const isOfFile = this.ofFile.has(formula);
    const isUncalculated =
      failed ||
      (error !== null && ENGINE_IS_LOST.includes(error)) ||
      (isSeveral && isOfFile) ||
      this.guard.isUnreadable(formula) ||
      !this.canCalculate(formula);
    if (!isUncalculated) return true;
    // Whoever types what nobody understands sees that, as everywhere.
    if (!isOfFile && !holdsValue(cell)) return true;
    this.note({ sheetId, row, column }, formula);
    return false;
  }

  private noteAll(): void {
    for (const sheet of this.engine.workbook.getSheets()) {
      const sheetId = sheet.getSheetId();
      sheet.getCellMatrix().forValue((row, column) => {
        const formula = this.formulaAt(sheetId, row, column);
        if (formula) this.note({ sheetId, row, column }, formula);
      });
    }
  }

  private canCalculate(formula: string): boolean {
    let can = this.known.get(formula);
    if (can === undefined) this.known.set(formula, (can = isCalculable(formula, this.referenceOf)));
    return can;
  }

  private note(cell: CellOfSheet, formula: string): void {
    this.cells.set(`${cell.sheetId} ${cell.row} ${cell.column}`, { ...cell, formula });
  }

  private formulaAt(sheetId: string, row: number, column: number): string | null {
    const cell = this.cellAt(sheetId, row, column);
    if (!cell?.si || cell.f) return cell?.f ?? null;
    // A formula filled down or across is kept once, with a number at the other cells.
    const { formulas, unitId } = this.engine;
    return formulas.getFormulaStringByCell(row, column, sheetId, unitId) ?? null;
  }

  private cellAt(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return this.engine.workbook.getSheetBySheetId(sheetId)?.getCellMatrix().getValue(row, column);
  }
}

function holdsValue(cell: Nullable<ICellData>): boolean {
  const value = readValue(cell);
  return value !== null && value !== '' && !isCellError(value);
}
