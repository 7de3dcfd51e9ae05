import type { Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { forEachText, forEachTextOf, type TextPlace } from '../facts/texts/project-texts';
import { residueOf } from '../facts/texts/residue';
import { TEXT_FIELDS } from '../facts/texts/text-fields';
import { defineRule, type Report } from '../rule/rule';

/** The cells in which a unit has to answer by itself. */
const ANSWERS: ReadonlySet<TextPlace> = new Set<TextPlace>([
  'goalCompletion',
  'conclusion',
  'problems',
  'rectification',
  'indicator.result',
]);

export const rule = defineRule({
  meta: {
    id: 'template-residue',
    name: { 'zh-CN': '模板残留', en: 'Text of the form left in' },
    description: {
      'zh-CN':
        '单元格里留着模板的文字：“指标1：”“（200字以内）”“请填写…”“示例：”，或“XX%”“___次”等没有填的空。完成情况、结论、问题、整改等应由单位填写的单元格为错误，其他为提示；已有内容、只多出字数要求的为提示。',
      en: 'Text of the form left in a cell: "指标1：", "（200字以内）", "请填写…", "示例：", or a gap such as "XX%" or "___次". An error where the unit has to answer (results, conclusion, problems, measures), else a note; also a note where only the limit of length stands beside an answer.',
    },
    topic: 'table',
    severity: 'error',
    severities: ['info'],
    requires: [TEXT_FIELDS],
    fix: 'suggestion',
    basis: ['四川省级自评表填表说明', '评审惯例'],
    yieldsTo: ['reason-missing'],
    messages: {
      whole: {
        'zh-CN': '“{text}”为模板提示文字，未填写实际内容。请如实填写或删除。',
        en: '"{text}" is text of the form, not an answer. Fill the cell in, or clear it.',
      },
      blank: {
        'zh-CN': '“{text}”中留有未填写的空位（XX、××、___）。请填写实际内容。',
        en: 'A gap of the form (XX, ××, ___) is left in "{text}". Fill it in.',
      },
      note: {
        'zh-CN': '“{text}”中留有模板的字数要求。请删除。',
        en: 'The form\'s limit of length is left in "{text}". Delete it.',
      },
      clear: { 'zh-CN': '清空该单元格', en: 'Clear the cell' },
    },
  },
  silentByWording: true,
  project(project, _, report) {
    forEachText(project, (cell, place) => {
      if (place !== 'projectName') check(cell, place, project, report);
    });
  },
  indicator(project, indicator, _, report) {
    forEachTextOf(indicator, (cell, place) => check(cell, place, project, report));
  },
});

function check(cell: TextCell, place: TextPlace, project: Project, report: (finding: Report) => void): void {
  if (!cell.answered) return;
  const residue = residueOf(cell.text);
  if (residue === null) return;
  report({
    severity: residue === 'note' || !ANSWERS.has(place) ? 'info' : undefined,
    cell,
    project,
    message: residue,
    data: { text: quote(cell.text) },
    actual: cell.text,
    suggestions: residue === 'whole' ? [clearing(cell)] : [],
  });
}

function clearing(cell: TextCell): Fix {
  return { title: 'clear', data: {}, edits: [editOf(cell, { value: null })] };
}
