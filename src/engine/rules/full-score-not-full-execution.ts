import type { Project } from '../annex/annex';
import { weightsOf } from '../facts/scores/weights';
import { executionHabits } from '../facts/scores/execution-habits';
import { executionScoresOf, executionTexts } from '../facts/scores/execution-scores';
import {
  executionWeightOf,
  HALF_POINT,
  isRoundedTo,
  NOISE,
  POINTS_FIX_MESSAGES,
  pointsFix,
  pointsOf,
  pointsText,
} from '../facts/scores/scores';
import { printedPointsOf } from '../facts/scores/printed-points';
import { rateText } from '../rule/figures';
import { quotientOf } from '../facts/money/rates';
import { defineRule, type FactContext, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'full-score-not-full-execution',
    name: { 'zh-CN': '执行率不足仍给满分', en: 'Full score without full execution' },
    description: {
      'zh-CN':
        '执行率不到 100%，但执行率得分为满分；表内没有执行率得分的，总分为满分。得分按整数填报、只因四舍五入才为满分的，只作提示。',
      en: 'The rate is below 100 %, yet the score for the execution is the full weight; where the annex has no such score, the total is full. A note where only rounding to whole points makes it full.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['warning', 'info'],
    settings: ['executionWeight', 'totalWeight', 'rateDenominator', 'printedRules', 'scoreTolerance'],
    requires: [
      ['executionRate.score', 'totalScore'],
      ['executionRate', 'budget'],
      ['executionRate', 'actual'],
    ],
    fix: 'value',
    basis: ['紫金县2020年自评复核', '济南历城自评表“得分计算方法”栏'],
    messages: {
      full: {
        'zh-CN': '执行率为 {rate}，但执行率得分为满分 {score}，应为 {points}（分值 {weight} × 执行率）。',
        en: 'The rate is {rate}, yet the score for the execution is the full {score}; it should be {points} ({weight} × rate).',
      },
      fullByNote: {
        'zh-CN':
          '执行率为 {rate}，但执行率得分为满分 {score}，按表内说明（{noteCell}：“{note}”）应为 {points}。',
        en: 'The rate is {rate}, yet the score for the execution is the full {score}; by the note in {noteCell} ("{note}") it should be {points}.',
      },
      rounded: {
        'zh-CN':
          '执行率为 {rate}，执行率得分为满分 {score}，按分值 {weight} × 执行率为 {points}。请核对是否取整。',
        en: 'The rate is {rate} and the score for the execution the full {score}; {weight} × rate makes {points}. Check whether it was rounded.',
      },
      total: {
        'zh-CN': '执行率为 {rate}，但总分为满分 {score}。执行率（{weight} 分）应扣 {lost} 分。请核对。',
        en: 'The rate is {rate}, yet the total is the full {score}. Of the {weight} points for the execution {lost} are lost; check the total.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  learn: executionHabits,
  project(project, context, report) {
    const found = context.annex.fields.includes('executionRate.score')
      ? fullScore(project, context, context.learnt.whole)
      : fullTotal(project, context);
    if (found) report(found);
  },
});

/** @param whole whether the scores of the annex are whole points */
function fullScore(project: Project, context: FactContext, whole: boolean): Report | null {
  const computed = executionScoresOf(context).of(project);
  const points = computed && pointsOf(computed.score);
  if (!computed || computed.unread || points === null) return null;
  const { score, weight, nearest, slack, expected, quotient, weightCell, note } = computed;
  if (Math.abs(points - weight) >= NOISE || expected >= weight || nearest >= weight) return null;
  if (isRoundedTo(score, weight, nearest, context.profile.scoreTolerance + slack, false)) return null;
  const rounded = whole && weight - nearest <= HALF_POINT + NOISE;
  const fix = pointsFix(score, expected);
  return {
    severity: rounded ? 'info' : undefined,
    cell: score,
    related: [
      ...(weightCell ? [weightCell] : []),
      ...(quotient ? [quotient.actual, quotient.budget] : project.rate ? [project.rate] : []),
      ...(note ? [note.cell] : []),
    ],
    project,
    message: note ? 'fullByNote' : rounded ? 'rounded' : 'full',
    data: executionTexts(computed),
    expected,
    actual: weight,
    ...(rounded ? { suggestions: [fix] } : { fix }),
  };
}

/** No score of the execution shows where the points went; the total alone tells. */
function fullTotal(project: Project, context: FactContext): Report | null {
  const { profile } = context;
  const { totalScore } = project.scores;
  const points = pointsOf(totalScore);
  if (!totalScore || points === null) return null;
  const weight = executionWeightOf(context);
  const most = pointsOf(project.scores.totalWeight) ?? profile.totalWeight;
  if (most <= weight || Math.abs(points - most) > NOISE) return null;
  const quotient = quotientOf(project, profile);
  const rate = quotient?.value ?? (project.money.budget?.number === 0 ? null : project.rate?.fraction);
  if (rate == null || rate < 0 || rate >= 1) return null;
  const byNote = printedPointsOf(context).ofExecution(weight, rate, null, null);
  if (byNote && byNote.said !== 'points') return null;
  const lost = weight - (byNote ? byNote.most : weight * rate);
  // Totals are often whole numbers.
  if (lost <= HALF_POINT + profile.scoreTolerance || leavesOutExecution(project, most)) return null;
  return {
    severity: 'warning',
    cell: totalScore,
    related: [
      ...(quotient ? [quotient.actual, quotient.budget] : project.rate ? [project.rate] : []),
      ...(byNote ? [byNote.rule.cell] : []),
    ],
    project,
    message: 'total',
    data: {
      rate: rateText(rate),
      score: pointsText(points),
      weight: pointsText(weight),
      lost: pointsText(lost),
    },
    actual: points,
  };
}

/** Whether the indicators alone carry all the points, so that the execution of the budget has none. */
function leavesOutExecution(project: Project, most: number): boolean {
  const weights = weightsOf(project);
  return weights !== null && Math.abs(weights.indicators - most) < NOISE;
}
