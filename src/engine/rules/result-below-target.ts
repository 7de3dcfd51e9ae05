import type { Indicator } from '../annex/annex';
import { figureText, quote } from '../rule/figures';
import { isNearlySpent } from '../facts/indicators/nearly-spent';
import { isForetold, missOf, type Miss } from '../facts/indicators/misses';
import { accountOf, type Account } from '../facts/texts/reasons';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-below-target',
    name: { 'zh-CN': '未达标', en: 'Result short of the target' },
    description: {
      'zh-CN':
        '完成值低于指标值（“≤”类指标为高于，用时类指标为超过）。双方都有数值且单位可以换算时才比较（1 个月按 30–31 天计，人均、户均、亩均金额只有一方写明的也比较）；已说明原因的只作提示，有原因栏而未填的为错误；预算执行率作为指标的，未低于须说明原因的界限时只作提示。指标值写明“=”而完成值超过的，提示与设定值不符。指标为“500±20”的，两端以外都算未达标；文字说的与指标相反的（要求“明显提升”而填“未提升”，要求“下降3%”而填“增长2%”）也报告。完成日期晚于计划由“完成时间晚于计划”检查。',
      en: 'The result is below the target (above it for "≤"; longer for a duration). Compared where both have a figure in units that convert (a month has 30 to 31 days; money by head, household or mu also where one side alone says so); a note where a reason is given, an error where its column is left empty. An execution rate among the indicators is a note while it is not below the limit from which a reason is due. A note where the target says "=" and the result exceeds it. A target of 500±20 is missed on either side. Words that say the opposite of what the target asks are reported, too (a rise where a fall was asked for). Late dates have a rule of their own.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['error', 'info'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》'],
    yieldsTo: ['result-copies-target', 'satisfaction-no-figure', 'result-partial'],
    messages: {
      below: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}低于{expected}），未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}below {expected}). Check it and give the reason.',
      },
      above: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}超过{expected}），未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}above {expected}). Check it and give the reason.',
      },
      belowUnexplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}低于{expected}），未达到指标，未填写偏差原因。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}below {expected}), and the column of reasons is empty. Check it and give the reason.',
      },
      aboveUnexplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}超过{expected}），未达到指标，未填写偏差原因。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}above {expected}), and the column of reasons is empty. Check it and give the reason.',
      },
      belowExplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}低于{expected}），未达到指标，已有说明。请核对原因是否充分。',
        en: 'The target is "{target}", the result "{result}" ({said}below {expected}); a reason is given. Check whether it holds.',
      },
      aboveExplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}超过{expected}），未达到指标，已有说明。请核对原因是否充分。',
        en: 'The target is "{target}", the result "{result}" ({said}above {expected}); a reason is given. Check whether it holds.',
      },
      notAbove: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}未超过{expected}），未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}not above {expected}). Check it and give the reason.',
      },
      notAboveUnexplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}未超过{expected}），未达到指标，未填写偏差原因。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}not above {expected}), and the column of reasons is empty. Check it and give the reason.',
      },
      notAboveExplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}未超过{expected}），未达到指标，已有说明。请核对原因是否充分。',
        en: 'The target is "{target}", the result "{result}" ({said}not above {expected}); a reason is given. Check whether it holds.',
      },
      notBelow: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}未低于{expected}），未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}not below {expected}). Check it and give the reason.',
      },
      notBelowUnexplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}未低于{expected}），未达到指标，未填写偏差原因。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}not below {expected}), and the column of reasons is empty. Check it and give the reason.',
      },
      notBelowExplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}未低于{expected}），未达到指标，已有说明。请核对原因是否充分。',
        en: 'The target is "{target}", the result "{result}" ({said}not below {expected}); a reason is given. Check whether it holds.',
      },
      opposite: {
        'zh-CN': '指标为“{target}”，完成情况为“{result}”，与指标要求相反，未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" says the opposite. Check it and give the reason.',
      },
      oppositeUnexplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，与指标要求相反，未达到指标，未填写偏差原因。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" says the opposite, and the column of reasons is empty. Check it and give the reason.',
      },
      oppositeExplained: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，与指标要求相反，未达到指标，已有说明。请核对原因是否充分。',
        en: 'The target is "{target}", the result "{result}" says the opposite; a reason is given. Check whether it holds.',
      },
      beside: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{said}设定值为{expected}），与设定值不符。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({said}{expected} was set): not as it was set. Check it and give the reason.',
      },
    },
  },
  silentByWording: (indicator) => !isOff(indicator, missOf(indicator)),
  indicator(project, indicator, { profile }, report) {
    const miss = missOf(indicator);
    if (!isOff(indicator, miss)) return;
    const beside = !miss;
    const account = accountOf(project, indicator);
    if (beside && account.kind === 'explained') return;
    const { target: asked, result: said } = indicator.verdict!;
    const target = indicator.target!;
    const result = indicator.result!;
    const { text } = indicator.asked!;
    const figure = said ? figureText(result.text, said) : '';
    report({
      severity: beside || isNearlySpent(indicator, profile) ? 'info' : account.severity,
      cell: result,
      related: account.empty && !beside ? [target, account.empty] : [target],
      project,
      message: beside ? 'beside' : `${sideOf(miss!)}${ACCOUNTS[account.kind]}`,
      data: {
        target: quote(text),
        result: quote(result.text),
        // A target without a figure wanted nothing to happen.
        expected: asked ? figureText(text, asked) : '0',
        actual: figure,
        // What is the whole of the result need not be said again.
        said:
          figure === '' || figure === result.text.trim() ? '' : { 'zh-CN': `${figure}，`, en: `${figure}, ` },
      },
      expected: miss?.reason === 'opposite' ? text : (asked?.value ?? 0),
      actual: miss?.reason === 'opposite' ? result.text : said?.value,
    });
  },
});

/** Whether the result is not what was asked for, lateness left aside. */
function isOff(indicator: Indicator, miss: Miss | null): boolean {
  if (miss) return miss.reason !== 'late';
  return indicator.verdict?.beside !== undefined && !isForetold(indicator);
}

/** How a message says the miss: a result as high as what it should exceed is not below it. */
function sideOf({ reason, target }: Miss): string {
  if (reason === 'below' && target?.operator === '>') return 'notAbove';
  if (reason === 'above' && target?.operator === '<') return 'notBelow';
  return reason;
}

/** What the keys of the messages end in. */
const ACCOUNTS: Readonly<Record<Account['kind'], string>> = {
  explained: 'Explained',
  unexplained: 'Unexplained',
  open: '',
};
