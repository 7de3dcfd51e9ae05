import type { Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { impossibleDateIn } from '../facts/texts/impossible-dates';
import { forEachText, forEachTextOf } from '../facts/texts/project-texts';
import { quote } from '../rule/figures';
import { defineRule, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'impossible-date',
    name: { 'zh-CN': '日期不存在', en: 'Date that does not exist' },
    description: {
      'zh-CN':
        '指标值、完成情况、总体目标等文字中写有历法上没有的日期，如 2 月 30 日、6 月 31 日，或平年的 2 月 29 日。未写年份的 2 月 29 日不报。',
      en: 'A target, a result, a goal or another text names a date that no calendar has: 30 February, 31 June, 29 February of a common year. 29 February without a year is left alone.',
    },
    topic: 'table',
    severity: 'warning',
    requires: [['projectName', 'indicator.*.target', 'indicator.*.result']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      none: {
        'zh-CN': '“{text}”中的日期“{date}”不存在。请核对。',
        en: 'The date "{date}" in "{text}" does not exist. Check it.',
      },
    },
  },
  silentByWording: true,
  project(project, _, report) {
    forEachText(project, (cell) => check(cell, project, report));
  },
  indicator(project, indicator, _, report) {
    forEachTextOf(indicator, (cell) => check(cell, project, report));
  },
});

function check(cell: TextCell, project: Project, report: (finding: Report) => void): void {
  const date = impossibleDateIn(cell.text);
  if (date === null) return;
  report({
    cell,
    project,
    message: 'none',
    data: { text: quote(cell.text), date },
    actual: date,
  });
}
