import type { Locale } from '../language';
import { toAddress } from '../sheet/address';
import type { OwnSheetKey, PlanCell, PlanLink, SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { FIRST_ROW, HEADING_ROW, type PlanRow } from './frame';
import { readKey, writeKey, type IssueKey } from './issue-key';
import { ISSUE_LOOKS, issueColumn, statusChoice } from './issue-list';
import { keepTypedCells } from './keep-typed-cells';
import { matchIssueRows, type FreshRow } from './match-issue-rows';
import { readIssueSheet, type IssueRow } from './read-issue-sheet';
import { StyleBook } from './style-book';
import { ISSUE_COLUMNS, readStatus, ROLLUP_TEXTS, type RollupTexts } from './texts';
import { readWrittenSheet } from './written-sheet';

export interface KeepOptions {
  /** The language of the plan. */
  readonly locale: Locale;
  /** The worksheets whose findings the plan lists: of them, findings that are gone have been dealt with. */
  readonly reviewedSheets: readonly string[];
  /** Names of the workbook's sheets: links are made to these only. */
  readonly sheetNames?: readonly string[];
}

/**
 * Carries over what a person typed into the 问题清单 that a plan will replace: 处理状态, 单位反馈, and what stands beside and
 * below the table.
 *
 * Which finding a row belongs to, `matchIssueRows` tells. Rows with something typed whose finding is gone, or is of
 * another worksheet, are kept below the findings: nothing that anyone typed is lost.
 */
export function keepReviewerInput(plan: SheetPlan, old: SheetSnapshot, options: KeepOptions): SheetPlan {
  const written = readWrittenSheet('issue-list', old);
  const sheet = written && readIssueSheet(old);
  if (!sheet) return plan;
  const texts = ROLLUP_TEXTS[options.locale];
  const fresh = plan.rows.slice(FIRST_ROW).flatMap((cells, i): FreshRow[] => {
    const key = readKey(textOf(cells[issueColumn('key')]));
    if (!key) return [];
    const text = (column: 'project' | 'original' | 'problem'): string => textOf(cells[issueColumn(column)]);
    const texts = { project: text('project'), original: text('original'), problem: text('problem') };
    return [{ index: FIRST_ROW + i, key, texts }];
  });
  const matches = matchIssueRows(fresh, sheet.rows);
  const rows = plan.rows.map((cells, index) => {
    const match = matches.get(index);
    return match ? withInput(cells, match, texts) : cells;
  });
  const taken = new Set(matches.values());
  const beside = new Set(written.foreign.map(({ row }) => row));
  const left = sheet.rows.filter((row) => !taken.has(row) && (hasInput(row) || beside.has(row.row)));
  const kept = { ...plan, rows };
  const places = new Map([...matches].map(([index, { row }]) => [row, index]));
  left.forEach(({ row }, i) => places.set(row, plan.rows.length + i));
  places.set(written.headingRow, HEADING_ROW);
  const full = left.length === 0 ? kept : append(kept, left, fresh.length, texts, options);
  return keepTypedCells(full, old, written, (row) => places.get(row) ?? null);
}

/** Whether a person has typed anything into a rollup sheet: a status, an answer, or anything beside or below the table. */
export function hasReviewerInput(key: OwnSheetKey, sheet: SheetSnapshot): boolean {
  if ((readWrittenSheet(key, sheet)?.foreign.length ?? 0) > 0) return true;
  return key === 'issue-list' && (readIssueSheet(sheet)?.rows.some(hasInput) ?? false);
}

/** Whether anyone typed into the row: an answer, or another status than we wrote. */
function hasInput({ key, texts }: IssueRow): boolean {
  return texts.feedback.trim() !== '' || statusIsTyped(key, texts.status);
}

function statusIsTyped(key: IssueKey, status: string): boolean {
  return status.trim() !== '' && readStatus(status) !== key.written;
}

function withInput(cells: SheetPlan['rows'][number], old: IssueRow, texts: RollupTexts): PlanRow {
  const row = [...cells];
  const put = (column: 'status' | 'feedback', value: string): void => {
    row[issueColumn(column)] = { ...row[issueColumn(column)], value };
  };
  if (statusIsTyped(old.key, old.texts.status)) put('status', inLanguage(old.texts.status, texts));
  if (old.texts.feedback !== '') put('feedback', old.texts.feedback);
  return row;
}

/** A status in the plan's language; one of the reviewer's own stays as typed. */
function inLanguage(status: string, texts: RollupTexts): string {
  const known = readStatus(status);
  return known ? texts.statuses[known] : status;
}

/** Puts the rows of old findings below the new ones. */
function append(
  plan: SheetPlan,
  left: readonly IssueRow[],
  findings: number,
  texts: RollupTexts,
  options: KeepOptions,
): SheetPlan {
  const rows: PlanRow[] = plan.rows.map((row) => [...row]);
  const styles = new StyleBook(plan.styles);
  const links: PlanLink[] = [...plan.links];
  left.forEach((old, i) => {
    const { key } = old;
    const dealtWith = options.reviewedSheets.includes(key.sheetName) && !statusIsTyped(key, old.texts.status);
    const status = dealtWith ? texts.statuses.corrected : inLanguage(old.texts.status, texts);
    const contents = {
      ...old.texts,
      sequence: findings + i + 1,
      status,
      // A status of our own making must not look like the reviewer's next time.
      key: writeKey(dealtWith ? { ...key, written: 'corrected' } : key),
    };
    const address = toAddress(key.cell.row, key.cell.column);
    if (options.sheetNames === undefined || options.sheetNames.includes(key.sheetName)) {
      links.push({
        row: rows.length,
        column: issueColumn('cell'),
        sheetName: key.sheetName,
        address,
        tooltip: texts.goToCell(key.sheetName, address),
      });
    }
    rows.push(
      ISSUE_COLUMNS.map((column) => ({
        value: contents[column],
        style: styles.index(ISSUE_LOOKS[column]),
      })),
    );
  });
  return {
    ...plan,
    rows,
    styles: styles.styles,
    links,
    choices: [statusChoice(rows.length - 1, texts)],
  };
}

function textOf(cell: PlanCell | null | undefined): string {
  return typeof cell?.value === 'string' ? cell.value : '';
}
