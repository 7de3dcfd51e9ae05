import type { Indicator } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import type { NumberCell } from '../annex/values/number-cell';
import type { Profile } from '../profile/profile';
import { pointsAsked } from '../annex/stated-facts';
import { earnedSharesOf } from '../facts/indicators/misses';
import { printedPointsOf } from '../facts/scores/printed-points';
import { quotientOf } from '../facts/money/rates';
import { labelOf } from '../facts/table/places';
import { pointsFix, pointsOf, POINTS_FIX_MESSAGES, pointsText, roundPoints } from '../facts/scores/scores';
import { defineRule, type FactContext } from '../rule/rule';

/** Less than this is binary noise or the rounding of a formula. */
const TOLERANCE = 0.005;

export const rule = defineRule({
  meta: {
    id: 'score-over-weight',
    name: { 'zh-CN': '得分超过分值', en: 'Score above its weight' },
    description: {
      'zh-CN':
        '指标得分（包括审核得分）、各部分得分、执行率得分不得超过各自的分值，审核总分不得超过满分；表内没有各项得分的，总分不得超过分值合计（默认 100）。达标指标改为分值，未达标的按完成比例计算。',
      en: "No score may exceed its weight, whoever gives it, and no other party's total all the points; where the annex has no scores of indicators, the total may not exceed the sum of the weights (100 by default). A met target earns the weight, a missed one its share.",
    },
    topic: 'score',
    severity: 'error',
    settings: ['totalWeight', 'rateDenominator', 'missedCeiling', 'printedRules'],
    requires: [
      [
        'indicator.*.score',
        'indicator.*.score.reviewed',
        'group.score',
        'executionRate.score',
        'totalScore',
        'totalScore.reviewed',
      ],
    ],
    fix: 'value',
    basis: ['省级预算绩效系统的校验', '中江自评表注1'],
    yieldsTo: ['total-score-mismatch'],
    compares: true,
    messages: {
      indicator: {
        'zh-CN': '得分 {score} 超过分值 {weight}。请核对得分和分值。',
        en: 'The score {score} exceeds its weight {weight}. Check both.',
      },
      reviewed: {
        'zh-CN': '{name} {score} 超过分值 {weight}。请核对得分和分值。',
        en: '{name} {score} exceeds the weight {weight}. Check both.',
      },
      group: {
        'zh-CN': '“{name}”得分 {score} 超过权重 {weight}。请核对得分和权重。',
        en: 'The score of "{name}", {score}, exceeds its weight {weight}. Check both.',
      },
      review: {
        'zh-CN': '{name} {score} 超过满分 {weight}。请核对。',
        en: '{name} {score} exceeds the {weight} points there are. Check it.',
      },
      execution: {
        'zh-CN': '执行率得分 {score} 超过分值 {weight}。请核对得分和分值。',
        en: 'The score of the execution, {score}, exceeds its weight {weight}. Check both.',
      },
      total: {
        'zh-CN': '总分 {score} 超过满分 {weight}。请核对各项得分。',
        en: 'The total {score} exceeds the {weight} points there are. Check the scores.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  project(project, context, report) {
    const { profile } = context;
    const { scores } = project;
    const most = pointsOf(scores.totalWeight) ?? profile.totalWeight;
    checkExecution();
    if (context.fact(scoresIndicators)) for (const indicator of project.indicators) checkIndicator(indicator);
    else compare('total', scores.totalScore, most, scores.totalWeight ?? null, null);
    for (const { reviewedScore, weight } of project.indicators)
      if (reviewedScore) compare('reviewed', reviewedScore, pointsOf(weight) ?? 0, weight, null);
    for (const { label, score, weight, rate } of project.groups) {
      const points = pointsOf(weight) ?? 0;
      // Weights of 1 and less are shares, beside which points are of another scale.
      if (points <= 1) continue;
      const share = rate?.fraction ?? null;
      compare('group', score, points, weight, share === null || share > 1 ? null : points * share, label);
    }
    for (const { score } of project.reviews) compare('review', score, most, scores.totalWeight ?? null, null);

    function checkExecution(): void {
      const cell = scores['executionRate.score'];
      const weightCell = scores['executionRate.weight'];
      const weight = pointsOf(weightCell);
      if (!cell || weight === null || (pointsOf(cell) ?? 0) <= weight + TOLERANCE) return;
      const rate = quotientOf(project, profile)?.value ?? project.rate?.fraction ?? null;
      const byNote = rate === null ? null : printedPointsOf(context).ofExecution(weight, rate, null, null);
      const right = rate === null || rate < 0 || byNote ? null : weight * Math.min(1, rate);
      compare('execution', cell, weight, weightCell!, right);
    }

    function checkIndicator(indicator: Indicator): void {
      const { score, weight: weightCell } = indicator;
      const weight = pointsOf(weightCell) ?? printedWeight(indicator);
      if (!score || weight === null || (pointsOf(score) ?? 0) <= weight + TOLERANCE) return;
      const byNote = printedPointsOf(context).ofMissed(indicator, weight);
      compare('indicator', score, weight, weightCell, byNote ? null : earned(indicator, weight, profile));
    }

    /** The points that the label over a weight or a score gives, where each indicator has columns of its own. */
    function printedWeight({ score, weight }: Indicator): number | null {
      const asked = context.fact(askedInColumns);
      return (weight && asked.get(weight.place)) ?? (score && asked.get(score.place)) ?? null;
    }

    /** `right` is what the table says the score to be; `null` where it does not. */
    function compare(
      message: 'indicator' | 'reviewed' | 'group' | 'execution' | 'total' | 'review',
      cell: NumberCell | null | undefined,
      weight: number,
      weightCell: CellPosition | null,
      right: number | null,
      name?: string,
    ): void {
      const points = pointsOf(cell);
      if (!cell || points === null || weight <= 0 || points <= weight + TOLERANCE) return;
      const offered = message === 'total' || message === 'review' ? [] : [pointsFix(cell, right ?? weight)];
      report({
        cell,
        related: weightCell ? [weightCell] : [],
        project,
        message,
        data: {
          score: pointsText(points),
          weight: pointsText(weight),
          name: name ?? labelOf(context.annex, cell),
        },
        expected: roundPoints(right ?? weight),
        actual: points,
        ...(right === null ? { suggestions: offered } : { fix: offered[0] }),
      });
    }
  },
});

const NONE: ReadonlyMap<number, number> = new Map();

/** In rows of indicators the label of a column gives the points of all of them. */
function askedInColumns({ annex }: FactContext): ReadonlyMap<number, number> {
  const inColumns = annex.headerRows !== null && annex.indicatorRows === null;
  return inColumns ? pointsAsked(annex.places) : NONE;
}

function scoresIndicators({ annex }: FactContext): boolean {
  return annex.fields.some((f) => f.startsWith('indicator.') && f.endsWith('.score'));
}

/** The points that target and result give; `null` where they do not tell. */
function earned(indicator: Indicator, weight: number, { missedCeiling }: Profile): number | null {
  const { verdict } = indicator;
  if (verdict?.verdict === 'met') return weight;
  const [share] = earnedSharesOf(indicator, missedCeiling) ?? [];
  return share === undefined ? null : weight * share;
}
