import type { IndicatorRole } from '../../field-id';
import { isSameCell, type FormCell, type FormSheet } from './form-sheet';
import { answerField, levelRank } from './form-terms';

/** The columns of a form's indicators. 0-based sheet positions. */
export interface IndicatorHeader {
  readonly row: number;
  readonly lastRow: number;
  readonly level1: FormCell | null;
  readonly level2: FormCell | null;
  readonly columns: readonly IndicatorColumn[];
  /** The first column that tells of an indicator beside its name. */
  readonly valueColumn: number;
  /** Labelled columns that say nothing known. */
  readonly unknown: readonly IndicatorColumn[];
}

interface IndicatorColumn {
  readonly role: IndicatorRole;
  /** From top to leaf; the last one is its own. */
  readonly labels: readonly FormCell[];
  readonly column: number;
}

/** What tells of an indicator beside its name. */
export const VALUES: readonly IndicatorRole[] = ['target', 'result', 'weight', 'score'];

/**
 * Reads a row, or two of them, as the labels over indicators that are rows: levels or names beside targets, results or
 * points; `null` where it is none, or belongs to a table of many projects.
 */
export function indicatorHeaderAt(form: FormSheet, row: number): IndicatorHeader | null {
  const levelsBelow =
    row < form.lastRow && !hasLevels(form, row) && hasLevels(form, row + 1) && !hasAnswers(form, row);
  return (levelsBelow ? headerIn(form, row, row + 1) : null) ?? headerIn(form, row, row);
}

/** Longer texts that say nothing known are no labels. Characters. */
const LONGEST_UNKNOWN = 12;

/** Whether what stands in a row was filled in: "项目名称：…", amounts and goals stand over nothing. */
function hasAnswers(form: FormSheet, row: number): boolean {
  const cells = form.begun(row);
  const [label, answer, ...more] = cells;
  if (label && answer && more.length === 0 && !form.features(answer)?.exact) {
    // A goal or a reason beside its label, with nothing else in the row.
    if (answerField(form.features(label), label.text) !== null) return true;
  }
  return cells.some(
    (cell) =>
      typeof cell.value === 'number' ||
      cell.split !== null ||
      (cell.text.length > LONGEST_UNKNOWN && form.features(cell) === null),
  );
}

/** Whether a row names levels of indicators (一级指标). */
export function hasLevels(form: FormSheet, row: number): boolean {
  return form.begun(row).some(({ text }) => levelRank(text) !== null);
}

function headerIn(form: FormSheet, first: number, last: number): IndicatorHeader | null {
  if (last > form.lastRow || form.begun(first).length < 2) return null;
  if (last > first && !isLabelRow(form, last)) return null;
  let lastRow = last;
  // 指标性质, 指标值 and 度量单位 below 年度指标值.
  if (last === first && last < form.lastRow && isSubHeader(form, first, last + 1)) lastRow = last + 1;
  if (!mayTell(form, first, lastRow)) return null;
  const columns = leafColumns(form, first, lastRow);
  if (columns.some(({ labels }) => labels.some((label) => isOfManyProjects(form, label)))) return null;
  const levels = new Map<1 | 2 | 3, FormCell>();
  const found: IndicatorColumn[] = [];
  const unknown: IndicatorColumn[] = [];
  const ofLevels = pointsOfLevels(form, columns);
  for (const { column, labels } of columns) {
    const own = labels[labels.length - 1]!;
    const rank = levelRank(own.text);
    if (ofLevels.includes(column)) {
      unknown.push({ role: 'weight', labels, column });
      continue;
    }
    if (rank !== null && rank < 3) {
      if (!levels.has(rank)) levels.set(rank, own);
      continue;
    }
    const role = rank === 3 ? 'name' : asksPoints(own) && scoresToo(columns) ? 'weight' : roleOf(form, own);
    const rule = role === 'scoringRule' ? found.findIndex((other) => other.role === role) : -1;
    if (rule >= 0 && saysPoints(own) && !saysPoints(found[rule]!.labels[found[rule]!.labels.length - 1]!)) {
      // What explains an indicator gives way to what tells its points.
      found[rule] = { role: 'scoringRule', labels, column };
    } else if (role && !found.some((other) => other.role === role)) found.push({ role, labels, column });
    else if (!role) unknown.push({ role: 'name', labels, column });
  }
  const values = found.filter(({ role }) => VALUES.includes(role));
  const value = values[0];
  if (!value) return null;
  if (!found.some(({ role }) => role === 'name')) {
    // What stands before the target and is unknown names what is asked for.
    const before = unknown.filter(({ column, labels }) => column < value.column && isNameLike(labels));
    const name = before[before.length - 1];
    if (name) found.push({ ...name, role: 'name' });
  }
  const reason = found.some(({ role }) => role === 'deviation') ? undefined : remarksOf(form, unknown, value);
  if (reason) {
    found.push({ ...reason, role: 'deviation' });
    unknown.splice(unknown.indexOf(reason), 1);
  }
  const named = found.some(({ role }) => role === 'name');
  if (levels.size === 0 && !(named && values.length >= 2)) return null;
  if (levels.size === 0 && !named) return null;
  const firstColumn = Math.min(
    ...[...levels.values()].map((label) => label.firstColumn),
    ...found.map(({ column }) => column),
  );
  return {
    row: first,
    lastRow,
    level1: levels.get(1) ?? null,
    level2: levels.get(2) ?? null,
    columns: found,
    valueColumn: Math.min(...values.map(({ column }) => column)),
    unknown: unknown.filter(
      ({ column }) => column > firstColumn && !found.some((other) => other.column === column),
    ),
  };
}

/** A quick look, asked of every row: whether any label in some rows asks for what tells of an indicator. */
function mayTell(form: FormSheet, first: number, last: number): boolean {
  for (let row = first; row <= last; row++)
    if (form.begun(row).some((cell) => asksPoints(cell) || VALUES.includes(roleOf(form, cell)!))) return true;
  return false;
}

/** 备注 behind the values is where reasons are told, in a form that asks for them nowhere else. */
function remarksOf(
  form: FormSheet,
  unknown: readonly IndicatorColumn[],
  value: IndicatorColumn,
): IndicatorColumn | undefined {
  return unknown.find(
    ({ column, labels }) =>
      column > value.column && form.features(labels[labels.length - 1]!)?.field === 'remarks',
  );
}

/** The columns of points that stand behind a level ("一级指标 | 分值"), where the indicators have some of their own. */
function pointsOfLevels(form: FormSheet, columns: readonly LeafLabels[]): number[] {
  const ownOf = ({ labels }: LeafLabels): FormCell => labels[labels.length - 1]!;
  const weights = columns.flatMap((column, i) => {
    if (roleOf(form, ownOf(column)) !== 'weight') return [];
    const rank = i === 0 ? null : levelRank(ownOf(columns[i - 1]!).text);
    return [{ column: column.column, ofLevel: rank === 1 || rank === 2 }];
  });
  return weights.every(({ ofLevel }) => ofLevel)
    ? []
    : weights.filter(({ ofLevel }) => ofLevel).map(({ column }) => column);
}

/** "分数" beside "得分": what may be got, and what was. */
function asksPoints({ text }: FormCell): boolean {
  return /^分数(?:[（(]|$)/.test(text);
}

function scoresToo(columns: readonly LeafLabels[]): boolean {
  return columns.some(({ labels }) => /^(?:自评)?得分/.test(labels[labels.length - 1]!.text));
}

function saysPoints({ text }: FormCell): boolean {
  return /[评计得扣]分/.test(text);
}

function isNameLike(labels: readonly FormCell[]): boolean {
  return /指标|内容|名称/.test(labels[labels.length - 1]!.text);
}

/** What a label asks of an indicator; `null` where it says nothing of one. */
export function roleOf(form: FormSheet, label: FormCell): IndicatorRole | null {
  const features = form.features(label);
  if (!features) return null;
  if (features.field === 'totalScore.reviewed' || (features.scope === 'review' && features.role === 'score'))
    return 'score.reviewed';
  if (features.field === 'goalCompletion') return 'result';
  if (features.field === 'scoreCoefficient') return 'coefficient';
  if (features.field === 'annualGoal') return 'target';
  if (features.field !== undefined || features.money !== undefined) return null;
  return features.role ?? null;
}

/** Labels of a table in which each row has a project, a unit or money of its own. */
function isOfManyProjects(form: FormSheet, label: FormCell): boolean {
  const features = form.features(label);
  return (
    features?.field === 'projectName' ||
    features?.field === 'unit' ||
    features?.field === 'department' ||
    features?.field === 'executionRate' ||
    (features?.money !== undefined && features.role === undefined)
  );
}

function isLabelRow(form: FormSheet, row: number): boolean {
  const cells = form.begun(row);
  return (
    cells.length > 0 &&
    cells.every((cell) => cell.text !== '' && (form.features(cell) !== null || levelRank(cell.text) !== null))
  );
}

/** A row below labels that names nothing but parts of one of them. */
function isSubHeader(form: FormSheet, first: number, row: number): boolean {
  if (!isLabelRow(form, row)) return false;
  return form.begun(row).every((cell) => {
    const role = roleOf(form, cell);
    const above = form.at(row - 1, cell.firstColumn);
    const over = above.blank ? null : roleOf(form, above);
    return (
      (role === 'operator' || role === 'measureUnit' || role === 'target' || role === 'result') &&
      (above.blank || over === 'target' || over === 'result' || over === null) &&
      above.firstRow >= first - 1
    );
  });
}

interface LeafLabels {
  readonly column: number;
  readonly labels: readonly FormCell[];
}

/** The labels over each column that has one of its own in the lowest row or merged down to it. */
function leafColumns(form: FormSheet, first: number, last: number): LeafLabels[] {
  const { firstColumn, columnCount } = form.sheet;
  const leaves: LeafLabels[] = [];
  let above: FormCell | null = null;
  for (let column = firstColumn; column < firstColumn + columnCount; column++) {
    const labels: FormCell[] = [];
    for (let row = first; row <= last; row++) {
      const cell = form.at(row, column);
      if (cell.firstRow < first || cell.blank) continue;
      if (!labels.includes(cell) && !labels.some((label) => isSameCell(label, cell))) labels.push(cell);
    }
    const top = form.at(first, column);
    if (!top.blank) above = top;
    const own = labels[labels.length - 1];
    // Without merges a label may stand over the blanks to its right.
    if (own && own.firstRow > first && labels.length === 1 && above && first < last) labels.unshift(above);
    if (own && own.firstColumn === column && own.text !== '') leaves.push({ column, labels });
  }
  // In one row none stands over another.
  if (first === last) return leaves;
  return leaves.filter(
    ({ labels }, i) => !leaves.some((other, j) => j !== i && standsOver(labels, other.labels)),
  );
}

/** A label with labels of its own below it, one of them in its own column. */
function standsOver(labels: readonly FormCell[], others: readonly FormCell[]): boolean {
  const own = labels[labels.length - 1]!;
  return others.length > 1 && others.slice(0, -1).some((label) => isSameCell(label, own));
}
