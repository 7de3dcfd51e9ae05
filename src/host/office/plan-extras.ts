import type { PlanChart, SheetPlan } from '../../engine/sheet/sheet-plan';
import { CHART_NAME } from '../port';
import { toHostError } from './errors';
import { runSteps, type Step } from './step-queue';
import type { OfficeSession } from './session';
import { rangeOf } from './worksheets';

/** Excel takes 255 characters as the list of a drop-down, and parts them at commas. */
const LONGEST_LIST = 255;

/**
 * What a rollup has besides its cells: frozen rows, links, drop-downs, charts, print set-up. All of it in one round
 * trip; where Excel refuses something, each kind is tried alone and what it refuses is left out, for a rollup
 * without a chart is better than none.
 */
export async function addExtras(session: OfficeSession, sheetId: string, plan: SheetPlan): Promise<void> {
  const kinds = [freeze, links, choices, charts, print];
  const write = (chosen: readonly (typeof freeze)[]) =>
    session.run((batch) => {
      const sheet = batch.context.workbook.worksheets.getItem(sheetId);
      return runSteps(
        batch,
        chosen.flatMap((kind) => kind(sheet, plan)),
      );
    });
  try {
    await write(kinds);
  } catch (error) {
    if (isPassing(error)) throw error;
    // Calls before the refused one were made; all but charts can be made twice.
    await removeCharts(session, sheetId);
    for (const kind of kinds) {
      try {
        await write([kind]);
      } catch (alone) {
        if (isPassing(alone)) throw alone;
        if (kind === charts) await removeCharts(session, sheetId);
      }
    }
  }
}

/** Takes off our charts, half-made ones too. */
function removeCharts(session: OfficeSession, sheetId: string): Promise<void> {
  return session.run(async ({ context, sync, commit }) => {
    const { charts: there } = context.workbook.worksheets.getItem(sheetId);
    there.load('items/name');
    await sync();
    for (const chart of there.items) if (chart.name.startsWith(CHART_NAME)) chart.delete();
    await commit();
  });
}

/** Whether it is Excel's state, and not the call, that made it fail. */
function isPassing(error: unknown): boolean {
  return ['busy', 'no-answer', 'sheet-gone', 'protected', 'workbook-changed'].includes(
    toHostError(error).code,
  );
}

function freeze(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  const { rows, columns } = plan.freeze;
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

function links(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  return plan.links.map(({ row, column, sheetName, address, tooltip }) => ({
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

function choices(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  return plan.choices
    .map(({ range, values }) => ({ range, values, source: values.join(',') }))
    .filter(
      ({ values, source }) => source.length <= LONGEST_LIST && !values.some((value) => value.includes(',')),
    )
    .map(({ range, source }) => ({
      size: 600,
      queue() {
        rangeOf(sheet, range).dataValidation.rule = { list: { inCellDropDown: true, source } };
      },
    }));
}

const CHART_TYPES = { column: 'ColumnClustered', bar: 'BarClustered', pie: 'Pie' } as const;

function charts(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  return plan.charts.map((chart, index) => ({
    size: 1_000 + chart.series.length * 800,
    queue: () => addChart(sheet, plan, chart, index + 1),
  }));
}

/**
 * Of a column of values Excel makes one series, without guessing at names and labels. That becomes the first of ours:
 * were it deleted instead, ours would begin with the second colour.
 */
function addChart(sheet: Excel.Worksheet, plan: SheetPlan, planned: PlanChart, number: number): void {
  const { type, title, categories, series, at } = planned;
  const [first] = series;
  if (!first) return;
  const chart = sheet.charts.add(CHART_TYPES[type], rangeOf(sheet, first.values), 'Columns');
  chart.name = CHART_NAME + number;
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
  ];
}
