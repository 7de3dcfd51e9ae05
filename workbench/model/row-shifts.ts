import type { IMutationInfo, IRange } from '@univerjs/core';
import { IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import { InsertColCommand, InsertRowCommand, RemoveColCommand, RemoveRowCommand } from '@univerjs/sheets';
import type { CellRange } from '../../src/engine/sheet/address';
import type { GridEngine } from './grid-engine';
import type { Shift } from './ranges';
import { shiftCell, shiftRange } from './ranges';
import type { ChartModel } from './workbook-model';

interface ShiftParams {
  readonly range: IRange;
  /** Missing where the engine means the workbook that it works with. */
  readonly unitId?: string;
  /** Missing where the engine means the worksheet in view. */
  readonly subUnitId?: string;
}

/**
 * Moves what the engine does not move by itself when rows or columns are put in or taken out, by a person or by a
 * program: charts, links and, without a user interface, conditional formats.
 * @returns a function that ends it
 */
export function followShifts(engine: GridEngine, movesConditionalFormats: boolean): () => void {
  return engine.intercept(({ id, params }) => {
    const shift = toShift(id, params as ShiftParams | undefined);
    if (!shift || !isMeant(engine, params as ShiftParams)) return { redos: [], undos: [] };
    const sheetId = (params as ShiftParams).subUnitId ?? engine.workbook.getActiveSheet().getSheetId();
    const state = shiftState(engine, sheetId, shift);
    if (!movesConditionalFormats) return state;
    const formats = engine.formats.shift(sheetId, shift);
    return { redos: [...state.redos, ...formats.redos], undos: [...formats.undos, ...state.undos] };
  });
}

/** Several workbooks may be open in one engine. */
function isMeant({ injector, unitId }: GridEngine, params: ShiftParams): boolean {
  const current = () =>
    injector.get(IUniverInstanceService).getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
  return (params.unitId ?? current()?.getUnitId()) === unitId;
}

function toShift(id: string, params: ShiftParams | undefined): Shift | null {
  if (!params?.range) return null;
  const { startRow, endRow, startColumn, endColumn } = params.range;
  switch (id) {
    case InsertRowCommand.id:
      return { axis: 'row', at: startRow, count: endRow - startRow + 1 };
    case RemoveRowCommand.id:
      return { axis: 'row', at: startRow, count: startRow - endRow - 1 };
    case InsertColCommand.id:
      return { axis: 'column', at: startColumn, count: endColumn - startColumn + 1 };
    case RemoveColCommand.id:
      return { axis: 'column', at: startColumn, count: startColumn - endColumn - 1 };
    default:
      return null;
  }
}

/** Charts are anchored on one worksheet and may draw their data from another: all are looked at. */
function shiftState(
  engine: GridEngine,
  sheetId: string,
  shift: Shift,
): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
  const redos: IMutationInfo[] = [];
  const undos: IMutationInfo[] = [];
  for (const sheet of engine.workbook.getSheets()) {
    const id = sheet.getSheetId();
    const state = engine.states.of(id);
    const charts = state.charts.map((chart) => shiftChart(chart, id === sheetId, sheetId, shift));
    const links = id === sheetId ? state.links.flatMap((link) => shiftCell(link, shift) ?? []) : state.links;
    if (charts.length === 0 && links.length === 0 && state.links.length === 0) continue;
    const { redo, undo } = engine.states.change(id, { charts, links });
    redos.push(redo);
    undos.push(undo);
  }
  return { redos, undos };
}

function shiftChart(chart: ChartModel, isHere: boolean, sheetId: string, shift: Shift): ChartModel {
  const isOfHere = chart.data.sheetId === sheetId;
  const shifted = (range: CellRange): CellRange => (isOfHere ? shiftRange(range, shift) : range) ?? range;
  const series = chart.series?.map(({ name, values, categories }) => ({
    name: typeof name === 'string' || !isOfHere ? name : (shiftCell(name, shift) ?? name),
    values: values && shifted(values),
    categories: categories && shifted(categories),
  }));
  return {
    ...chart,
    data: { ...chart.data, range: shifted(chart.data.range) },
    ...(series && { series }),
    at: (isHere ? shiftRange(chart.at, shift) : chart.at) ?? chart.at,
  };
}
