import type { Indicator, Project } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import { roundNoise } from '../../rule/figures';
import { isEmpty, isUnreadable } from '../table/number-cells';
import { NOISE, pointsOf } from './scores';

/** Points that are not whole, such as 33.3, need not add up exactly. */
const FRACTION_TOLERANCE = 0.1;
/** Weights that add up to less are shares of 1, or stand for something else. */
const LEAST_SUM = 5;

/** The weight of an indicator in use. */
export interface IndicatorWeight {
  readonly indicator: Indicator;
  readonly cell: NumberCell;
  readonly points: number;
}

/** All the weights of one project. */
export interface Weights {
  /** Of the execution of the budget; `null` where no cell says it. */
  readonly execution: { readonly cell: NumberCell; readonly points: number } | null;
  readonly parts: readonly IndicatorWeight[];
  /** The sum of the indicators' weights. */
  readonly indicators: number;
  readonly sum: number;
  /** How far sums of them may be off. */
  readonly tolerance: number;
}

/** `null` where an indicator in use has no place for a weight, a weight cannot be read, or none is stated. */
export function weightsOf(project: Project): Weights | null {
  const parts: IndicatorWeight[] = [];
  let indicators = 0;
  let fractions = false;
  for (const indicator of project.indicators) {
    const { weight: cell, target, result } = indicator;
    if (!cell) {
      if (target?.answered || result?.answered) return null;
      continue;
    }
    const points = pointsOf(cell);
    if (points === null) {
      if (isUnreadable(cell)) return null;
      continue;
    }
    if (!Number.isInteger(points)) fractions = true;
    indicators += points;
    parts.push({ indicator, cell, points });
  }
  if (parts.length === 0) return null;
  const cell = project.scores['executionRate.weight'];
  if (cell && isUnreadable(cell)) return null;
  const points = pointsOf(cell);
  const sum = roundNoise(indicators + (points ?? 0));
  if (sum < LEAST_SUM) return null;
  return {
    execution: cell && points !== null && !isEmpty(cell) ? { cell, points } : null,
    parts,
    indicators: roundNoise(indicators),
    sum,
    tolerance: fractions ? FRACTION_TOLERANCE : NOISE,
  };
}

/** The first cell of a weight, from the left. */
export function firstWeight({ execution, parts }: Weights): NumberCell {
  const first = parts.reduce((a, b) =>
    b.cell.column < a.cell.column && b.cell.row <= a.cell.row ? b : a,
  ).cell;
  return execution && execution.cell.column < first.column ? execution.cell : first;
}

/**
 * What the weights should add up to: all the points, or, where no cell gives those of the execution, also all
 * without them.
 */
export function rightSums({ execution }: Weights, total: number, executionWeight: number): readonly number[] {
  return execution ? [total] : [total, total - executionWeight];
}

/** Whether the weights add up to all the points. */
export function addUp(weights: Weights, total: number, executionWeight: number): boolean {
  const { sum, tolerance } = weights;
  return rightSums(weights, total, executionWeight).some((right) => Math.abs(sum - right) <= tolerance);
}
