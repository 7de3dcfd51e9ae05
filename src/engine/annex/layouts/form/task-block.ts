import type { FieldId } from '../../field-id';
import { readTextNumber } from '../../values/number-cell';
import { readLabel } from '../../text';
import type { FormDraft } from './form-draft';
import type { FormCell, FormSheet } from './form-sheet';
import { isTaskLabel, isTotalLabel, moneyField } from './form-terms';

/**
 * The labels over the tasks of a department with what each of them cost: names and contents of tasks to the left, money
 * to the right, parted by source or not. 0-based sheet positions.
 */
export interface TaskHeader {
  readonly lastRow: number;
  /** The first column of money: names stand to the left of it. */
  readonly firstColumn: number;
  readonly columns: readonly TaskColumn[];
  /** So many texts a task has at most. */
  readonly texts: number;
}

interface TaskColumn {
  readonly labels: readonly FormCell[];
  readonly field: FieldId;
}

/** Reads a row, and the parts of its money in the row below, as the labels over tasks; `null` where it is none. */
export function taskHeaderAt(form: FormSheet, row: number): TaskHeader | null {
  const cells = form.begun(row);
  const name = cells.findIndex(({ text }) => isTaskLabel(text));
  if (name < 0) return null;
  const columns = cells.slice(name + 1).flatMap((label, i, labels) => {
    // Without merged cells a label stands over the blanks to its right.
    const next = labels[i + 1]?.firstColumn ?? Infinity;
    return columnsUnder(form, label, next);
  });
  const [first] = columns;
  if (!first || columns.length < 2) return withoutMoney(cells.slice(name));
  const lastRow = Math.max(...columns.flatMap(({ labels }) => labels.map((label) => label.lastRow)));
  return { lastRow, firstColumn: first.labels[0]!.firstColumn, columns, texts: 2 };
}

/** What stands beside the name of a task where nothing is said of its money. Folded names. */
const OF_TASKS = /^(?:主要|具体|任务|工作){0,2}(?:内容|措施|举措|完成情况|简介|描述)$/;

/** "任务名称 | 主要内容": tasks whose money is told elsewhere, or not at all. */
function withoutMoney(cells: readonly FormCell[]): TaskHeader | null {
  // The label of the block may be called like that of the names: 年度主要任务 | 任务名称.
  const last = cells.reduce((at, { text }, i) => (isTaskLabel(text) ? i : at), 0);
  const [name, ...others] = cells.slice(last);
  if (others.length === 0 || !others.every(({ text }) => OF_TASKS.test(readLabel(text).name))) return null;
  return { lastRow: name!.lastRow, firstColumn: Infinity, columns: [], texts: others.length + 1 };
}

/** A label of money, or the sources below it, left of the column of the next label. */
function columnsUnder(form: FormSheet, label: FormCell, next: number): TaskColumn[] {
  const base = form.features(label)?.money;
  if (!base) return [];
  const parts = label.lastRow < form.lastRow ? form.begun(label.lastRow + 1) : [];
  const sources = parts
    .filter(({ firstColumn }) => label.firstColumn <= firstColumn && firstColumn < next)
    .flatMap((part): TaskColumn[] => {
      const fund = form.features(part)?.fund;
      const field = fund === undefined ? null : moneyField(base, fund);
      return field === null ? [] : [{ labels: [label, part], field }];
    });
  return sources.length > 0 ? sources : [{ labels: [label], field: base }];
}

/**
 * Reads the sum of the tasks: it is what the department had and spent. What single tasks cost is noted as cells that
 * nobody read.
 *
 * @returns the 0-based first row below the tasks
 */
export function readTasks(form: FormSheet, header: TaskHeader, draft: FormDraft): number {
  let row = header.lastRow + 1;
  for (; row <= form.lastRow && !form.isBlank(row); row++) {
    const names = form.begun(row).filter(({ firstColumn }) => firstColumn < header.firstColumn);
    const total = names.find(({ text }) => isTotalLabel(text.replace(/^金额/, '')));
    if (!total && !isTask(form, header, row)) break;
    for (const { field, labels } of header.columns) {
      const cell = form.at(row, labels[labels.length - 1]!.firstColumn);
      if (cell.firstRow < row) continue;
      if (total) draft.put(field, cell, [...labels, total]);
      else if (typeof cell.value === 'number')
        draft.putUnknown(cell, [...names.slice(0, 1), labels[labels.length - 1]!]);
    }
    if (total) return row + 1;
  }
  return row;
}

/** A row with amounts, or one that the template left for a further task. */
function isTask(form: FormSheet, { firstColumn, columns, texts }: TaskHeader, row: number): boolean {
  const cells = form.begun(row);
  const inMoney = cells.filter((cell) => cell.firstColumn >= firstColumn);
  if (inMoney.length === 0)
    return cells.every((cell) => cell.text === '' || form.features(cell) === null) && cells.length <= texts;
  return inMoney.every(
    ({ firstColumn: at, value, text }) =>
      columns.some(({ labels }) => labels[labels.length - 1]!.firstColumn === at) &&
      (typeof value === 'number' || readTextNumber(text) !== null),
  );
}
