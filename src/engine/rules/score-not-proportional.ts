import type { GroupPoints, Indicator } from '../annex/annex';
import type { PointsRule } from '../annex/stated/printed-rule';
import type { NumberCell } from '../annex/values/number-cell';
import { quote } from '../rule/figures';
import { earnedSharesOf } from '../facts/indicators/misses';
import {
  countRounding,
  mergeRounding,
  noRounding,
  roundingOf,
  type CountedRounding,
  type Rounding,
} from '../facts/scores/rounding';
import {
  HALF_POINT,
  isRoundedTo,
  NOISE,
  pointsFix,
  pointsOf,
  POINTS_FIX_MESSAGES,
  pointsText,
  roundPoints,
} from '../facts/scores/scores';
import { nearestPoints, noteTexts, printedPointsOf } from '../facts/scores/printed-points';
import { defineRule, type FactContext, type Learning, type Report } from '../rule/rule';

/** Scores that are neither full nor in proportion say that a place scores another way from here on. */
const ENOUGH_OTHERS = 4;
/** Many places give nothing at all below this share of the target. */
const NOTHING_BELOW = 0.6;

interface CountedScoring {
  readonly rounding: CountedRounding;
  /** Scores of missed targets that are in proportion, and those that are neither that nor full. */
  inProportion: number;
  inAnotherWay: number;
}

interface ScoringHabits {
  readonly rounding: Rounding;
  /** Whether the annex deducts in another way throughout. */
  readonly another: boolean;
}

const scoringHabits: Learning<CountedScoring, ScoringHabits> = {
  empty: () => ({ rounding: noRounding(), inProportion: 0, inAnotherWay: 0 }),
  add(learnt, project, context) {
    const { profile } = context;
    for (const indicator of project.indicators) {
      const scored = scoredOf(indicator, context);
      if (!scored || scored.expected === null) continue;
      const { cell, points, expected, weight } = scored;
      countRounding(learnt.rounding, cell, points, expected, weight, profile.scoreTolerance);
      if (Math.abs(points - expected) <= HALF_POINT) learnt.inProportion++;
      else if (points < weight - NOISE) learnt.inAnotherWay++;
    }
  },
  merge(learnt, further) {
    mergeRounding(learnt.rounding, further.rounding);
    learnt.inProportion += further.inProportion;
    learnt.inAnotherWay += further.inAnotherWay;
  },
  settle: ({ rounding, inProportion, inAnotherWay }) => ({
    rounding: roundingOf(rounding),
    another: inAnotherWay >= ENOUGH_OTHERS && inAnotherWay > inProportion * 2,
  }),
};

export const rule = defineRule({
  meta: {
    id: 'score-not-proportional',
    name: { 'zh-CN': '得分与完成比例不符', en: 'Score not in proportion' },
    description: {
      'zh-CN':
        '定量指标未达标的，得分应为分值×完成值÷指标值；“≤”类指标为分值×指标值÷完成值，或分值×[1−（完成值−指标值）÷指标值]（可在规则口径中限定一种，默认两种都认）；指标值为 0 而未做到的不得分。得分偏高报错误，偏低报警告；得分按整数填报的表，相差不超过 0.5 分不报。多项未达标指标都按另一种办法扣分的，只作提示。',
      en: 'A quantified target that is missed earns its weight × result ÷ target; for "≤" its weight × target ÷ result or × [1 − (result − target) ÷ target] (a setting; either by default); where nothing was to happen, nothing. An error where the score is higher, a warning where it is lower; where scores are whole points, half a point is rounding. A note where the annex deducts in another way throughout.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['warning', 'info'],
    settings: ['missedCeiling', 'printedRules', 'scoreTolerance'],
    requires: [
      ['indicator.*.target', 'group.rate'],
      ['indicator.*.result', 'group.rate'],
      ['indicator.*.weight', 'group.weight'],
      ['indicator.*.score', 'group.score'],
    ],
    fix: 'value',
    basis: [
      '财预〔2020〕10号《项目支出绩效评价管理办法》',
      '济南历城自评表“得分计算方法”栏',
      '自评表公开填报说明（正反向指标公式）',
      '公开的自评审核程序',
    ],
    yieldsTo: ['score-over-weight'],
    compares: true,
    messages: {
      over: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，完成 {share}，得分应为 {points}（分值 {weight} × {share}），表内为 {score}，偏高。请核对。',
        en: 'The target is "{target}", the result "{result}", {share} of it: the score should be {points} ({weight} × {share}); the sheet says {score}, which is too high.',
      },
      under: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，完成 {share}，得分应为 {points}（分值 {weight} × {share}），表内为 {score}，偏低。请核对。',
        en: 'The target is "{target}", the result "{result}", {share} of it: the score should be {points} ({weight} × {share}); the sheet says {score}, which is too low.',
      },
      overByNote: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，按表内说明（{noteCell}：“{note}”）得分应为 {points}（分值 {weight}），表内为 {score}，偏高。请核对。',
        en: 'The target is "{target}", the result "{result}": by the note in {noteCell} ("{note}") the score should be {points} of {weight}; the sheet says {score}, which is too high.',
      },
      underByNote: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，按表内说明（{noteCell}：“{note}”）得分应为 {points}（分值 {weight}），表内为 {score}，偏低。请核对。',
        en: 'The target is "{target}", the result "{result}": by the note in {noteCell} ("{note}") the score should be {points} of {weight}; the sheet says {score}, which is too low.',
      },
      nothing: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，未达到指标，得分应为 0，表内为 {score}，偏高。请核对。',
        en: 'The target is "{target}", the result "{result}" misses it: the score should be 0; the sheet says {score}, which is too high.',
      },
      full: {
        'zh-CN': '指标为“{target}”，完成情况为“{result}”，未达到指标，但得分为满分 {score}。请核对得分。',
        en: 'The target is "{target}", the result "{result}" misses it, yet the score is the full {score}. Check the score.',
      },
      group: {
        'zh-CN':
          '“{label}”得分应为 {points}（权重 {weight} × 得分率 {share}），表内为 {score}。请核对得分和得分率。',
        en: 'The score of "{label}" should be {points} ({weight} × {share}); the sheet says {score}. Check score and share.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  learn: scoringHabits,
  project(project, { profile }, report) {
    for (const group of project.groups) {
      const found = ofGroup(group, profile.scoreTolerance);
      if (found) report({ ...found, project });
    }
  },
  indicator(project, indicator, context, report) {
    const scored = scoredOf(indicator, context);
    const found = scored && reportOf(scored, context.learnt, context.profile.scoreTolerance);
    if (found) report({ ...found, project });
  },
});

function reportOf(scored: Scored, { rounding, another }: ScoringHabits, tolerance: number): Said | null {
  const { cell, points, weight, expected, indicator, share, note } = scored;
  const full = points >= weight - NOISE;
  const related = [indicator.target!, indicator.result!, indicator.weight!, ...(note ? [note.cell] : [])];
  if (expected === null)
    return full ? { cell, related, message: 'full', data: textsOf(scored), actual: points } : null;
  if (isRoundedTo(cell, points, expected, tolerance, !full && rounding.usual)) return null;
  const over = points > expected;
  const nothing = over && indicator.verdict?.target?.value === 0;
  const roundedUp = full && rounding.seen && weight - expected <= HALF_POINT;
  const ownWay = (another && !full) || (!over && points <= 0 && share !== null && share < NOTHING_BELOW);
  const severity = roundedUp || ownWay ? 'info' : over ? undefined : 'warning';
  const rounded = rounding.seen ? Math.round(expected) : roundPoints(expected);
  // Where rounding alone makes the score, the points before it are named, and none are offered.
  const wanted = rounded === points ? roundPoints(expected) : rounded;
  const fix = pointsFix(cell, wanted);
  return {
    severity,
    cell,
    related,
    message: note ? (over ? 'overByNote' : 'underByNote') : nothing ? 'nothing' : over ? 'over' : 'under',
    data: { ...textsOf(scored), points: pointsText(wanted), ...(note && noteTexts(note)) },
    expected: wanted,
    actual: points,
    ...(severity === undefined ? { fix } : { suggestions: rounded === points ? [] : [fix] }),
  };
}

/** The points of a group beside its weight and its share of points; `null` where they agree or one is missing. */
function ofGroup({ label, weight, rate, score }: GroupPoints, tolerance: number): Said | null {
  const [points, most] = [pointsOf(score), pointsOf(weight)];
  if (!score || !weight || points === null || most === null || !rate || rate.fraction === null) return null;
  if (most <= 0 || points < 0 || points > most + NOISE) return null;
  const expected = most * rate.fraction;
  // The share is rounded as the score is.
  if (isRoundedTo(score, points, expected, tolerance + most * rate.halfUnit, false)) return null;
  return {
    severity: points > expected ? undefined : 'warning',
    cell: score,
    related: [weight, rate],
    message: 'group',
    data: {
      label: quote(label),
      points: pointsText(expected),
      weight: pointsText(most),
      share: `${pointsText(rate.fraction * 100)}%`,
      score: pointsText(points),
    },
    expected: roundPoints(expected),
    actual: points,
    // The share may be wrong as well.
    suggestions: [pointsFix(score, expected)],
  };
}

type Said = Omit<Report, 'project'>;

/** The score of a missed target. */
interface Scored {
  readonly indicator: Indicator;
  readonly cell: NumberCell;
  readonly points: number;
  readonly weight: number;
  /** The part of the target that was reached, and the points for it; `null` where they cannot be computed. */
  readonly share: number | null;
  readonly expected: number | null;
  /** The text of the table that gives the points; `null` where none does. */
  readonly note: PointsRule | null;
}

function scoredOf(indicator: Indicator, context: FactContext): Scored | null {
  const points = pointsOf(indicator.score);
  const weight = pointsOf(indicator.weight);
  if (points === null || weight === null || weight <= 0 || points < 0 || points > weight + NOISE) return null;
  if (!indicator.target?.answered || !indicator.result?.answered) return null;
  const byNote = printedPointsOf(context).ofMissed(indicator, weight);
  if (byNote && byNote.said !== 'points') return null;
  if (byNote) {
    const expected = nearestPoints(byNote, points);
    return { indicator, cell: indicator.score!, points, weight, share: null, expected, note: byNote.rule };
  }
  const shares = earnedSharesOf(indicator, context.profile.missedCeiling);
  if (!shares) return null;
  // Of several ways to reckon the one that comes nearest to the score.
  const off = (share: number): number => Math.abs(weight * share - points);
  const share = shares.length === 0 ? null : shares.reduce((a, b) => (off(b) < off(a) ? b : a));
  return {
    indicator,
    cell: indicator.score!,
    points,
    weight,
    share,
    expected: share === null ? null : weight * share,
    note: null,
  };
}

function textsOf({ indicator, weight, points, share }: Scored): Record<string, string> {
  return {
    target: quote(indicator.asked?.text ?? indicator.target!.text),
    result: quote(indicator.result!.text),
    weight: pointsText(weight),
    score: pointsText(points),
    share: share === null ? '' : `${pointsText(share * 100)}%`,
  };
}
