import type { ICommandService, IMutationInfo, IUndoRedoService } from '@univerjs/core';
import { RedoCommand, UndoCommand } from '@univerjs/core';
import { TransactionalUndoService } from './transactional-undo';

/** The user's undo of one workbook: what the engine's commands and our own mutations push. */
export class UndoHistory {
  private readonly service: TransactionalUndoService;

  constructor(
    private readonly unitId: string,
    private readonly commands: ICommandService,
    service: IUndoRedoService,
  ) {
    if (!(service instanceof TransactionalUndoService)) {
      throw new Error('the engine has to be made with MODEL_SERVICES');
    }
    this.service = service;
  }

  /** Runs the change as one step. Where it throws, what it did is taken back. Transactions may be nested. */
  transact<T>(change: () => T): T {
    const { service, unitId } = this;
    if (service.isOpen(unitId)) return change();
    service.begin(unitId);
    let done = false;
    try {
      const result = change();
      done = true;
      return result;
    } finally {
      const items = service.end(unitId);
      const undoMutations = [...items].reverse().flatMap((item) => item.undoMutations);
      if (!done) this.execute(undoMutations);
      else if (items.length > 0)
        this.note(
          items.flatMap((item) => item.redoMutations),
          undoMutations,
        );
    }
  }

  /** Executes mutations and makes a step of them, or a part of the open one. */
  run(redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
    this.execute(redoMutations);
    this.note(redoMutations, undoMutations);
  }

  /** Makes a step, or a part of the open one, of mutations that were executed already. */
  note(redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
    this.service.pushUndoRedo({ unitID: this.unitId, undoMutations, redoMutations });
  }

  undo(): void {
    this.commands.syncExecuteCommand(UndoCommand.id);
  }

  redo(): void {
    this.commands.syncExecuteCommand(RedoCommand.id);
  }

  clear(): void {
    this.service.clearUndoRedo(this.unitId);
  }

  /** How many steps can be undone. */
  get depth(): number {
    return this.service.depth(this.unitId);
  }

  private execute(mutations: IMutationInfo[]): void {
    for (const { id, params } of mutations) this.commands.syncExecuteCommand(id, params);
  }
}
