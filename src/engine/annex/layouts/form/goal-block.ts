import { isBlankValue } from '../../../sheet/cell-value';
import type { LabelFeatures } from '../../header/label-features';
import type { FormDraft } from './form-draft';
import type { FormCell, FormSheet } from './form-sheet';
import { levelRank } from './form-terms';

/** The labels over the goal of a form and what came of it. */
export interface GoalHeader {
  readonly row: number;
  readonly goal: FormCell | null;
  readonly completion: FormCell | null;
}

/**
 * Reads a row as the labels over the goals: what was meant and what came of it side by side, their texts below them;
 * `null` where it is none, or where the texts stand beside their labels.
 */
export function goalHeaderAt(form: FormSheet, row: number): GoalHeader | null {
  const cells = form.begun(row);
  const read = cells.map((cell) => ({ cell, features: form.features(cell) }));
  if (read.length === 0 || read.some(({ cell, features }) => !features && !isSection(cell))) return null;
  if (read.some(({ features }) => isIdentity(features))) return null;
  const completions = read.filter(({ features }) => isCompletion(features));
  const completion = completions[completions.length - 1]?.cell ?? null;
  const goals = read.filter(({ features }) => isGoal(features, completion !== null));
  const before = goals.filter(({ cell }) => !completion || cell.firstColumn < completion.firstColumn);
  const goal = before[before.length - 1]?.cell ?? null;
  // One label alone may have its answer beside it; behind another one it stands over it.
  const chained = goal !== null && read[0]!.cell !== goal;
  if (!goal || !(completion || chained)) return null;
  if (read.some(({ cell, features }) => cell.firstColumn > goal.firstColumn && !isCompletion(features)))
    return null;
  const below = form.at(goal.lastRow + 1, goal.firstColumn);
  if (goal.lastRow + 1 > form.lastRow) return null;
  // Goals are told in the words of labels: only what is a label by its wording is one.
  if (form.features(below)?.exact) return null;
  return completion || !below.blank ? { row, goal, completion } : null;
}

/** Whether a further row below the labels tells of goals: it has texts where the first one has them, and no labels. */
function isGoalRow(form: FormSheet, row: number, anchor: FormCell, completion: FormCell | null): boolean {
  return form
    .begun(row)
    .every(
      (cell) =>
        (cell.firstColumn === anchor.firstColumn ||
          cell.firstColumn === completion?.firstColumn ||
          isNumbering(cell)) &&
        !form.features(cell)?.exact &&
        levelRank(cell.text) === null,
    );
}

/** What goals are told apart by: "1", "目标2". */
function isNumbering({ value, text }: FormCell): boolean {
  return typeof value === 'number' || /^(?:目标)?[\d一二三四五六七八九十]{1,2}[:：、.]?$/.test(text);
}

/** "年度绩效目标1" and the like, left of the labels. */
function isSection({ text }: FormCell): boolean {
  return text !== '' && text.length <= 24 && /目标|情况|指标/.test(text);
}

/** Beside a name stands its answer, whatever words that is made of. */
function isIdentity(features: LabelFeatures | null): boolean {
  const field = features?.exact ? features.field : undefined;
  return field === 'projectName' || field === 'unit' || field === 'department' || field === 'contact';
}

/** @param beside whether a label of what came of it stands in the row: then any wording of a target is that of the goal */
function isGoal(features: LabelFeatures | null, beside: boolean): boolean {
  if (features?.field === 'annualGoal') return true;
  return features?.role === 'target' && !features.kind && (features.exact || beside);
}

/** 完成情况, 实际完成情况: beside a goal it is that of the goal. */
function isCompletion(features: LabelFeatures | null): boolean {
  return features?.field === 'goalCompletion' || (features?.role === 'result' && !features.kind);
}

/**
 * Reads the texts below the labels of the goals, several rows of them where there are several goals.
 *
 * @returns the 0-based first row below them
 */
export function readGoals(form: FormSheet, { goal, completion }: GoalHeader, draft: FormDraft): number {
  const anchor = goal ?? completion!;
  let row = anchor.lastRow + 1;
  for (let first = true; row <= form.lastRow; first = false) {
    const cell = form.at(row, anchor.firstColumn);
    if (!first && (cell.blank || !isGoalRow(form, row, anchor, completion))) break;
    if (goal) draft.put('annualGoal', cell, [goal]);
    if (completion) draft.put('goalCompletion', form.at(row, completion.firstColumn), [completion]);
    row = cell.lastRow + 1;
    if (isBlankValue(cell.value) && first) break;
  }
  return row;
}
