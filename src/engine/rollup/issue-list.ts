import type { AnnexView } from '../annex/annex';
import type { Locale } from '../language';
import type { Finding } from '../rule/finding';
import { toAddress } from '../sheet/address';
import { LONGEST_MESSAGE, shortened } from '../sheet/shortened';
import type { PlanLink, PlanStyle, SheetPlan } from '../sheet/sheet-plan';
import { CellTexts } from './cell-texts';
import { FIRST_ROW, frameOf, rowRange, type PlanRow } from './frame';
import { keyOfFinding, statusOf, writeKey, type IssueFinding } from './issue-key';
import { asText, LOOKS, StyleBook } from './style-book';
import { ISSUE_COLUMNS, ISSUE_STATUSES, ROLLUP_TEXTS, type IssueColumn, type RollupTexts } from './texts';
import { unitOfFinding } from './units';

/** Texts of findings, which the rollup itself does not make. */
export interface FindingWords {
  /** What is wrong. */
  problem(finding: Finding): string;
  /** What each fix and suggestion would do, the best first. */
  suggestions(finding: Finding): readonly string[];
  /** The name of a rule. */
  rule(id: string): string;
}

export interface RollupOptions {
  readonly locale: Locale;
  /** The day of the review, in local time. */
  readonly date: Date;
}

export interface IssueListOptions extends RollupOptions {
  readonly words: FindingWords;
  /** The annexes as they were when the findings were made; absent: as they are now. */
  readonly found?: readonly AnnexView[];
}

/** 0-based column of each column of 问题清单. */
export function issueColumn(column: IssueColumn): number {
  return ISSUE_COLUMNS.indexOf(column);
}

export const ISSUE_LOOKS: Readonly<Record<IssueColumn, PlanStyle>> = {
  sequence: LOOKS.centred,
  unit: asText(LOOKS.text),
  project: asText(LOOKS.text),
  cell: asText(LOOKS.link),
  original: asText(LOOKS.text),
  problem: asText(LOOKS.text),
  suggestion: asText(LOOKS.text),
  severity: LOOKS.centred,
  rule: LOOKS.text,
  status: LOOKS.centred,
  feedback: asText(LOOKS.text),
  key: asText(LOOKS.key),
};

const WIDTHS: Readonly<Record<IssueColumn, number>> = {
  sequence: 6,
  unit: 16,
  project: 22,
  cell: 9,
  original: 22,
  problem: 40,
  suggestion: 26,
  severity: 9,
  rule: 16,
  status: 10,
  feedback: 22,
  key: 12,
};

/** Excel's longest text in a cell is 32,767 characters. */
const LONGEST_TEXT = 32_000;

/** What counts and finds rows again is kept as long as a cell takes it; everything else is there to be read. */
const LENGTHS: Partial<Record<IssueColumn, number>> = { unit: LONGEST_TEXT, key: LONGEST_TEXT };

/**
 * 问题清单: one row a finding, in the order given, each with a link to its cell, a status to choose and room for
 * the unit's answer. The last column, hidden, is the key by which `keepReviewerInput` finds the row again.
 *
 * @param annexes for the title's year and the department, and for what the cells say unless `found` does
 */
export function issueList(
  annexes: readonly AnnexView[],
  findings: readonly IssueFinding[],
  options: IssueListOptions,
): SheetPlan {
  const texts = ROLLUP_TEXTS[options.locale];
  const styles = new StyleBook();
  const cells = new CellTexts(options.found ?? annexes);
  const department = annexes.find((annex) => annex.department !== null)?.department ?? null;
  const frame = frameOf(
    {
      title: texts.issueTitle(annexes.find((annex) => annex.year !== null)?.year ?? null),
      left: department === null ? '' : texts.department(department),
      right: texts.reviewedOn(options.date),
      headings: ISSUE_COLUMNS.map((column) => texts.issueColumns[column]),
    },
    styles,
  );
  const links: PlanLink[] = [];
  const rows: PlanRow[] = findings.map((finding, i) => {
    const contents = contentsOf(finding, i + 1, cells, texts, options.words);
    links.push({
      row: FIRST_ROW + i,
      column: issueColumn('cell'),
      sheetName: finding.sheetName,
      address: contents.cell,
      tooltip: texts.goToCell(finding.sheetName, contents.cell),
    });
    return ISSUE_COLUMNS.map((column) => {
      const value = contents[column];
      return {
        value: typeof value === 'string' ? shortened(value, LENGTHS[column] ?? LONGEST_MESSAGE) : value,
        style: styles.index(ISSUE_LOOKS[column]),
      };
    });
  });
  if (rows.length === 0) rows.push([{ value: texts.noIssues, style: styles.index(LOOKS.note) }]);
  return {
    key: 'issue-list',
    name: texts.sheetNames['issue-list'],
    rows: [...frame.rows, ...rows],
    styles: styles.styles,
    merges:
      findings.length > 0
        ? frame.merges
        : [...frame.merges, rowRange(FIRST_ROW, 0, ISSUE_COLUMNS.length - 1)],
    columnWidths: ISSUE_COLUMNS.map((column) => WIDTHS[column]),
    hiddenColumns: [issueColumn('key')],
    rowHeights: frame.rowHeights,
    freeze: { rows: FIRST_ROW, columns: 0 },
    links,
    choices: findings.length > 0 ? [statusChoice(FIRST_ROW + findings.length - 1, texts)] : [],
    charts: [],
    print: frame.print,
  };
}

/** The drop-down of 处理状态 down to a 0-based row. */
export function statusChoice(lastRow: number, texts: RollupTexts): SheetPlan['choices'][number] {
  const column = issueColumn('status');
  return {
    range: { firstRow: FIRST_ROW, lastRow, firstColumn: column, lastColumn: column },
    values: ISSUE_STATUSES.map((status) => texts.statuses[status]),
  };
}

function contentsOf(
  finding: IssueFinding,
  sequence: number,
  cells: CellTexts,
  texts: RollupTexts,
  words: FindingWords,
): Readonly<Record<Exclude<IssueColumn, 'sequence'>, string>> & { readonly sequence: number } {
  const { sheetId, cell, actual } = finding;
  return {
    sequence,
    unit: unitOfFinding(finding, texts),
    project: finding.project ?? '',
    cell: toAddress(cell.row, cell.column),
    original: cells.at(sheetId, cell) ?? (typeof actual === 'string' ? actual : ''),
    problem: words.problem(finding),
    suggestion: suggestionOf(finding, texts, words),
    severity: texts.severities[finding.severity],
    rule: words.rule(finding.rule),
    status: texts.statuses[statusOf(finding)],
    feedback: '',
    key: writeKey(keyOfFinding(finding)),
  };
}

function suggestionOf(finding: IssueFinding, texts: RollupTexts, words: FindingWords): string {
  if (finding.state === 'ignored' && finding.ignoredBecause)
    return texts.ignoredBecause(finding.ignoredBecause);
  const suggestion = words.suggestions(finding).join(texts.or) || texts.askUnit;
  return finding.receivedDismissal
    ? texts.saidToBeIgnored(suggestion, finding.receivedDismissal.reason)
    : suggestion;
}
