import type { MoneyUnit } from '../annex/vocabulary/money-units';
import type { CellRange } from '../sheet/address';
import type { PlanChart } from '../sheet/sheet-plan';
import { FIRST_ROW, HEADING_ROW } from './frame';
import { moneyColumn, type SummaryColumn } from './summary-columns';
import type { RollupTexts } from './texts';

/** From this many units on, names do not fit side by side under columns: they are bars, one below the other. */
const FIRST_AS_BARS = 13;
/** Rows of the chart, and those of a chart of bars besides one for each unit. */
const CHART_ROWS = 16;
const ROWS_BESIDE_BARS = 4;

export interface UnitChartOptions {
  readonly columns: readonly SummaryColumn[];
  /** How many units the table's first rows are of; findings about the whole sheet and 合计 come after them. */
  readonly units: number;
  /** How many rows the sheet has, the notes below the table among them. */
  readonly rowCount: number;
  readonly moneyUnit: MoneyUnit | null;
  readonly texts: RollupTexts;
}

/**
 * Budget and spending by unit, one blank row below what the sheet has and as wide as its columns up to spending;
 * `null` where there is nothing to compare: fewer than two units, or one of the two amounts missing from the annex.
 */
export function unitChart({
  columns,
  units,
  rowCount,
  moneyUnit,
  texts,
}: UnitChartOptions): PlanChart | null {
  const amounts = (['budget', 'actual'] as const).map((field) => moneyColumn(columns, field));
  if (units < 2 || amounts.includes(-1)) return null;
  const ofUnits = (column: number): CellRange => ({
    firstRow: FIRST_ROW,
    lastRow: FIRST_ROW + units - 1,
    firstColumn: column,
    lastColumn: column,
  });
  const asBars = units >= FIRST_AS_BARS;
  const height = asBars ? Math.max(CHART_ROWS, units + ROWS_BESIDE_BARS) : CHART_ROWS;
  return {
    type: asBars ? 'bar' : 'column',
    title: texts.chartTitle(moneyUnit),
    categories: ofUnits(columns.findIndex(({ kind }) => kind === 'unit')),
    series: amounts.map((column) => ({ name: { row: HEADING_ROW, column }, values: ofUnits(column) })),
    at: {
      firstRow: rowCount + 1,
      lastRow: rowCount + height,
      firstColumn: 0,
      lastColumn: Math.max(...amounts),
    },
  };
}
