import type { ICommandInfo, ICommandService, IDisposable, IExecutionOptions } from '@univerjs/core';
import type { IActiveDirtyManagerService } from '@univerjs/engine-formula';
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';

/** A calculation that takes longer than this is taken for lost. */
const PATIENCE_MS = 60_000;

/**
 * Knows whether formulas are being calculated. The engine gathers changes for a tenth of a second before it begins,
 * and has no call that says whether it is about to: so the changes that make it begin are counted here.
 */
export class Calculation {
  /** A workbook is calculated where it is opened. */
  private asked = 1;
  private begun = 0;
  private done = 0;
  private waiting: { readonly until: number; readonly resolve: () => void }[] = [];
  private readonly subscription: IDisposable;

  constructor(
    commands: ICommandService,
    private readonly dirty: IActiveDirtyManagerService,
    /** Whether there is anything to calculate at all. */
    private readonly isNeeded: () => boolean,
  ) {
    this.subscription = commands.onCommandExecuted((command, options) => this.follow(command, options));
  }

  /** Resolves when everything changed so far is calculated. */
  settled(): Promise<void> {
    if (this.done >= this.asked || !this.isNeeded()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the calculation does not end')), PATIENCE_MS);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push({ until: this.asked, resolve: end });
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.release(Infinity);
  }

  private follow(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (command.id === SetFormulaCalculationStartMutation.id) this.begun = this.asked;
    else if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const state = (command.params as { functionsExecutedState?: FormulaExecutedStateType })
        .functionsExecutedState;
      // A stopped calculation begins anew with what was changed meanwhile.
      if (state === undefined || state === FormulaExecutedStateType.STOP_EXECUTION) return;
      this.done = this.begun;
      this.release(this.done);
    } else if (this.makesDirty(command, options)) this.asked++;
  }

  private makesDirty(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
    if (!this.dirty.get(command.id)) return false;
    if (command.id !== SetRangeValuesMutation.id) return true;
    const { trigger } = command.params as { trigger?: string };
    return options?.onlyLocal !== true && trigger !== SetStyleCommand.id;
  }

  private release(until: number): void {
    const ready = this.waiting.filter((waiter) => waiter.until <= until);
    this.waiting = this.waiting.filter((waiter) => waiter.until > until);
    for (const { resolve } of ready) resolve();
  }
}
