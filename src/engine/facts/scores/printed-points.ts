import type { Indicator } from '../../annex/annex';
import { valueOfExpression } from '../../annex/stated/expression';
import type { Operand, PointsRule, PointsSubject, Tier, TierPoints } from '../../annex/stated/printed-rule';
import type { Profile } from '../../profile/profile';
import type { AnnexFacts } from '../../rule/annex-facts';
import type { FactContext } from '../../rule/rule';
import { quote } from '../../rule/figures';
import { toAddress } from '../../sheet/address';
import { missOf } from '../indicators/misses';
import { NOISE } from './scores';

/**
 * What the texts of a table say of a score:
 *
 * - `points`: from `least` to `most`; `usual` is what it comes to where a part of a step counts in part
 * - `unsaid`: it has a rule, which says nothing of this case
 * - `unread`: it has a rule that was not understood
 */
export type ByNote =
  | {
      readonly said: 'points';
      readonly rule: PointsRule;
      readonly least: number;
      readonly most: number;
      readonly usual: number;
    }
  | { readonly said: 'unsaid' | 'unread'; readonly rule: PointsRule };

/** What is known of a completion when a printed rule is asked for its points. */
interface Completion {
  readonly weight: number;
  /** What was reached of what was asked, as a fraction: the rate, or result ÷ target. */
  readonly share: number;
  /** How far it is from what was asked, as fractions: several readings of "a per cent" where there are any. */
  readonly short: readonly number[];
  readonly operands: Readonly<Partial<Record<Operand, number>>>;
  /** Whether less is better: then shares above 1 are the misses. */
  readonly ceiling: boolean;
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/**
 * How the texts of one table give points. The unit that is reviewed may have written them, so only what derives points
 * asks here, and what would let nothing be lost is not followed.
 */
export class PrintedPoints {
  private readonly rules: readonly PointsRule[];
  /** Rules that nobody could fall short of. */
  readonly absurd: readonly PointsRule[];

  constructor({ stated }: Pick<AnnexFacts, 'stated'>, { printedRules }: Pick<Profile, 'printedRules'>) {
    const all = printedRules === 'ignore' ? [] : stated.printed.points;
    this.absurd = all.filter(isAbsurd);
    this.rules = all.filter((rule) => !this.absurd.includes(rule) && !saysWhatIsUsual(rule));
  }

  /** The rules that are followed, and those that were not understood. */
  get inForce(): readonly PointsRule[] {
    return this.rules;
  }

  /** Of the execution; `null` where no text speaks of it. */
  ofExecution(weight: number, rate: number, spent: number | null, budget: number | null): ByNote | null {
    const share = Math.min(1, rate);
    return this.byNote(['execution'], null, () => ({
      weight,
      share,
      short: [1 - share],
      operands: {
        weight,
        rate: share,
        ...(spent !== null && budget !== null && { spent: share * budget, budget }),
      },
      ceiling: false,
    }));
  }

  /** Of a quantified target that was missed; `null` where no text speaks of it, or it was not missed. */
  ofMissed(indicator: Indicator, weight: number): ByNote | null {
    const miss = missOf(indicator);
    if (!miss) return null;
    const ceiling = miss.reason === 'above';
    const subjects: readonly PointsSubject[] = [ceiling ? 'down' : 'up', 'quantified', 'indicators'];
    return this.byNote(subjects, indicator.kind, () => {
      const { target, result, ratio, reason } = miss;
      if (reason === 'late' || !target || !result || indicator.asked?.quantities.length !== 1) return null;
      if (ratio === undefined || result.upper !== null || target.upper !== null || target.value <= 0)
        return null;
      const percent = target.unit.measure === '%';
      // "Satisfaction from 90 %" is said of the satisfaction itself.
      const itself = percent && indicator.kind === 'satisfaction';
      return {
        weight,
        share: itself ? (ratio * target.value) / 100 : ratio,
        short: [Math.abs(1 - ratio), ...(percent ? [(Math.abs(1 - ratio) * target.value) / 100] : [])],
        operands: { weight, target: target.value, result: ratio * target.value },
        ceiling,
      };
    });
  }

  /** The rule that was not understood and may be about qualitative results; `null` where there is none. */
  ofQualitative(indicator: Indicator): PointsRule | null {
    const [rule] = this.about(['qualitative', 'indicators'], indicator.kind);
    return rule && (rule.about === 'qualitative' || !rule.understood) ? rule : null;
  }

  private byNote(
    subjects: readonly PointsSubject[],
    kind: Indicator['kind'] | null,
    completion: () => Completion | null,
  ): ByNote | null {
    const rules = this.about(subjects, kind);
    const [first] = rules;
    if (!first) return null;
    const unread = rules.find(({ understood }) => !understood);
    if (unread) return { said: 'unread', rule: unread };
    const at = completion();
    if (!at) return null;
    const ranges = rules.flatMap((rule) => rangeOf(rule, at) ?? []);
    if (ranges.length === 0) return rules.every(isOnlyALimit) ? null : { said: 'unsaid', rule: first };
    return { said: 'points', rule: first, ...together(ranges) };
  }

  /** The rules that come closest to what is asked: about the first of the subjects that any is about. */
  private about(subjects: readonly PointsSubject[], kind: Indicator['kind'] | null): readonly PointsRule[] {
    for (const subject of subjects) {
      const rules = this.rules.filter(({ about }) => about === subject);
      const ofKind = rules.filter(({ kinds }) => kind !== null && kinds?.includes(kind));
      if (ofKind.length > 0) return ofKind;
      const ofAll = rules.filter(({ kinds }) => kinds === null);
      if (ofAll.length > 0) return ofAll;
    }
    return [];
  }
}

/** The points that a text gives, as near to those of a cell as it allows; where it does not allow them, the usual ones. */
export function nearestPoints({ least, most, usual }: Range, points: number): number {
  return points >= least - NOISE && points <= most + NOISE ? points : usual;
}

/** What messages name of a text that a finding rests on: `{noteCell}` and `{note}`. */
export function noteTexts({ cell, text }: Pick<PointsRule, 'cell' | 'text'>): Record<string, string> {
  return { noteCell: toAddress(cell.row, cell.column), note: quote(text) };
}

export function printedPointsOf(context: FactContext): PrintedPoints {
  return context.fact(readPrintedPoints);
}

function readPrintedPoints({ annex, profile }: FactContext): PrintedPoints {
  return new PrintedPoints(annex, profile);
}

function rangeOf(rule: PointsRule, at: Completion): Range | null {
  const { weight, share, ceiling } = at;
  if (rule.missed !== null) return exactly(rule.missed === 'full' ? weight : 0);
  if (rule.nothingFrom !== null && ceiling && share >= rule.nothingFrom - NOISE) return exactly(0);
  const tiers = ceiling ? [] : rule.tiers.filter((tier) => holds(tier, share));
  if (tiers.length > 0) return together(tiers.map(({ earns }) => exactly(pointsIn(earns, weight))));
  const steps = rule.steps.flatMap((step) => {
    const shorts = step.below === null || step.below === 1 || ceiling ? at.short : [step.below - share];
    const full = fullOf(rule, weight);
    const off = pointsIn(step.off, full);
    return shorts.map((short) => {
      const count = Math.max(0, short) / step.each;
      const lost = (steps: number): number => Math.max(0, full - off * steps);
      return {
        least: lost(Math.ceil(count - NOISE)),
        most: lost(Math.floor(count + NOISE)),
        usual: lost(count),
      };
    });
  });
  if (steps.length > 0) return together(steps);
  const values = rule.formulas.flatMap((formula) => {
    const value = valueOfExpression(formula, at.operands);
    // Of two formulas the one for the other direction would give all.
    if (value === null || (rule.formulas.length > 1 && value >= weight - NOISE)) return [];
    return exactly(Math.min(weight, Math.max(0, value)));
  });
  if (values.length > 0) return together(values);
  return rule.proportion && !ceiling && share <= 1 ? exactly(weight * share) : null;
}

/** Whether a rule says only where points end, and leaves it to others how they follow before that. */
function isOnlyALimit({ tiers, steps, formulas, proportion, missed }: PointsRule): boolean {
  return (
    steps.length + formulas.length === 0 &&
    !proportion &&
    missed === null &&
    tiers.every(({ earns }) => 'points' in earns && earns.points === 0)
  );
}

function holds({ from, to }: Tier, share: number): boolean {
  return (from === null || share >= from - NOISE) && (to === null || share <= to + NOISE);
}

/** What is earned where nothing is lost: by the first tier, else the weight. */
function fullOf({ tiers }: PointsRule, weight: number): number {
  return Math.max(0, ...tiers.map(({ earns }) => pointsIn(earns, weight))) || weight;
}

function pointsIn(earns: TierPoints, weight: number): number {
  return 'points' in earns ? earns.points : earns.share * weight;
}

function exactly(points: number): Range {
  return { least: points, most: points, usual: points };
}

function together(ranges: readonly Range[]): Range {
  return {
    least: Math.min(...ranges.map(({ least }) => least)),
    most: Math.max(...ranges.map(({ most }) => most)),
    usual: ranges[0]!.usual,
  };
}

const SAMPLE_WEIGHT = 10;
/** A rule that leaves so much of the points for half of what was asked lets nothing be lost. */
const ALL_BUT_NOTHING = 0.95;

/** Half of what was asked, or twice what was allowed: what a rule leaves for it. */
function halfDone(rule: PointsRule, ceiling: boolean): Range | null {
  const weight = fullOf(rule, SAMPLE_WEIGHT);
  const [result, target] = ceiling ? [2, 1] : [1, 2];
  return rangeOf(rule, {
    weight,
    share: result / target,
    short: [Math.abs(1 - result / target)],
    operands: { weight, result, target, rate: result / target, spent: result, budget: target },
    ceiling,
  });
}

function isAbsurd(rule: PointsRule): boolean {
  if (!rule.understood) return false;
  const weight = constantIn(rule) ?? fullOf(rule, SAMPLE_WEIGHT);
  return directionsOf(rule).some((ceiling) => {
    const left = halfDone(rule, ceiling);
    return left !== null && left.least >= weight * ALL_BUT_NOTHING;
  });
}

function directionsOf({ about, formulas }: PointsRule): readonly boolean[] {
  if (about === 'down') return [true];
  // One formula for all quantified indicators is meant for those where more is better.
  return about === 'up' || about === 'execution' || formulas.length > 0 ? [false] : [false, true];
}

/** Whether a rule says no more than what holds without it: in proportion to what was reached. */
function saysWhatIsUsual(rule: PointsRule): boolean {
  const { understood, tiers, steps, formulas, missed, nothingFrom, about } = rule;
  if (!understood || tiers.length + steps.length > 0 || missed !== null || nothingFrom !== null) return false;
  if (formulas.length === 0) return true;
  if (about === 'down' || formulas.length > 1) return false;
  const SHARES = [0.3, 0.5, 0.9];
  return SHARES.every((share) => {
    const weight = constantIn(rule) ?? SAMPLE_WEIGHT;
    const operands = { weight, rate: share, result: share, target: 1, spent: share, budget: 1 };
    const value = valueOfExpression(formulas[0]!, operands);
    return value !== null && Math.abs(value - weight * share) <= NOISE;
  });
}

/** The points that a formula names in place of the weight: 20分×执行率. */
function constantIn({ formulas: [formula] }: PointsRule): number | null {
  const known = { rate: 1, result: 1, target: 1, spent: 1, budget: 1 };
  return formula === undefined ? null : valueOfExpression(formula, known);
}
