import type { Severity } from '../severity';
import type { ListedFinding } from './listed-findings';
import type { IssueRow } from './read-issue-sheet';
import { ROLLUP_TEXTS } from './texts';
import { unitName } from './units';

/** A row of a habit that was there, and a row of the plan that it belongs to. */
export interface HabitPair {
  /** 0-based row of the plan. */
  readonly index: number;
  readonly old: IssueRow;
}

/**
 * Which rows of habits that were there belong to which rows of the plan. A habit is known by rule, message, unit and what its
 * findings share, never by its cells, which come and go. So it counts, the surest first,
 *
 * - a habit of which the same status was written, of the same severity if there are several;
 * - the habit, whatever became of it;
 * - the habit under another name of the unit, where one was renamed;
 * - of what is left, another row of the habit: what was typed of a part of it is not lost. What was corrected stays by itself;
 * - findings that are alone now and that the habit was of, as long as there are no more of them than it had cells.
 *
 * @param fresh the findings of the plan's rows
 * @param known those of which a row of their own was there
 */
export function matchHabitRows(
  fresh: readonly ListedFinding[],
  old: readonly IssueRow[],
  known: ReadonlySet<ListedFinding>,
): readonly HabitPair[] {
  const rows = habitRows(fresh);
  const [pairs, before] = [[] as HabitPair[], new Set(inUse(old))];
  const waiting = new Set(rows);
  const pair = (row: HabitRow, one: IssueRow): void => {
    pairs.push({ index: row.index, old: one });
    waiting.delete(row);
    before.delete(one);
  };
  const byName = (nameOf: (row: HabitRow | IssueRow) => string | null, allThere = false): void => {
    const there = named(before, nameOf);
    for (const [name, alike] of named(waiting, nameOf)) {
      const were = there.get(name) ?? [];
      if (allThere && were.length !== alike.length) continue;
      alike.slice(0, were.length).forEach((row, i) => pair(row, were[i]!));
    }
  };
  byName((row) => lines(habitOf(row), unitName(unitOf(row)), row.key.written, severityOf(row) ?? ''));
  byName((row) => lines(habitOf(row), unitName(unitOf(row)), row.key.written));
  byName((row) => lines(habitOf(row), unitName(unitOf(row))));
  const units = new Set(fresh.map(({ unit }) => unitName(unit)));
  const were = new Set(old.map((row) => unitName(unitOf(row))));
  byName((row) => {
    const others = 'texts' in row ? units : were;
    return others.has(unitName(unitOf(row))) ? null : habitOf(row);
  }, true);
  for (const one of before) {
    if (one.count === 0 || one.key.written === 'corrected') continue;
    const name = lines(habitOf(one), unitName(unitOf(one)));
    const row = rows.find((some) => lines(habitOf(some), unitName(some.unit)) === name);
    if (row) pair(row, one);
  }
  for (const one of before) {
    if (one.key.written === 'corrected') continue;
    const alone = fresh.filter((finding) => !known.has(finding) && isOf(finding, one));
    if (alone.length > one.count) continue;
    for (const { index } of alone) pairs.push({ index, old: one });
    if (alone.length > 0) before.delete(one);
  }
  return pairs;
}

/** A row of the plan that stands for a habit. */
interface HabitRow extends Pick<ListedFinding, 'index' | 'key' | 'unit' | 'severity'> {
  readonly habit: string;
}

function habitRows(fresh: readonly ListedFinding[]): HabitRow[] {
  const rows = new Map<number, HabitRow>();
  for (const { index, key, unit, severity, habit } of fresh)
    if (habit !== null && !rows.has(index)) rows.set(index, { index, key, unit, severity, habit });
  return [...rows.values()];
}

/** Rows of cells that were there come before those that are kept for what was typed of cells that are gone. */
function inUse(old: readonly IssueRow[]): IssueRow[] {
  return [...old].sort((a, b) => Number(b.count > 0) - Number(a.count > 0));
}

function habitOf(row: HabitRow | IssueRow): string {
  const { rule, message, sheetName, habit } = row.key;
  return lines(rule, message, sheetName, ('texts' in row ? habit : row.habit) ?? '');
}

function unitOf(row: HabitRow | IssueRow): string {
  return 'texts' in row ? row.texts.unit : row.unit;
}

function severityOf(row: HabitRow | IssueRow): Severity | null {
  if (!('texts' in row)) return row.severity;
  for (const { severities } of Object.values(ROLLUP_TEXTS)) {
    const [severity] = Object.entries(severities).find(([, word]) => word === row.texts.severity) ?? [];
    if (severity) return severity as Severity;
  }
  return null;
}

/** Whether a finding that stands alone would be of a habit that was there. */
function isOf({ key, unit, habit, texts }: ListedFinding, one: IssueRow): boolean {
  const { rule, message, sheetName, cell } = one.key;
  if (habit !== null || key.rule !== rule || key.message !== message || key.sheetName !== sheetName)
    return false;
  if (unitName(unit) !== unitName(one.texts.unit)) return false;
  const [, quoted] = /^“([^]*)”$/.exec(one.key.habit ?? '') ?? [];
  return quoted === undefined ? key.cell.column === cell.column : texts.problem.includes(quoted);
}

function named<Row>(rows: Iterable<Row>, nameOf: (row: Row) => string | null): Map<string, Row[]> {
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null) continue;
    const alike = byName.get(name);
    if (alike) alike.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}

function lines(...texts: readonly string[]): string {
  return texts.join('\n');
}
