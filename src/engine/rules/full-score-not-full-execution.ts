import { wholeContext } from '../facts/whole-context';
import type { Annex, Project } from '../annex/annex';
import { weightsOf } from '../facts/scores/weights';
import { ExecutionScores, executionTexts } from '../facts/scores/execution-scores';
import {
  executionWeightOf,
  HALF_POINT,
  isRoundedTo,
  NOISE,
  POINTS_FIX_MESSAGES,
  pointsFix,
  pointsOf,
  pointsText,
  WholePoints,
} from '../facts/scores/scores';
import { rateText } from '../rule/figures';
import { quotientOf } from '../facts/money/rates';
import type { Rule } from '../rule/rule';

export const rule: Rule = {
  meta: {
    id: 'full-score-not-full-execution',
    name: { 'zh-CN': '执行率不足仍给满分', en: 'Full score without full execution' },
    description: {
      'zh-CN':
        '执行率不到 100%，执行率得分却为满分；表内没有执行率得分的，总分为满分。得分按整数填报、只因四舍五入才为满分的，只作提示。',
      en: 'The rate is below 100 %, yet the score for the execution is the full weight; where the annex has no such score, the total is full. A note where only rounding to whole points makes it full.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['warning', 'info'],
    settings: ['executionWeight', 'totalWeight', 'rateDenominator', 'scoreTolerance'],
    requires: [
      ['executionRate.score', 'totalScore'],
      ['executionRate', 'budget'],
      ['executionRate', 'actual'],
    ],
    fix: 'value',
    basis: ['紫金县2020年自评复核', '济南历城自评表“得分计算方法”栏'],
    messages: {
      full: {
        'zh-CN': '执行率为 {rate}，执行率得分却为满分 {score}，应为 {points}（分值 {weight} × 执行率）。',
        en: 'The rate is {rate}, yet the score for the execution is the full {score}; it should be {points} ({weight} × rate).',
      },
      rounded: {
        'zh-CN':
          '执行率为 {rate}，执行率得分为满分 {score}，按分值 {weight} × 执行率为 {points}。请核对是否取整。',
        en: 'The rate is {rate} and the score for the execution the full {score}; {weight} × rate makes {points}. Check whether it was rounded.',
      },
      total: {
        'zh-CN': '执行率为 {rate}，总分却为满分 {score}。执行率（{weight} 分）应扣 {lost} 分。请核对。',
        en: 'The rate is {rate}, yet the total is the full {score}. Of the {weight} points for the execution {lost} are lost; check the total.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  check(annex, report, profile) {
    const { scoreTolerance } = profile;
    if (!annex.fields.includes('executionRate.score')) {
      checkTotals(annex);
      return;
    }
    const scores = new ExecutionScores(wholeContext(annex, profile).annex, profile);
    const whole = new WholePoints(scoreTolerance);
    const full: Project[] = [];
    for (const project of annex.projects) {
      const computed = scores.of(project);
      const points = computed && pointsOf(computed.score);
      if (!computed || points === null) continue;
      whole.add(computed.score, points, computed.nearest, computed.weight);
      if (Math.abs(points - computed.weight) < NOISE && computed.expected < computed.weight)
        full.push(project);
    }
    for (const project of full) {
      const computed = scores.of(project)!;
      const { score, weight, nearest, slack, expected, quotient, weightCell } = computed;
      if (isRoundedTo(score, weight, nearest, scoreTolerance + slack, false)) continue;
      const rounded = whole.usual && weight - nearest <= HALF_POINT + NOISE;
      const fix = pointsFix(score, expected);
      report({
        severity: rounded ? 'info' : undefined,
        cell: score,
        related: [
          ...(weightCell ? [weightCell] : []),
          ...(quotient ? [quotient.actual, quotient.budget] : project.rate ? [project.rate] : []),
        ],
        project,
        message: rounded ? 'rounded' : 'full',
        data: executionTexts(computed),
        expected,
        actual: weight,
        ...(rounded ? { suggestions: [fix] } : { fix }),
      });
    }

    /** No score of the execution shows where the points went; the total alone tells. */
    function checkTotals({ projects }: Annex): void {
      const { totalWeight } = profile;
      const weight = executionWeightOf(wholeContext(annex, profile));
      for (const project of projects) {
        const { totalScore } = project.scores;
        const points = pointsOf(totalScore);
        if (!totalScore || points === null) continue;
        const most = pointsOf(project.scores.totalWeight) ?? totalWeight;
        if (most <= weight || Math.abs(points - most) > NOISE) continue;
        const quotient = quotientOf(project, profile);
        const rate = quotient?.value ?? (project.money.budget?.number === 0 ? null : project.rate?.fraction);
        if (rate == null || rate < 0 || rate >= 1) continue;
        const lost = weight * (1 - rate);
        // Totals are often whole numbers.
        if (lost <= HALF_POINT + scoreTolerance || leavesOutExecution(project, most)) continue;
        report({
          severity: 'warning',
          cell: totalScore,
          related: quotient ? [quotient.actual, quotient.budget] : project.rate ? [project.rate] : [],
          project,
          message: 'total',
          data: {
            rate: rateText(rate),
            score: pointsText(points),
            weight: pointsText(weight),
            lost: pointsText(lost),
          },
          actual: points,
        });
      }
    }
  },
};

/** Whether the indicators alone carry all the points, so that the execution of the budget has none. */
function leavesOutExecution(project: Project, most: number): boolean {
  const weights = weightsOf(project);
  return weights !== null && Math.abs(weights.indicators - most) < NOISE;
}
