import { quote } from '../rule/figures';
import { isPart } from '../facts/indicators/indicators';
import { isEmpty } from '../facts/table/number-cells';
import { pointsOf, pointsText } from '../facts/scores/scores';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'score-missing',
    name: { 'zh-CN': '得分缺失', en: 'Score missing' },
    description: {
      'zh-CN':
        '指标值和分值都有，得分却空着；完成值已填而得分只填占位符的也报；没有指标值栏或没有分值栏的，其他指标已有得分时才报。执行率得分空着由“执行率得分不符”检查，总分空着由“总分不符”检查。',
      en: 'Target and weight stand, but the score is blank, or, beside a result, a placeholder. Where there is no place for targets, or none for weights, others must be scored. A blank score of the execution and a blank total have rules of their own.',
    },
    topic: 'score',
    severity: 'error',
    requires: [['indicator.*.target', 'indicator.*.weight'], ['indicator.*.score']],
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
      unscored: {
        'zh-CN': '“{name}”分值 {weight}，未填写得分，其他指标均已计分。请填写得分。',
        en: '"{name}" carries {weight} points and has no score, while others have. Fill it in.',
      },
      unweighted: {
        'zh-CN': '指标“{target}”完成情况为“{result}”，未填写得分。请按完成情况填写得分。',
        en: 'The target "{target}" has the result "{result}", but no score. Fill it in.',
      },
    },
  },
  project(project, _, report) {
    const { indicators } = project;
    for (const indicator of indicators) {
      const { target, result, weight, score } = indicator;
      if (!score || !isEmpty(score)) continue;
      const points = weight ? pointsOf(weight) : null;
      if (weight ? points === null || points <= 0 : score.presence !== 'blank') continue;
      const scored = (): boolean => indicators.some((other) => pointsOf(other.score) !== null);
      const asks = target?.answered && result;
      // Without a target and a result, or without a weight, the others tell that points are given here.
      if (!asks) {
        if (target || result || !weight || !indicator.name?.answered || !scored()) continue;
        if (score.presence !== 'blank') continue;
        report({
          cell: score,
          related: [indicator.name, weight],
          project,
          message: 'unscored',
          data: { name: quote(indicator.name.text), weight: pointsText(points!) },
        });
        continue;
      }
      // A sign for nothing on both sides says that the indicator was not used; blanks say nothing.
      if (!result.answered && (result.presence !== 'blank' || score.presence !== 'blank')) continue;
      if (!weight && (!result.answered || isPart(indicator) || !scored())) continue;
      report({
        cell: score,
        related: [target, result, ...(weight ? [weight] : [])],
        project,
        message: !weight ? 'unweighted' : result.answered ? 'missing' : 'unanswered',
        data: {
          target: quote(target.text),
          result: quote(result.text),
          weight: points === null ? '' : pointsText(points),
        },
      });
    }
  },
});
