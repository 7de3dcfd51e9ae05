import type { Project } from '../annex/annex';
import { labelPath } from '../annex/place';
import type { NumberCell } from '../annex/values/number-cell';
import { roundNoise } from '../rule/figures';
import { isPart } from '../facts/indicators/indicators';
import { isEmpty, isUnreadable } from '../facts/table/number-cells';
import {
  countRounding,
  mergeRounding,
  noRounding,
  roundingOf,
  type CountedRounding,
} from '../facts/scores/rounding';
import {
  executionWeightOf,
  HALF_POINT,
  isRoundedTo,
  pointsFix,
  pointsOf,
  POINTS_FIX_MESSAGES,
  pointsText,
  roundPoints,
} from '../facts/scores/scores';
import { defineRule, type FactContext, type Learning, type Report } from '../rule/rule';

/** Points that are given or taken beside the indicators. */
const ADJUSTED = /加分|扣分|加减分|附加|奖惩/;
/** Other columns of points, which may be part of the sum. */
const POINTS = /得分|评分|\d分/;
/** Rows needed before the annex's own habit says that its totals are another thing. */
const ENOUGH_ROWS = 4;

interface CountedTotals {
  readonly rounding: CountedRounding;
  /** Projects with a total and all parts of it, and how many of these agree. */
  compared: number;
  agreeing: number;
  /** How often totals exceed what is shown of them, by whole points. */
  readonly unshown: Record<number, number>;
}

interface TotalHabits {
  /** Whether totals are made of what is shown of them at all. */
  readonly judged: boolean;
  /** Whether most disagree. */
  readonly elsewhere: boolean;
  /** Whether they are whole points. */
  readonly whole: boolean;
}

const totalHabits: Learning<CountedTotals, TotalHabits> = {
  empty: () => ({ rounding: noRounding(), compared: 0, agreeing: 0, unshown: {} }),
  add(learnt, project, { annex, profile }) {
    const { totalScore } = project.scores;
    const points = pointsOf(totalScore);
    const sum = points === null ? null : sumOfParts(project, annex.fields.includes('executionRate.score'));
    if (!totalScore || points === null || sum === null) return;
    learnt.compared++;
    if (Math.abs(points - sum) <= profile.scoreTolerance + HALF_POINT) learnt.agreeing++;
    const more = Math.round(points - sum);
    if (more > 0) learnt.unshown[more] = (learnt.unshown[more] ?? 0) + 1;
    countRounding(learnt.rounding, totalScore, points, sum, Infinity, profile.scoreTolerance);
  },
  merge(learnt, { rounding, compared, agreeing, unshown }) {
    mergeRounding(learnt.rounding, rounding);
    learnt.compared += compared;
    learnt.agreeing += agreeing;
    for (const [more, count] of Object.entries(unshown))
      learnt.unshown[Number(more)] = (learnt.unshown[Number(more)] ?? 0) + count;
  },
  settle: (learnt, context) => ({
    judged: areMadeOfParts(learnt, context),
    elsewhere: learnt.compared >= ENOUGH_ROWS && learnt.agreeing * 2 < learnt.compared,
    whole: roundingOf(learnt.rounding).usual,
  }),
};

function areMadeOfParts({ compared, agreeing, unshown }: CountedTotals, { annex }: FactContext): boolean {
  const others = annex.places.filter(({ field }) => field === null);
  if (others.some((place) => ADJUSTED.test(labelPath(place).join(' / ')))) return false;
  // Texts beside the points tell how they are given: nothing of them is added.
  const points = others.filter(({ content }) => content !== 'texts');
  if (points.some((place) => POINTS.test(labelPath(place).join(' / '))) && agreeing * 2 <= compared)
    return false;
  // Indicators that the annex does not show are in all its totals.
  return !Object.values(unshown).some((count) => count > 1 && count * 2 > compared);
}

export const rule = defineRule({
  meta: {
    id: 'total-score-mismatch',
    name: { 'zh-CN': '总分不符', en: 'Total score disagrees with its parts' },
    description: {
      'zh-CN':
        '总分应等于执行率得分与各指标（或各部分）得分之和；分值已设而总分空着的也报。各项得分不全的不核对合计，另有加减分栏的不检查；多数项目都不相符的只作提示。',
      en: 'The total must be the sum of the scores of the execution and of the indicators, or of the groups of points that the table has; a blank total beside weights is reported, too. Nothing is added up where a part is missing; silent where points are added elsewhere; a note where most projects disagree.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['info'],
    settings: ['scoreTolerance', 'totalWeight', 'executionWeight'],
    requires: [['totalScore'], ['indicator.*.score', 'group.score']],
    fix: 'value',
    basis: ['公开的自评审核程序', '财预〔2020〕10号《项目支出绩效评价管理办法》'],
    compares: true,
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
        'zh-CN': '未填写总分，各项得分之和为 {sum}（{parts}）。请补填。',
        en: 'The total is blank; its parts add up to {sum} ({parts}). Fill it in.',
      },
      alone: {
        'zh-CN': '未填写总分。请补齐各项得分并填写总分。',
        en: 'The total is blank. Complete the scores, and fill it in.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  learn: totalHabits,
  project(project, context, report) {
    const { judged, elsewhere, whole } = context.learnt;
    const { totalScore } = project.scores;
    if (!judged || !totalScore || isUnreadable(totalScore)) return;
    const { annex, profile } = context;
    const withExecution = annex.fields.includes('executionRate.score');
    const points = pointsOf(totalScore);
    const sum = sumOfParts(project, withExecution);
    if (sum === null) {
      if (totalScore.presence === 'blank' && isWeighted(project))
        report({ cell: totalScore, project, message: 'alone' });
      return;
    }
    if (points !== null && isRoundedTo(totalScore, points, sum, profile.scoreTolerance, whole)) return;
    const parts = partsOf(project, withExecution)!;
    // Groups hold all the points there are.
    const execution =
      withExecution || project.groups.length > 0 || holdsAllPoints(project) ? 0 : executionWeightOf(context);
    const found =
      execution > 0
        ? beyond(totalScore, points, parts, parts.sum + execution, elsewhere)
        : mismatch(totalScore, points, parts, elsewhere);
    if (found) report({ ...found, project });
  },
});

function mismatch(
  cell: NumberCell,
  points: number | null,
  { sum, cells }: Parts,
  elsewhere: boolean,
): Omit<Report, 'project'> {
  return {
    severity: elsewhere && points !== null ? 'info' : undefined,
    cell,
    related: cells,
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
  };
}

/** Whether the project has indicators that carry points, none of which nobody can read. */
function isWeighted({ indicators, groups }: Project): boolean {
  const points = [...indicators, ...groups];
  if (points.some(({ weight, score }) => isUnreadable(weight) || isUnreadable(score))) return false;
  return points.some(({ weight }) => (pointsOf(weight) ?? 0) > 0);
}

/** Whether the indicators have all the points there are, so that none are left for the execution of the budget. */
function holdsAllPoints({ indicators }: Project): boolean {
  let sum = 0;
  for (const { weight } of indicators) sum += (weight && pointsOf(weight)) ?? 0;
  return sum >= ALL_POINTS - HALF_POINT;
}

const ALL_POINTS = 100;

/** No column says what the execution of the budget earned; only the range of the total is known. */
function beyond(
  cell: NumberCell,
  points: number | null,
  { sum, cells }: Parts,
  most: number,
  elsewhere: boolean,
): Omit<Report, 'project'> | null {
  // Half a point on either side is rounding.
  if (points === null || elsewhere || (points > sum - HALF_POINT && points < most + HALF_POINT)) return null;
  return {
    cell,
    related: cells,
    message: 'beyond',
    data: { total: pointsText(points), sum: pointsText(sum), most: pointsText(most) },
    actual: points,
  };
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
  { scores, indicators, groups }: Project,
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
  for (const { weight, score } of groups) {
    const points = pointsOf(score);
    if (points === null) {
      if (isUnreadable(score) || (weight && !isEmpty(weight))) return null;
      continue;
    }
    sum += points;
    cells?.push(score!);
    scored = true;
  }
  for (const indicator of indicators) {
    const { weight, score, target, result } = indicator;
    const points = pointsOf(score);
    if (points !== null) {
      sum += points;
      cells?.push(score!);
      scored = true;
      continue;
    }
    if (isUnreadable(score)) return null;
    const inUse = weight && !isEmpty(weight) ? true : target?.answered || result?.answered;
    if (inUse && !isPart(indicator)) return null;
  }
  return scored ? roundNoise(sum) : null;
}
