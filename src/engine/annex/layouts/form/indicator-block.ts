import { saysGrade } from '../../columns/grade-text';
import type { IndicatorKind, IndicatorRole } from '../../field-id';
import type { LabelReader } from '../../header/label-features';
import { isTemplateName } from '../../template-name';
import { foldText, readLabel } from '../../text';
import { presenceOf } from '../../values/presence';
import { NOTE_ROW } from '../../vocabulary/row-terms';
import { RowKinds } from '../row-kinds';
import type { FormDraft } from './form-draft';
import { isSameCell, type FormCell, type FormSheet } from './form-sheet';
import { answerField, isSubtotalLabel, isTotalLabel } from './form-terms';
import { isPageLine } from './page-break';
import { hasLevels, indicatorHeaderAt, type IndicatorHeader } from './indicator-header';

/** What was read of the indicators of a form. 0-based sheet rows. */
export interface IndicatorRowsRead {
  readonly nextRow: number;
  /** The first and the last row that tells of an indicator; `null` where none does. */
  readonly rows: readonly [number, number] | null;
}

/**
 * Reads the rows of indicators below their labels, up to the row of sums or to whatever comes next. Where merged cells are
 * not known and no column gives weights, nothing tells blank points from points of several indicators in one merged cell:
 * then they are taken to be those above, as a reader of the printed form sees them.
 */
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
  const sharesPoints = !form.knowsMerges && !columns.some(({ role }) => role === 'weight');
  let points: FormCell | null = null;
  let row = header.lastRow + 1;
  for (; row <= form.lastRow; row++) {
    if (isNext(row)) break;
    if (form.isBlank(row) && !form.filled(row).some((cell) => isLevelOf(header, cell))) {
      if (!continuesBelow(form, header, row)) break;
      continue;
    }
    // Another form would have begun: it is a new page of this one.
    if (!form.isBlank(row) && isPageLine(form, row)) continue;
    const again = indicatorHeaderAt(form, row);
    if (again && isRepeated(form, header, again)) {
      row = again.lastRow;
      continue;
    }
    const begun = form.begun(row);
    const sum = begun.find((cell) => isSum(header, cell));
    if (sum && isSubtotalLabel(sum.text)) continue;
    if (sum) {
      // Where no points are asked for, the total stands beside its label like any other answer.
      if (readSums(form, header, row, draft)) row++;
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
    const kind =
      level1 || level2 ? kinds.kindOf(text1?.text ?? '', text2?.text ?? '') : kindByName(form, header, row);
    const over =
      text1 && text2 && !isSameCell(text1, text2)
        ? [text1, text2]
        : [text1 ?? text2].flatMap((one) => one ?? []);
    const cells = columns.map(({ role, labels, column }) => {
      let cell = form.at(row, column);
      if (role === 'score' && sharesPoints) {
        // What a row parts of the indicator above it has no points of its own.
        if (cell.blank && points && !isPart(form, header, row)) cell = points;
        else if (!cell.blank) points = cell;
        else if (!isPart(form, header, row)) points = null;
      }
      return [role, cell, [...over, ...labels.slice(-1)]] as const;
    });
    const filled = isIndicator(cells);
    draft.putIndicator(kind, cells, filled);
    for (const { column, labels } of header.unknown) {
      const cell = form.at(row, column);
      if (!filled || cell.firstRow !== row || presenceOf(cell.value) !== 'value') continue;
      if (saysNoMore(labels)) draft.putApart(cell, labels);
      else draft.putUnknown(cell, labels);
    }
    if (!filled) continue;
    first ??= row;
    last = row;
  }
  return { nextRow: row, rows: first === null ? null : [first, last] };
}

/**
 * Whether a column says nothing that target and result do not say: how much of its target each indicator reached (指标完成率),
 * or yes and no (是否完成, 是否核心指标).
 */
function saysNoMore(labels: readonly FormCell[]): boolean {
  return NO_MORE.test(readLabel(labels[labels.length - 1]!.text).name);
}

const NO_MORE = /^(?:指标|目标|任务|实际)?完成(?:率|比例|比率|程度|百分比)$|^是否/;

/** "其中：本级改造老人家庭数量": of the indicator above it. */
function isPart(form: FormSheet, { columns }: IndicatorHeader, row: number): boolean {
  const name = columns.find(({ role }) => role === 'name');
  return name !== undefined && /^其中/.test(form.at(row, name.column).text);
}

/** Whether labels stand again over the same columns, or name levels: an indicator may be told in the words of labels. */
function isRepeated(form: FormSheet, header: IndicatorHeader, again: IndicatorHeader): boolean {
  if (hasLevels(form, again.lastRow)) return true;
  return again.columns.every(({ role, column }) =>
    header.columns.some((other) => other.role === role && other.column === column),
  );
}

/** Without levels the name alone tells of what kind an indicator is: satisfaction is called by its name. */
function kindByName(form: FormSheet, { columns }: IndicatorHeader, row: number): IndicatorKind {
  const name = columns.find(({ role }) => role === 'name');
  return name && SATISFACTION.test(foldText(form.at(row, name.column).text)) ? 'satisfaction' : 'other';
}

const SATISFACTION = /满意(?:度|率)(?:指标|情况)?$/;

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

function isSum({ valueColumn }: IndicatorHeader, { firstColumn, text, split }: FormCell): boolean {
  if (text === '' || firstColumn >= valueColumn) return false;
  const label = split?.label ?? text;
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
  if (BELOW.has(fieldOf(form, first!)!)) {
    if (first!.firstColumn < name) return true;
    // Without levels it stands where names do, with its answer alone beside it.
    if (first!.firstColumn === name && begun.length <= 2 && form.featuresOfLabel(first!)?.exact) return true;
  }
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
  return answerField(form.featuresOfLabel(cell), cell.text);
}

type RoleCell = readonly [IndicatorRole, FormCell, readonly FormCell[]];

/** Whether a row tells of an indicator: its name, target or result says more than the template. */
function isIndicator(cells: readonly RoleCell[]): boolean {
  return cells.some(([role, { value, text, blank }]) => {
    if (blank || (role !== 'name' && role !== 'target' && role !== 'result')) return false;
    // A bare number is a value where values stand, and the template's numbering where names do.
    if (typeof value === 'string' && (role === 'name' || !/^\d/.test(text)))
      return presenceOf(value) === 'value' && !isTemplateName(text);
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
  if (label.split) {
    draft.put('totalScore', label, [label]);
    return true;
  }
  if (!columns.some(({ role }) => role === 'weight' || role === 'score')) return false;
  const labelled = readLabelled(form, row, label, draft);
  const beside = totalsBeside(form, header, row, label);
  if (beside) {
    if (beside.weight) draft.put('totalWeight', beside.weight, [label]);
    draft.put('totalScore', beside.score, [label]);
    return true;
  }
  for (const { role, column, labels } of columns) {
    const cell = form.at(row, column);
    if (cell.firstRow < row || isSameCell(cell, label) || labelled.includes(cell.firstColumn)) continue;
    const over = [label, ...labels.slice(-1)];
    if (role === 'weight') draft.put('totalWeight', cell, over);
    else if (role === 'score') draft.put('totalScore', cell, over);
    else if (role === 'score.reviewed') draft.put('totalScore.reviewed', cell, over);
    else if (saysGrade(cell.text)) draft.put('grade', cell, over);
  }
  return true;
}

/**
 * The sums where they stand beside their label and nothing stands below the points that indicators get: "总分 | 98.5",
 * "总分 | 100 | 98.5". In cells that were parted, or never merged as the rows above, they stand in any column.
 */
function totalsBeside(
  form: FormSheet,
  { columns }: IndicatorHeader,
  row: number,
  label: FormCell,
): { readonly weight: FormCell | null; readonly score: FormCell } | null {
  const at = (role: IndicatorRole): FormCell | null => {
    const column = columns.find((one) => one.role === role)?.column;
    const cell = column === undefined ? null : form.at(row, column);
    return cell && !cell.blank && !isSameCell(cell, label) ? cell : null;
  };
  if (at('score') ?? at('score.reviewed')) return null;
  const weight = at('weight');
  const numbers = form.begun(row).filter(({ value }) => typeof value === 'number');
  if (weight) {
    const others = numbers.filter((cell) => !isSameCell(cell, weight));
    return others.length === 1 ? { weight, score: others[0]! } : null;
  }
  const [first, second, ...more] = numbers;
  if (!first || more.length > 0) return null;
  return second ? { weight: first, score: second } : { weight: null, score: first };
}

/**
 * Reads what stands in a row of sums with a label of its own, whatever column it is in: "自评等级：优", "自评等级 | 优".
 *
 * @returns the columns of the cells that were read, and of their labels
 */
function readLabelled(form: FormSheet, row: number, sum: FormCell, draft: FormDraft): number[] {
  const begun = form.begun(row);
  return begun.flatMap((cell, i) => {
    const features = isSameCell(cell, sum) || cell.text === '' ? null : form.featuresOfLabel(cell);
    const field = features?.exact ? answerField(features, cell.text) : null;
    if (field !== 'grade' && field !== 'totalScore') return [];
    const answer = cell.split ? cell : begun[i + 1];
    if (!answer) return [];
    draft.put(field, answer, [cell]);
    return [cell.firstColumn, answer.firstColumn];
  });
}

/**
 * Reads a row below indicators that gives the points of the execution of the budget in their columns: the rate stands
 * where results do, not where the target is.
 *
 * @returns whether the row is one
 */
export function readRate(form: FormSheet, header: IndicatorHeader, row: number, draft: FormDraft): boolean {
  const at = (role: IndicatorRole) => header.columns.find((column) => column.role === role)?.column;
  const [label] = form.begun(row);
  const result = at('result');
  if (!label || result === undefined || label.firstColumn >= result) return false;
  const features = form.featuresOfLabel(label);
  if (features?.field !== 'executionRate' || !features.exact || label.split) return false;
  const rate = form.at(row, result);
  if (rate.blank || rate.firstRow < row || isSameCell(rate, label)) return false;
  draft.put('executionRate', rate, [label]);
  for (const role of ['weight', 'score'] as const) {
    const column = at(role);
    const cell = column === undefined ? null : form.at(row, column);
    if (cell && cell.firstRow === row && !isSameCell(cell, rate))
      draft.put(`executionRate.${role}`, cell, [label]);
  }
  return true;
}
