import { applyReplacements } from '../quantity';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import { forEachTrappedCell } from '../facts/indicators/operator-traps';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'operator-variant',
    name: { 'zh-CN': '比较符写法不规范', en: 'Uncommon form of an operator' },
    description: {
      'zh-CN': '比较符使用“≧”“≦”“＞”“＜”“＞=”等写法，含义清楚但不统一，建议统一为“≥”“≤”“>”“<”。',
      en: 'An operator is written ≧, ≦, ＞, ＜ or ＞=: clear, but not uniform. ≥, ≤, > and < are suggested.',
    },
    topic: 'indicator',
    severity: 'info',
    requires: [['indicator.*.target', 'indicator.*.result']],
    fix: 'format',
    basis: ['评审惯例'],
    yieldsTo: ['operator-typo', 'result-copies-target', 'satisfaction-no-figure'],
    habit: { text: 'before' },
    messages: {
      variant: {
        'zh-CN': '“{text}”中的“{before}”建议统一为“{after}”。',
        en: 'In "{text}", "{before}" is better written "{after}".',
      },
      replace: { 'zh-CN': '改为“{text}”', en: 'Write "{text}"' },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    forEachTrappedCell(indicator, (cell, traps) => {
      const variants = traps.filter((trap) => trap.kind === 'variant');
      const [first] = variants;
      if (!first || typeof cell.raw !== 'string') return;
      const text = applyReplacements(cell.text, variants);
      report({
        cell,
        project,
        message: 'variant',
        data: {
          text: quote(cell.text),
          before: cell.text.slice(first.span.start, first.span.end),
          after: first.replacement,
        },
        expected: text,
        actual: cell.text,
        fix: { title: 'replace', data: { text: quote(text) }, edits: [editOf(cell, { value: text })] },
      });
    });
  },
});
