import { wholeContext } from '../facts/whole-context';
import type { Project } from '../annex/annex';
import { labelPath } from '../annex/place';
import type { NumberCell } from '../annex/values/number-cell';
import { roundNoise } from '../rule/figures';
import { isEmpty, isUnreadable } from '../facts/table/number-cells';
import {
  executionWeightOf,
  isRoundedTo,
  pointsFix,
  pointsOf,
  POINTS_FIX_MESSAGES,
  pointsText,
  roundPoints,
  WholePoints,
} from '../facts/scores/scores';
import type { Rule } from '../rule/rule';

/** Points that are given or taken beside the indicators. */
const ADJUSTED = /加分|扣分|加减分|附加|奖惩/;
/** Other columns of points, which may be part of the sum. */
const POINTS = /得分|评分|\d分/;
/** Rows needed before the annex's own habit says that its totals are another thing. */
const ENOUGH_ROWS = 4;

export const rule: Rule = {
  meta: {
    id: 'total-score-mismatch',
    name: { 'zh-CN': '总分不符', en: 'Total score disagrees with its parts' },
    description: {
      'zh-CN':
        '总分应等于执行率得分与各指标得分之和；各项得分齐全而总分空着的也报。各项得分不全的、另有加减分栏的不检查；多数项目都不相符的只作提示。',
      en: 'The total must be the sum of the scores of the execution and of the indicators; a blank total is reported, too. Silent where a part is missing or points are added elsewhere; a note where most projects disagree.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['info'],
    settings: ['scoreTolerance', 'totalWeight', 'executionWeight'],
    requires: [['totalScore'], ['indicator.*.score']],
    fix: 'value',
    basis: ['公开的自评审核程序', '财预〔2020〕10号《项目支出绩效评价管理办法》'],
    messages: {
      mismatch: {
        'zh-CN': '总分为 {total}，各项得分之和为 {sum}（{parts}），相差 {difference}。请核对。',
        en: 'The total is {total}; its parts add up to {sum} ({parts}), a difference of {difference}.',
      },
      beyond: {
        'zh-CN': '总分为 {total}，各指标得分之和为 {sum}，加上执行率得分应在 {sum} 至 {most} 之间。请核对。',
        en: 'The total is {total}; the indicators add up to {sum}, with the execution it should be from {sum} to {most}.',
      },
      blank: {
        'zh-CN': '没有填写总分，各项得分之和为 {sum}（{parts}）。请补填。',
        en: 'The total is blank; its parts add up to {sum} ({parts}). Fill it in.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  check(annex, report, profile) {
    const unknown = annex.places.flatMap((place) =>
      place.field === null ? [labelPath(place).join(' / ')] : [],
    );
    const others = unknown.filter((labels) => POINTS.test(labels));
    if (unknown.some((labels) => ADJUSTED.test(labels))) return;
    const { scoreTolerance } = profile;
    const whole = new WholePoints(scoreTolerance);
    const withExecution = annex.fields.includes('executionRate.score');
    const execution = withExecution ? 0 : executionWeightOf(wholeContext(annex, profile));
    const unshown = new UnshownParts();
    let agreeing = 0;
    let compared = 0;
    for (const project of annex.projects) {
      const points = pointsOf(project.scores.totalScore);
      const sum = points === null ? null : sumOfParts(project, withExecution);
      if (points === null || sum === null) continue;
      compared++;
      if (Math.abs(points - sum) <= scoreTolerance + 0.5) agreeing++;
      unshown.add(points - sum);
      whole.add(project.scores.totalScore!, points, sum, Infinity);
    }
    if (others.length > 0 && agreeing * 2 <= compared) return;
    // Indicators that the annex does not show are in all its totals.
    if (unshown.exist(compared)) return;
    const elsewhere = compared >= ENOUGH_ROWS && agreeing * 2 < compared;
    for (const project of annex.projects) {
      const { totalScore } = project.scores;
      if (!totalScore || isUnreadable(totalScore)) continue;
      const points = pointsOf(totalScore);
      const sum = sumOfParts(project, withExecution);
      if (sum === null || (points !== null && isRight(totalScore, points, sum))) continue;
      const parts = partsOf(project, withExecution)!;
      if (execution > 0) reportBeyond(project, totalScore, points, parts);
      else reportTotal(project, totalScore, points, parts);
    }

    function isRight(cell: NumberCell, points: number, sum: number): boolean {
      return isRoundedTo(cell, points, sum, scoreTolerance, whole.usual);
    }

    function reportTotal(
      project: Project,
      cell: NumberCell,
      points: number | null,
      { sum, cells }: Parts,
    ): void {
      report({
        severity: elsewhere && points !== null ? 'info' : undefined,
        cell,
        related: cells,
        project,
        message: points === null ? 'blank' : 'mismatch',
        data: {
          total: points === null ? '' : pointsText(points),
          sum: pointsText(sum),
          parts: cells.map((part) => pointsText(pointsOf(part)!)).join(' + '),
          difference: pointsText(Math.abs((points ?? 0) - sum)),
        },
        expected: roundPoints(sum),
        actual: points ?? undefined,
        ...(elsewhere ? { suggestions: [pointsFix(cell, sum)] } : { fix: pointsFix(cell, sum) }),
      });
    }

    /** No column says what the execution of the budget earned; only the range of the total is known. */
    function reportBeyond(
      project: Project,
      cell: NumberCell,
      points: number | null,
      { sum, cells }: Parts,
    ): void {
      const most = sum + execution;
      // Half a point on either side is rounding.
      if (points === null || elsewhere || (points > sum - 0.5 && points < most + 0.5)) return;
      report({
        cell,
        related: cells,
        project,
        message: 'beyond',
        data: { total: pointsText(points), sum: pointsText(sum), most: pointsText(most) },
        actual: points,
      });
    }
  },
};

/** Whether most totals exceed what is shown of them by the same number of points. */
class UnshownParts {
  private readonly counts = new Map<number, number>();

  add(difference: number): void {
    const points = Math.round(difference);
    if (points > 0) this.counts.set(points, (this.counts.get(points) ?? 0) + 1);
  }

  exist(compared: number): boolean {
    for (const count of this.counts.values()) if (count > 1 && count * 2 > compared) return true;
    return false;
  }
}

interface Parts {
  readonly sum: number;
  readonly cells: readonly NumberCell[];
}

/** The scores that a total is made of; `null` where one that should be there is not. */
function partsOf(project: Project, withExecution: boolean): Parts | null {
  const cells: NumberCell[] = [];
  const sum = sumOfParts(project, withExecution, cells);
  return sum === null ? null : { sum, cells };
}

/** The sum of the same scores, which are added to `cells` where that is given. */
function sumOfParts(
  { scores, indicators }: Project,
  withExecution: boolean,
  cells?: NumberCell[],
): number | null {
  let sum = 0;
  if (withExecution) {
    const points = pointsOf(scores['executionRate.score']);
    if (points === null) return null;
    sum += points;
    cells?.push(scores['executionRate.score']!);
  }
  let scored = false;
  for (const { weight, score, target, result } of indicators) {
    const points = pointsOf(score);
    if (points !== null) {
      sum += points;
      cells?.push(score!);
      scored = true;
      continue;
    }
    if (isUnreadable(score)) return null;
    const inUse = weight && !isEmpty(weight) ? true : target?.answered || result?.answered;
    if (inUse) return null;
  }
  return scored ? roundNoise(sum) : null;
}
