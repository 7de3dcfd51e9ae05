import type { FieldId, IndicatorKind, IndicatorRole } from '../../../../../src/engine/annex/field-id';
import type { CellInput } from '../../sheet-builder';
import { rescaleFunds } from '../money';
import { round, type PlannedIndicator, type RowDraft } from '../model';
import { rateCell } from '../rate-cell';
import { gradeOf } from '../row';

export function indicatorField(kind: IndicatorKind, role: IndicatorRole): FieldId {
  return `indicator.${kind}.${role}`;
}

/** Decimals that amounts of the table carry. */
export function decimalsOf({ plan }: RowDraft): number {
  return plan.moneyUnit === '元' ? 0 : 2;
}

/** Writes an amount, with its parts in the old proportion. */
export function setAmount(row: RowDraft, field: 'budget' | 'actual' | 'initialBudget', amount: number): void {
  const before = row.amounts.get(field)!;
  row.amounts.set(field, amount);
  rescaleFunds(row.amounts, field, before, decimalsOf(row));
  for (const [own, value] of row.amounts) row.cells.set(own, value);
}

/** Changes what was spent together with all that follows from it: rate, points and the whole cost. */
export function setSpending(row: RowDraft, actual: number): void {
  setAmount(row, 'actual', actual);
  const budget = row.amounts.get('budget')!;
  row.cells.set('executionRate', rateCell(actual, budget, row.plan.rateStyle));
  const points = round((row.cells.get('executionRate.weight') as number) * Math.min(1, actual / budget), 2);
  const before = row.cells.get('executionRate.score') as number;
  row.cells.set('executionRate.score', points);
  moveTotal(row, points - before);
  const cost = row.project.indicators.find(({ kind }) => kind === 'cost');
  if (cost?.figure && cost.figure.measure === row.plan.moneyUnit)
    row.cells.set('indicator.cost.result', `${actual}${row.plan.moneyUnit}`);
}

/** Lets the sum of the points, the grade and what is said of them follow a change of one of them. */
export function moveTotal(row: RowDraft, difference: number): void {
  const total = round((row.cells.get('totalScore') as number) + difference, 2);
  row.cells.set('totalScore', total);
  row.cells.set('grade', gradeOf(total));
  row.cells.set(
    'conclusion',
    row.plan.scored ? `自评得分${total}分，等级为${gradeOf(total)}。` : row.cells.get('conclusion')!,
  );
}

/** Leaves every column that could hold a reason without one. */
export function clearReasons(row: RowDraft): void {
  for (const field of ['deviation', 'problems', 'rectification', 'remarks'] as const)
    row.cells.set(field, row.plan.nothing);
  for (const { kind } of row.project.indicators)
    row.cells.set(indicatorField(kind, 'deviation'), row.plan.nothing);
}

/** Gives the project's own columns a reason. */
export function giveReason(row: RowDraft, reason: string): void {
  for (const field of ['deviation', 'problems'] as const) row.cells.set(field, `${reason}。`);
  row.cells.set('rectification', '已列入下年度工作计划逐项落实。');
}

/** The project's indicators that are there and met, of some kinds. */
export function metIndicators(row: RowDraft, kinds: readonly IndicatorKind[]): PlannedIndicator[] {
  return row.project.indicators.filter(({ kind, reason }) => kinds.includes(kind) && reason === null);
}

/** Writes target and result of an indicator as the table's columns want them. */
export function setTexts(
  row: RowDraft,
  { kind, name }: PlannedIndicator,
  texts: { readonly target?: string; readonly result?: CellInput },
): void {
  const joined = row.plan.shape === 'joined';
  if (texts.target !== undefined)
    row.cells.set(
      indicatorField(kind, 'target'),
      joined ? `${name.replace(/数量$/, '')}${texts.target}` : texts.target,
    );
  if (texts.result !== undefined) row.cells.set(indicatorField(kind, 'result'), texts.result);
}

/** A completion without figures, where the figures would contradict the fault. */
export function plainCompletion(row: RowDraft): void {
  row.cells.set('goalCompletion', `${row.project.work.task}按计划推进，资金按规定用途使用，台账资料齐全。`);
}
