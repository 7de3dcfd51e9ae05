import type { IMutationInfo, Injector, Workbook, Worksheet } from '@univerjs/core';
import { CommandType, ICommandService, IUndoRedoService } from '@univerjs/core';
import { FormulaDataModel, IActiveDirtyManagerService } from '@univerjs/engine-formula';
import { SheetInterceptorService } from '@univerjs/sheets';
import { Calculation } from './calculation';
import type { Change } from './conditional-formats';
import { ConditionalFormats } from './conditional-formats';
import { SheetStates } from './sheet-state';
import { UndoHistory } from './undo-history';

/** What the parts of the model share: one workbook in the engine, and how it is changed. */
export class GridEngine {
  readonly commands: ICommandService;
  readonly history: UndoHistory;
  readonly calculation: Calculation;
  readonly states: SheetStates;
  readonly formats: ConditionalFormats;
  readonly formulas: FormulaDataModel;
  readonly unitId: string;
  private lastId = 0;

  /** @param workbook just created: the calculation of what it holds has not begun */
  constructor(
    readonly workbook: Workbook,
    readonly injector: Injector,
  ) {
    const unitId = (this.unitId = workbook.getUnitId());
    this.commands = injector.get(ICommandService);
    this.history = new UndoHistory(unitId, this.commands, injector.get(IUndoRedoService));
    this.states = new SheetStates(unitId, this.commands);
    this.formats = new ConditionalFormats(unitId, injector);
    this.formulas = injector.get(FormulaDataModel);
    this.calculation = new Calculation(
      this.commands,
      injector.get(IActiveDirtyManagerService),
      () => this.hasFormulas || this.formats.needCalculation,
    );
  }

  /** @throws Error where the worksheet is gone */
  worksheet(sheetId: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetId(sheetId);
    if (!worksheet) throw new Error(`no worksheet ${sheetId}`);
    return worksheet;
  }

  /** One mutation of a worksheet and its opposite. */
  mutate(sheetId: string, id: string, params: object, undoParams: object, undoId = id): void {
    const target = { unitId: this.unitId, subUnitId: sheetId };
    this.history.run(
      [{ id, params: { ...target, ...params } }],
      [{ id: undoId, params: { ...target, ...undoParams } }],
    );
  }

  /** Runs mutations that are no step of the user's undo: what a file is opened with. */
  load(mutations: readonly IMutationInfo[]): void {
    for (const { id, params } of mutations) this.commands.syncExecuteCommand(id, params);
  }

  apply({ redos, undos }: Change): void {
    if (redos.length > 0) this.history.run(redos, undos);
  }

  /** Runs a command of the engine, which makes its own step of undo. */
  command(id: string, params: object): void {
    if (!this.commands.syncExecuteCommand(id, params)) throw new Error(`the engine refused ${id}`);
  }

  /** Adds mutations of ours to commands of the engine, those that a person starts included. */
  intercept(
    getMutations: (command: { id: string; params?: object }) => {
      redos: IMutationInfo[];
      undos: IMutationInfo[];
    },
  ): () => void {
    const interception = this.injector.get(SheetInterceptorService).interceptCommand({ getMutations });
    return () => interception.dispose();
  }

  /** Listens to everything that changes the workbook or what is selected in it. */
  onExecuted(listener: (id: string, params: object, options: object) => void): () => void {
    const subscription = this.commands.onCommandExecuted((command, options) => {
      const params = command.params as { unitId?: string } | undefined;
      if (command.type !== CommandType.COMMAND && params?.unitId === this.unitId) {
        listener(command.id, params, options ?? {});
      }
    });
    return () => subscription.dispose();
  }

  newId(kind: string): string {
    return `${kind}-${++this.lastId}`;
  }

  dispose(): void {
    this.calculation.dispose();
    this.states.dispose();
  }

  private get hasFormulas(): boolean {
    const sheets = this.formulas.getFormulaData()[this.unitId] ?? {};
    return Object.values(sheets).some((rows) => rows && Object.keys(rows).length > 0);
  }
}
