import type { CellRange } from '../../../sheet/address';
import { presenceOf } from '../../values/presence';
import { saysGrade } from '../../columns/grade-text';
import type { IndicatorRole } from '../../field-id';
import type { LabelReader } from '../../header/label-features';
import { RowKinds } from '../row-kinds';
import { NOTE_ROW } from '../../vocabulary/row-terms';
import { isTemplateName } from '../../template-name';
import { foldText } from '../../text';
import type { FormDraft } from './form-draft';
import type { FormCell, FormSheet } from './form-sheet';
import { answerField, isSubtotalLabel, isTotalLabel, levelRank, splitAnswer } from './form-terms';

/** The columns of a form's indicators. 0-based sheet positions. */
export interface IndicatorHeader {
  readonly row: number;
  readonly lastRow: number;
  readonly level1: FormCell | null;
  readonly level2: FormCell | null;
  readonly columns: readonly IndicatorColumn[];
  /** Labelled columns that say nothing known. */
  readonly unknown: readonly IndicatorColumn[];
}

interface IndicatorColumn {
  readonly role: IndicatorRole;
  /** From top to leaf; the last one is its own. */
  readonly labels: readonly FormCell[];
  readonly column: number;
}

const VALUES: readonly IndicatorRole[] = ['target', 'result', 'weight', 'score'];

/**
 * Reads a row, or two of them, as the labels over indicators that are rows: levels or names beside targets, results or
 * points; `null` where it is none, or belongs to a table of many projects.
 */
export function indicatorHeaderAt(form: FormSheet, row: number): IndicatorHeader | null {
  const levelsBelow = row < form.lastRow && !hasLevels(form, row) && hasLevels(form, row + 1);
  return (levelsBelow ? headerIn(form, row, row + 1) : null) ?? headerIn(form, row, row);
}

function hasLevels(form: FormSheet, row: number): boolean {
  return form.begun(row).some(({ text }) => levelRank(text) !== null);
}

function headerIn(form: FormSheet, first: number, last: number): IndicatorHeader | null {
  if (last > form.lastRow || form.begun(first).length < 2) return null;
  if (last > first && !isLabelRow(form, last)) return null;
  let lastRow = last;
  // 指标性质, 指标值 and 度量单位 below 年度指标值.
  if (last === first && last < form.lastRow && isSubHeader(form, first, last + 1)) lastRow = last + 1;
  const columns = leafColumns(form, first, lastRow);
  if (columns.some(({ labels }) => labels.some((label) => isOfManyProjects(form, label)))) return null;
  const levels = new Map<1 | 2 | 3, FormCell>();
  const found: IndicatorColumn[] = [];
  const unknown: IndicatorColumn[] = [];
  for (const { column, labels } of columns) {
    const own = labels[labels.length - 1]!;
    const rank = levelRank(own.text);
    if (rank !== null && rank < 3) {
      if (!levels.has(rank)) levels.set(rank, own);
      continue;
    }
    const role = rank === 3 ? 'name' : roleOf(form, own);
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
    unknown: unknown.filter(
      ({ column }) => column > firstColumn && !found.some((other) => other.column === column),
    ),
  };
}

function saysPoints({ text }: FormCell): boolean {
  return /[评计得扣]分/.test(text);
}

function isNameLike(labels: readonly FormCell[]): boolean {
  return /指标|内容|名称/.test(labels[labels.length - 1]!.text);
}

function roleOf(form: FormSheet, label: FormCell): IndicatorRole | null {
  const features = form.features(label);
  if (!features) return null;
  if (features.field === 'totalScore.reviewed' || (features.scope === 'review' && features.role === 'score'))
    return 'score.reviewed';
  if (features.field === 'goalCompletion') return 'result';
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
      if (!labels.includes(cell) && !labels.some((label) => isSame(label, cell))) labels.push(cell);
    }
    const top = form.at(first, column);
    if (!top.blank) above = top;
    const own = labels[labels.length - 1];
    // Without merges a label may stand over the blanks to its right.
    if (own && own.firstRow > first && labels.length === 1 && above && first < last) labels.unshift(above);
    if (own && own.firstColumn === column && own.text !== '') leaves.push({ column, labels });
  }
  return leaves.filter(
    ({ labels }, i) => !leaves.some((other, j) => j !== i && standsOver(labels, other.labels)),
  );
}

/** A label with labels of its own below it, one of them in its own column. */
function standsOver(labels: readonly FormCell[], others: readonly FormCell[]): boolean {
  const own = labels[labels.length - 1]!;
  return others.length > 1 && others.slice(0, -1).some((label) => isSame(label, own));
}

function isSame(one: CellRange, other: CellRange): boolean {
  return one.firstRow === other.firstRow && one.firstColumn === other.firstColumn;
}

/** What was read of the indicators of a form. 0-based sheet rows. */
export interface IndicatorRowsRead {
  readonly nextRow: number;
  /** The first and the last row that tells of an indicator; `null` where none does. */
  readonly rows: readonly [number, number] | null;
}

/** Reads the rows of indicators below their labels, up to the row of sums or to whatever comes next. */
export function readIndicators(
  form: FormSheet,
  header: IndicatorHeader,
  labelReader: LabelReader,
  draft: FormDraft,
  isNext: (row: number) => boolean,
): IndicatorRowsRead {
  const kinds = new RowKinds(labelReader);
  const { level1, level2, columns } = header;
  const levelsEnd = Math.min(...columns.map(({ column }) => column));
  let first: number | null = null;
  let last = -1;
  let [text1, text2]: [FormCell | null, FormCell | null] = [null, null];
  let row = header.lastRow + 1;
  for (; row <= form.lastRow; row++) {
    if (isNext(row)) break;
    if (form.isBlank(row) && !form.filled(row).some((cell) => isLevelOf(header, cell))) {
      if (!continuesBelow(form, header, row)) break;
      continue;
    }
    const again = indicatorHeaderAt(form, row);
    if (again && isRepeated(form, header, again)) {
      row = again.lastRow;
      continue;
    }
    const begun = form.begun(row);
    const sum = begun.find((cell) => isSum(header, cell));
    if (sum && isSubtotalLabel(sum.text)) continue;
    if (sum) {
      readSums(form, header, row, draft);
      row++;
      break;
    }
    if (ends(form, header, row, levelsEnd)) break;
    const own1 = level1 && levelAt(form, row, level1);
    if (own1) {
      if (own1.firstRow === row || !text1) text2 = null;
      text1 = own1;
    }
    const own2 = level2 && levelAt(form, row, level2);
    if (own2) text2 = own2;
    const kind = kinds.kindOf(text1?.text ?? '', text2?.text ?? '');
    const over =
      text1 && text2 && !isSame(text1, text2) ? [text1, text2] : [text1 ?? text2].flatMap((one) => one ?? []);
    const cells = columns.map(
      ({ role, labels, column }) => [role, form.at(row, column), [...over, ...labels.slice(-1)]] as const,
    );
    const filled = isIndicator(cells);
    draft.putIndicator(kind, cells, filled);
    for (const { column, labels } of header.unknown) {
      const cell = form.at(row, column);
      if (filled && cell.firstRow === row && presenceOf(cell.value) === 'value')
        draft.putUnknown(cell, labels);
    }
    if (!filled) continue;
    first ??= row;
    last = row;
  }
  return { nextRow: row, rows: first === null ? null : [first, last] };
}

/** Whether labels stand again over the same columns, or name levels: an indicator may be told in the words of labels. */
function isRepeated(form: FormSheet, header: IndicatorHeader, again: IndicatorHeader): boolean {
  if (hasLevels(form, again.lastRow)) return true;
  return again.columns.every(({ role, column }) =>
    header.columns.some((other) => other.role === role && other.column === column),
  );
}

function levelAt(form: FormSheet, row: number, { firstColumn }: FormCell): FormCell | null {
  const cell = form.at(row, firstColumn);
  return cell.blank ? null : cell;
}

function isLevelOf({ level1, level2 }: IndicatorHeader, { firstColumn }: FormCell): boolean {
  return firstColumn === level1?.firstColumn || firstColumn === level2?.firstColumn;
}

/** Whether rows of indicators go on below blank ones: a level, a kind or a name follows with its points. */
function continuesBelow(form: FormSheet, header: IndicatorHeader, row: number): boolean {
  for (let next = row + 1; next <= Math.min(row + 3, form.lastRow); next++) {
    if (form.isBlank(next)) continue;
    const begun = form.begun(next);
    return (
      begun.some((cell) => isSum(header, cell)) ||
      begun.filter(({ firstColumn }) => header.columns.some(({ column }) => column === firstColumn)).length >
        1
    );
  }
  return false;
}

function isSum({ columns }: IndicatorHeader, { firstColumn, text }: FormCell): boolean {
  const valued = Math.min(...columns.filter(({ role }) => VALUES.includes(role)).map(({ column }) => column));
  if (text === '' || firstColumn >= valued) return false;
  const label = splitAnswer(text)?.label ?? text;
  return isTotalLabel(label) || isSubtotalLabel(label);
}

/** Whether a row begins what stands below the indicators: an answer of the form, a note, a signature. */
function ends(form: FormSheet, { columns }: IndicatorHeader, row: number, levelsEnd: number): boolean {
  const name = columns.find(({ role }) => role === 'name')?.column ?? levelsEnd;
  const begun = form.begun(row);
  const left = begun.filter(({ firstColumn, text }) => firstColumn <= name && text !== '');
  if (left.length === 0) return false;
  const [first] = left;
  if (NOTE_ROW.test(foldText(first!.text)) && first!.firstColumn === begun[0]!.firstColumn) return true;
  if (first!.firstColumn < name && BELOW.has(fieldOf(form, first!)!)) return true;
  // A level or an indicator may be named like a field: what stands in the columns of the indicators tells.
  const own = begun.filter(({ firstColumn }) => columns.some(({ column }) => column === firstColumn));
  if (own.some(({ firstColumn }) => firstColumn === name) && own.length > 1) return false;
  return left.some((cell) => fieldOf(form, cell) !== null);
}

/** What no level of indicators is called. */
const BELOW: ReadonlySet<string> = new Set([
  'conclusion',
  'problems',
  'rectification',
  'remarks',
  'grade',
  'totalScore',
  'contact',
  'deviation',
]);

function fieldOf(form: FormSheet, cell: FormCell): string | null {
  const split = splitAnswer(cell.text);
  return answerField(form.features(split ? { ...cell, text: split.label } : cell), cell.text);
}

type RoleCell = readonly [IndicatorRole, FormCell, readonly FormCell[]];

/** Whether a row tells of an indicator: its name, target or result says more than the template. */
function isIndicator(cells: readonly RoleCell[]): boolean {
  return cells.some(([role, { value, text, blank }]) => {
    if (blank || (role !== 'name' && role !== 'target' && role !== 'result')) return false;
    if (typeof value === 'string') return presenceOf(value) === 'value' && !isTemplateName(text);
    return presenceOf(value) === 'value';
  });
}

/**
 * Reads the row of sums below indicators; there may be remarks between them.
 *
 * @returns whether the row is one
 */
export function readSums(form: FormSheet, header: IndicatorHeader, row: number, draft: FormDraft): boolean {
  const label = form.begun(row).find((cell) => isSum(header, cell));
  if (!label || isSubtotalLabel(label.text)) return false;
  const { columns } = header;
  const split = splitAnswer(label.text);
  if (split) {
    draft.put('totalScore', label, [label]);
    return true;
  }
  if (!columns.some(({ role }) => role === 'weight' || role === 'score')) return false;
  for (const { role, column, labels } of columns) {
    const cell = form.at(row, column);
    if (cell.firstRow < row || isSame(cell, label)) continue;
    const over = [label, ...labels.slice(-1)];
    if (role === 'weight') draft.put('totalWeight', cell, over);
    else if (role === 'score') draft.put('totalScore', cell, over);
    else if (role === 'score.reviewed') draft.put('totalScore.reviewed', cell, over);
    else if (saysGrade(cell.text)) draft.put('grade', cell, over);
  }
  return true;
}
