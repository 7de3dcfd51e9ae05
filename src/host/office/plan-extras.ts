import type { PlanChart, SheetPlan } from '../../engine/sheet/sheet-plan';
import { CHART_NAME } from '../protocol/own-sheets';
import { sourceOf } from '../protocol/plan-cells';
import { toHostError } from './errors';
import { runSteps, type Step } from './step-queue';
import type { Batch } from './session';
import { rangeOf } from './worksheets';

/** A kind of what a rollup has besides its cells, such as its links. */
export interface Extra {
  readonly steps: readonly Step[];
  /** Makes it as it was before, wherever the steps were made. */
  takeBack(batch: Batch): Promise<void>;
}

/**
 * Adds frozen rows, links, drop-downs, charts and print set-up to rollups. All of it in one round trip; where Excel refuses
 * something, each kind is tried alone and what it refuses is left out, for a rollup without a chart is better than none.
 * @throws HostError where it is Excel's state, and not a call, that makes it fail
 */
export async function addExtras(batch: Batch, extras: readonly Extra[]): Promise<void> {
  try {
    await runSteps(
      batch,
      extras.flatMap(({ steps }) => steps),
    );
  } catch (error) {
    if (isPassing(error)) throw error;
    // Calls before the refused one were made.
    for (const extra of extras) await extra.takeBack(batch);
    for (const extra of extras) {
      try {
        await runSteps(batch, extra.steps);
      } catch (alone) {
        if (isPassing(alone)) throw alone;
        await extra.takeBack(batch);
      }
    }
  }
}

/** The extras of a worksheet that is being added; all but charts can be made twice. */
export function extrasOfNewSheet(sheet: Excel.Worksheet, plan: SheetPlan): Extra[] {
  const names = plan.charts.map((_, index) => CHART_NAME + (index + 1));
  const kind = (steps: readonly Step[]): Extra => ({ steps, takeBack: () => Promise.resolve() });
  return [
    kind(freezeSteps(sheet, plan.freeze)),
    kind(linkSteps(sheet, plan.links)),
    kind(choiceSteps(sheet, plan.choices)),
    ...(names.length > 0 ? [chartExtra(sheet, plan, names, [])] : []),
    kind(print(sheet, plan)),
  ];
}

/**
 * Charts by the names that they are to have.
 * @param before ids of the charts that were there
 */
export function chartExtra(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  names: readonly string[],
  before: readonly string[],
): Extra {
  return {
    steps: charts(sheet, plan, names),
    async takeBack({ sync, commit }) {
      // One that was half made does not bear our name yet.
      sheet.charts.load('items/id');
      await sync();
      const made = sheet.charts.items.filter(({ id }) => !before.includes(id));
      if (made.length === 0) return;
      for (const chart of made) chart.delete();
      await commit();
    },
  };
}

/** Whether it is Excel's state, and not the call, that made it fail. */
function isPassing(error: unknown): boolean {
  return [
    'busy',
    'no-answer',
    'session-lost',
    'sheet-gone',
    'protected',
    'workbook-changed',
    'changed',
  ].includes(toHostError(error).code);
}

export function freezeSteps(sheet: Excel.Worksheet, { rows, columns }: SheetPlan['freeze']): Step[] {
  return [
    {
      size: 300,
      queue() {
        const { freezePanes } = sheet;
        if (rows > 0 && columns > 0) {
          freezePanes.freezeAt(
            rangeOf(sheet, { firstRow: 0, firstColumn: 0, lastRow: rows - 1, lastColumn: columns - 1 }),
          );
        } else if (rows > 0) freezePanes.freezeRows(rows);
        else if (columns > 0) freezePanes.freezeColumns(columns);
        else freezePanes.unfreeze();
      },
    },
  ];
}

export function linkSteps(sheet: Excel.Worksheet, links: SheetPlan['links']): Step[] {
  return links.map(({ row, column, sheetName, address, tooltip }) => ({
    size: 400,
    queue() {
      const cell = rangeOf(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
      // Without a text to display the cell keeps its own; Excel would read one as if it were typed.
      cell.hyperlink = {
        documentReference: `'${sheetName.replace(/'/g, "''")}'!${address}`,
        ...(tooltip !== undefined && { screenTip: tooltip }),
      };
    },
  }));
}

export function choiceSteps(sheet: Excel.Worksheet, choices: SheetPlan['choices']): Step[] {
  return choices.flatMap(({ range, values }) => {
    const source = sourceOf(values);
    if (source === null) return [];
    return {
      size: 600,
      queue() {
        rangeOf(sheet, range).dataValidation.rule = { list: { inCellDropDown: true, source } };
      },
    };
  });
}

const CHART_TYPES = { column: 'ColumnClustered', bar: 'BarClustered', pie: 'Pie' } as const;

function charts(sheet: Excel.Worksheet, plan: SheetPlan, names: readonly string[]): Step[] {
  return plan.charts.map((chart, index) => ({
    size: 1_000 + chart.series.length * 800,
    queue: () => addChart(sheet, plan, chart, names[index]!),
  }));
}

/**
 * Of a column of values Excel makes one series, without guessing at names and labels. That becomes the first of ours:
 * were it deleted instead, ours would begin with the second colour.
 */
function addChart(sheet: Excel.Worksheet, plan: SheetPlan, planned: PlanChart, chartName: string): void {
  const { type, title, categories, series, at } = planned;
  const [first] = series;
  if (!first) return;
  const chart = sheet.charts.add(CHART_TYPES[type], rangeOf(sheet, first.values), 'Columns');
  chart.name = chartName;
  series.forEach(({ name, values }, index) => {
    const text = String(plan.rows[name.row]?.[name.column]?.value ?? '');
    const one = index === 0 ? chart.series.getItemAt(0) : chart.series.add(text);
    if (index === 0) one.name = text;
    else one.setValues(rangeOf(sheet, values));
    one.setXAxisValues(rangeOf(sheet, categories));
  });
  chart.title.text = title;
  const corner = (row: number, column: number) =>
    rangeOf(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  chart.setPosition(corner(at.firstRow, at.firstColumn), corner(at.lastRow, at.lastColumn));
}

/** The rows with which pages begin, besides those that are there. */
export function breakSteps(sheet: Excel.Worksheet, rows: readonly number[]): Step[] {
  return rows.map((row) => ({
    size: 300,
    queue: () => void sheet.horizontalPageBreaks.add(`A${row + 1}`),
  }));
}

function print(sheet: Excel.Worksheet, { print: setUp }: SheetPlan): Step[] {
  return [
    {
      size: 800,
      queue() {
        const { pageLayout } = sheet;
        pageLayout.orientation = setUp.landscape ? 'Landscape' : 'Portrait';
        pageLayout.paperSize = 'A4';
        if (setUp.fitToWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
        if (setUp.titleRows) {
          pageLayout.setPrintTitleRows(`$${setUp.titleRows.first + 1}:$${setUp.titleRows.last + 1}`);
        }
      },
    },
    ...breakSteps(sheet, setUp.breaks ?? []),
  ];
}
