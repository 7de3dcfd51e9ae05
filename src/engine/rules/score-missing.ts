import { quote } from '../rule/figures';
import { isEmpty } from '../facts/table/number-cells';
import { pointsOf, pointsText } from '../facts/scores/scores';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'score-missing',
    name: { 'zh-CN': '得分缺失', en: 'Score missing' },
    description: {
      'zh-CN':
        '指标值和分值都有，得分却空着；完成值已填而得分只填占位符的也报。执行率得分空着由“执行率得分不符”检查，总分空着由“总分不符”检查。',
      en: 'Target and weight stand, but the score is blank, or, beside a result, a placeholder. A blank score of the execution and a blank total have rules of their own.',
    },
    topic: 'score',
    severity: 'error',
    requires: [['indicator.*.target'], ['indicator.*.result'], ['indicator.*.weight'], ['indicator.*.score']],
    fix: 'none',
    basis: ['省级预算绩效系统的校验'],
    messages: {
      missing: {
        'zh-CN': '指标“{target}”完成情况为“{result}”，分值 {weight}，未填写得分。请按完成情况填写得分。',
        en: 'The target "{target}" has the result "{result}" and the weight {weight}, but no score. Fill it in.',
      },
      unanswered: {
        'zh-CN': '指标“{target}”分值 {weight}，完成情况和得分均未填写。请如实填写完成情况，并据以填写得分。',
        en: 'The target "{target}" carries {weight} points, but has neither a result nor a score. Fill in both.',
      },
    },
  },
  indicator(project, { target, result, weight, score }, _, report) {
    if (!score || !isEmpty(score)) return;
    const points = pointsOf(weight);
    if (points === null || points <= 0 || !target?.answered || !result) return;
    // A sign for nothing on both sides says that the indicator was not used; blanks say nothing.
    if (!result.answered && (result.presence !== 'blank' || score.presence !== 'blank')) return;
    report({
      cell: score,
      related: [target, result, weight!],
      project,
      message: result.answered ? 'missing' : 'unanswered',
      data: { target: quote(target.text), result: quote(result.text), weight: pointsText(points) },
    });
  },
});
