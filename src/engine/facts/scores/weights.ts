import type { Indicator, Project } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import { foldText } from '../../annex/text';
import { roundNoise } from '../../rule/figures';
import type { FactContext } from '../../rule/rule';
import { isEmpty, isUnreadable } from '../table/number-cells';
import { NOISE, pointsOf } from './scores';

/** Points that are not whole, such as 33.3, need not add up exactly. */
const FRACTION_TOLERANCE = 0.1;
/** Weights that add up to less are shares of 1, or stand for something else. */
const LEAST_SUM = 5;

/** The weight of an indicator in use, or of a group that is no kind of indicator. */
export interface PartWeight {
  /** `null` for a group. */
  readonly indicator: Indicator | null;
  readonly cell: NumberCell;
  readonly points: number;
}

/** All the weights of one project. */
export interface Weights {
  /** Of the execution of the budget; `null` where no cell says it. */
  readonly execution: { readonly cell: NumberCell; readonly points: number } | null;
  readonly parts: readonly PartWeight[];
  /** The sum of the weights of indicators and groups. */
  readonly indicators: number;
  readonly sum: number;
  /** How far sums of them may be off. */
  readonly tolerance: number;
}

/** `null` where an indicator or a group in use has no place for a weight, a weight cannot be read, or none is stated. */
export function weightsOf(project: Project): Weights | null {
  const parts: PartWeight[] = [];
  let indicators = 0;
  let fractions = false;
  for (const part of [...project.groups, ...project.indicators]) {
    const { weight: cell } = part;
    const indicator = 'target' in part ? part : null;
    if (!cell) {
      if (isInUse(part)) return null;
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

/** Whether anything is asked or told of an indicator, or any points are given for a group. */
function isInUse(part: Project['groups'][number] | Indicator): boolean {
  if ('target' in part) return part.target?.answered === true || part.result?.answered === true;
  return part.score !== null && !isEmpty(part.score);
}

/**
 * Whether figures that were not read may be weights: a column of which that is a guess, or whose labels say so. Then
 * nothing can be said of the sum of those that were.
 */
export function hasUnreadWeights(context: FactContext): boolean {
  return context.fact(findUnreadWeights);
}

const WEIGHT_LABEL = /分值|权重/;

function findUnreadWeights({ annex: { places } }: FactContext): boolean {
  return places.some(({ field, guess, content, labels }) => {
    if (field !== null || content !== 'figures') return false;
    return guess?.field.endsWith('.weight') || labels.some(({ text }) => WEIGHT_LABEL.test(foldText(text)));
  });
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
