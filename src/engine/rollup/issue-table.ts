import type { Locale } from '../language';
import type { Severity } from '../severity';
import { toAbsoluteAddress, type CellRange } from '../sheet/address';
import type { SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { FIRST_ROW } from './frame';
import { issueEntries } from './issue-entries';
import { keyOfFinding, writeKey, type IssueFinding, type IssueKey } from './issue-key';
import { issueColumn } from './issue-list';
import { readIssueSheet, type IssueRow } from './read-issue-sheet';
import { sheetPrefix, textLiteral } from './sheet-reference';
import { ROLLUP_TEXTS, type IssueStatus, type RollupTexts } from './texts';

/** The rows of 问题清单 that counts of findings are made over. */
export interface IssueTable {
  readonly sheetName: string;
  /** Columns of the rows counted, whole. */
  readonly ranges: Readonly<Record<Criterion, CellRange>>;
  /** The column of the numbers of cells; `null` in a list of the kind that has one row a finding. */
  readonly counts: CellRange | null;
  readonly rows: readonly (Readonly<Record<Criterion, string>> & { readonly count: number })[];
  /** The language that it is written in. */
  readonly texts: RollupTexts;
}

type Criterion = 'unit' | 'severity' | 'status';

/** Findings with one of these are no longer to be dealt with and do not count. */
const SETTLED: readonly IssueStatus[] = ['corrected', 'ignored'];

/**
 * The rows of a plan that stand for findings of its review; kept rows of older findings stand below them and do not count.
 *
 * @param findings those that the plan was made of
 * @param sheetName the worksheet's name in the workbook
 * @returns `null` where there is none to count
 */
export function issueTableOfPlan(
  plan: SheetPlan,
  findings: readonly IssueFinding[],
  sheetName: string,
  locale: Locale,
): IssueTable | null {
  if (findings.length === 0) return null;
  const texts = ROLLUP_TEXTS[locale];
  const count = issueEntries(findings, texts).length;
  const at = (row: SheetPlan['rows'][number], column: Criterion): string =>
    String(row[issueColumn(column)]?.value ?? '');
  return {
    sheetName,
    ...rangesOf(FIRST_ROW, count, issueColumn),
    rows: plan.rows.slice(FIRST_ROW, FIRST_ROW + count).map((row) => ({
      unit: at(row, 'unit'),
      severity: at(row, 'severity'),
      status: at(row, 'status'),
      count: Number(row[issueColumn('count')]?.value),
    })),
    texts,
  };
}

/**
 * The rows of a 问题清单 that is in the workbook already.
 *
 * @returns `null` where it does not list exactly these findings first (it is older, or sorted with others), for
 *   then counting it would tell something else
 */
export function issueTableOfSheet(
  sheet: SheetSnapshot,
  findings: readonly IssueFinding[],
): IssueTable | null {
  const list = readIssueSheet(sheet);
  if (!list || findings.length === 0 || list.columns.unit < 0 || list.columns.severity < 0) return null;
  const rows = firstOf(list.rows, findings.length);
  const first = rows[0]?.row ?? 0;
  const together = rows.every(({ row }, i) => row === first + i);
  const texts = Object.values(ROLLUP_TEXTS).find(({ severities }) =>
    rows.every((row) => Object.values(severities).includes(row.texts.severity)),
  );
  if (!together || !texts) return null;
  const listed = rows.map(({ key, count }) => signOf(key, count)).sort();
  const wanted = signsOf(findings, list.columns.count < 0, texts).sort();
  if (listed.join('\n') !== wanted.join('\n')) return null;
  const { counts, ...ranges } = rangesOf(first, rows.length, (column) => list.columns[column]);
  return {
    sheetName: sheet.name,
    ...ranges,
    counts: list.columns.count < 0 ? null : counts,
    rows: rows.map((row) => ({
      unit: row.texts.unit,
      severity: row.texts.severity,
      status: row.texts.status,
      count: row.count,
    })),
    texts,
  };
}

/** The rows, from the first on, that stand for so many findings. */
function firstOf(rows: readonly IssueRow[], findings: number): readonly IssueRow[] {
  let counted = 0;
  const last = rows.findIndex(({ count }) => (counted += count) >= findings);
  return last < 0 ? rows : rows.slice(0, last + 1);
}

/** What a list of findings says row by row. @param singly whether it has one row a finding, whatever is a habit */
function signsOf(findings: readonly IssueFinding[], singly: boolean, texts: RollupTexts): string[] {
  if (singly) return findings.map((finding) => signOf(keyOfFinding(finding), 1));
  return issueEntries(findings, texts).map((entry) => signOf(entry.key, entry.findings.length));
}

/** The key without the status that was written, and how many cells it is of. */
function signOf(key: IssueKey, count: number): string {
  return `${count} ${writeKey({ ...key, written: 'pending' })}`;
}

/** How many findings of a unit and a severity are still to be dealt with. */
export function countIssues(table: IssueTable, unit: string, severity: Severity): number {
  const { severities, statuses } = table.texts;
  const settled = SETTLED.map((status) => statuses[status]);
  return table.rows
    .filter(
      (row) => row.unit === unit && row.severity === severities[severity] && !settled.includes(row.status),
    )
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * The formula of such a count.
 *
 * @param unitCell A1 address, in the formula's own sheet, of the unit's name
 * @param unit the name itself: what a criterion of SUMIFS would read as an operator, a wildcard or a number is
 *   compared by EXACT
 */
export function countFormula(table: IssueTable, unitCell: string, unit: string, severity: Severity): string {
  const { texts } = table;
  const prefix = sheetPrefix(table.sheetName);
  const range = (column: Criterion): string => prefix + toAbsoluteAddress(table.ranges[column]);
  const counts = table.counts && prefix + toAbsoluteAddress(table.counts);
  const settled = SETTLED.map((status) => texts.statuses[status]);
  const word = texts.severities[severity];
  if (isPlainCriterion(unit) && !hasLookalike(table, unit)) {
    const excluded = settled.map((status) => `${range('status')},${textLiteral(`<>${status}`)}`);
    const criteria = `${range('unit')},${unitCell},${range('severity')},${textLiteral(word)},${excluded.join(',')}`;
    return counts === null ? `=COUNTIFS(${criteria})` : `=SUMIFS(${counts},${criteria})`;
  }
  const excluded = settled.map((status) => `(${range('status')}<>${textLiteral(status)})`);
  const met = `EXACT(${range('unit')},${unitCell})*(${range('severity')}=${textLiteral(word)})*${excluded.join('*')}`;
  // As an argument of its own, a text that somebody typed over a number counts as none.
  return counts === null ? `=SUMPRODUCT(${met})` : `=SUMPRODUCT(${met},${counts})`;
}

/** Whether COUNTIFS and SUMIFS take the text for nothing but itself. */
function isPlainCriterion(text: string): boolean {
  return (
    text.length <= 250 && /^[（(]?\p{L}/u.test(text) && !/[*?~]/.test(text) && !/^(?:true|false)$/i.test(text)
  );
}

/** They do not tell capital letters from small ones. */
function hasLookalike(table: IssueTable, unit: string): boolean {
  const folded = unit.toLowerCase();
  return table.rows.some((row) => row.unit !== unit && row.unit.toLowerCase() === folded);
}

function rangesOf(
  firstRow: number,
  count: number,
  columnOf: (column: Criterion | 'count') => number,
): Pick<IssueTable, 'ranges'> & { readonly counts: CellRange } {
  const of = (name: Criterion | 'count'): CellRange => ({
    firstRow,
    lastRow: firstRow + count - 1,
    firstColumn: columnOf(name),
    lastColumn: columnOf(name),
  });
  return {
    ranges: { unit: of('unit'), severity: of('severity'), status: of('status') },
    counts: of('count'),
  };
}
