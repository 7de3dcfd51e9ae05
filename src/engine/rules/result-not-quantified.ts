import type { Quantity } from '../quantity';
import { quote } from '../rule/figures';
import {
  answersAll,
  answersNothingHappened,
  figuresToAnswer,
  givesNumber,
} from '../facts/indicators/indicators';
import { isNotYetDue } from '../facts/indicators/misses';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-not-quantified',
    name: { 'zh-CN': '定量指标结果未量化', en: 'Result without a figure' },
    description: {
      'zh-CN':
        '指标有数值（数量、比率、金额、期限），或以比率命名（合格率、处理率等），完成情况却以“已完成”“有效提升”等文字代替，未量化。时效指标，以及已写明完成（“已完成”“已通过验收”）的，为警告；文字不能说明是否达到指标的，为错误。指标的时间在自评年度之后、完成情况写明“尚未到期”的不报。满意度指标由“满意度无数值”检查。',
      en: 'The target has a figure (count, rate, money, deadline) or names a rate, but the result has none ("已完成", "有效提升"). A warning for timeliness, and where the words at least say that it was done; an error where they do not tell whether the target was reached. Silent where the target is set for a later year and the result says that it is not due yet. Satisfaction has a rule of its own.',
    },
    topic: 'indicator',
    severity: 'error',
    severities: ['warning'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    yieldsTo: ['result-partial', 'formula-error', 'template-residue'],
    messages: {
      figure: {
        'zh-CN': '指标为“{target}”，完成情况填报为“{result}”，未量化。请填写实际完成值。',
        en: 'The target is "{target}", the result "{result}" has no figure. Give what was achieved.',
      },
      rate: {
        'zh-CN':
          '指标“{target}”为比率，未设定指标值，完成情况填报为“{result}”，未量化。请补填年度指标值和实际比率。',
        en: 'The target "{target}" is a rate without a figure, and so is the result "{result}". Give the rate that was set and the rate reached.',
      },
      term: {
        'zh-CN': '指标要求“{target}”，完成情况填报为“{result}”，未量化。请填写实际期限。',
        en: 'The target sets "{target}", the result "{result}" gives no duration. Give how long it is.',
      },
      deadline: {
        'zh-CN': '指标要求“{target}”，完成情况填报为“{result}”，未填报完成日期或用时。请填写实际完成时间。',
        en: 'The target sets "{target}", the result "{result}" gives no date or duration. Give when it was done.',
      },
    },
  },
  silentByWording: true,
  indicator(project, indicator, { annex }, report) {
    const { kind, name, target, result } = indicator;
    if (kind === 'satisfaction' || !target?.answered || !result?.answered) return;
    const asked = target.statement;
    const said = result.statement;
    if (givesNumber(result, asked) || answersAll(asked, said) || answersNothingHappened(asked, said)) return;
    if (isNotYetDue(indicator, annex.year)) return;
    const figures = figuresToAnswer(asked, kind);
    const namesRate = asked.namesRate && !name?.answered && !said.universal;
    if (figures.length > 0 ? said.negated && figures.every(boundsFromAbove) : !namesRate) return;
    const timed = figures.some(({ unit }) => unit.dimension === 'date' || unit.dimension === 'duration');
    const deadline = kind === 'timeliness' && timed;
    report({
      severity: deadline || said.quality === 'achieved' ? 'warning' : undefined,
      cell: result,
      related: [target],
      project,
      message: deadline
        ? figures.some(setsDeadline)
          ? 'deadline'
          : 'term'
        : figures.length > 0
          ? 'figure'
          : 'rate',
      data: { target: quote(target.text), result: quote(result.text) },
      expected: target.text,
      actual: result.text,
    });
  },
});

/** Whether something is to be done by then; a duration by itself is a term to be kept (质保期1年). */
function setsDeadline({ operator, unit }: Quantity): boolean {
  return unit.dimension === 'date' || (unit.dimension === 'duration' && boundsUpwards(operator));
}

/** Of complaints or errors up to a limit: none at all (无投诉) is then an answer. */
function boundsFromAbove({ operator, unit }: Quantity): boolean {
  return boundsUpwards(operator) && (unit.dimension === 'percent' || unit.dimension === 'count');
}

function boundsUpwards(operator: Quantity['operator']): boolean {
  return operator === '≤' || operator === '<';
}
