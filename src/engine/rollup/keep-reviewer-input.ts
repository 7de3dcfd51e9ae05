import type { Locale } from '../language';
import { columnLetters, toAddress } from '../sheet/address';
import type { OwnSheetKey, PlanCell, PlanLink, SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { FIRST_ROW, HEADING_ROW, type PlanRow } from './frame';
import { readKey, writeKey, type IssueKey } from './issue-key';
import { ISSUE_LOOKS, issueColumn, statusChoice } from './issue-list';
import { keepTypedCells } from './keep-typed-cells';
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
 * A row belongs to the finding of the same rule in the same cell and project; where rows were inserted into the
 * annex, to the finding of the same rule, project and column. Rows with something typed whose finding is gone,
 * or is of another worksheet, are kept below the findings: nothing that anyone typed is lost.
 */
export function keepReviewerInput(plan: SheetPlan, old: SheetSnapshot, options: KeepOptions): SheetPlan {
  const written = readWrittenSheet('issue-list', old);
  const sheet = written && readIssueSheet(old);
  if (!sheet) return plan;
  const texts = ROLLUP_TEXTS[options.locale];
  const fresh = plan.rows.slice(FIRST_ROW).flatMap((cells, i): FreshRow[] => {
    const key = readKey(textOf(cells[issueColumn('key')]));
    return key ? [{ index: FIRST_ROW + i, key, project: textOf(cells[issueColumn('project')]) }] : [];
  });
  const matches = matchRows(fresh, sheet.rows);
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

interface FreshRow {
  readonly index: number;
  readonly key: IssueKey;
  readonly project: string;
}

/** Which old row belongs to which row of the plan, the surest matches first. */
function matchRows(fresh: readonly FreshRow[], old: readonly IssueRow[]): Map<number, IssueRow> {
  const matches = new Map<number, IssueRow>();
  const taken = new Set<IssueRow>();
  const pass = (nameFresh: (row: FreshRow) => string, nameOld: (row: IssueRow) => string | null): void => {
    const waiting = new Map<string, IssueRow[]>();
    for (const row of old) {
      const name = taken.has(row) ? null : nameOld(row);
      if (name === null) continue;
      const queue = waiting.get(name);
      if (queue) queue.push(row);
      else waiting.set(name, [row]);
    }
    for (const row of fresh) {
      const match = matches.has(row.index) ? undefined : waiting.get(nameFresh(row))?.shift();
      if (!match) continue;
      matches.set(row.index, match);
      taken.add(match);
    }
  };
  const cell = ({ rule, cell, sheetName }: IssueKey): string =>
    [rule, toAddress(cell.row, cell.column), sheetName].join('\n');
  const column = ({ rule, cell, sheetName }: IssueKey): string =>
    [rule, columnLetters(cell.column), sheetName].join('\n');
  pass(
    (row) => [cell(row.key), row.key.message, row.project].join('\n'),
    (row) => [cell(row.key), row.key.message, row.texts.project].join('\n'),
  );
  pass(
    (row) => [cell(row.key), row.project].join('\n'),
    (row) => [cell(row.key), row.texts.project].join('\n'),
  );
  pass(
    (row) => [column(row.key), row.project].join('\n'),
    (row) => [column(row.key), row.texts.project].join('\n'),
  );
  // Same rule and cell under another name: the project was renamed, unless the old name is still about.
  const projects = new Set(fresh.map((row) => row.project));
  pass(
    (row) => cell(row.key),
    (row) => (projects.has(row.texts.project) ? null : cell(row.key)),
  );
  return matches;
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
