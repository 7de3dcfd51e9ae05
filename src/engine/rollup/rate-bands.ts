import type { AnnexView } from '../annex/annex';
import { toAbsoluteAddress, toAddress } from '../sheet/address';
import { isUnknown, type CellValue } from '../sheet/cell-value';
import { peopleNumber } from '../sheet/number-format';
import type { PlanCell, PlanStyle, SheetPlan } from '../sheet/sheet-plan';
import { BAND_COLUMNS, BAND_TEXTS, RATE_BANDS, type BandTexts, type RateBand } from './band-texts';
import { commonHead } from './common-head';
import { countedOnce } from './counted-once';
import { FIRST_ROW, frameOf } from './frame';
import type { RollupOptions } from './issue-list';
import { KeyedTable } from './keyed-table';
import { liveAmount } from './live-cell';
import { sumOfValues } from './money-sum';
import { RESULT_TEXTS } from './result-texts';
import { asText, bold, LOOKS, StyleBook } from './style-book';
import { ROLLUP_TEXTS } from './texts';
import { moneyFactor, reviewedAnnexes, rollupUnit } from './unit-figures';
import { unitLabel, type PlacedProject } from './units';

const [, BAND, PROJECTS, SHARE, BUDGET, ACTUAL, RATE] = BAND_COLUMNS.map((_, c) => c) as [
  number, number, number, number, number, number, number, number,
]; // prettier-ignore
/** The projects' units and bands stand where the bands have their counts and shares. */
const [UNIT, PROJECT_BAND] = [PROJECTS, SHARE];
const WIDTHS = [6, 30, 24, 14, 16, 16, 10, 12];
const CHART_ROWS = 16;

/** The lower ends of the bands that have both, the highest first. */
const LOWER_ENDS: readonly (readonly [RateBand, number])[] = [
  ['from90', 0.9],
  ['from70', 0.7],
  ['from50', 0.5],
];
/** Less than what two decimals of a percentage show is no difference. */
const SLIGHT = 0.000_05;

/** The band of a rate (1 = 100 %). */
export function bandOf(rate: number | null): RateBand {
  if (rate === null) return 'none';
  if (Math.abs(rate - 1) < SLIGHT) return 'whole';
  if (rate > 1) return 'over';
  return LOWER_ENDS.find(([, least]) => rate >= least)?.[0] ?? 'below50';
}

/**
 * 执行率分档表: the projects, budgets and spending in each band of execution rates, with a chart, and below it each project with
 * its band. All figures are formulas: those of projects refer to their cells, rates and bands are reckoned of them, and
 * the upper table counts and sums the lower one.
 *
 * @param annexes those that are no self-evaluations are left out, and what stands twice counts once as in 单位汇总
 */
export function rateBands(annexes: readonly AnnexView[], options: RollupOptions): SheetPlan {
  const texts = BAND_TEXTS[options.locale];
  const common = ROLLUP_TEXTS[options.locale];
  const reviewed = reviewedAnnexes(annexes);
  const { counted, leftOut } = countedOnce(reviewed);
  const { year, department } = commonHead(reviewed);
  const moneyUnit = rollupUnit(reviewed);
  const styles = new StyleBook();
  const frame = frameOf(
    {
      title: common.bandTitle(year),
      left: [
        ...(department === null ? [] : [common.department(department)]),
        common.reviewedOn(options.date),
      ].join(common.between),
      right: common.moneyUnit(moneyUnit),
      headings: BAND_COLUMNS.map((column) => texts.columns[column]),
    },
    styles,
  );
  const table = new KeyedTable([...frame.rows], BAND_COLUMNS.length, styles);
  const totalRow = FIRST_ROW + RATE_BANDS.length;
  const notes = [texts.explained, ...(leftOut > 0 ? [common.countedOnce(leftOut)] : [])];
  const chartRow = totalRow + notes.length + 2;
  const headingRow = chartRow + CHART_ROWS + 1;
  const projects = counted.map((one, i) =>
    projectRow(one, headingRow + 1 + i, moneyFactor(one.annex, moneyUnit), texts),
  );
  const last = headingRow + Math.max(1, projects.length);
  const ranges = { first: headingRow + 1, last };
  for (const [i, band] of RATE_BANDS.entries()) {
    const own = projects.filter((project) => project.band === band);
    table.put(
      { kind: 'row', name: band },
      bandRow(FIRST_ROW + i, texts.bands[band], own, projects.length, ranges),
    );
  }
  table.put({ kind: 'total' }, totalOf(totalRow, projects, texts));
  for (const note of notes) table.note(note);
  table.blank(headingRow - table.next);
  table.headings(
    { kind: 'row', name: 'projects' },
    BAND_COLUMNS.map((column, c) => {
      if (c === BAND) return texts.project;
      if (c === UNIT) return texts.unit;
      return c === PROJECT_BAND ? texts.columns.band : texts.columns[column];
    }),
  );
  const { unnamedProject, wholeDepartment, goTo } = RESULT_TEXTS[options.locale];
  counted.forEach(({ annex, project }, i) => {
    const { name } = annex.sheet;
    const address = toAddress(project.nameCell.row, project.nameCell.column);
    table.links.push({
      row: table.next,
      column: BAND,
      sheetName: name,
      address,
      tooltip: goTo(name, address),
    });
    const nameless = annex.layout === 'department-form' ? wholeDepartment : unnamedProject;
    table.put({ kind: 'project', sheetName: name }, [
      [{ value: i + 1 }, LOOKS.centred],
      [{ value: project.name.trim() === '' ? nameless : project.name }, PROJECT_LOOK],
      [{ value: project.unit === null ? null : unitLabel(project.unit, common) }, asText(LOOKS.text)],
      ...projects[i]!.cells,
    ]);
  });
  return {
    key: 'rate-bands',
    name: common.sheetNames['rate-bands'],
    rows: table.rows,
    styles: styles.styles,
    merges: [...frame.merges, ...table.merges],
    columnWidths: WIDTHS,
    hiddenColumns: [BAND_COLUMNS.length - 1],
    rowHeights: { ...frame.rowHeights, ...Object.fromEntries(table.notes.map((row) => [row, 27])) },
    freeze: { rows: FIRST_ROW, columns: 2 },
    links: table.links,
    choices: [],
    charts: [
      {
        type: 'column',
        title: texts.chart,
        categories: columnRange(BAND, FIRST_ROW, totalRow - 1),
        series: [
          {
            name: { row: FIRST_ROW - 1, column: PROJECTS },
            values: columnRange(PROJECTS, FIRST_ROW, totalRow - 1),
          },
        ],
        at: { firstRow: chartRow, lastRow: chartRow + CHART_ROWS - 1, firstColumn: 0, lastColumn: RATE },
      },
    ],
    // The headings of the projects stand on each page of theirs.
    print: { ...frame.print, titleRows: { first: headingRow, last: headingRow }, breaks: [headingRow] },
  };
}

const PROJECT_LOOK: PlanStyle = asText({ ...LOOKS.text, fontColor: LOOKS.link.fontColor });

type LookedCell = readonly [PlanCell, PlanStyle];

/** What a project adds to its band. */
interface BandedProject {
  readonly band: RateBand;
  readonly budget: CellValue;
  readonly actual: CellValue;
  /** From its band on. */
  readonly cells: readonly LookedCell[];
}

/** @param row 0-based */
function projectRow(
  { annex, project }: PlacedProject,
  row: number,
  factor: number,
  texts: BandTexts,
): BandedProject {
  const amount = (field: 'budget' | 'actual'): PlanCell => {
    const cell = project.money[field];
    return cell ? liveAmount(annex.sheet.name, cell, factor) : { value: null };
  };
  const [budget, actual] = [amount('budget'), amount('actual')];
  const rate = rateOf(budget.value, actual.value);
  const band = bandOf(typeof rate === 'number' ? rate : null);
  const at = (column: number): string => toAddress(row, column);
  const label = (of: RateBand): string => absolute(FIRST_ROW + RATE_BANDS.indexOf(of), BAND);
  const below = LOWER_ENDS.reduceRight(
    (rest, [of, least]) => `IF(${at(RATE)}>=${least},${label(of)},${rest})`,
    label('below50'),
  );
  const bandFormula = `=IF(ISNUMBER(${at(RATE)}),IF(ABS(${at(RATE)}-1)<${SLIGHT.toFixed(5)},${label('whole')},IF(${at(RATE)}>1,${label('over')},${below})),${label('none')})`;
  return {
    band,
    budget: budget.value,
    actual: actual.value,
    cells: [
      [{ formula: bandFormula, value: isUnknown(rate) ? rate : texts.bands[band] }, LOOKS.centred],
      [budget, LOOKS.money],
      [actual, LOOKS.money],
      [
        {
          formula: `=IF(COUNT(${at(BUDGET)}:${at(ACTUAL)})=2,IFERROR(${at(ACTUAL)}/${at(BUDGET)},""),"")`,
          value: rate,
        },
        LOOKS.rate,
      ],
    ],
  };
}

/** Spending ÷ budget; '' where either is no number. */
function rateOf(budget: CellValue, actual: CellValue): CellValue {
  const unknown = [budget, actual].find(isUnknown);
  if (unknown !== undefined) return unknown;
  if (typeof budget !== 'number' || typeof actual !== 'number' || budget === 0) return '';
  return peopleNumber(actual / budget);
}

function bandRow(
  row: number,
  label: string,
  own: readonly BandedProject[],
  all: number,
  { first, last }: { readonly first: number; readonly last: number },
): LookedCell[] {
  const range = (column: number): string => toAbsoluteAddress(columnRange(column, first, last));
  const mine = toAddress(row, BAND);
  const sum = (column: number, field: 'budget' | 'actual'): PlanCell => ({
    formula: `=SUMIFS(${range(column)},${range(PROJECT_BAND)},${mine})`,
    value: sumOfValues(own.map((project) => project[field])),
  });
  const [budget, actual] = [sum(BUDGET, 'budget'), sum(ACTUAL, 'actual')];
  return [
    [{ value: row - FIRST_ROW + 1 }, LOOKS.centred],
    [{ value: label }, asText(LOOKS.centred)],
    [{ formula: `=COUNTIFS(${range(PROJECT_BAND)},${mine})`, value: own.length }, LOOKS.count],
    [shareCell(row, own.length, all), LOOKS.rate],
    [budget, LOOKS.money],
    [actual, LOOKS.money],
    [rateCell(row, budget.value, actual.value), LOOKS.rate],
  ];
}

function totalOf(row: number, projects: readonly BandedProject[], texts: BandTexts): LookedCell[] {
  const sum = (column: number, value: CellValue): PlanCell => ({
    formula: `=SUM(${toAddress(FIRST_ROW, column)}:${toAddress(row - 1, column)})`,
    value,
  });
  const [budget, actual] = (['budget', 'actual'] as const).map((field) =>
    sumOfValues(projects.map((project) => project[field])),
  ) as [CellValue, CellValue];
  const cells: LookedCell[] = [
    [{ value: null }, LOOKS.centred],
    [{ value: texts.total }, LOOKS.centred],
    [sum(PROJECTS, projects.length), LOOKS.count],
    [shareCell(row, projects.length, projects.length), LOOKS.rate],
    [sum(BUDGET, budget), LOOKS.money],
    [sum(ACTUAL, actual), LOOKS.money],
    [rateCell(row, budget, actual), LOOKS.rate],
  ];
  return cells.map(([cell, look]) => [cell, bold(look)]);
}

/** What part of all projects is in a band. */
function shareCell(row: number, own: number, all: number): PlanCell {
  const total = absolute(FIRST_ROW + RATE_BANDS.length, PROJECTS);
  return {
    formula: `=IFERROR(${toAddress(row, PROJECTS)}/${total},"")`,
    value: all === 0 ? '' : peopleNumber(own / all),
  };
}

function rateCell(row: number, budget: CellValue, actual: CellValue): PlanCell {
  return {
    formula: `=IFERROR(${toAddress(row, ACTUAL)}/${toAddress(row, BUDGET)},"")`,
    value: rateOf(budget, actual),
  };
}

function columnRange(column: number, firstRow: number, lastRow: number) {
  return { firstRow, lastRow, firstColumn: column, lastColumn: column };
}

function absolute(row: number, column: number): string {
  return toAbsoluteAddress({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
}
