import type { CellPosition } from '../../sheet/address';
import type { IndicatorKind } from '../field-id';

/**
 * Whose points a printed rule gives: those of the execution of the budget, of quantified indicators (of those where more
 * is better, `up`, or less, `down`), of qualitative ones, or of indicators of whatever kind.
 */
export type PointsSubject = 'execution' | 'up' | 'down' | 'quantified' | 'qualitative' | 'indicators';

/** What a printed formula computes with; rates are fractions (1 = 100 %), weights points. */
export type Operand = 'weight' | 'target' | 'result' | 'rate' | 'spent' | 'budget';
export type Operator = '+' | '-' | '*' | '/';

/** A printed formula: a figure, something that the table holds, or two of these computed together. */
export type Expression = number | Operand | readonly [Operator, Expression, Expression];

/** Shares of what was asked, or points of 100: `null` where there is no limit. */
export interface Limits {
  readonly from: number | null;
  readonly to: number | null;
}

/** Points of a tier: in points, or as a share of the weight. */
export type TierPoints = { readonly points: number } | { readonly share: number };

/** What a share of completion earns: "90%以上得满分". Limits are fractions. */
export interface Tier extends Limits {
  readonly earns: TierPoints;
}

/** "每低1个百分点扣1分": `off` for each `each` (a fraction) below `below`; `null`: below full marks. */
export interface Step {
  readonly each: number;
  readonly off: TierPoints;
  readonly below: number | null;
}

/** How points follow, as far as a text says it. Of several formulas each may be meant. */
export interface PointsTerms {
  readonly formulas: readonly Expression[];
  readonly tiers: readonly Tier[];
  readonly steps: readonly Step[];
  /** Nothing is earned from so many times the target on: "达到指标值2倍不得分". */
  readonly nothingFrom: number | null;
  /** What any miss earns: nothing ("未达标不得分"), or all ("不扣分"). */
  readonly missed: 'nothing' | 'full' | null;
  /** Whether it says no more than "in proportion". */
  readonly proportion: boolean;
}

/** A text of the table on how points follow. */
export interface PointsRule extends PointsTerms {
  readonly cell: CellPosition;
  /** The text as written, on one line. */
  readonly text: string;
  readonly about: PointsSubject;
  /** The kinds of indicators that it speaks of; `null`: all. */
  readonly kinds: readonly IndicatorKind[] | null;
  /** Whether all of it was understood: what clearly is a rule on points and was not is kept all the same. */
  readonly understood: boolean;
}

/** Anything else that a text of the table states, with its cell. */
export interface Stated<T> {
  readonly cell: CellPosition;
  readonly text: string;
  readonly value: T;
}

/** The shares of its weight that a qualitative indicator earns, from the best band down: fractions, contiguous. */
export interface StatedBands {
  readonly achieved: number;
  readonly partial: number;
}

/** A grade and the least score of 100 that earns it. */
export interface StatedGrade {
  readonly name: string;
  readonly from: number;
}

/** The points of first levels, and of the execution where they are said beside them. */
export interface StatedWeights {
  readonly execution: number | null;
  readonly output: number;
  readonly cost: number | null;
  readonly benefit: number;
  readonly satisfaction: number | null;
}

/** What notes, lines above the header and captions of a table say of how it is to be scored. Plain. */
export interface PrintedRules {
  readonly points: readonly PointsRule[];
  readonly bands: Stated<StatedBands> | null;
  /** From the best down. */
  readonly grades: Stated<readonly StatedGrade[]> | null;
  /** An explanation is due below this execution rate (a fraction). */
  readonly explainBelow: Stated<number> | null;
  readonly weights: Stated<StatedWeights> | null;
  /** Whether what does not apply is left out and the total scaled. */
  readonly scaled: Stated<true> | null;
}

export const NO_PRINTED_RULES: PrintedRules = {
  points: [],
  bands: null,
  grades: null,
  explainBelow: null,
  weights: null,
  scaled: null,
};
