import type { CellRange } from '../../engine/sheet/address';
import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import type { RollupPlan } from '../port';
import { CHART_NAME } from '../protocol/own-sheets';
import {
  changedMerges,
  compareRows,
  contentOfPlan,
  runsOfKind,
  sourceOf,
  widthOf,
  type RowChanges,
} from '../protocol/plan-cells';
import { CellLooks } from './cell-looks';
import { ChangedCells } from './changed-cells';
import { breakSteps, chartExtra, choiceSteps, freezeSteps, linkSteps, type Extra } from './plan-extras';
import { heightSteps, rowLookSteps, widthSteps } from './plan-look';
import type { SheetWork } from './sheet-work';
import type { Batch } from './session';
import { runSteps, type Step } from './step-queue';
import { rangeOf } from './worksheets';

/** What is known of a rollup sheet before it is refreshed. */
export interface SheetLook {
  readonly sheet: Excel.Worksheet;
  readonly before: SheetSnapshot;
  /** How many rows hold anything, a format included. */
  readonly usedRows: number;
  readonly frozen: SheetPlan['freeze'];
  /** Ours. */
  readonly charts: readonly Excel.Chart[];
  /** Ids of all charts. */
  readonly chartIds: readonly string[];
}

/**
 * Queues the questions of which `SheetLook` is made, to go with the next round trip.
 * @returns reads the answers
 */
export function askForLook(sheet: Excel.Worksheet): (before: SheetSnapshot) => SheetLook {
  sheet.charts.load('items/id,items/name');
  const used = sheet.getUsedRangeOrNullObject(false).untrack();
  used.load('rowIndex,rowCount');
  const frozen = sheet.freezePanes.getLocationOrNullObject().untrack();
  frozen.load('rowCount,columnCount');
  return (before) => ({
    sheet,
    before,
    usedRows: Math.max(
      used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      before.firstRow + before.rowCount,
    ),
    frozen: frozen.isNullObject
      ? { rows: 0, columns: 0 }
      : { rows: within(frozen.rowCount, 100_000), columns: within(frozen.columnCount, 10_000) },
    charts: sheet.charts.items.filter(({ name }) => name.startsWith(CHART_NAME)),
    chartIds: sheet.charts.items.map(({ id }) => id),
  });
}

/** Where rows alone are frozen, the range goes over all columns, and the other way round. */
function within(count: number, all: number): number {
  return count < all ? count : 0;
}

/**
 * Prepares the refresh of a rollup sheet: only what differs is written, so that most of it stays as it is; and for all
 * that is written it is known how it was, so that a refresh that fails leaves the sheet as it was. What cannot be taken
 * back, clearing rows and charts that are no more, comes when everything else is done (`tidy`).
 */
export async function prepareRefresh(
  batch: Batch,
  look: SheetLook,
  { plan, mergesBefore }: RollupPlan,
): Promise<SheetWork> {
  const { sheet, before } = look;
  const content = new ChangedCells(sheet, before, contentOfPlan(plan));
  const rows = compareRows(before, plan);
  const width = widthOf(plan);
  const looks = new CellLooks(sheet, [...rows.dressed], width, look.usedRows);
  const extras = [
    ...freezeExtra(look, plan),
    ...linkExtra(look, plan, new Set([...content.rows, ...rows.dressed])),
    ...choiceExtra(look, plan, rows),
  ];
  const isReshaped = rows.dressed.size + rows.cleared.length > 0;
  const newCharts = look.charts.length !== plan.charts.length || (isReshaped && plan.charts.length > 0);
  if (extras.length + rows.dressed.size > 0) await batch.sync();
  if (newCharts) extras.push(chartExtra(sheet, plan, freeNames(look.charts, plan), look.chartIds));
  const merges = changedMerges(plan, mergesBefore ?? plan.merges);
  return {
    sheet,
    refreshes: true,
    steps: [
      ...merges.off.map((range) => unmergeStep(sheet, range)),
      ...content.steps(),
      ...rowLookSteps(sheet, plan, rows.dressed),
      ...merges.on.map((range) => mergeStep(sheet, range)),
    ],
    extras,
    tidy: [
      ...(newCharts ? look.charts.map((chart) => [step(() => chart.delete())]) : []),
      rows.cleared.map((range) => clearStep(sheet, range)),
      widthOf(plan) > before.firstColumn + before.columnCount ? widthSteps(sheet, plan) : [],
      // Pages end elsewhere than before, and what is merged in a row does not grow by itself.
      isReshaped && plan.print.breaks
        ? [
            step(() => void sheet.horizontalPageBreaks.removePageBreaks()),
            ...breakSteps(sheet, plan.print.breaks),
          ]
        : [],
      isReshaped && plan.print.breaks ? heightSteps(sheet, plan) : [],
    ],
    async takeBack() {
      for (const extra of [...extras].reverse()) await extra.takeBack(batch);
      if (merges.on.length > 0)
        await runSteps(
          batch,
          merges.on.map((range) => unmergeStep(sheet, range)),
        );
      await content.takeBack(batch);
      await runSteps(batch, [
        ...looks.restoreSteps(),
        ...merges.off.map((range) => mergeStep(sheet, range, true)),
      ]);
    },
  };
}

function step(queue: () => void): Step {
  return { queue, size: 300 };
}

function unmergeStep(sheet: Excel.Worksheet, range: CellRange): Step {
  return step(() => rangeOf(sheet, range).unmerge());
}

/** @param again whether it may be merged still */
function mergeStep(sheet: Excel.Worksheet, range: CellRange, again = false): Step {
  return step(() => {
    const cells = rangeOf(sheet, range);
    if (again) cells.unmerge();
    cells.merge();
  });
}

/** Formats, links and drop-downs of cells that hold nothing any more. */
function clearStep(sheet: Excel.Worksheet, range: CellRange): Step {
  return step(() => {
    const cells = rangeOf(sheet, range);
    cells.clear('Hyperlinks');
    cells.clear('Formats');
    cells.dataValidation.clear();
  });
}

function freezeExtra({ sheet, frozen }: SheetLook, { freeze }: SheetPlan): Extra[] {
  if (frozen.rows === freeze.rows && frozen.columns === freeze.columns) return [];
  const takeBack = (batch: Batch) => runSteps(batch, freezeSteps(sheet, frozen));
  return [{ steps: freezeSteps(sheet, freeze), takeBack }];
}

/** Links in rows that are written; those of other rows lead where they led. The questions go with the next round trip. */
function linkExtra({ sheet }: SheetLook, { links }: SheetPlan, rows: ReadonlySet<number>): Extra[] {
  const changed = links
    .filter(({ row }) => rows.has(row))
    .sort((a, b) => a.column - b.column || a.row - b.row);
  if (changed.length === 0) return [];
  const runs: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }[] = [];
  for (const { row, column } of changed) {
    const last = runs[runs.length - 1];
    if (last?.firstColumn === column && last.lastRow === row - 1) last.lastRow = row;
    else runs.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }
  const asked = runs.map((range) => ({
    range,
    answer: rangeOf(sheet, range).getCellProperties({ hyperlink: true }),
  }));
  const backSteps = (): Step[] =>
    asked.flatMap(({ range, answer }) =>
      answer.value.map(([cell], offset) =>
        step(() => {
          const row = range.firstRow + offset;
          const at = rangeOf(sheet, { ...range, firstRow: row, lastRow: row });
          const before = cell?.hyperlink;
          if (!before) at.clear('Hyperlinks');
          // With a text to display Excel would read that as if it were typed.
          else {
            at.hyperlink = {
              ...(before.documentReference && { documentReference: before.documentReference }),
              ...(before.address && { address: before.address }),
              ...(before.screenTip && { screenTip: before.screenTip }),
            };
          }
        }),
      ),
    );
  return [{ steps: linkSteps(sheet, changed), takeBack: (batch) => runSteps(batch, backSteps()) }];
}

/** Drop-downs where the rows are new, or the words to choose from are others. Questions go with the next round trip. */
function choiceExtra(look: SheetLook, { choices }: SheetPlan, { dressed }: RowChanges): Extra[] {
  if (dressed.size === 0) return [];
  const { sheet } = look;
  const parts = choices.flatMap(({ range, values }) =>
    runsOfKind(range, dressed).map(({ isNew, ...part }) => {
      const rule = rangeOf(sheet, part).dataValidation;
      rule.load('type,rule');
      return { part, values, isNew, rule };
    }),
  );
  if (parts.length === 0) return [];
  const isOther = ({ values, isNew, rule }: (typeof parts)[number]): boolean => {
    const known = rule.rule as Excel.DataValidationRule | null;
    if (known?.list?.source === sourceOf(values)) return false;
    // Where the cells of old rows differ somebody has made them so.
    return isNew || rule.type === 'List';
  };
  return [
    {
      get steps() {
        return choiceSteps(
          sheet,
          parts.filter(isOther).map(({ part, values }) => ({ range: part, values })),
        );
      },
      takeBack: (batch) =>
        runSteps(
          batch,
          parts.filter(isOther).map(({ part, rule }) =>
            step(() => {
              const there = rangeOf(sheet, part).dataValidation;
              const known = rule.rule as Excel.DataValidationRule | null;
              if (rule.type === 'None' || !known || Object.keys(known).length === 0) there.clear();
              else there.rule = known;
            }),
          ),
        ),
    },
  ];
}

/** Names for new charts that those there do not have. */
function freeNames(charts: readonly Excel.Chart[], { charts: planned }: SheetPlan): string[] {
  const taken = new Set(charts.map(({ name }) => name));
  let number = 0;
  return planned.map(() => {
    do number += 1;
    while (taken.has(CHART_NAME + number));
    return CHART_NAME + number;
  });
}
