import type { HeadEntry } from '../../annex';
import { isMoneyField, type FieldId, type MoneyBase } from '../../field-id';
import { readTextNumber } from '../../values/number-cell';
import { readTextRate } from '../../values/rate-cell';
import { presenceOf } from '../../values/presence';
import type { LabelFeatures } from '../../header/label-features';
import type { FormDraft } from './form-draft';
import type { FormCell, FormSheet } from './form-sheet';
import { answerField, isMoneyUnit, moneyField, splitAnswer } from './form-terms';
import { partsSpending, spendingKind } from './spending-kinds';

/** What a form asks to be filled in about whose it is. */
const ASKED: ReadonlySet<FieldId> = new Set<FieldId>(['projectName', 'unit', 'department', 'contact']);

/**
 * Reads a row of labels with their answers beside them ("主管部门 | … | 实施单位 | …"), or in one cell ("总分：96.5").
 *
 * @param lastColumn 0-based last column of the form: there is no answer beyond it
 * @returns what is to be filled in about whose form it is
 */
export function readAnswers(form: FormSheet, row: number, lastColumn: number, draft: FormDraft): HeadEntry[] {
  const entries: HeadEntry[] = [];
  /** Asked for, with no room for an answer: known as such only where the row answers to anything. */
  const open: HeadEntry[] = [];
  const before = draft.count;
  const cells = form.begun(row);
  let answered: FormCell | null = null;
  cells.forEach((cell, i) => {
    if (cell === answered || cell.text === '') return;
    const split = splitAnswer(cell.text);
    const text = split ? split.label : cell.text;
    const features = form.featuresOfLabel(cell);
    const field =
      answerField(features, text) ??
      moneyAsked(form, cell, features) ??
      completionAsked(features, text, draft);
    if (!field || (!split && answersUnknown(form, cells, i, answered))) return;
    const answer = split ? cell : answerBeside(form, cells, i, lastColumn, field);
    if (!answer && ASKED.has(field) && ENDS_ASKING.test(text))
      open.push({ row, column: cell.firstColumn, label: text.replace(ENDS_ASKING, ''), answer: '' });
    if (!answer || !isOfField(field, answer, split?.answer ?? answer.text)) return;
    if (field === 'unit' && isMoneyUnit(split ? split.answer : answer.text)) return;
    // A word for money in a longer text is no label of it: its figure tells.
    const isSure = features?.exact || ENDS_ASKING.test(cell.text) || presenceOf(answer.value) === 'value';
    if (isMoneyField(field) && !isSure) return;
    answered = answer;
    // What stands in one cell with its label gives way to a cell with a label of its own.
    if (split && ASKED.has(field)) draft.putLate(field, cell, features?.exact);
    else if (field === 'unit') draft.putUnit(answer, [cell], features?.exact);
    else draft.put(field, answer, [cell], features?.exact);
    if (!ASKED.has(field)) return;
    const said = split ? split.answer : answer === cell ? '' : textOf(answer);
    entries.push({ row, column: cell.firstColumn, label: text.replace(ENDS_ASKING, ''), answer: said });
  });
  return draft.count > before ? [...entries, ...open] : entries;
}

/**
 * Reads a row above the name of the form that gives the points and the grade of all of it: "自评得分 | 96.5 | 自评等级 | 优".
 * What else stands there is read with the title.
 */
export function readTotalsAbove(
  form: FormSheet,
  row: number,
  lastColumn: number,
  draft: FormDraft,
): HeadEntry[] {
  const asked = form.begun(row).flatMap((cell) => {
    const features = form.featuresOfLabel(cell);
    return features?.exact ? (answerField(features, cell.text) ?? []) : [];
  });
  const ofAll = asked.length > 0 && asked.every((field) => field === 'totalScore' || field === 'grade');
  return ofAll ? readAnswers(form, row, lastColumn, draft) : [];
}

const ENDS_ASKING = /[:：]\s*$/;

/** What ends in a colon and is no longer asks for something, whatever it is. Characters. */
const LONGEST_ASKING = 16;

/**
 * Whether a text that has but some words of a label answers to the cell before it, of which nobody knows what it asks:
 * "预算绩效管理情况 | 已同步下达绩效目标".
 */
function answersUnknown(
  form: FormSheet,
  cells: readonly FormCell[],
  index: number,
  answered: FormCell | null,
): boolean {
  const [cell, before] = [cells[index]!, cells[index - 1]];
  if (!before || before === answered || before.text === '' || before.lastRow > cell.lastRow) return false;
  return !form.features(cell)?.exact && !ENDS_ASKING.test(cell.text) && form.features(before) === null;
}

/** An amount with its label beside it: "年度资金总额： | 16". */
function moneyAsked(form: FormSheet, label: FormCell, features: LabelFeatures | null): FieldId | null {
  if (!features || (features.money === undefined && features.fund === undefined)) return null;
  if (features.role !== undefined) return null;
  const kind = partsSpending(form, label.firstRow - 1, label.firstRow + 1) ? spendingKind(label.text) : null;
  const money = kind === null ? features.money : undefined;
  const base = money ?? moneyBefore(form, label) ?? moneyAbove(form, label) ?? 'budget';
  return moneyField(base, kind ?? features.fund);
}

/** Which money the labels before a source in its row speak of: "执行数 | 98 | 其中：财政拨款 | 60". */
function moneyBefore(form: FormSheet, { firstRow, firstColumn }: FormCell): MoneyBase | null {
  const before = form.begun(firstRow).filter((cell) => cell.firstColumn < firstColumn);
  for (const cell of before.reverse()) {
    const features = spendingKind(cell.text) === null ? form.featuresOfLabel(cell) : null;
    if (features?.money !== undefined && features.role === undefined) return features.money;
  }
  return null;
}

/** Sources stand no further below the label of their money. Rows. */
const MOST_SOURCES = 8;

/** Which money the labels above a source speak of, row by row: "预算数 | 100 | 执行数 | 98" over "财政资金 | … | 财政资金 | …". */
function moneyAbove(form: FormSheet, { firstRow, firstColumn }: FormCell): MoneyBase | null {
  for (let row = firstRow - 1; row >= Math.max(form.sheet.firstRow, firstRow - MOST_SOURCES); row--) {
    const above = form.at(row, firstColumn);
    if (spendingKind(above.text) !== null) continue;
    const features = above.firstColumn === firstColumn ? form.featuresOfLabel(above) : null;
    if (features?.money !== undefined) return features.money;
    if (features?.fund === undefined) return null;
  }
  return null;
}

/** What came of the goal, told in a row of its own below it: "实际完成情况 | …". */
function completionAsked(features: LabelFeatures | null, text: string, draft: FormDraft): FieldId | null {
  if (features?.role !== 'result' || features.kind || !/完成情况[:：]?$/.test(text)) return null;
  return draft.has('annualGoal') && !draft.has('goalCompletion') ? 'goalCompletion' : null;
}

/** Whether a cell can answer to the field: an amount is a number, or nothing at all. */
function isOfField(field: FieldId, { value }: FormCell, text: string): boolean {
  if (!isMoneyField(field) && field !== 'executionRate') return true;
  return (
    typeof value === 'number' ||
    presenceOf(value) !== 'value' ||
    readTextNumber(text) !== null ||
    readTextRate(text) !== null
  );
}

/**
 * The cell that answers to a label: the next one that says anything, unless it is a label itself; else the blank one
 * beside it, or the label's own where there is none.
 */
function answerBeside(
  form: FormSheet,
  cells: readonly FormCell[],
  index: number,
  lastColumn: number,
  field: FieldId,
): FormCell | null {
  const label = cells[index]!;
  const next = cells[index + 1];
  const column = label.lastColumn + 1;
  const after = cells[index + 2];
  const asksOn = !!after && !(form.features(after)?.exact ?? false);
  if (next && !isLabel(form, next, field, next.firstColumn === column, asksOn)) return next;
  if (next && next.firstColumn <= column) return null;
  if (column <= lastColumn) {
    const beside = form.at(label.firstRow, column);
    if (beside.firstRow === label.firstRow) return beside;
  }
  // At the end of a row of several labels it stands over a column.
  return cells.length === 1 || ENDS_ASKING.test(label.text) ? label : null;
}

/**
 * @param adjoins whether it stands right beside the label before it, where an answer would be
 * @param asksOn whether something stands behind it that may answer to it
 */
function isLabel(
  form: FormSheet,
  cell: FormCell,
  field: FieldId,
  adjoins: boolean,
  asksOn: boolean,
): boolean {
  if (splitAnswer(cell.text)) return !isNarrative(field);
  if (ENDS_ASKING.test(cell.text) && cell.text.length <= LONGEST_ASKING && ASKED.has(field)) return true;
  const features = form.features(cell);
  if (!features) return false;
  // No name is followed by an amount in its row, and answers are made of the words for money: "某某专项资金".
  if (ASKED.has(field) && !features.exact && features.field === undefined) return false;
  // Answers are made of the same words as labels: "某某补助资金", "某某学校".
  if ((adjoins || (ASKED.has(field) && !asksOn)) && !features.exact && !ENDS_ASKING.test(cell.text))
    return false;
  // A single word such as 完成 answers; only what names a field asks again.
  return (
    answerField(features, cell.text) !== null ||
    moneyAsked(form, cell, features) !== null ||
    features.role === 'weight'
  );
}

function isNarrative(field: FieldId): boolean {
  return (
    field === 'problems' ||
    field === 'rectification' ||
    field === 'conclusion' ||
    field === 'deviation' ||
    field === 'remarks' ||
    field === 'annualGoal' ||
    field === 'goalCompletion'
  );
}

function textOf({ value, text }: FormCell): string {
  return typeof value === 'number' ? String(value) : text;
}
