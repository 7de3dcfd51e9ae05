import type { Indicator } from '../annex/annex';
import { quote } from './support/figures';
import { forEachIndicator, mustCount } from './support/indicators';
import type { Rule } from './support/rule';

export const rule: Rule = {
  meta: {
    id: 'target-missing',
    name: { 'zh-CN': '指标值缺失', en: 'Target missing' },
    description: {
      'zh-CN':
        '有完成情况而没有指标值；或指标内容与指标值写在同一格时，完成情况有数值而指标没有数值（数量、成本指标为错误，比率只作提示）。',
      en: 'There is a result but no target; or, where name and value share a cell, the result has a figure and the target none (an error for quantity and cost, a note for rates).',
    },
    topic: 'indicator',
    severity: 'error',
    severities: ['info'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['公开的自评审核程序', '评审惯例'],
    messages: {
      blank: {
        'zh-CN': '没有填写指标值，完成情况却为“{result}”。请补填年度指标值。',
        en: 'The target is missing although the result is "{result}". Give the target.',
      },
      noFigure: {
        'zh-CN': '指标“{target}”没有数值，完成情况为“{result}”，无从对照。请补填年度指标值。',
        en: 'The target "{target}" has no figure to compare the result "{result}" with. Give the target value.',
      },
    },
  },
  check(annex, report) {
    forEachIndicator(annex, (project, indicator) => {
      const { target, result } = indicator;
      if (!target || !result?.answered || result.presence === 'error') return;
      const data = { target: quote(target.text), result: quote(result.text) };
      if (!target.answered) {
        report({ cell: target, related: [result], project, message: 'blank', data });
      } else if (onlyTheResultCounts(indicator)) {
        const severity = mustCount(indicator) ? undefined : 'info';
        report({ severity, cell: target, related: [result], project, message: 'noFigure', data });
      }
    });
  },
};

const BY_THE_BUDGET = /预算|概算|合同|计划/;

/** Where the target has a name of its own beside it, words such as 定性 are a target; here they are half of one. */
function onlyTheResultCounts(indicator: Indicator): boolean {
  const { kind, name, target, result } = indicator;
  const asked = target!.statement;
  const said = result!.statement;
  if (name?.answered || asked.quantities.length > 0 || asked.negated) return false;
  const figures = said.quantities.filter(
    ({ unit }) => unit.dimension !== 'date' && unit.dimension !== 'duration',
  );
  if (figures.length === 0) return false;
  // 控制在预算内 is measured against the budget of the same row.
  if (kind === 'cost' && BY_THE_BUDGET.test(target!.text)) return false;
  return (
    mustCount(indicator) || (asked.namesRate && figures.some(({ unit }) => unit.dimension === 'percent'))
  );
}
