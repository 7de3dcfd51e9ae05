import type { MoneyField, ScoreField } from '../annex/field-id';
import type { PlanStyle } from '../sheet/sheet-plan';
import type { ResultRow } from './result-rows';
import { RESULT_COLUMNS, type ResultColumn, type ResultTexts } from './result-texts';
import { asText, LOOKS } from './style-book';

/** Columns of amounts, and of points, with the fields that they show. */
export const AMOUNTS = {
  initialBudget: 'initialBudget',
  budget: 'budget',
  actual: 'actual',
} as const satisfies Partial<Record<ResultColumn, MoneyField>>;
export const SCORES = {
  executionScore: 'executionRate.score',
  totalScore: 'totalScore',
} as const satisfies Partial<Record<ResultColumn, ScoreField>>;

export type AmountColumn = keyof typeof AMOUNTS;
export type ScoreColumn = keyof typeof SCORES;

interface Look {
  readonly width: number;
  readonly look: PlanStyle;
}

const TEXT = asText(LOOKS.text);
const COUNT: Look = { width: 7, look: LOOKS.count };
const AMOUNT: Look = { width: 15, look: LOOKS.money };

export const RESULT_LOOKS: Readonly<Record<ResultColumn, Look>> = {
  sequence: { width: 6, look: LOOKS.centred },
  project: { width: 30, look: asText({ ...LOOKS.text, fontColor: LOOKS.link.fontColor }) },
  department: { width: 18, look: TEXT },
  unit: { width: 18, look: TEXT },
  sheet: { width: 14, look: TEXT },
  initialBudget: AMOUNT,
  budget: AMOUNT,
  actual: AMOUNT,
  rate: { width: 10, look: LOOKS.rate },
  executionScore: { width: 10, look: LOOKS.score },
  totalScore: { width: 9, look: LOOKS.score },
  // A formula in a cell of texts would be shown as it is written.
  grade: { width: 9, look: LOOKS.centred },
  error: COUNT,
  warning: COUNT,
  info: COUNT,
  remark: { width: 26, look: TEXT },
  key: { width: 12, look: asText(LOOKS.key) },
};

/**
 * The columns for rows: of figures those that one of the rows has a cell for, the department where it is not the same for
 * all and stands in the head.
 */
export function resultColumns(rows: readonly ResultRow[], commonDepartment: string | null): ResultColumn[] {
  const some = (has: (row: ResultRow) => unknown): boolean => rows.some((row) => Boolean(has(row)));
  const hasAmount = (column: AmountColumn): boolean => some(({ project }) => project.money[AMOUNTS[column]]);
  const hasScore = (column: ScoreColumn): boolean => some(({ project }) => project.scores[SCORES[column]]);
  const isThere: Partial<Record<ResultColumn, boolean>> = {
    department: commonDepartment === null && some(({ annex }) => annex.department),
    initialBudget: hasAmount('initialBudget'),
    budget: hasAmount('budget'),
    actual: hasAmount('actual'),
    rate: hasAmount('budget') && hasAmount('actual'),
    executionScore: hasScore('executionScore'),
    totalScore: hasScore('totalScore'),
    grade: some(({ project }) => project.narrative.grade),
  };
  return RESULT_COLUMNS.filter((column) => isThere[column] ?? true);
}

export function resultHeading(
  column: ResultColumn,
  columns: readonly ResultColumn[],
  { columns: headings, onlyBudget }: ResultTexts,
): string {
  return column === 'budget' && !columns.includes('initialBudget') ? onlyBudget : headings[column];
}
