import type { Locale } from '../language';
import { toAddress } from '../sheet/address';
import type { OwnSheetKey, PlanLink, SheetPlan } from '../sheet/sheet-plan';
import type { SheetSnapshot } from '../sheet/snapshot';
import { HEADING_ROW, type PlanRow } from './frame';
import { writeKey } from './issue-key';
import { ISSUE_LOOKS, issueColumn, statusChoice } from './issue-list';
import { keepTypedCells } from './keep-typed-cells';
import type { ListedFinding } from './listed-findings';
import { matchHabitRows } from './match-habit-rows';
import { matchIssueRows } from './match-issue-rows';
import { readIssueSheet, type IssueRow } from './read-issue-sheet';
import { StyleBook } from './style-book';
import { ISSUE_COLUMNS, ROLLUP_TEXTS, type RollupTexts } from './texts';
import {
  hasInput,
  inLanguage,
  statusIsTyped,
  typedInput,
  type Contribution,
  type TypedInput,
} from './typed-input';
import { readWrittenSheet } from './written-sheet';

export interface KeepOptions {
  /** The language of the plan. */
  readonly locale: Locale;
  /** The findings that the plan lists. */
  readonly listed: readonly ListedFinding[];
  /** The worksheets whose findings the plan lists: of them, findings that are gone have been dealt with. */
  readonly reviewedSheets: readonly string[];
  /** Names of the workbook's sheets: links are made to these only. */
  readonly sheetNames?: readonly string[];
}

/**
 * Carries over what a person typed into the 问题清单 that a plan will replace: 处理状态, 单位反馈, and what stands beside and
 * below the table.
 *
 * Which finding a row belongs to, `matchIssueRows` tells, and of the rows of habits `matchHabitRows`. Rows with something typed whose finding is gone, or is of
 * another worksheet, are kept below the findings: nothing that anyone typed is lost.
 */
export function keepReviewerInput(plan: SheetPlan, old: SheetSnapshot, options: KeepOptions): SheetPlan {
  const written = readWrittenSheet('issue-list', old);
  const sheet = written && readIssueSheet(old);
  if (!sheet) return plan;
  const texts = ROLLUP_TEXTS[options.locale];
  const { listed } = options;
  const given = contributionsTo(listed, sheet.rows);
  const cellsOf = countBy(listed, ({ index }) => index);
  const crowded = new Set<IssueRow>();
  const rows = plan.rows.map((cells, index) => {
    const contributions = given.get(index);
    if (!contributions) return cells;
    const input = typedInput(contributions, cellsOf.get(index) ?? 1, texts);
    for (const old of input.left) crowded.add(old);
    return withInput(cells, input);
  });
  const places = new Map<number, number>();
  for (const [index, contributions] of given)
    for (const { old } of contributions) if (!places.has(old.row)) places.set(old.row, index);
  const beside = new Set(written.foreign.map(({ row }) => row));
  const left = sheet.rows.filter((row) =>
    places.has(row.row) ? crowded.has(row) : hasInput(row) || beside.has(row.row),
  );
  left.forEach(({ row }, i) => places.set(row, plan.rows.length + i));
  places.set(written.headingRow, HEADING_ROW);
  const kept = { ...plan, rows };
  const full = left.length === 0 ? kept : append(kept, left, crowded, texts, options);
  return keepTypedCells(full, old, written, (row) => places.get(row) ?? null);
}

/** The rows that were there by the rows of the plan that they belong to. */
export function contributionsTo(
  listed: readonly ListedFinding[],
  old: readonly IssueRow[],
): ReadonlyMap<number, readonly Contribution[]> {
  const given = new Map<number, Contribution[]>();
  const give = (index: number, contribution: Contribution): void => {
    const others = given.get(index);
    if (others) others.push(contribution);
    else given.set(index, [contribution]);
  };
  const single = matchIssueRows(
    listed,
    old.filter(({ key }) => key.habit === null),
  );
  const known = new Set(single.map(({ fresh }) => fresh));
  const habits = old.filter(({ key }) => key.habit !== null);
  for (const { index, old } of matchHabitRows(listed, habits, known)) give(index, { old, finding: null });
  for (const { fresh, old } of single) give(fresh.index, { old, finding: fresh });
  return given;
}

/** Whether a person has typed anything into a rollup sheet: a status, an answer, or anything beside or below the table. */
export function hasReviewerInput(key: OwnSheetKey, sheet: SheetSnapshot): boolean {
  if ((readWrittenSheet(key, sheet)?.foreign.length ?? 0) > 0) return true;
  return key === 'issue-list' && (readIssueSheet(sheet)?.rows.some(hasInput) ?? false);
}

function withInput(cells: SheetPlan['rows'][number], { status, feedback }: TypedInput): PlanRow {
  const row = [...cells];
  const put = (column: 'status' | 'feedback', value: string | null): void => {
    if (value !== null) row[issueColumn(column)] = { ...row[issueColumn(column)], value };
  };
  put('status', status);
  put('feedback', feedback);
  return row;
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/**
 * Puts the rows of old findings below the new ones. Of worksheets that were reviewed no cell is left of them, which the
 * column of counts says.
 *
 * @param present rows whose findings are still there
 */
function append(
  plan: SheetPlan,
  left: readonly IssueRow[],
  present: ReadonlySet<IssueRow>,
  texts: RollupTexts,
  options: KeepOptions,
): SheetPlan {
  const rows: PlanRow[] = plan.rows.map((row) => [...row]);
  const styles = new StyleBook(plan.styles);
  const links: PlanLink[] = [...plan.links];
  const first = plan.links.length + 1;
  left.forEach((old, i) => {
    const { key } = old;
    const gone = options.reviewedSheets.includes(key.sheetName) && !present.has(old);
    const dealtWith = gone && !statusIsTyped(key, old.texts.status);
    const status = dealtWith ? texts.statuses.corrected : inLanguage(old.texts.status, texts);
    const contents = {
      ...old.texts,
      sequence: first + i,
      count: gone ? 0 : old.count,
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
