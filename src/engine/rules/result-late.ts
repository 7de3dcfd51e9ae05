import type { Quantity } from '../quantity';
import { quote } from '../rule/figures';
import { missOf } from '../facts/indicators/misses';
import { accountOf } from '../facts/texts/reasons';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-late',
    name: { 'zh-CN': '完成时间晚于计划', en: 'Later than planned' },
    description: {
      'zh-CN':
        '完成日期晚于指标要求的日期或月份。双方都写到月份才比较，只有一方写年份的按表内年度计；已说明原因的只作提示，有原因栏而未填的为错误。',
      en: 'The date of the result is later than the day or month that the target sets. Both must name a month; where one names no year, it is that of the annex. A note where a reason is given, an error where its column is left empty.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['error', 'info'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    yieldsTo: ['result-copies-target', 'year-mismatch'],
    habit: 'none',
    messages: {
      late: {
        'zh-CN': '指标要求“{target}”，完成情况为“{result}”，晚于要求的时间。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" is later. Check it and give the reason.',
      },
      unexplained: {
        'zh-CN':
          '指标要求“{target}”，完成情况为“{result}”，晚于要求的时间，未填写偏差原因。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" is later, and the column of reasons is empty. Check it and give the reason.',
      },
      explained: {
        'zh-CN': '指标要求“{target}”，完成情况为“{result}”，晚于要求的时间，已有说明。请核对原因是否充分。',
        en: 'The target is "{target}", the result "{result}" is later; a reason is given. Check whether it holds.',
      },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    // Few targets set a date, and judging takes time.
    if (!indicator.target?.answered || !indicator.target.statement.quantities.some(isDate)) return;
    const miss = missOf(indicator);
    if (miss?.reason !== 'late') return;
    const target = indicator.target!;
    const result = indicator.result!;
    const account = accountOf(project, indicator);
    report({
      severity: account.severity,
      cell: result,
      related: account.empty ? [target, account.empty] : [target],
      project,
      message: account.kind === 'open' ? 'late' : account.kind,
      data: { target: quote(target.text), result: quote(result.text) },
      expected: target.text,
      actual: result.text,
    });
  },
});

function isDate({ date }: Quantity): boolean {
  return date !== undefined;
}
