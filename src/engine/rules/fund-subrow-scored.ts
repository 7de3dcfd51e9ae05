import { editOf } from '../rule/edits';
import type { Fix } from '../rule/finding';
import type { NumberCell } from '../annex/values/number-cell';
import { withFurther } from '../facts/table/number-cells';
import { labelOf } from '../facts/table/places';
import { pointsOf, pointsText } from '../facts/scores/scores';
import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

/** What stands where a source of money has no points of its own. */
const NOTHING = '—';

export const rule = defineRule({
  meta: {
    id: 'fund-subrow-scored',
    name: { 'zh-CN': '其中行重复计分', en: 'Points beside a source of money' },
    description: {
      'zh-CN':
        '资金表中执行率的分值、得分只在“年度资金总额”一行填写；“其中：财政拨款”等各行又填写分值或得分的，属重复计分。总额一行没有分值、得分的，不报。',
      en: 'The points of the execution stand in the row of all money; those that stand again beside one of its sources (其中：财政拨款) are counted twice. Silent where the row of all money has none.',
    },
    topic: 'score',
    severity: 'info',
    requires: [['executionRate.weight', 'executionRate.score']],
    fix: 'format',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    messages: {
      again: {
        'zh-CN':
          '“{label}”一行填写了{what} {points}，执行率{what}已在资金总额一行填写（{total}），属重复计分。请改为“—”。',
        en: 'The row "{label}" has a {what} of {points}; that of the execution stands in the row of all money ({total}) and is not counted again. Write "—".',
      },
      clear: { 'zh-CN': '此处改为“—”', en: 'Write "—"' },
    },
  },
  project(project, { annex }, report) {
    for (const [field, what] of POINTS) {
      const [own, ...further] = withFurther(project.scores[field]);
      const total = pointsOf(own);
      if (total === null) continue;
      for (const cell of further) {
        const points = pointsOf(cell);
        if (points === null || points === 0) continue;
        report({
          cell,
          related: [own!],
          project,
          message: 'again',
          data: {
            label: quote(labelOf(annex, cell)),
            points: pointsText(points),
            what,
            total: pointsText(total),
          },
          actual: points,
          ...(cell.formula === null ? { fix: clear(cell) } : {}),
        });
      }
    }
  },
});

const POINTS = [
  ['executionRate.weight', { 'zh-CN': '分值', en: 'weight' }],
  ['executionRate.score', { 'zh-CN': '得分', en: 'score' }],
] as const;

function clear(cell: NumberCell): Fix {
  return { title: 'clear', data: {}, edits: [editOf(cell, { value: NOTHING })] };
}
