import type { Indicator } from '../annex/annex';
import { earnedSharesOf } from '../facts/indicators/misses';
import { coefficientOf, type Coefficient } from '../facts/scores/coefficients';
import { printedPointsOf } from '../facts/scores/printed-points';
import {
  isRoundedTo,
  NOISE,
  pointsFix,
  pointsOf,
  POINTS_FIX_MESSAGES,
  pointsText,
  roundPoints,
} from '../facts/scores/scores';
import { quote } from '../rule/figures';
import { defineRule, type FactContext, type Report } from '../rule/rule';

/** A coefficient this far above what the result bears is no rounding. */
const ROUNDING = 0.01;

export const rule = defineRule({
  meta: {
    id: 'score-coefficient-mismatch',
    name: { 'zh-CN': '得分系数不符', en: 'Score coefficient disagrees' },
    description: {
      'zh-CN':
        '表内有“得分系数”的，得分应为权重×得分系数；得分系数不应高于完成值与指标值之比（如指标 26 次、完成 12 次，得分系数不是 100%）。系数写作 0.85、85% 或 85 均可；表内另有计分办法的，不按比例核对系数。',
      en: 'Where an annex has 得分系数, the score is the weight × the coefficient, and the coefficient is no higher than the share of the target that was reached (12 of 26 times is no 100 %). 0.85, 85% and 85 are all read; where the annex prints another way to score, the coefficient is not held against the share.',
    },
    topic: 'score',
    severity: 'error',
    settings: ['scoreTolerance', 'missedCeiling', 'printedRules'],
    requires: [['indicator.*.coefficient'], ['indicator.*.score', 'indicator.*.result']],
    fix: 'suggestion',
    basis: ['重庆市项目绩效自评表', '财预〔2020〕10号《项目支出绩效评价管理办法》'],
    yieldsTo: ['score-over-weight', 'formula-error'],
    compares: true,
    messages: {
      score: {
        'zh-CN':
          '得分应为 {points}（权重 {weight} × 得分系数 {coefficient}），表内为 {score}。请核对得分和得分系数。',
        en: 'The score should be {points} (weight {weight} × coefficient {coefficient}); the sheet says {score}. Check both.',
      },
      unearned: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，完成 {share}，得分系数为 {coefficient}，偏高。请核对得分系数。',
        en: 'The target is "{target}", the result "{result}", {share} of it; the coefficient {coefficient} is too high. Check it.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  indicator(project, indicator, context, report) {
    const coefficient = coefficientOf(indicator.coefficient);
    if (!coefficient) return;
    const { scoreTolerance } = context.profile;
    for (const found of [
      scoreFault(indicator, coefficient, scoreTolerance),
      unearned(indicator, coefficient, context),
    ])
      if (found) report({ ...found, project });
  },
});

type Found = Omit<Report, 'project'>;

/** The points beside their weight and coefficient; `null` where they agree or one of them is missing. */
function scoreFault(
  { weight, score, coefficient: cell }: Indicator,
  { share, halfUnit }: Coefficient,
  tolerance: number,
): Found | null {
  const [points, most] = [pointsOf(score), pointsOf(weight)];
  if (!score || !weight || points === null || most === null || most <= 0 || points < 0) return null;
  const expected = most * share;
  if (isRoundedTo(score, points, expected, tolerance + most * halfUnit, false)) return null;
  return {
    cell: score,
    related: [weight, cell!],
    message: 'score',
    data: {
      points: pointsText(expected),
      weight: pointsText(most),
      coefficient: shareText(share),
      score: pointsText(points),
    },
    expected: roundPoints(expected),
    actual: points,
    // The coefficient may be wrong as well.
    suggestions: [pointsFix(score, expected)],
  };
}

/** A coefficient above the share of the target that was reached; `null` where the result bears it or nobody can tell. */
function unearned(
  indicator: Indicator,
  { share, halfUnit }: Coefficient,
  context: FactContext,
): Found | null {
  const { target, result, weight, coefficient, asked } = indicator;
  if (!target?.answered || !result?.answered) return null;
  if (printedPointsOf(context).ofMissed(indicator, pointsOf(weight) ?? 0)) return null;
  const shares = earnedSharesOf(indicator, context.profile.missedCeiling);
  if (!shares || shares.length === 0) return null;
  const most = Math.max(...shares);
  if (share <= most + halfUnit + ROUNDING + NOISE) return null;
  return {
    cell: coefficient!,
    related: [target, result],
    message: 'unearned',
    data: {
      target: quote(asked?.text ?? target.text),
      result: quote(result.text),
      share: shareText(most),
      coefficient: shareText(share),
    },
    actual: share,
  };
}

function shareText(share: number): string {
  return `${pointsText(share * 100)}%`;
}
