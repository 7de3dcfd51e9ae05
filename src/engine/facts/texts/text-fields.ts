import type { FieldPattern } from '../../rule/rule';

/** Fields of which an annex has one at least where anybody has written anything; a department names no project. */
export const TEXT_FIELDS: readonly FieldPattern[] = [
  'projectName',
  'annualGoal',
  'goalCompletion',
  'indicator.*.name',
  'indicator.*.target',
  'indicator.*.result',
];
