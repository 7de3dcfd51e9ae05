import type { Project } from '../annex/annex';
import type { NumberCell } from '../annex/values/number-cell';
import { quotientOf, type Quotient } from '../facts/money/rates';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';
import { executionWeightOf, NOISE, pointsOf, pointsText } from '../facts/scores/scores';
import { isEmpty } from '../facts/table/number-cells';
import { isLowSpendingExplained } from '../facts/texts/reasons';
import { rateText, roundNoise } from '../rule/figures';
import { defineRule, type FactContext } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'score-above-execution',
    name: { 'zh-CN': '支出很少而得分很高', en: 'Nearly all points for little spending' },
    description: {
      'zh-CN':
        '执行率很低（默认低于 50%），而指标得分达到分值的大部分（默认 90% 及以上），又未说明原因的，应说明资金没有支出而指标如何完成。各项得分或分值不全的，按总分扣除执行率分值后的最低得分率计算。已说明支出少的原因的、没有预算的、金额单位填错的不报。',
      en: 'Where little was spent (a rate below 50 % by default), nothing explains it, and the indicators earn nearly all of their points (90 % or more by default), the unit has to say how they were reached without the money. Where scores or weights of the parts are not all there, the least that the total allows is taken. Silent where a reason is given, without a budget, and for amounts in another unit.',
    },
    topic: 'score',
    severity: 'warning',
    settings: [
      'littleSpent',
      'nearlyAllPoints',
      'executionWeight',
      'totalWeight',
      'rateDenominator',
      'moneyTolerance',
    ],
    requires: [
      ['indicator.*.score', 'group.score', 'totalScore'],
      ['executionRate', 'budget'],
      ['executionRate', 'actual'],
    ],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: ['total-score-mismatch', 'full-score-not-full-execution', 'score-over-weight'],
    compares: true,
    messages: {
      parts: {
        'zh-CN':
          '执行率为 {rate}，而各项得分合计 {score}（分值合计 {weight}），得分率 {share}，未说明原因。请核对得分，或说明资金支出很少而指标如何完成。',
        en: 'The execution rate is {rate}, yet the parts earn {score} of {weight} points ({share}), and no reason is given. Check the scores, or say how the indicators were reached with little spent.',
      },
      total: {
        'zh-CN':
          '执行率为 {rate}，而总分为 {score}，扣除执行率分值 {execution} 后得分率仍不低于 {share}，未说明原因。请核对得分，或说明资金支出很少而指标如何完成。',
        en: 'The execution rate is {rate}, yet the total is {score}: less the {execution} points of the execution at least {share} of the others, and no reason is given. Check the scores, or say how the indicators were reached with little spent.',
      },
    },
  },
  project(project, context, report) {
    const { profile } = context;
    const little = littleSpent(project, context);
    const earned = little && (ofParts(project) ?? ofTotal(project, context));
    if (!earned || earned.share < profile.nearlyAllPoints - NOISE) return;
    if (isLowSpendingExplained(project)) return;
    if (unitConflictsOf(context).concerns(project, RATE_MONEY)) return;
    const { quotient, rate } = little;
    const cells = [
      ...(project.rate ? [project.rate] : []),
      ...(quotient ? [quotient.actual, quotient.budget] : []),
    ];
    report({
      cell: earned.cell,
      related: cells,
      project,
      message: earned.execution === null ? 'parts' : 'total',
      data: {
        rate: rateText(rate),
        score: pointsText(earned.score),
        weight: pointsText(earned.weight),
        // Rounded down: "not below 90 %" has to be true.
        share: `${Math.floor(earned.share * 100 + NOISE)}%`,
        execution: earned.execution === null ? '' : pointsText(earned.execution),
      },
      actual: roundNoise(earned.score),
    });
  },
});

interface LittleSpent {
  /** A fraction: that of the money, else the one stated. */
  readonly rate: number;
  readonly quotient: Quotient | null;
}

/** The execution rate where little was spent; `null` also where there is none, and where nothing was budgeted. */
function littleSpent(project: Project, { profile }: FactContext): LittleSpent | null {
  const quotient = quotientOf(project, profile);
  const rate = quotient?.value ?? project.rate?.fraction ?? null;
  if (rate === null || rate < 0 || rate >= profile.littleSpent) return null;
  return !quotient && project.money.budget?.number === 0 ? null : { rate, quotient };
}

interface Earned {
  readonly cell: NumberCell;
  readonly score: number;
  /** The points there are for it. */
  readonly weight: number;
  /** What is earned of the points beside those of the execution, as a fraction; the least of it for a total. */
  readonly share: number;
  /** The points of the execution where only the total tells; else `null`. */
  readonly execution: number | null;
}

/** What indicators or groups earn together; `null` unless all that are in use have both score and weight. */
function ofParts({ indicators, groups, scores: { totalScore } }: Project): Earned | null {
  let [score, weight] = [0, 0];
  let first: NumberCell | null = null;
  for (const part of [...groups, ...indicators]) {
    const [points, most] = [pointsOf(part.score), pointsOf(part.weight)];
    if (points === null && most === null && isUnused(part)) continue;
    if (points === null || most === null || most < 0) return null;
    first ??= part.score;
    score += points;
    weight += most;
  }
  if (!first || weight <= 0) return null;
  return { cell: totalScore ?? first, score, weight, share: score / weight, execution: null };
}

type Part = Project['groups'][number] | Project['indicators'][number];

/** Whether nothing is asked of a part: it has neither points, nor a target, nor a result. */
function isUnused(part: Part): boolean {
  if ('target' in part && (part.target?.answered || part.result?.answered)) return false;
  return [part.score, part.weight].every((cell) => cell === null || isEmpty(cell));
}

/** The least that a total leaves to what is not the execution: as if the execution had earned all of its points. */
function ofTotal({ scores }: Project, context: FactContext): Earned | null {
  const { totalScore } = scores;
  const score = pointsOf(totalScore);
  if (!totalScore || score === null) return null;
  const weight = pointsOf(scores.totalWeight) ?? context.profile.totalWeight;
  const execution = pointsOf(scores['executionRate.weight']) ?? executionWeightOf(context);
  if (weight <= execution || score > weight) return null;
  return { cell: totalScore, score, weight, share: (score - execution) / (weight - execution), execution };
}
