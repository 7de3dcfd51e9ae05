import type { Localised } from '../language';
import type { Severity } from '../severity';

/** Points that the indicators of a first level carry together, of a form of 100 points. */
export interface LevelWeights {
  /** 产出指标 */
  readonly output: number;
  /** 成本指标, where it is a first level of its own; else it counts as output. */
  readonly cost?: number;
  /** 效益指标 */
  readonly benefit: number;
  /** 满意度指标 */
  readonly satisfaction: number;
}

/** The part of its weight that a qualitative indicator earns: `from` is included, as are fractions of 1. */
export interface ScoreBand {
  readonly from: number;
  readonly to: number;
}

/** 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差. */
export interface ScoreBands {
  readonly achieved: ScoreBand;
  readonly partial: ScoreBand;
  readonly not: ScoreBand;
}

/** A grade and the least score, of 100, that earns it. */
export interface Grade {
  readonly name: string;
  readonly from: number;
}

/**
 * What differs from place to place, as plain data. Rates are fractions (0.9 = 90 %), weights and scores points,
 * money tolerances 万元.
 */
export interface Profile {
  readonly id: string;
  readonly name: Localised;
  /** The documents that the profile follows, by name. */
  readonly basis: readonly string[];
  /** What the execution rate divides by: 全年预算数 (`budget`) or 年初预算数 (`initialBudget`). */
  readonly rateDenominator: 'budget' | 'initialBudget';
  /** An explanation is due where the execution rate is below this. */
  readonly explainBelow: number;
  /** An adjustment of the budget by more than this share of 年初预算数 needs an explanation. */
  readonly explainAdjustment: number;
  /** A result of this many times its target or more says that the target was too low. */
  readonly overshoot: number;
  /** Points of 预算执行率. */
  readonly executionWeight: number;
  /** Points of all together. */
  readonly totalWeight: number;
  /** Points of the first levels; `null` where the place fixes none. */
  readonly levelWeights: LevelWeights | null;
  /** The same for annexes in which cost is a first level; `null`: as `levelWeights` says. */
  readonly levelWeightsWithCost: LevelWeights | null;
  readonly bands: ScoreBands;
  /** From the best down. */
  readonly grades: readonly Grade[];
  /** A score may differ from the computed one by this many points. */
  readonly scoreTolerance: number;
  /** Sums of money may differ from their parts by this, in 万元. */
  readonly moneyTolerance: number;
  /** Severities other than a rule's own, by the rule's id. */
  readonly severities: Readonly<Partial<Record<string, Severity>>>;
  /** Ids of the rules that are not run. */
  readonly off: readonly string[];
}

/** What a profile changes of another one. */
export type ProfileChanges = Partial<Omit<Profile, 'id'>>;
