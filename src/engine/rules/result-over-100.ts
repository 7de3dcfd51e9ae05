import type { Indicator } from '../annex/annex';
import { isShareOfAll } from '../facts/indicators/shares';
import type { Quantity } from '../quantity';
import { figureText, quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-over-100',
    name: { 'zh-CN': '比率完成值超过100%', en: 'Share above 100 %' },
    description: {
      'zh-CN':
        '满意度、合格率、覆盖率、及时率等比率的完成值超过 100%。这类比率最高为 100%；增长率、完成率等可以超过 100% 的不在此列，指标值本身超过 100% 的由“指标值不合理”检查。',
      en: 'The result of a satisfaction, a pass rate, a coverage or another share is above 100 %, which no share is. Growth, degrees of completion and the like are left alone; a target above 100 % has a rule of its own.',
    },
    topic: 'indicator',
    severity: 'error',
    requires: [['indicator.*.result']],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsAtRelated: ['target-over-100'],
    messages: {
      over: {
        'zh-CN': '完成情况为“{result}”，其中 {figure} 超过 100%，此类比率不会超过 100%。请核对数值。',
        en: 'The result "{result}" has {figure}; no share is above 100 %. Check the figure.',
      },
    },
  },
  silentByWording: (indicator) => overWhole(indicator) === null,
  indicator(project, indicator, _, report) {
    const over = overWhole(indicator);
    if (!over) return;
    const result = indicator.result!;
    report({
      cell: result,
      related: indicator.target ? [indicator.target] : [],
      project,
      message: 'over',
      data: { result: quote(result.text), figure: figureText(result.text, over) },
      expected: 1,
      actual: over.value / 100,
    });
  },
});

/** The figure of a result that is above all there is; `null` where none is, or where it may be. */
function overWhole({ kind, name, target, result }: Indicator): Quantity | null {
  if (!result?.answered) return null;
  const over = result.statement.quantities.find(isOver);
  if (!over) return null;
  // A target that is above 100 % itself may speak of a ratio.
  if (target?.answered && target.statement.quantities.some(isOver)) return null;
  return isShareOfAll(kind, `${name?.text ?? ''}${target?.text ?? ''}${result.text}`) ? over : null;
}

function isOver({ unit, change, value, operator }: Quantity): boolean {
  const level = operator === null || operator === '=';
  return unit.measure === '%' && !change && level && value > 100;
}
