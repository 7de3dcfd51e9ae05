import { listed } from '../language';
import type { Indicator, Project } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import { foldText } from '../annex/text';
import { roundNoise } from '../rule/figures';
import { isEmpty } from '../facts/table/number-cells';
import { executionWeightOf, pointsOf, pointsText } from '../facts/scores/scores';
import { defineRule } from '../rule/rule';

/** Fewer indicators than this may agree by chance. */
const ENOUGH = 3;
/** Without a column of weights only numbers that may be weights count. */
const LEAST_WEIGHT = 2;
const MOST_WEIGHT = 60;
const NOISE = 1e-6;

const POINTS = /^(\d{1,3}(?:\.\d{1,2})?)分?$/;

export const rule = defineRule({
  meta: {
    id: 'result-is-score',
    name: { 'zh-CN': '指标值填成分值', en: 'Weights in place of targets' },
    description: {
      'zh-CN':
        '一个项目的所有指标，指标值与完成值都是相同的数字，与分值相同（没有分值栏的，合计为 90 或 100）：填的是分值和得分，不是指标值和完成值。',
      en: 'In all indicators of a project target and result are the same bare numbers, equal to the weights (or adding up to 90 or 100 where there is no column for them): points stand where values belong.',
    },
    topic: 'score',
    severity: 'error',
    settings: ['totalWeight', 'executionWeight'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      points: {
        'zh-CN':
          '{count} 项指标的指标值与完成值均为 {values}，合计 {sum}，疑为分值。请填写指标值和实际完成值。',
        en: 'The targets and results of {count} indicators are {values}, {sum} together: these are weights. Fill in the targets and what was reached.',
      },
    },
  },
  project(project, context, report) {
    const { profile } = context;
    const { totalWeight } = profile;
    const execution = executionWeightOf(context);
    const found = pointsInPlaceOfValues(project);
    if (!found) return;
    const sum = roundNoise(found.reduce((all, { points }) => all + points, 0));
    if (Math.abs(sum - totalWeight) > NOISE && Math.abs(sum - (totalWeight - execution)) > NOISE) return;
    const cells: CellPosition[] = found.flatMap(({ indicator }) => [indicator.target!, indicator.result!]);
    report({
      cell: cells[0]!,
      related: cells.slice(1),
      project,
      message: 'points',
      data: {
        count: String(found.length),
        values: listed(found.map(({ points }) => pointsText(points))),
        sum: pointsText(sum),
      },
      actual: sum,
    });
  },
});

interface Found {
  readonly indicator: Indicator;
  readonly points: number;
}

/** The indicators in use, if target and result of each are the same number, which is its weight. */
function pointsInPlaceOfValues({ indicators }: Project): Found[] | null {
  let found: Found[] | null = null;
  for (const indicator of indicators) {
    const { target, result, weight } = indicator;
    if (!target?.answered && !result?.answered) continue;
    if (!target?.answered || !result?.answered) return null;
    // Most projects are done with at their first indicator.
    const points = pointsIn(target.text);
    if (points === null || points !== pointsIn(result.text) || !isWeight(points, weight)) return null;
    (found ??= []).push({ indicator, points });
  }
  return found && found.length >= ENOUGH ? found : null;
}

function isWeight(points: number, weight: Indicator['weight']): boolean {
  if (!weight || isEmpty(weight)) return points >= LEAST_WEIGHT && points <= MOST_WEIGHT;
  return pointsOf(weight) === points;
}

function pointsIn(text: string): number | null {
  if (text.length > 6) return null;
  const match = POINTS.exec(foldText(text));
  return match ? Number(match[1]) : null;
}
