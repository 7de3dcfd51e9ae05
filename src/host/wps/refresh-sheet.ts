import type { CellRange } from '../../engine/sheet/address';
import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import { formulaAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { HostError, type InsertedSheet, type SheetRef } from '../port';
import type { CellState, CellWrite } from '../protocol/cell-port';
import { changedMerges, compareRows, runsOfKind, widthOf } from '../protocol/plan-cells';
import { sameContent } from '../protocol/same-content';
import type { EtCalls } from './et-call';
import type { EtWorksheet } from './et-types';
import { boundsOf } from './many-ranges';
import { changesOf, mustHold } from './plan-content';
import {
  breakPages,
  deleteCharts,
  drawCharts,
  freezePanes,
  linkCells,
  offerChoices,
  ownCharts,
  type PlanSupport,
} from './plan-extras';
import { dressPlan, mergeRanges, sizePlan, undress } from './plan-look';
import { LeftOut, type TakeBack } from './plan-steps';
import { readNow } from './read-cells';
import type { SheetReader } from './read-sheet';
import type { Piece } from './session';
import { rangeOf, worksheetOf } from './sheets';
import { statesOf } from './write-cells';

/**
 * Rewrites a rollup in place: only what differs is written, so that what somebody has added stays. Contents are all or none;
 * looks, links and charts follow, and what of them is not taken is told.
 */
export function refreshSheet(
  piece: Piece,
  { ids, traits }: SheetReader,
  support: PlanSupport,
  ref: SheetRef,
  plan: SheetPlan,
  before: SheetSnapshot,
  mergesBefore: readonly CellRange[] | undefined,
  takeBack: TakeBack[],
): InsertedSheet {
  const { et, application } = piece;
  const { sheet } = worksheetOf(piece, ids, ref.id);
  const merges = changedMerges(plan, mergesBefore ?? plan.merges);
  const writes = changesOf(before, plan);
  const states = statesOf(et, sheet, writes, traits);
  takeBack.push(() => {
    mergeRanges(et, sheet, merges.on, false);
    putBack(et, sheet, states, traits);
    mergeRanges(et, sheet, merges.off, true);
  });
  mergeRanges(et, sheet, merges.off, false);
  if (writes.length > 0) mustHold(piece, sheet, writes, traits);
  mergeRanges(et, sheet, merges.on, true);

  const rows = compareRows(before, plan);
  const written = new Set([...writes.map(({ row }) => row), ...rows.dressed]);
  const isReshaped = rows.dressed.size + rows.cleared.length > 0;
  const leftOut = new LeftOut();
  leftOut.unless('looks', () => {
    for (const range of rows.cleared) clear(et, sheet, range);
    if (rows.dressed.size > 0) dressPlan(et, application, sheet, plan, rows.dressed);
    return true;
  });
  const links = plan.links.filter(({ row }) => written.has(row));
  leftOut.unless('links', () => linkCells(et, sheet, links));
  const choices = plan.choices.flatMap(({ range, values }) =>
    runsOfKind(range, rows.dressed)
      .filter(({ isNew }) => isNew)
      .map(({ isNew: _, ...part }) => ({ range: part, values })),
  );
  leftOut.unless('choices', () => offerChoices(et, sheet, choices));
  if (widthOf(plan) > before.firstColumn + before.columnCount)
    leftOut.unless('widths', () => sizePlan(et, sheet, plan));
  const { breaks } = plan.print;
  if (isReshaped && breaks)
    leftOut.unless('print', () => {
      // What is merged in a row does not grow by itself.
      sizePlan(et, sheet, plan);
      et.call(sheet, 'ResetAllPageBreaks');
      return breakPages(et, sheet, breaks);
    });
  const charts = ownCharts(et, sheet);
  if (charts.length !== plan.charts.length || (isReshaped && plan.charts.length > 0))
    leftOut.unless('charts', () => {
      const drawn = drawCharts(et, sheet, plan, charts);
      if (drawn) deleteCharts(et, sheet, charts);
      if (plan.charts.length > 0) support.charts = drawn;
      return drawn;
    });
  leftOut.unless('freeze', () => {
    et.call(sheet, 'Activate');
    return freezePanes(piece, plan.freeze);
  });
  return { ...ref, ...leftOut.told };
}

/** Whether a rollup holds what was read. The value of a formula moves with other cells. */
export function stillHolds(piece: Piece, { ids, traits }: SheetReader, snapshot: SheetSnapshot): boolean {
  const { et } = piece;
  const { sheet } = worksheetOf(piece, ids, snapshot.id);
  const used = boundsOf(et, et.need(sheet, 'UsedRange'));
  const { values, formulas } = readNow(et, sheet, used, traits);
  return values.every((line, r) =>
    line.every((value, c) => {
      const [row, column] = [used.firstRow + r, used.firstColumn + c];
      const formula = formulaAt(snapshot, row, column);
      const now = formulas[r]![c]!;
      if (formula !== null || now !== null) return formula === now;
      return sameContent({ value, formula: null }, { value: valueAt(snapshot, row, column), formula: null });
    }),
  );
}

function putBack(
  et: EtCalls,
  sheet: EtWorksheet,
  states: readonly CellState[],
  traits: SheetReader['traits'],
): void {
  const writes = states.map(({ row, column, held, numberFormat }): CellWrite => {
    const content = held.formula === null ? { value: held.value } : { formula: held.formula };
    return { row, column, content, numberFormat, plain: numberFormat === '@' };
  });
  if (writes.length === 0) return;
  mustHold({ et }, sheet, writes, traits);
  const now = statesOf(et, sheet, states, traits);
  const lost = states.filter((state, index) => {
    const { held } = now[index]!;
    return state.held.formula === null ? !sameContent(held, state.held) : held.formula !== state.held.formula;
  });
  if (lost.length > 0)
    throw new HostError('failed', 'what was written could not be taken back', {
      cells: lost.map(({ row, column }) => ({ row, column })),
    });
}

/** Formats, links and lists of cells that hold nothing any more; a note of the user's stays. */
function clear(et: EtCalls, sheet: EtWorksheet, range: CellRange): void {
  const cells = rangeOf(et, sheet, range);
  et.call(et.need(cells, 'Hyperlinks'), 'Delete');
  et.call(et.need(cells, 'Validation'), 'Delete');
  undress(et, cells);
  et.set(cells, 'NumberFormat', 'General');
}
