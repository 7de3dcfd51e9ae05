import type { AnnexView } from '../annex/annex';
import type { MoneyUnit } from '../annex/vocabulary/money-units';
import type { CellRange } from '../sheet/address';
import { toAddress } from '../sheet/address';
import { isUnknown, type CellValue } from '../sheet/cell-value';
import { peopleNumber } from '../sheet/number-format';
import { LONGEST_MESSAGE, shortened } from '../sheet/shortened';
import type { PlanCell, PlanLink, PlanStyle, SheetPlan } from '../sheet/sheet-plan';
import { commonHead } from './common-head';
import { countedOnce } from './counted-once';
import { rowRange, type PlanRow } from './frame';
import { statusOf, type IssueFinding } from './issue-key';
import type { RollupOptions } from './issue-list';
import { countFormula, countIssues, type IssueTable } from './issue-table';
import type { FindingWords } from './issue-texts';
import { moneySum, sumFormula } from './money-sum';
import { opinionItems, type OpinionItem } from './opinion-items';
import { pageHash, writeOpinionKey, type OpinionKey, type OpinionRow } from './opinion-key';
import { OPINION_COLUMNS, OPINION_TEXTS, type OpinionTexts } from './opinion-texts';
import { textLiteral } from './sheet-reference';
import { asText, bold, LOOKS, StyleBook } from './style-book';
import { ROLLUP_TEXTS, type RollupTexts } from './texts';
import { reviewedAnnexes, rollupUnit, summandsOf } from './unit-figures';
import { unitOfFinding, unitsOf, type UnitProjects } from './units';

export interface ReviewOpinionsOptions extends RollupOptions {
  readonly words: FindingWords;
  /** The 问题清单 to count findings in; `null`: the counts are values. */
  readonly issues: IssueTable | null;
}

/** A row of a page with what the hidden columns say of it. */
export interface OpinionPageRow {
  readonly key: OpinionKey;
  /** Of the columns in view and those beyond, without the hidden ones; the looks are given by `key`. */
  readonly cells: readonly PlanCell[];
  /** Where its link leads. */
  readonly link?: Omit<PlanLink, 'row' | 'column'>;
}

/** The page of one unit. */
export interface OpinionPage {
  readonly unit: string;
  readonly rows: readonly OpinionPageRow[];
}

/** Columns in view, and behind them the two of the keys. */
export const OPINION_WIDTH = OPINION_COLUMNS.length;
// A4 upright, or little more where the digits of the workbook's font are wide.
const WIDTHS = [6, 32, 26, 13, 5, 12, 12];
/** Characters of 10 points that a line over all columns holds. */
const LINE = 78;
/** So many lines fill a page with a good margin for the rest; the others are in 问题清单. */
const MOST_ITEMS = 20;
const PLACE = OPINION_COLUMNS.indexOf('place');

const TEXT = asText({ ...LOOKS.text, vertical: 'top' });
const WIDE = asText({ ...LOOKS.text, horizontal: 'left' });
const SIGNATURE: PlanStyle = asText({
  fontName: LOOKS.note.fontName,
  fontSize: 10,
  horizontal: 'left',
  vertical: 'center',
});

/** How the cells of each kind of row look, and which of them are one: first and last column. */
const ROW_LOOKS: Readonly<
  Record<OpinionRow, { readonly looks: readonly PlanStyle[]; readonly merges: readonly (readonly [number, number])[] }>
> = {
  page: { looks: [LOOKS.title], merges: [[0, 4]] },
  line: { looks: [asText(LOOKS.lineLeft), LOOKS.lineLeft, LOOKS.lineLeft, asText(LOOKS.lineRight)], merges: [[0, 2], [3, 4]] },
  facts: { looks: Array<PlanStyle>(5).fill(LOOKS.header), merges: [] },
  figures: { looks: [LOOKS.count, LOOKS.money, LOOKS.money, LOOKS.rate, LOOKS.count], merges: [] },
  heading: { looks: Array<PlanStyle>(5).fill(LOOKS.header), merges: [] },
  item: { looks: [LOOKS.centred, asText(LOOKS.text), asText(LOOKS.text), asText({ ...LOOKS.link, wrap: true }), LOOKS.count], merges: [] },
  none: { looks: Array<PlanStyle>(5).fill(WIDE), merges: [[0, 4]] },
  opinion: { looks: Array<PlanStyle>(5).fill(WIDE), merges: [[0, 4]] },
  conclusion: { looks: Array<PlanStyle>(5).fill(WIDE), merges: [[0, 4]] },
  feedback: { looks: Array<PlanStyle>(5).fill(TEXT), merges: [[0, 4]] },
  sign: { looks: [SIGNATURE, SIGNATURE, SIGNATURE, { ...SIGNATURE, horizontal: 'right' }], merges: [[0, 1], [3, 4]] },
}; // prettier-ignore

const HEIGHTS: Partial<Record<OpinionRow, number>> = {
  page: 34,
  line: 20,
  facts: 20,
  figures: 20,
  heading: 20,
  none: 24,
  conclusion: 26,
  feedback: 60,
  sign: 30,
};

/**
 * 审核意见表: a page a unit, to be signed and sent: its figures, what has to be corrected, grouped, with what is asked for, an
 * opinion to edit, and lines for the conclusion, the unit's answer and the signatures. Figures are formulas; the texts are
 * drafted of the findings that are still to be dealt with.
 *
 * @param annexes those that are no self-evaluations are left out, and what stands twice counts once as in 单位汇总
 */
export function reviewOpinions(
  annexes: readonly AnnexView[],
  findings: readonly IssueFinding[],
  options: ReviewOpinionsOptions,
): SheetPlan {
  return planOfPages(opinionPages(annexes, findings, options), options);
}

/** The pages as they are drafted. */
export function opinionPages(
  annexes: readonly AnnexView[],
  findings: readonly IssueFinding[],
  options: ReviewOpinionsOptions,
): OpinionPage[] {
  const common = ROLLUP_TEXTS[options.locale];
  const texts = OPINION_TEXTS[options.locale];
  const reviewed = reviewedAnnexes(annexes);
  const { counted } = countedOnce(reviewed);
  const moneyUnit = rollupUnit(reviewed);
  const { year } = commonHead(reviewed);
  const byUnit = new Map<string, IssueFinding[]>();
  for (const finding of findings) {
    if (statusOf(finding) !== 'pending') continue;
    const label = unitOfFinding(finding, common);
    const own = byUnit.get(label);
    if (own) own.push(finding);
    else byUnit.set(label, [finding]);
  }
  const units = unitsOf(counted, common);
  const named = new Set(units.map(({ label }) => label));
  const others = [...byUnit.keys()].filter((label) => !named.has(label));
  const manySheets = new Set(reviewed.map(({ sheet }) => sheet.id)).size > 1;
  return [...units, ...others.map((label): UnitProjects => ({ label, projects: [] }))].map((unit) => {
    const own = byUnit.get(unit.label) ?? [];
    const items = opinionItems(own, { texts, common, words: options.words, manySheets });
    return pageOf(unit, own, items, { options, texts, common, moneyUnit, year });
  });
}

interface PageContext {
  readonly options: ReviewOpinionsOptions;
  readonly texts: OpinionTexts;
  readonly common: RollupTexts;
  readonly moneyUnit: MoneyUnit | null;
  readonly year: number | null;
}

function pageOf(
  unit: UnitProjects,
  findings: readonly IssueFinding[],
  all: readonly OpinionItem[],
  context: PageContext,
): OpinionPage {
  const { options, texts, common, year } = context;
  const items = all.slice(0, MOST_ITEMS);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  const plain = (
    kind: Exclude<OpinionRow, 'page' | 'item'>,
    ...words: readonly string[]
  ): OpinionPageRow => ({
    key: { kind },
    cells: words.map((value) => ({ value })),
  });
  const isWhole = unit.label === common.wholeSheet;
  const name = isWhole ? texts.wholeSheet : unit.label;
  const rows: OpinionPageRow[] = [
    { key: { kind: 'page', hash: '', unit: unit.label }, cells: [{ value: common.opinionTitle(year) }] },
    plain('line', texts.unit(shortened(name)), '', '', common.reviewedOn(options.date)),
    plain('facts', ...texts.facts(context.moneyUnit)),
    { key: { kind: 'figures' }, cells: [] },
    plain('heading', ...OPINION_COLUMNS.map((column) => texts.columns[column])),
    ...items.map((item, i): OpinionPageRow => ({
      key: { kind: 'item', address: item.address, sheetName: item.sheetName },
      cells: [i + 1, item.problem, item.advice, item.place, item.count].map((value) => ({ value })),
      link: linkTo(item, common),
    })),
    ...(items.length === 0 ? [plain('none', texts.none)] : []),
    plain('opinion', texts.opinion({ items: items.length, more: all.length - items.length, ...counts })),
    plain('conclusion', texts.conclusion),
    plain('feedback', texts.feedback),
    ...texts.signatures.map(([first, second, date]) => plain('sign', first, '', second, date)),
  ];
  const hash = pageHash(
    rows.filter(isWritten).map(({ cells }) => cells.map(({ value }) => String(value ?? ''))),
  );
  return {
    unit: unit.label,
    rows: rows.map((row) => {
      if (row.key.kind === 'page') return { ...row, key: { ...row.key, hash } };
      return row.key.kind === 'figures' ? { ...row, cells: figuresOf(unit, findings, context) } : row;
    }),
  };
}

/** Whether a row says what was drafted: figures change by themselves. */
export function isWritten({ key }: Pick<OpinionPageRow, 'key'>): boolean {
  return key.kind !== 'figures';
}

/** A place of a page with the cell that it is of. */
export function linkTo(
  { sheetName, address }: Pick<OpinionItem, 'sheetName' | 'address'>,
  common: RollupTexts,
): NonNullable<OpinionPageRow['link']> {
  return { sheetName, address, tooltip: common.goToCell(sheetName, address) };
}

/** Projects, budget, spending, rate and open findings; the rate refers to the row that `planOfPages` puts it in. */
function figuresOf(
  unit: UnitProjects,
  findings: readonly IssueFinding[],
  { options: { issues }, moneyUnit }: PageContext,
): PlanCell[] {
  const sum = (field: 'budget' | 'actual'): PlanCell => {
    const summands = summandsOf(unit, field, moneyUnit);
    if (summands.length === 0) return { value: null };
    const { terms, value } = moneySum(summands);
    const formula = sumFormula(terms);
    return formula === null ? { value } : { formula, value };
  };
  const [budget, actual] = [sum('budget'), sum('actual')];
  const name = textLiteral(unit.label);
  const open: PlanCell =
    issues === null
      ? { value: findings.length }
      : {
          formula: `=${SEVERE.map((severity) => countFormula(issues, name, unit.label, severity).slice(1)).join('+')}`,
          value: SEVERE.reduce((all, severity) => all + countIssues(issues, unit.label, severity), 0),
        };
  return [
    { value: unit.projects.length },
    budget,
    actual,
    { value: rateOf(budget.value, actual.value) },
    open,
  ];
}

const SEVERE = ['error', 'warning', 'info'] as const;

/** Spending ÷ budget; '' where either is no number, `null` where the unit has no such amounts. */
function rateOf(budget: CellValue, actual: CellValue): CellValue {
  if (budget === null || actual === null) return null;
  const unknown = [budget, actual].find(isUnknown);
  if (unknown !== undefined) return unknown;
  const known = typeof budget === 'number' && typeof actual === 'number' && budget !== 0;
  return known ? peopleNumber(actual / budget) : '';
}

/** The worksheet of pages, drafted or kept. */
export function planOfPages(pages: readonly OpinionPage[], { locale }: RollupOptions): SheetPlan {
  const common = ROLLUP_TEXTS[locale];
  const styles = new StyleBook();
  const rows: PlanRow[] = [];
  const merges: CellRange[] = [];
  const links: PlanLink[] = [];
  const rowHeights: Record<number, number> = {};
  const breaks: number[] = [];
  const keyLook = styles.index(asText(LOOKS.key));
  for (const page of pages) {
    if (rows.length > 0) breaks.push(rows.length);
    for (const { key, cells, link } of page.rows) {
      const row = rows.length;
      const { looks } = ROW_LOOKS[key.kind];
      const line: PlanRow = Array.from({ length: OPINION_WIDTH + 2 }, (_, c): PlanCell | null => {
        if (c >= OPINION_WIDTH) return null;
        const look = looks[c];
        const cell = cells[c] ?? { value: null };
        const held = key.kind === 'figures' && c === RATE ? rateCell(row, cell) : cell;
        return look
          ? { ...held, style: styles.index(look) }
          : cells[c]
            ? { ...cells[c], style: styles.index(bold(WIDE)) }
            : null;
      });
      const isItem = key.kind === 'item';
      line[isItem ? OPINION_WIDTH : OPINION_WIDTH + 1] = { value: keyText(key, common), style: keyLook };
      rows.push([...line, ...cells.slice(OPINION_WIDTH)]);
      merges.push(...mergesOf(key.kind, row));
      if (link) links.push({ row, column: PLACE, ...link });
      const height =
        HEIGHTS[key.kind] ?? (key.kind === 'opinion' ? heightOf(String(cells[0]?.value ?? '')) : undefined);
      if (height !== undefined) rowHeights[row] = height;
    }
  }
  return {
    key: 'review-opinions',
    name: common.sheetNames['review-opinions'],
    rows,
    styles: styles.styles,
    merges,
    columnWidths: WIDTHS,
    hiddenColumns: [OPINION_WIDTH, OPINION_WIDTH + 1],
    rowHeights,
    freeze: { rows: 0, columns: 0 },
    links,
    choices: [],
    charts: [],
    print: { landscape: false, fitToWidth: true, titleRows: null, breaks },
  };
}

/** What a row of a kind has as one cell. @param row 0-based */
export function mergesOf(kind: OpinionRow, row: number): CellRange[] {
  return ROW_LOOKS[kind].merges.map(([first, last]) => rowRange(row, first, last));
}

const [BUDGET, ACTUAL, RATE] = [1, 2, 3];

function rateCell(row: number, cell: PlanCell): PlanCell {
  if (cell.value === null) return cell;
  return { formula: `=IFERROR(${toAddress(row, ACTUAL)}/${toAddress(row, BUDGET)},"")`, value: cell.value };
}

/** The row of headings is known by the heading of the keys. */
function keyText(key: OpinionKey, { issueColumns }: RollupTexts): string {
  return key.kind === 'heading' ? issueColumns.key : shortened(writeOpinionKey(key), LONGEST_MESSAGE);
}

/** Points that a text over all columns needs: merged cells do not grow by themselves. */
function heightOf(text: string): number {
  const lines = text.split('\n').map((line) => {
    const width = [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
    return Math.max(1, Math.ceil(width / LINE));
  });
  return Math.min(400, lines.reduce((sum, count) => sum + count, 0) * 15 + 12);
}
