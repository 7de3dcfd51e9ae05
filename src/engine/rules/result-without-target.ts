import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-without-target',
    name: { 'zh-CN': '有完成值无指标值', en: 'Result without a target' },
    description: {
      'zh-CN':
        '指标值填的是“―”“/”“无”等占位符（表示没有设定该指标），也没有指标名称，但完成情况有内容。指标值空着的、写了指标名称的由“指标值缺失”检查。',
      en: 'The target is a sign for nothing ("―", "/", "无"), and nothing names the indicator, which says that there is none, yet there is a result. A blank target, or one beside a name, has a rule of its own.',
    },
    topic: 'indicator',
    severity: 'error',
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['公开的自评审核程序', '评审惯例'],
    messages: {
      figure: {
        'zh-CN':
          '指标值仅填报为“{target}”，但完成情况为“{result}”，无法对照。请补填年度指标值；未设定该指标的，不填完成情况。',
        en: 'The target is only "{target}", yet the result is "{result}". Give the target, or leave the result out if there is no such indicator.',
      },
    },
  },
  silentByWording: true,
  indicator(project, { name, target, result }, _, report) {
    if (target?.presence !== 'placeholder' || result?.presence !== 'value' || name?.answered) return;
    // 0 and 无 are no results of what was not asked for; 无事故 is.
    if (result.statement.placeholder) return;
    // "无" asks for nothing to happen where the result says that nothing did.
    if (target.statement.negated && result.statement.negated) return;
    report({
      cell: target,
      related: [result],
      project,
      message: 'figure',
      data: { target: quote(target.text), result: quote(result.text) },
      actual: result.text,
    });
  },
});
