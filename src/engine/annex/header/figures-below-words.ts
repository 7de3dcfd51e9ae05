import type { BodySample, ColumnSample } from '../columns/body-sample';
import { indicatorParts, type FieldId } from '../field-id';
import type { Draft } from './draft-column';

/** Fields that are answered in words. */
const IN_WORDS: ReadonlySet<FieldId> = new Set<FieldId>([
  'deviation',
  'problems',
  'rectification',
  'annualGoal',
  'goalCompletion',
]);

/** So many cells, with so many different figures, are no slips. */
const FEWEST = 3;
const NEARLY_ALL = 0.9;

/** A column of figures is none of what is told in words, whatever its label sounds like (偏差率, 偏差额). */
export function dropWordsOverFigures(drafts: readonly Draft[], { columns }: BodySample): void {
  for (const draft of drafts) {
    const { field } = draft;
    if (!field || !(IN_WORDS.has(field) || indicatorParts(field)?.role === 'deviation')) continue;
    if (!holdsFigures(columns.get(draft.leaf.column))) continue;
    draft.field = null;
    draft.confidence = 'guess';
  }
}

/** Whether nearly all cells of a column are numbers, and differ. */
function holdsFigures(sample: ColumnSample | undefined): boolean {
  if (!sample || sample.filled < FEWEST || sample.numeric < sample.filled * NEARLY_ALL) return false;
  // A 0 in the place of a reason says that there is none.
  const figures = new Set(sample.numbers.filter((number) => !Number.isNaN(number) && number !== 0));
  return figures.size >= FEWEST;
}
