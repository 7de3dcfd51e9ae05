import type { Indicator } from '../annex/annex';
import { figureOrNothing, quote } from '../rule/figures';
import { asksForNone, isOnlyNamed, mustCount } from '../facts/indicators/indicators';
import { pointsCellOf } from '../facts/scores/scores';
import { defineRule } from '../rule/rule';
import { asksForAll, dependsOnDemand, isHeldToAStandard } from '../facts/indicators/standards';

export const rule = defineRule({
  meta: {
    id: 'target-missing',
    name: { 'zh-CN': '指标值缺失', en: 'Target missing' },
    description: {
      'zh-CN':
        '有完成情况或分值，或只有指标名称，而指标值空着；或指标内容与指标值写在同一格时，完成情况有数值而指标没有数值（数量、成本指标为错误，比率只作提示）；数值只写在指标名称里的作提示。没有指标名称、指标值只填“―”等占位符而有完成情况的，由“有完成值无指标值”检查。指标值写明“不涉及”“不适用”而仍计分的也报告，完成情况也如此填写的作提示；指标值和完成情况都是“无”的（没有发生）不报。',
      en: 'There is a result, a weight or nothing but a name, and the target is blank; or, where name and value share a cell, the result has a figure and the target none (an error for quantity and cost, a note for rates). A note where the figure stands only in the name. A sign for nothing without a name has a rule of its own. Reported, too, where a target does not apply (不涉及) and still carries points: a note where the result says so as well. Silent where target and result are both 无: none was to happen, and none did.',
    },
    topic: 'indicator',
    severity: 'error',
    severities: ['info'],
    requires: [['indicator.*.target'], ['indicator.*.result', 'indicator.*.weight']],
    fix: 'none',
    basis: ['公开的自评审核程序', '评审惯例'],
    messages: {
      blank: {
        'zh-CN': '未填写指标值，但完成情况为“{result}”。请补填年度指标值。',
        en: 'The target is missing although the result is "{result}". Give the target.',
      },
      weighted: {
        'zh-CN': '分值为 {weight}，但未填写指标值。请补填年度指标值，或取消该指标的分值。',
        en: 'The indicator carries {weight} points but has no target. Give the target, or take the points away.',
      },
      named: {
        'zh-CN': '指标“{name}”未填写指标值。请补填年度指标值；未设定该指标的，请删除名称。',
        en: 'The indicator "{name}" has no target. Give the target, or take the name away if there is no such indicator.',
      },
      inapplicable: {
        'zh-CN':
          '指标值为“{target}”，却计 {points} 分。不涉及的指标不应计分，请取消该指标的分值，或补填年度指标值。',
        en: 'The target is "{target}", yet the indicator carries {points} points. Take the points away, or give the target.',
      },
      noFigure: {
        'zh-CN': '指标“{target}”未设定数值，完成情况为“{result}”，无法对照。请补填年度指标值。',
        en: 'The target "{target}" has no figure to compare the result "{result}" with. Give the target value.',
      },
      inName: {
        'zh-CN': '指标值“{target}”未设定数值，数值仅列于指标名称“{name}”里。请把数值填入指标值。',
        en: 'The target "{target}" has no figure; it stands only in the name "{name}". Move it to the target.',
      },
    },
  },
  silentByWording: (indicator) =>
    !indicator.target || (indicator.target.answered && standsFor(indicator) === null),
  indicator(project, indicator, _, report) {
    const { name, target, result, weight } = indicator;
    if (!target) return;
    if (!target.answered) {
      const carried = INAPPLICABLE.test(target.text) ? pointsCellOf(indicator) : null;
      if (carried) {
        const data = { target: quote(target.text), points: figureOrNothing(carried.number) };
        report({
          // Where the result says so, too, some places grant the points by rule.
          severity: result && INAPPLICABLE_OR_NONE.test(result.text) ? 'info' : undefined,
          cell: target,
          related: [carried],
          project,
          message: 'inapplicable',
          data,
          actual: target.text,
        });
        return;
      }
      if (asksForNone(indicator)) return;
      if (result?.answered) {
        // Where nothing names the indicator, a sign for nothing says that there is none.
        const asked = target.presence === 'blank' || name?.answered;
        if (!asked || result.presence === 'error') return;
        const data = { target: '', result: quote(result.text) };
        report({ cell: target, related: [result], project, message: 'blank', data });
      } else if (weight && weight.number !== null && weight.number > 0) {
        const data = { weight: figureOrNothing(weight.number) };
        report({ cell: target, related: [weight], project, message: 'weighted', data });
      } else if (isOnlyNamed(indicator)) {
        const data = { name: quote(name!.text) };
        report({ cell: target, related: [name!], project, message: 'named', data });
      }
      return;
    }
    const counts = standsFor(indicator);
    if (counts === 'result') {
      const severity = mustCount(indicator) ? undefined : 'info';
      const data = { target: quote(target.text), result: quote(result!.text) };
      report({ severity, cell: target, related: [result!], project, message: 'noFigure', data });
    } else if (counts === 'name') {
      report({
        severity: 'info',
        cell: target,
        related: [name!],
        project,
        message: 'inName',
        data: { target: quote(target.text), name: quote(name!.text) },
      });
    }
  },
});

const INAPPLICABLE = /^(?:本项目|本年度?)?(?:不涉及|不适用|无此项)[。.]?$/;
const INAPPLICABLE_OR_NONE = /^(?:本项目|本年度?)?(?:不涉及|不适用|无此项|无)[。.]?$/;

/** Where the figure stands that is missing in a target of words; `null` where none is missing, or nothing answers it. */
function standsFor(indicator: Indicator): 'result' | 'name' | null {
  const { result } = indicator;
  if (!result?.answered || result.presence === 'error') return null;
  if (onlyTheResultCounts(indicator)) return 'result';
  return onlyTheNameCounts(indicator) ? 'name' : null;
}

/** Where the target has a name of its own beside it, words such as 定性 are a target; here they are half of one. */
function onlyTheResultCounts(indicator: Indicator): boolean {
  const { kind, name, target, result } = indicator;
  const asked = target!.statement;
  if (name?.answered || asked.quantities.length > 0 || asked.negated || asksForAll(target!)) return false;
  const figures = result!.statement.quantities.filter(
    ({ unit }) => unit.dimension !== 'date' && unit.dimension !== 'duration',
  );
  if (figures.length === 0) return false;
  if (dependsOnDemand(indicator) || (kind === 'cost' && isHeldToAStandard(indicator))) return false;
  return (
    mustCount(indicator) || (asked.namesRate && figures.some(({ unit }) => unit.dimension === 'percent'))
  );
}

/** "培训12期 | 完成": what is asked stands in the name alone. */
function onlyTheNameCounts(indicator: Indicator): boolean {
  const { name, target } = indicator;
  if (!name?.answered || !mustCount(indicator) || target!.statement.quantities.length > 0) return false;
  return name.statement.quantities.some(
    ({ unit }) => unit.dimension === 'count' || unit.dimension === 'physical' || unit.dimension === 'money',
  );
}
