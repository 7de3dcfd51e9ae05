import type { AnnexView } from '../annex/annex';
import type { Locale } from '../language';
import { toAddress } from '../sheet/address';
import { LONGEST_MESSAGE, shortened } from '../sheet/shortened';
import type { PlanLink, PlanStyle, SheetPlan } from '../sheet/sheet-plan';
import { CellTexts } from './cell-texts';
import { commonHead } from './common-head';
import { FieldLabels } from './field-labels';
import { FIRST_ROW, frameOf, rowRange, type PlanRow } from './frame';
import { issueEntries } from './issue-entries';
import type { IssueFinding } from './issue-key';
import { issueTexts, type FindingWords } from './issue-texts';
import { LONGEST_CELL_TEXT } from './longest-text';
import { asText, LOOKS, StyleBook } from './style-book';
import { ISSUE_COLUMNS, ISSUE_STATUSES, ROLLUP_TEXTS, type IssueColumn, type RollupTexts } from './texts';

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
  field: asText(LOOKS.text),
  cell: asText({ ...LOOKS.link, wrap: true }),
  count: LOOKS.count,
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
  sequence: 5,
  unit: 14,
  project: 18,
  field: 15,
  cell: 10,
  count: 5,
  original: 19,
  problem: 34,
  suggestion: 26,
  severity: 7,
  rule: 13,
  status: 9,
  feedback: 16,
  key: 12,
};

/** What counts and finds rows again is kept as long as a cell takes it; everything else is there to be read. */
const LENGTHS: Partial<Record<IssueColumn, number>> = { unit: LONGEST_CELL_TEXT, key: LONGEST_CELL_TEXT };

/**
 * 问题清单: one row a finding, or a habit of a unit with the number of its cells (处数), in the order given, each with a link to
 * its first cell, a status to choose and room for the unit's answer. The last column, hidden, is the key by which `keepReviewerInput` finds the row again.
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
  const found = options.found ?? annexes;
  const named = { cells: new CellTexts(found), fields: new FieldLabels(found, options.locale) };
  const { year, department } = commonHead(annexes);
  const frame = frameOf(
    {
      title: texts.issueTitle(year),
      left: department === null ? '' : texts.department(department),
      right: texts.reviewedOn(options.date),
      headings: ISSUE_COLUMNS.map((column) => texts.issueColumns[column]),
    },
    styles,
  );
  const links: PlanLink[] = [];
  const entries = issueEntries(findings, texts);
  const rows: PlanRow[] = entries.map((entry, i) => {
    const contents = issueTexts(entry, i + 1, named, texts, options.words);
    const { cell, sheetName } = entry.key;
    const address = toAddress(cell.row, cell.column);
    links.push({
      row: FIRST_ROW + i,
      column: issueColumn('cell'),
      sheetName,
      address,
      tooltip: texts.goToCell(sheetName, address),
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
      entries.length > 0 ? frame.merges : [...frame.merges, rowRange(FIRST_ROW, 0, ISSUE_COLUMNS.length - 1)],
    columnWidths: ISSUE_COLUMNS.map((column) => WIDTHS[column]),
    hiddenColumns: [issueColumn('key')],
    rowHeights: frame.rowHeights,
    freeze: { rows: FIRST_ROW, columns: 0 },
    links,
    choices: entries.length > 0 ? [statusChoice(FIRST_ROW + entries.length - 1, texts)] : [],
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
