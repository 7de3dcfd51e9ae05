import type { AnnexView } from '../annex/annex';
import { INDICATOR_KINDS, type IndicatorKind } from '../annex/field-id';
import { FIELD_NAMES } from '../annex/field-names';
import { toAddress } from '../sheet/address';
import { peopleNumber } from '../sheet/number-format';
import type { PlanCell, PlanStyle, SheetPlan } from '../sheet/sheet-plan';
import { commonHead } from './common-head';
import { countedOnce } from './counted-once';
import { FIRST_ROW, frameOf } from './frame';
import { outcomeOf, OUTCOMES, saysAnything, type Outcome } from './indicator-outcome';
import type { RollupOptions } from './issue-list';
import { KeyedTable } from './keyed-table';
import { OUTCOME_COLUMNS, OUTCOME_TEXTS, type OutcomeTexts } from './outcome-texts';
import { asText, bold, LOOKS, StyleBook } from './style-book';
import { ROLLUP_TEXTS } from './texts';
import { reviewedAnnexes } from './unit-figures';
import { unitsOf, type PlacedProject } from './units';

const WIDTHS = [6, 26, 10, 10, 10, 10, 12, 16, 11, 12];
const [INDICATORS, SHARE] = [OUTCOME_COLUMNS.indexOf('indicators'), OUTCOME_COLUMNS.indexOf('share')];
const CHART_ROWS = 17;
const DIMENSIONS: readonly IndicatorKind[] = [...INDICATOR_KINDS, 'other'];

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/**
 * 指标完成统计: how many indicators of each dimension were met, missed, left without a figure or unanswered, with a chart, and
 * below it the same by unit. What became of an indicator is told by its texts, which no formula can read: these counts
 * are values; numbers of indicators, shares and sums are formulas of them.
 *
 * @param annexes those that are no self-evaluations are left out, and what stands twice counts once as in 单位汇总
 */
export function indicatorResults(annexes: readonly AnnexView[], options: RollupOptions): SheetPlan {
  const texts = OUTCOME_TEXTS[options.locale];
  const common = ROLLUP_TEXTS[options.locale];
  const { kinds } = FIELD_NAMES[options.locale];
  const reviewed = reviewedAnnexes(annexes);
  const { counted, leftOut } = countedOnce(reviewed);
  const { year, department } = commonHead(reviewed);
  const styles = new StyleBook();
  const frame = frameOf(
    {
      title: common.outcomeTitle(year),
      left: department === null ? '' : common.department(department),
      right: common.reviewedOn(options.date),
      headings: OUTCOME_COLUMNS.map((column) => texts.columns[column]),
    },
    styles,
  );
  const table = new KeyedTable([...frame.rows], OUTCOME_COLUMNS.length, styles);
  const byKind = outcomesBy(counted, (_, kind) => kind);
  const dimensions = DIMENSIONS.filter((kind) => byKind.has(kind));
  const put = (named: readonly (readonly [string, string, OutcomeCounts])[], total: string): void => {
    const first = table.next;
    named.forEach(([key, label, counts], i) =>
      table.put({ kind: 'row', name: key }, countRow(table.next, i + 1, label, counts)),
    );
    if (named.length > 0)
      table.put(
        { kind: 'row', name: total },
        totalRow(
          first,
          table.next,
          named.map(([, , counts]) => counts),
          texts,
        ),
      );
  };
  put(
    dimensions.map((kind) => [kind, kinds[kind], byKind.get(kind)!] as const),
    'total',
  );
  const lastKind = table.next - 2;
  table.note(dimensions.length === 0 ? texts.none : texts.explained);
  if (leftOut > 0) table.note(common.countedOnce(leftOut));
  const charts: SheetPlan['charts'][number][] = [];
  let headingRow: number | null = null;
  if (dimensions.length > 0) {
    const range = (column: number) => ({
      firstRow: FIRST_ROW,
      lastRow: lastKind,
      firstColumn: column,
      lastColumn: column,
    });
    const chartRow = table.next + 1;
    charts.push({
      type: 'column',
      title: texts.chart,
      categories: range(1),
      series: OUTCOMES.map((outcome) => OUTCOME_COLUMNS.indexOf(outcome)).map((column) => ({
        name: { row: FIRST_ROW - 1, column },
        values: range(column),
      })),
      at: { firstRow: chartRow, lastRow: chartRow + CHART_ROWS - 1, firstColumn: 0, lastColumn: SHARE },
    });
    const units = unitsOf(counted, common);
    const unitOf = new Map(
      units.flatMap(({ label, projects }) => projects.map((one) => [one, label] as const)),
    );
    const byUnit = outcomesBy(counted, (one) => unitOf.get(one)!);
    table.blank(chartRow + CHART_ROWS + 1 - table.next);
    headingRow = table.next;
    table.headings(
      { kind: 'row', name: 'units' },
      OUTCOME_COLUMNS.map((column) => (column === 'dimension' ? texts.unit : texts.columns[column])),
    );
    put(
      units.flatMap(({ label }) => {
        const counts = byUnit.get(label);
        return counts ? [[`unit ${label}`, label, counts] as const] : [];
      }),
      'total of units',
    );
  }
  return {
    key: 'indicator-results',
    name: common.sheetNames['indicator-results'],
    rows: table.rows,
    styles: styles.styles,
    merges: [...frame.merges, ...table.merges],
    columnWidths: WIDTHS,
    hiddenColumns: [OUTCOME_COLUMNS.length - 1],
    rowHeights: { ...frame.rowHeights, ...Object.fromEntries(table.notes.map((row) => [row, 27])) },
    freeze: { rows: FIRST_ROW, columns: 2 },
    links: [],
    choices: [],
    charts,
    print: {
      ...frame.print,
      titleRows: headingRow === null ? null : { first: headingRow, last: headingRow },
      ...(headingRow !== null && { breaks: [headingRow] }),
    },
  };
}

/** What became of the indicators of projects, by what each is counted under. */
export function outcomesBy<Key>(
  projects: readonly PlacedProject[],
  keyOf: (one: PlacedProject, kind: IndicatorKind) => Key,
): ReadonlyMap<Key, OutcomeCounts> {
  const counts = new Map<Key, Record<Outcome, number>>();
  for (const one of projects) {
    for (const indicator of one.project.indicators.filter(saysAnything)) {
      const key = keyOf(one, indicator.kind);
      let own = counts.get(key);
      if (!own) counts.set(key, (own = { met: 0, missed: 0, unquantified: 0, missing: 0, words: 0 }));
      own[outcomeOf(indicator, one.annex)]++;
    }
  }
  return counts;
}

type LookedCell = readonly [PlanCell, PlanStyle];

const FIRST_OUTCOME = OUTCOME_COLUMNS.indexOf(OUTCOMES[0]);
const LAST_OUTCOME = FIRST_OUTCOME + OUTCOMES.length - 1;

/** @param row 0-based */
function countRow(row: number, sequence: number, label: string, counts: OutcomeCounts): LookedCell[] {
  return [
    [{ value: sequence }, LOOKS.centred],
    [{ value: label }, asText(LOOKS.text)],
    [allOf(row, counts), LOOKS.count],
    ...OUTCOMES.map((outcome): LookedCell => [{ value: counts[outcome] }, LOOKS.count]),
    [shareOf(row, counts), LOOKS.rate],
  ];
}

/** @param first 0-based row of the first summed */
function totalRow(
  first: number,
  row: number,
  all: readonly OutcomeCounts[],
  texts: OutcomeTexts,
): LookedCell[] {
  const counts = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, all.reduce((sum, one) => sum + one[outcome], 0)]),
  ) as OutcomeCounts;
  const sum = (column: number, value: number): PlanCell => ({
    formula: `=SUM(${toAddress(first, column)}:${toAddress(row - 1, column)})`,
    value,
  });
  const cells: LookedCell[] = [
    [{ value: null }, LOOKS.centred],
    [{ value: texts.total }, LOOKS.centred],
    [sum(INDICATORS, total(counts)), LOOKS.count],
    ...OUTCOMES.map((outcome, i): LookedCell => [sum(FIRST_OUTCOME + i, counts[outcome]), LOOKS.count]),
    [shareOf(row, counts), LOOKS.rate],
  ];
  return cells.map(([cell, look]) => [cell, bold(look)]);
}

function total(counts: OutcomeCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

function allOf(row: number, counts: OutcomeCounts): PlanCell {
  return {
    formula: `=SUM(${toAddress(row, FIRST_OUTCOME)}:${toAddress(row, LAST_OUTCOME)})`,
    value: total(counts),
  };
}

function shareOf(row: number, counts: OutcomeCounts): PlanCell {
  const all = total(counts);
  return {
    formula: `=IFERROR(${toAddress(row, FIRST_OUTCOME)}/${toAddress(row, INDICATORS)},"")`,
    value: all === 0 ? '' : peopleNumber(counts.met / all),
  };
}
