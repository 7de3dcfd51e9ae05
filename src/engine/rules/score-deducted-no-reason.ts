import type { Verdict } from '../quantity';
import { quote } from '../rule/figures';
import { isExplained } from '../facts/texts/reasons';
import { pointsFix, pointsOf, POINTS_FIX_MESSAGES, pointsText } from '../facts/scores/scores';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'score-deducted-no-reason',
    name: { 'zh-CN': '达标却扣分', en: 'Deducted although met' },
    description: {
      'zh-CN': '指标已达标，但得分低于分值，且未说明原因。完成值远超指标值（可能因目标偏低扣分）的不报。',
      en: 'The target is met, yet the score is below the weight and no reason is given. Silent where the result exceeds the target so far that points may be taken for a low target.',
    },
    topic: 'score',
    severity: 'warning',
    settings: ['scoreTolerance', 'overshoot'],
    requires: [['indicator.*.target'], ['indicator.*.result'], ['indicator.*.weight'], ['indicator.*.score']],
    fix: 'suggestion',
    basis: ['省级预算绩效系统的校验', '评审惯例'],
    messages: {
      deducted: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，已达标，但得分 {score} 低于分值 {weight}，未说明原因。请核对得分，或说明扣分原因。',
        en: 'The target is "{target}", the result "{result}" meets it, yet the score is {score} of {weight} and no reason is given. Check the score or give the reason.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  indicator(project, indicator, { profile: { scoreTolerance, overshoot } }, report) {
    const { target, result, weight: weightCell, score } = indicator;
    const points = pointsOf(score);
    const weight = pointsOf(weightCell);
    if (points === null || weight === null || weight - points <= scoreTolerance + 1e-9) return;
    if (!target?.answered || !result?.answered) return;
    const { verdict } = indicator;
    if (verdict?.verdict !== 'met' || isFarBeyond(verdict, overshoot)) return;
    if (isExplained(project, indicator)) return;
    report({
      cell: score!,
      related: [target, result, weightCell!],
      project,
      message: 'deducted',
      data: {
        target: quote(indicator.asked?.text ?? target.text),
        result: quote(result.text),
        score: pointsText(points),
        weight: pointsText(weight),
      },
      expected: weight,
      actual: points,
      suggestions: [pointsFix(score!, weight)],
    });
  },
});

/** Whether the result is so far beyond the target, either way, that the target may have been set too low. */
function isFarBeyond({ ratio }: Verdict, overshoot: number): boolean {
  return ratio !== undefined && (ratio >= overshoot || ratio <= 1 / overshoot);
}
