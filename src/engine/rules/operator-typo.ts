import { applyReplacements, type OperatorTrap } from '../quantity';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import { forEachTrappedCell } from '../facts/indicators/operator-traps';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'operator-typo',
    name: { 'zh-CN': '比较符误用', en: 'Mistyped operator' },
    description: {
      'zh-CN':
        '数字前用书名号“》”“《”代替“≥”“≤”（错误，改变含义），用“═”“二”代替“=”，或使用全角数字、全角百分号（提示）。成对的书名号不报。',
      en: 'A book-title bracket stands for an operator before a number (an error: the meaning changes), ═ or 二 for =, or digits and percent signs are full-width (a note). Matched title brackets are left alone.',
    },
    topic: 'indicator',
    severity: 'info',
    severities: ['error'],
    requires: [['indicator.*.target', 'indicator.*.result']],
    fix: 'format',
    basis: ['评审惯例'],
    yieldsTo: ['result-copies-target', 'satisfaction-no-figure'],
    habit: { text: 'before' },
    messages: {
      typo: {
        'zh-CN': '“{text}”中的“{before}”应为“{after}”。',
        en: 'In "{text}", "{before}" should be "{after}".',
      },
      fullwidth: {
        'zh-CN': '“{text}”中的“{before}”是全角字符，应为“{after}”。',
        en: 'In "{text}", "{before}" is full-width; it should be "{after}".',
      },
      replace: { 'zh-CN': '改为“{text}”', en: 'Write "{text}"' },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    forEachTrappedCell(indicator, (cell, traps) => {
      if (typeof cell.raw !== 'string') return;
      const worst =
        traps.find((trap) => trap.kind === 'typo') ?? traps.find((trap) => trap.kind === 'fullwidth');
      if (!worst) return;
      // All of the cell at once: a second edit of the same cell would find it changed.
      const text = applyReplacements(cell.text, traps);
      report({
        severity: changesMeaning(worst) ? 'error' : undefined,
        cell,
        project,
        message: worst.kind === 'fullwidth' ? 'fullwidth' : 'typo',
        data: {
          text: quote(cell.text),
          before: cell.text.slice(worst.span.start, worst.span.end),
          after: worst.replacement,
        },
        expected: text,
        actual: cell.text,
        fix: { title: 'replace', data: { text: quote(text) }, edits: [editOf(cell, { value: text })] },
      });
    });
  },
});

function changesMeaning(trap: OperatorTrap): boolean {
  return trap.kind === 'typo' && trap.replacement !== '=';
}
