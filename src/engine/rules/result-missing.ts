import { figureOrNothing, quote } from '../rule/figures';
import { answersNothingHappened, asksForNone, isOnlyNamed } from '../facts/indicators/indicators';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-missing',
    name: { 'zh-CN': '完成值缺失', en: 'Result missing' },
    description: {
      'zh-CN':
        '有指标值的指标必须填写完成情况；“―”“/”“无”等占位符等于没有填。只有指标名称、指标值和完成情况都空着的也报。指标要求“无事故”之类时，填“无”是回答。',
      en: 'An indicator with a target needs a result; "―", "/", "无" and the like are none. Reported, too, where nothing but the name of an indicator stands. Where nothing was to happen, "无" is an answer.',
    },
    topic: 'indicator',
    severity: 'error',
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['省级预算绩效系统的校验', '公开的自评审核程序'],
    messages: {
      named: {
        'zh-CN': '指标“{name}”未填写完成情况。请填写实际完成值；未设定该指标的，请删除名称。',
        en: 'The indicator "{name}" has no result. Give what was achieved, or take the name away if there is no such indicator.',
      },
      missing: {
        'zh-CN': '年度指标“{target}”未填写完成情况。请填写实际完成值。',
        en: 'The target "{target}" has no result. Give what was achieved.',
      },
      scored: {
        'zh-CN': '年度指标“{target}”未填写完成情况，但得分为 {score}。请填写实际完成值，并核对得分。',
        en: 'The target "{target}" has no result, yet scores {score}. Give what was achieved, and check the score.',
      },
      placeholder: {
        'zh-CN': '年度指标“{target}”的完成情况仅填报为“{result}”。请填写实际完成值。',
        en: 'The result of the target "{target}" is only "{result}". Give what was achieved.',
      },
    },
  },
  indicator(project, indicator, _, report) {
    const { name, target, result } = indicator;
    if (result?.answered) return;
    if (isOnlyNamed(indicator)) {
      const data = { name: quote(name!.text) };
      report({ cell: result!, related: [name!], project, message: 'named', data });
      return;
    }
    if (!target?.answered || !result) return;
    const blank = result.presence === 'blank';
    // 无 is an answer there, a dash is none anywhere.
    if (
      result.statement.negated &&
      (answersNothingHappened(target.statement, result.statement) || asksForNone(indicator))
    )
      return;
    const { score } = indicator;
    const scored = typeof score?.number === 'number' && score.number > 0;
    report({
      cell: result,
      related: scored ? [target, score!] : [target],
      project,
      message: scored ? 'scored' : blank ? 'missing' : 'placeholder',
      data: {
        target: quote(target.text),
        result: quote(result.text),
        score: figureOrNothing(score?.number),
      },
      actual: result.text,
    });
  },
});
