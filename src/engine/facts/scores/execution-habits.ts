import type { Learning } from '../../rule/rule';
import { executionScoresOf } from './execution-scores';
import { countRounding, mergeRounding, noRounding, roundingOf, type CountedRounding } from './rounding';
import { pointsOf } from './scores';

interface CountedHabits {
  readonly rounding: CountedRounding;
  /** Projects with a score for the execution, and how many of the scores are formulas. */
  filled: number;
  formulas: number;
}

/** How an annex writes its scores for the execution of the budget. */
export interface ExecutionHabits {
  /** Whether they are whole points. */
  readonly whole: boolean;
  /** Whether only one score says so: then nothing but itself speaks for it. */
  readonly wholeByOne: boolean;
  /** Whether most of them are formulas. */
  readonly formulas: boolean;
}

export const executionHabits: Learning<CountedHabits, ExecutionHabits> = {
  empty: () => ({ rounding: noRounding(), filled: 0, formulas: 0 }),
  add(learnt, project, context) {
    const computed = executionScoresOf(context).of(project);
    const points = computed && pointsOf(computed.score);
    if (!computed || computed.unread || points === null) return;
    const { score, nearest, weight } = computed;
    learnt.filled++;
    if (score.formula !== null) learnt.formulas++;
    countRounding(learnt.rounding, score, points, nearest, weight, context.profile.scoreTolerance);
  },
  merge(learnt, further) {
    mergeRounding(learnt.rounding, further.rounding);
    learnt.filled += further.filled;
    learnt.formulas += further.formulas;
  },
  settle: ({ rounding, filled, formulas }) => ({
    whole: roundingOf(rounding).usual,
    wholeByOne: rounding.rounded + rounding.roundedUp === 1,
    formulas: formulas * 2 > filled,
  }),
};
