import { judge, type Quantity } from '../annex/quantity';
import { quote } from './support/figures';
import { forEachIndicator } from './support/indicators';
import type { Rule } from './support/rule';

export const rule: Rule = {
  meta: {
    id: 'result-below-target',
    name: { 'zh-CN': '未达标', en: 'Result short of the target' },
    description: {
      'zh-CN': '完成值低于指标值（“≤”类指标为高于，时效指标为晚于）。只有双方都有数值且单位相同时才比较。',
      en: 'The result is below the target (above it for "≤", later for a deadline). Compared only where both have a figure in the same unit.',
    },
    topic: 'indicator',
    severity: 'warning',
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》'],
    yieldsTo: ['result-copies-target', 'satisfaction-no-figure'],
    messages: {
      below: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{actual}，低于{expected}），未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({actual} is below {expected}). Check it and give the reason.',
      },
      above: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”（{actual}，超过{expected}），未达到指标。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" ({actual} is above {expected}). Check it and give the reason.',
      },
      late: {
        'zh-CN': '指标要求“{target}”，完成情况为“{result}”，晚于要求的时间。请核对，并说明原因。',
        en: 'The target is "{target}", the result "{result}" is later. Check it and give the reason.',
      },
    },
  },
  check(annex, report) {
    forEachIndicator(annex, (project, indicator) => {
      const { kind, name, target, result } = indicator;
      if (!target?.answered || !result?.answered) return;
      const verdict = judge(target.statement, result.statement, kind, name?.text ?? '');
      if (verdict.verdict !== 'short') return;
      const { reason = 'below', target: asked, result: said } = verdict;
      if (asked && said && isUnreachable(asked, said)) return;
      report({
        cell: result,
        related: [target],
        project,
        message: reason,
        data: {
          target: quote(target.text),
          result: quote(result.text),
          // A target without a figure wanted nothing to happen.
          expected: asked ? written(target.text, asked) : '0',
          actual: said ? written(result.text, said) : '',
        },
        expected: asked?.value ?? 0,
        actual: said?.value,
      });
    });
  },
};

/** Beyond 100 % there is nothing: all of it falls short of "more than 100 %" only by the target's fault. */
function isUnreachable(asked: Quantity, said: Quantity): boolean {
  return (
    asked.operator === '>' &&
    asked.unit.measure === '%' &&
    asked.value === 100 &&
    !asked.change &&
    said.value === 100
  );
}

/** The figure as the cell writes it, without its operator. */
function written(text: string, { numberSpan, unitSpan }: Quantity): string {
  return text.slice(numberSpan.start, Math.max(numberSpan.end, unitSpan?.end ?? 0));
}
