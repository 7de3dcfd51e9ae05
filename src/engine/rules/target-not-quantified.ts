import type { Severity } from '../severity';
import type { Indicator } from '../annex/annex';
import { quote } from '../rule/figures';
import { givesNumber, holdsNumber, mustCount } from '../facts/indicators/indicators';
import { defineRule } from '../rule/rule';
import { asksForAll, dependsOnDemand, namesAStandard } from '../facts/indicators/standards';

export const rule = defineRule({
  meta: {
    id: 'target-not-quantified',
    name: { 'zh-CN': '数量/成本指标无数值', en: 'Quantity or cost without a figure' },
    description: {
      'zh-CN':
        '数量、成本指标的指标值没有数值，指标名称里也没有。以预算、合同、标准等为准的成本指标和“全覆盖”“无事故”之类不报；质量、时效指标只在完成情况有数值时提示，满意度指标和“据实受理”之类作提示。',
      en: 'The target of a quantity or a cost holds no figure, nor does its name. Costs that follow a budget, a contract or a standard, "全覆盖" and "无事故" are left alone; quality and timeliness get a note where the result has a figure, satisfaction and what is done as it arises (据实受理) get a note.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['info'],
    requires: [['indicator.*.target']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    yieldsTo: ['target-missing', 'formula-error', 'template-residue'],
    messages: {
      count: {
        'zh-CN': '数量指标“{target}”未量化，无法衡量完成数量。请填写具体数量和计量单位。',
        en: 'The quantity "{target}" has no figure to measure by. Give a number and its unit.',
      },
      cost: {
        'zh-CN': '成本指标“{target}”未量化，无法衡量。请填写金额或控制标准。',
        en: 'The cost "{target}" has no figure to measure by. Give an amount or the standard to keep to.',
      },
      words: {
        'zh-CN': '指标“{target}”未量化。建议设定可衡量的指标值。',
        en: 'The target "{target}" has no figure. A value that can be measured is suggested.',
      },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    const { kind, name, target } = indicator;
    if (target?.presence !== 'value') return;
    // Most targets have a figure and stop here.
    if (target.statement.quantities.length > 0) return;
    const severity = severityOf(indicator);
    if (!severity) return;
    const shown = name?.answered ? `${name.text}：${target.text}` : target.text;
    report({
      severity,
      cell: target,
      related: name?.answered ? [name] : [],
      project,
      message: severity === 'info' ? 'words' : kind === 'cost' ? 'cost' : 'count',
      data: { target: quote(shown) },
      actual: target.text,
    });
  },
});

/** 采购一批, answered by one lot. */
function isLot({ target, result }: Indicator): boolean {
  return target!.text.includes('一批') && result?.text.includes('一批') === true;
}

function severityOf(indicator: Indicator): Severity | null {
  const { kind, name, target, result } = indicator;
  const asked = target!.statement;
  if (holdsNumber(target!)) return null;
  const named = name?.answered === true;
  // The name of a rate alone is answered by a rate, or missed in the result.
  if (!named && asked.namesRate) return null;
  if (mustCount(indicator)) {
    if (asked.negated || asksForAll(target!) || (named && holdsNumber(name))) return null;
    if (kind === 'cost' && namesAStandard(indicator)) return null;
    if (dependsOnDemand(indicator) || isLot(indicator)) return 'info';
    // Where name and value share a cell, a figure in the result says that the target is missing.
    return !named && result?.answered && givesNumber(result, asked) ? null : 'warning';
  }
  if (kind === 'satisfaction') return 'info';
  if (kind !== 'quality' && kind !== 'timeliness') return null;
  return result?.answered && result.statement.quantities.some(({ unit }) => unit.dimension === 'percent')
    ? 'info'
    : null;
}
