import type { Project } from '../../annex/annex';
import type { MoneyField } from '../../annex/field-id';
import type { FactContext, Learning } from '../../rule/rule';
import type { Span } from '../../sheet/snapshot';
import { isUnreadable } from '../table/number-cells';
import { moneyFields } from '../table/places';
import { unitConflictsOf } from './unit-conflicts';

/** A field of money, project by project: indexes count from the first project that was learnt of. */
export interface LearntField {
  /** 0 where no figure stands. */
  amounts: number[];
  /** Projects whose cell cannot be added: words or an error where a figure is due. */
  unreadable: number[];
  /** Projects whose amount is stored as text. */
  texts: number[];
  /** What would have to be added where an amount is in another unit. */
  corrections: [index: number, correction: number][];
}

/** What the rows of sums of an annex are checked against. Plain. */
export interface LearntSums {
  /** First and last row of each project, 0-based sheet rows. */
  rows: Span[];
  fields: Partial<Record<MoneyField, LearntField>>;
}

/** The money of all projects; nothing where the annex has no row of sums. */
export const sumsLearning: Learning<LearntSums> = {
  empty: () => ({ rows: [], fields: {} }),
  add: addProject,
  merge(learnt, further) {
    const before = learnt.rows.length;
    for (const span of further.rows) learnt.rows.push(span);
    for (const [field, more] of Object.entries(further.fields) as [MoneyField, LearntField][]) {
      const own = fieldOf(learnt, field);
      for (const amount of more.amounts) own.amounts.push(amount);
      for (const index of more.unreadable) own.unreadable.push(index + before);
      for (const index of more.texts) own.texts.push(index + before);
      for (const [index, correction] of more.corrections) own.corrections.push([index + before, correction]);
    }
  },
  settle: (learnt) => learnt,
};

function addProject(learnt: LearntSums, project: Project, context: FactContext): void {
  if (context.annex.totals.length === 0) return;
  const index = learnt.rows.length;
  learnt.rows.push({ first: project.row, last: project.lastRow });
  for (const field of moneyFields(context.annex)) {
    const cell = project.money[field];
    const own = fieldOf(learnt, field);
    own.amounts.push(cell?.number ?? 0);
    if (!cell || isUnreadable(cell)) own.unreadable.push(index);
    if (cell?.asText) own.texts.push(index);
  }
  for (const { field, cell, value } of unitConflictsOf(context).of(project))
    fieldOf(learnt, field).corrections.push([index, value - cell.number]);
}

function fieldOf({ fields }: LearntSums, field: MoneyField): LearntField {
  return (fields[field] ??= { amounts: [], unreadable: [], texts: [], corrections: [] });
}
