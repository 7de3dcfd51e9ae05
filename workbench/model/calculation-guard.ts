import type { Injector } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import type { FunctionVariantType } from '@univerjs/engine-formula';
import {
  AstTreeBuilder,
  ErrorType,
  ErrorValueObject,
  ICalculateFormulaService,
  IFormulaRuntimeService,
  Interpreter,
  Lexer,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';

/** What has come out of a formula. */
export interface Outcome {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** The engine broke down over it. */
  readonly failed: boolean;
  /** Code of the error it gives; `null` for all else. */
  readonly error: string | null;
  /** Whether it gives more than one cell holds. */
  readonly isSeveral: boolean;
}

/** Who decides for the formulas of one workbook. */
export interface Judge {
  /** Whether the engine is to look at a formula at all: over some it takes minutes. */
  reads(formula: string): boolean;
  /** Whether a cell takes what has come out of its formula. */
  takes(outcome: Outcome): boolean;
  /** A calculation broke down as a whole: no formula has a new value. */
  brokeDown(): void;
}

const guards = new WeakMap<Injector, CalculationGuard>();

/** The guard of an engine: there is one, however many workbooks are opened in it one after another. */
export function calculationGuardOf(injector: Injector): CalculationGuard {
  let guard = guards.get(injector);
  if (!guard) guards.set(injector, (guard = new CalculationGuard(injector)));
  return guard;
}

/**
 * Stands between the engine's calculation and the cells. A formula over which the engine breaks down would end the whole
 * calculation without a word, so that whoever waits for it waits for ever: here it is an error, and the others go on. What
 * comes out of a formula is shown to a judge before its cell gets it; a cell that does not get it keeps what it holds,
 * for other formulas too. Number formats that the engine would give to cells by itself are taken away.
 *
 * The engine is asked for its services and their methods are replaced: it takes no others in their place.
 */
export class CalculationGuard {
  private readonly judges = new Map<string, Judge>();
  private readonly unreadable = new Set<string>();
  private failed = false;

  /** @internal */
  constructor(injector: Injector) {
    this.guardReading(injector.get(Lexer), injector.get(AstTreeBuilder));
    this.guardRunning(injector.get(Interpreter));
    this.guardResults(injector.get(IFormulaRuntimeService));
    this.guardSteps(injector.get(ICalculateFormulaService));
    keepNumberFormats(injector.get(ICommandService));
  }

  /** Puts a judge over the formulas of a workbook. @returns a function that takes it away */
  judge(unitId: string, judge: Judge): () => void {
    this.judges.set(unitId, judge);
    return () => this.judges.delete(unitId);
  }

  /** Whether the engine has broken down over the very text of a formula. */
  isUnreadable(formula: string): boolean {
    return this.unreadable.has(formula);
  }

  private guardReading(lexer: Lexer, builder: AstTreeBuilder): void {
    const read = lexer.treeBuilder.bind(lexer);
    const parse = builder.parse.bind(builder);
    let last = '';
    lexer.treeBuilder = (formula: string, transformSuffix?: boolean) => {
      last = formula;
      if (this.unreadable.has(formula)) return ErrorType.VALUE;
      if ([...this.judges.values()].some((judge) => !judge.reads(formula))) return ErrorType.NAME as never;
      try {
        return read(formula, transformSuffix);
      } catch {
        this.unreadable.add(formula);
        return ErrorType.VALUE;
      }
    };
    builder.parse = (node) => {
      try {
        return parse(node);
      } catch {
        this.unreadable.add(last);
        // The engine makes an error of it.
        return null as never;
      }
    };
  }

  private guardRunning(interpreter: Interpreter): void {
    const execute = interpreter.execute.bind(interpreter);
    const executeAsync = interpreter.executeAsync.bind(interpreter);
    const executeBefore = interpreter.executePreCalculateNode.bind(interpreter);
    const error = (): FunctionVariantType => {
      this.failed = true;
      return ErrorValueObject.create(ErrorType.VALUE);
    };
    interpreter.execute = (node) => {
      try {
        return execute(node);
      } catch {
        return error();
      }
    };
    interpreter.executeAsync = (node) => executeAsync(node).catch(error);
    interpreter.executePreCalculateNode = (node) => {
      try {
        return executeBefore(node);
      } catch {
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    };
  }

  private guardResults(runtime: IFormulaRuntimeService): void {
    const set = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (value) => {
      const { failed } = this;
      this.failed = false;
      const { currentUnitId, currentSubUnitId: sheetId, currentRow: row, currentColumn: column } = runtime;
      const judge = this.judges.get(currentUnitId);
      const outcome = { sheetId, row, column, failed, error: errorOf(value), isSeveral: isSeveral(value) };
      if (judge && !judge.takes(outcome)) return;
      try {
        set(value);
      } catch {
        judge?.takes({ ...outcome, failed: true });
      }
    };
  }

  /** The last net: nobody in the engine waits for a step that fails. */
  private guardSteps(service: ICalculateFormulaService): void {
    const steps = service as unknown as { _executeStep(): Promise<unknown> };
    const step = steps._executeStep.bind(steps);
    steps._executeStep = () =>
      step().catch(() => {
        for (const judge of this.judges.values()) judge.brokeDown();
      });
  }
}

function errorOf(value: FunctionVariantType): string | null {
  return value.isError() ? (value as ErrorValueObject).getErrorType() : null;
}

function isSeveral(value: FunctionVariantType): boolean {
  const isRange = value.isReferenceObject();
  if (!isRange && !(value.isValueObject() && value.isArray())) return false;
  const { startRow, startColumn, endRow, endColumn } = (
    value as {
      getRangePosition(): { startRow: number; startColumn: number; endRow: number; endColumn: number };
    }
  ).getRangePosition();
  return startRow !== endRow || startColumn !== endColumn;
}

/** A date or a rate that comes out of a formula would make the engine format the cell: nobody has asked for that. */
function keepNumberFormats(commands: ICommandService): void {
  commands.beforeCommandExecuted(({ id, params }, options) => {
    if (id !== SetRangeValuesMutation.id || options?.fromFormula !== true) return;
    const { cellValue = {} } = params as {
      cellValue?: Record<number, Record<number, { s?: unknown } | null>>;
    };
    for (const row of Object.values(cellValue))
      for (const cell of Object.values(row)) if (cell) delete cell.s;
  });
}
