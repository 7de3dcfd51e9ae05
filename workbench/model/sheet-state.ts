import type { ICommandService, IDisposable, IMutation, IMutationInfo } from '@univerjs/core';
import { CommandType } from '@univerjs/core';
import type { CellPosition } from '../../src/engine/sheet/address';
import type { ChartModel, WorksheetModel } from './workbook-model';

export interface LinkState extends CellPosition {
  readonly sheetName: string;
  readonly address: string;
}

/** What a worksheet has that the engine knows nothing of. The parts are replaced, never changed. */
export interface SheetState {
  readonly kind: WorksheetModel['kind'];
  readonly protected: boolean;
  readonly charts: readonly ChartModel[];
  readonly links: readonly LinkState[];
}

interface SetStateParams {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly change: Partial<SheetState>;
}

/** The mutation that changes it. */
export const SET_SHEET_STATE = 'workbench.mutation.set-sheet-state';
const INITIAL: SheetState = { kind: 'worksheet', protected: false, charts: [], links: [] };

/**
 * Keeps that state by sheet. It is changed by a mutation of the engine's kind, so that it is undone together with
 * cells. A deleted sheet's state stays, for the deletion may be undone.
 */
export class SheetStates {
  private readonly states = new Map<string, SheetState>();
  private readonly pages = new Map<string, Map<string, unknown>>();
  private readonly registration: IDisposable;

  constructor(
    private readonly unitId: string,
    commands: ICommandService,
  ) {
    this.registration = registerStates(commands, unitId, this);
  }

  of(sheetId: string): SheetState {
    return this.states.get(sheetId) ?? INITIAL;
  }

  /** Sets state, as a file or a mutation has it: by itself that is no step of undo. */
  open(sheetId: string, state: Partial<SheetState>): void {
    this.states.set(sheetId, { ...this.of(sheetId), ...state });
  }

  page(sheetId: string): Map<string, unknown> {
    let page = this.pages.get(sheetId);
    if (!page) this.pages.set(sheetId, (page = new Map()));
    return page;
  }

  /** The mutations that make a change and take it back. */
  change(sheetId: string, change: Partial<SheetState>): { redo: IMutationInfo; undo: IMutationInfo } {
    const before = this.of(sheetId);
    const previous = Object.fromEntries(
      Object.keys(change).map((key) => [key, before[key as keyof SheetState]]),
    );
    return { redo: this.mutation(sheetId, change), undo: this.mutation(sheetId, previous) };
  }

  dispose(): void {
    this.registration.dispose();
  }

  private mutation(subUnitId: string, change: Partial<SheetState>): IMutationInfo {
    return { id: SET_SHEET_STATE, params: { unitId: this.unitId, subUnitId, change } };
  }
}

/** The states of the workbooks that are open in an engine, by their ids: it knows the mutation once for all of them. */
const statesIn = new WeakMap<ICommandService, Map<string, SheetStates>>();

/** Has the mutation find a workbook's states. @returns what ends it */
function registerStates(commands: ICommandService, unitId: string, states: SheetStates): IDisposable {
  const there = statesIn.get(commands);
  const all = there ?? new Map<string, SheetStates>();
  all.set(unitId, states);
  if (!there) {
    statesIn.set(commands, all);
    commands.registerCommand({
      id: SET_SHEET_STATE,
      type: CommandType.MUTATION,
      handler(_accessor, { unitId: of, subUnitId, change }) {
        all.get(of)?.open(subUnitId, change);
        return all.has(of);
      },
    } satisfies IMutation<SetStateParams>);
  }
  return { dispose: () => void all.delete(unitId) };
}
