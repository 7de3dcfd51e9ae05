import type { Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import { forEachText, forEachTextOf } from '../facts/texts/project-texts';
import { TEXT_FIELDS } from '../facts/texts/text-fields';
import { defineRule, type Report } from '../rule/rule';
import { correct, findSlips } from './text-typo/slips';

export const rule = defineRule({
  meta: {
    id: 'text-typo',
    name: { 'zh-CN': '错别字、叠字、缺括号', en: 'Typo, doubled word or lost bracket' },
    description: {
      'zh-CN':
        '文字中的叠字（“服务服务”）、连写的标点、不成对的括号和引号，以及公文中常见的错别字。每个单元格只提示一次。成语、叠词和序号后的括号不在此列。',
      en: 'Doubled words, doubled punctuation, brackets and quotation marks without their other half, and common confusions of characters; once a cell. Set phrases, reduplication and the bracket behind a number of a list are left alone.',
    },
    topic: 'table',
    severity: 'info',
    requires: [TEXT_FIELDS],
    fix: 'suggestion',
    basis: ['评审惯例'],
    yieldsTo: ['template-residue', 'operator-typo'],
    habit: { text: 'slip' },
    messages: {
      doubled: {
        'zh-CN': '“{text}”中“{slip}”重复。请核对。',
        en: '"{slip}" is written twice in "{text}". Check it.',
      },
      doubledMore: {
        'zh-CN': '“{text}”中“{slip}”重复，本格同类问题共 {count} 处。请核对。',
        en: '"{slip}" is written twice in "{text}", {count} such slips in all. Check it.',
      },
      punctuation: {
        'zh-CN': '“{text}”中标点“{slip}”连用。请核对。',
        en: 'The punctuation "{slip}" in "{text}" is doubled. Check it.',
      },
      punctuationMore: {
        'zh-CN': '“{text}”中标点“{slip}”连用，本格同类问题共 {count} 处。请核对。',
        en: 'The punctuation "{slip}" in "{text}" is doubled, {count} such slips in all. Check it.',
      },
      bracket: {
        'zh-CN': '“{text}”中“{slip}”不成对。请补全。',
        en: 'In "{text}", "{slip}" lacks its other half. Complete it.',
      },
      bracketMore: {
        'zh-CN': '“{text}”中“{slip}”不成对，本格同类问题共 {count} 处。请补全。',
        en: 'In "{text}", "{slip}" lacks its other half, {count} such slips in all. Complete it.',
      },
      word: {
        'zh-CN': '“{text}”中“{slip}”疑为“{right}”。请核对。',
        en: 'In "{text}", "{slip}" may be meant to be "{right}". Check it.',
      },
      wordMore: {
        'zh-CN': '“{text}”中“{slip}”疑为“{right}”，本格同类问题共 {count} 处。请核对。',
        en: 'In "{text}", "{slip}" may be meant to be "{right}", {count} such slips in all. Check it.',
      },
      replace: { 'zh-CN': '改为“{text}”', en: 'Write "{text}"' },
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
  const { text } = cell;
  const slips = findSlips(text);
  const first = slips[0];
  if (!first) return;
  const corrected = correct(text, slips);
  report({
    cell,
    project,
    message: slips.length > 1 ? `${first.kind}More` : first.kind,
    data: {
      text: around(text, first.start),
      slip: first.what,
      right: first.kind === 'word' ? (first.replacement ?? '') : '',
      count: String(slips.length),
    },
    actual: text,
    suggestions:
      corrected === text
        ? []
        : [
            {
              title: 'replace',
              data: { text: around(corrected, first.start) },
              edits: [editOf(cell, { value: corrected })],
            },
          ],
  });
}

/** Characters of a long text to show before a slip. */
const BEFORE = 12;

/** The part of a text in which the slip is to be seen. */
function around(text: string, start: number): string {
  const from = start > 2 * BEFORE ? start - BEFORE : 0;
  return `${from > 0 ? '…' : ''}${quote(text.slice(from))}`;
}
