import type { Locale } from '../language';
import type { Severity } from '../severity';
import { toAbsoluteAddress, type CellRange } from '../sheet/address';
import type { SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { FIRST_ROW } from './frame';
import { keyOfFinding, writeKey, type IssueFinding, type IssueKey } from './issue-key';
import { issueColumn } from './issue-list';
import { readIssueSheet } from './read-issue-sheet';
import { sheetPrefix, textLiteral } from './sheet-reference';
import { ROLLUP_TEXTS, type IssueStatus, type RollupTexts } from './texts';

/** The rows of 问题清单 that counts of findings are made over. */
export interface IssueTable {
  readonly sheetName: string;
  /** Columns of the rows counted, whole. */
  readonly ranges: Readonly<Record<'unit' | 'severity' | 'status', CellRange>>;
  readonly rows: readonly { readonly unit: string; readonly severity: string; readonly status: string }[];
  /** The language that it is written in. */
  readonly texts: RollupTexts;
}

/** Findings with one of these are no longer to be dealt with and do not count. */
const SETTLED: readonly IssueStatus[] = ['corrected', 'ignored'];

/**
 * The rows of a plan that stand for findings of its review.
 *
 * @param findings how many; kept rows of older findings stand below them and do not count
 * @param sheetName the worksheet's name in the workbook
 * @returns `null` where there is none to count
 */
export function issueTableOfPlan(
  plan: SheetPlan,
  findings: number,
  sheetName: string,
  locale: Locale,
): IssueTable | null {
  if (findings === 0) return null;
  const at = (row: SheetPlan['rows'][number], column: 'unit' | 'severity' | 'status'): string =>
    String(row[issueColumn(column)]?.value ?? '');
  return {
    sheetName,
    ranges: rangesOf(FIRST_ROW, findings, issueColumn),
    rows: plan.rows.slice(FIRST_ROW, FIRST_ROW + findings).map((row) => ({
      unit: at(row, 'unit'),
      severity: at(row, 'severity'),
      status: at(row, 'status'),
    })),
    texts: ROLLUP_TEXTS[locale],
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
  const rows = list.rows.slice(0, findings.length);
  const first = rows[0]?.row ?? 0;
  const together = rows.every(({ row }, i) => row === first + i);
  const listed = rows.map(({ key }) => plainKey(key)).sort();
  const wanted = findings.map((finding) => plainKey(keyOfFinding(finding))).sort();
  if (!together || listed.join('\n') !== wanted.join('\n')) return null;
  const texts = Object.values(ROLLUP_TEXTS).find(({ severities }) =>
    rows.every((row) => Object.values(severities).includes(row.texts.severity)),
  );
  if (!texts) return null;
  return {
    sheetName: sheet.name,
    ranges: rangesOf(first, rows.length, (column) => list.columns[column]),
    rows: rows.map((row) => ({
      unit: row.texts.unit,
      severity: row.texts.severity,
      status: row.texts.status,
    })),
    texts,
  };
}

/** The key without the status that was written. */
function plainKey(key: IssueKey): string {
  return writeKey({ ...key, written: 'pending' });
}

/** How many rows of a unit and a severity are still to be dealt with. */
export function countIssues(table: IssueTable, unit: string, severity: Severity): number {
  const { severities, statuses } = table.texts;
  const settled = SETTLED.map((status) => statuses[status]);
  return table.rows.filter(
    (row) => row.unit === unit && row.severity === severities[severity] && !settled.includes(row.status),
  ).length;
}

/**
 * The formula of such a count.
 *
 * @param unitCell A1 address, in the formula's own sheet, of the unit's name
 * @param unit the name itself: what a criterion of COUNTIFS would read as an operator, a wildcard or a number is
 *   compared by EXACT
 */
export function countFormula(table: IssueTable, unitCell: string, unit: string, severity: Severity): string {
  const { texts } = table;
  const prefix = sheetPrefix(table.sheetName);
  const range = (column: 'unit' | 'severity' | 'status'): string =>
    prefix + toAbsoluteAddress(table.ranges[column]);
  const settled = SETTLED.map((status) => texts.statuses[status]);
  const word = texts.severities[severity];
  if (isPlainCriterion(unit) && !hasLookalike(table, unit)) {
    const excluded = settled.map((status) => `${range('status')},${textLiteral(`<>${status}`)}`);
    return `=COUNTIFS(${range('unit')},${unitCell},${range('severity')},${textLiteral(word)},${excluded.join(',')})`;
  }
  const excluded = settled.map((status) => `(${range('status')}<>${textLiteral(status)})`);
  return `=SUMPRODUCT(EXACT(${range('unit')},${unitCell})*(${range('severity')}=${textLiteral(word)})*${excluded.join('*')})`;
}

/** Whether COUNTIFS takes the text for nothing but itself. */
function isPlainCriterion(text: string): boolean {
  return (
    text.length <= 250 && /^[（(]?\p{L}/u.test(text) && !/[*?~]/.test(text) && !/^(?:true|false)$/i.test(text)
  );
}

/** COUNTIFS does not tell capital letters from small ones. */
function hasLookalike(table: IssueTable, unit: string): boolean {
  const folded = unit.toLowerCase();
  return table.rows.some((row) => row.unit !== unit && row.unit.toLowerCase() === folded);
}

function rangesOf(
  firstRow: number,
  count: number,
  columnOf: (column: 'unit' | 'severity' | 'status') => number,
): IssueTable['ranges'] {
  const of = (name: 'unit' | 'severity' | 'status'): CellRange => ({
    firstRow,
    lastRow: firstRow + count - 1,
    firstColumn: columnOf(name),
    lastColumn: columnOf(name),
  });
  return { unit: of('unit'), severity: of('severity'), status: of('status') };
}
