import type { DependencyOverride, IUndoRedoItem } from '@univerjs/core';
import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
} from '@univerjs/core';

/**
 * The engine's undo with transactions: what is pushed for a workbook while one is open is kept aside. The engine's
 * own way of batching (deprecated) does not restore cells that were written twice.
 */
export class TransactionalUndoService extends LocalUndoRedoService {
  private readonly keptAside = new Map<string, IUndoRedoItem[]>();

  override pushUndoRedo(item: IUndoRedoItem): void {
    const kept = this.keptAside.get(item.unitID);
    if (kept) kept.push(item);
    else super.pushUndoRedo(item);
  }

  isOpen(unitId: string): boolean {
    return this.keptAside.has(unitId);
  }

  begin(unitId: string): void {
    this.keptAside.set(unitId, []);
  }

  /** @returns what was pushed since the beginning */
  end(unitId: string): IUndoRedoItem[] {
    const kept = this.keptAside.get(unitId) ?? [];
    this.keptAside.delete(unitId);
    return kept;
  }

  override clearUndoRedo(unitId: string): void {
    const kept = this.keptAside.get(unitId);
    if (kept) kept.length = 0;
    super.clearUndoRedo(unitId);
  }

  /** How many steps can be undone. No more than twenty are kept. */
  depth(unitId: string): number {
    return this._getUndoStack(unitId)?.length ?? 0;
  }
}

/** To be given to an engine when it is made: without it the model has no transactions. */
export const MODEL_SERVICES: DependencyOverride = [
  [
    IUndoRedoService,
    {
      useFactory: (instances, commands, context) =>
        new TransactionalUndoService(instances, commands, context),
      deps: [IUniverInstanceService, ICommandService, IContextService],
    },
  ],
];
