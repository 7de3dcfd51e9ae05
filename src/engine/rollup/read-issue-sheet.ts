import { isCellError, isUnknown } from '../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { readKey, type IssueKey } from './issue-key';
import { ISSUE_COLUMNS, readIssueColumn, type IssueColumn } from './texts';

/** A row of a 问题清单 as it stands in the workbook, with what the reviewer made of it. */
export interface IssueRow {
  /** 0-based sheet row. */
  readonly row: number;
  readonly key: IssueKey;
  readonly texts: Readonly<Record<IssueColumn, string>>;
  /** How many cells it is of; 1 where the list has no such column. */
  readonly count: number;
}

/** A 问题清单 as it stands in the workbook. */
export interface IssueSheet {
  /** 0-based sheet column of each column; reviewers insert and move columns. */
  readonly columns: Readonly<Record<IssueColumn, number>>;
  /** In the order of the sheet. Rows without a key are not ours. */
  readonly rows: readonly IssueRow[];
}

/** Reads a 问题清单 back; `null` where its headings cannot be found. Sorted and filtered rows are no matter. */
export function readIssueSheet(sheet: SheetSnapshot): IssueSheet | null {
  const heading = findHeadings(sheet);
  if (!heading) return null;
  const { columns } = heading;
  const rows: IssueRow[] = [];
  for (let row = heading.row + 1; row < sheet.firstRow + sheet.rowCount; row++) {
    const key = readKey(textAt(sheet, row, columns.key));
    if (!key) continue;
    const texts = Object.fromEntries(
      ISSUE_COLUMNS.map((column) => [column, textAt(sheet, row, columns[column])]),
    ) as Record<IssueColumn, string>;
    const count = Number(texts.count);
    rows.push({ row, key, texts, count: columns.count < 0 || !Number.isInteger(count) ? 1 : count });
  }
  return { columns, rows };
}

function findHeadings(sheet: SheetSnapshot): { row: number; columns: Record<IssueColumn, number> } | null {
  for (let row = sheet.firstRow; row < sheet.firstRow + sheet.rowCount; row++) {
    const columns: Partial<Record<IssueColumn, number>> = {};
    for (let column = sheet.firstColumn; column < sheet.firstColumn + sheet.columnCount; column++) {
      const name = readIssueColumn(textAt(sheet, row, column));
      if (name !== null) columns[name] ??= column;
    }
    if (columns.key === undefined || columns.status === undefined) continue;
    // A column that the reviewer deleted reads as blank.
    return {
      row,
      columns: Object.fromEntries(ISSUE_COLUMNS.map((name) => [name, columns[name] ?? -1])) as Record<
        IssueColumn,
        number
      >,
    };
  }
  return null;
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  if (column < 0) return '';
  const value = valueAt(sheet, row, column);
  if (value === null || isUnknown(value)) return '';
  return isCellError(value) ? value.error : String(value);
}
