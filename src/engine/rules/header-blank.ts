import { listed } from '../language';
import type { HeadEntry } from '../annex/annex';
import { foldText } from '../annex/text';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'header-blank',
    name: { 'zh-CN': '表头或签章未填', en: 'Head or signatures left blank' },
    description: {
      'zh-CN':
        '表格上方和下方要求填写的内容（主管部门、实施单位、负责人、填表人、填报日期、联系电话等）空白时提示。单位已在标题、表头或单位栏中写明的，单位（盖章）一项不再提示；电子表格看不到印章。',
      en: 'What the lines above and below the table ask for (department, unit, person in charge, date, telephone) is blank. A line for the unit or its seal is left alone where the title, the head or a column names the unit; seals are not seen in a worksheet.',
    },
    topic: 'table',
    severity: 'info',
    requires: [],
    fix: 'none',
    basis: ['湛江部门整体自评评分表', '评审惯例'],
    habit: 'none',
    messages: {
      blank: {
        'zh-CN': '未填写“{labels}”。请补填。',
        en: '"{labels}" is blank. Fill it in.',
      },
    },
  },
  annex({ annex }, report) {
    const named = namesUnit(annex);
    const byCell = new Map<string, { entry: HeadEntry; labels: string[] }>();
    for (const entry of annex.entries) {
      if (entry.answer !== '' || (named && asksForUnit(entry.label))) continue;
      const place = `${entry.row},${entry.column}`;
      const found = byCell.get(place);
      if (found) found.labels.push(entry.label);
      else byCell.set(place, { entry, labels: [entry.label] });
    }
    for (const { entry, labels } of byCell.values()) {
      report({
        cell: entry,
        project: null,
        message: 'blank',
        data: { labels: listed(labels.map((label) => label.replace(/\s+/g, ''))) },
      });
    }
  },
});

/** 填报单位（盖章）, 主管部门名称; no 单位负责人. */
function asksForUnit(label: string): boolean {
  return /(?:部门|单位)(?:名称)?(?:\((?:盖章|公章|签章|签字|签名|章)\))*$/.test(foldText(label));
}

/** How the names of public bodies end. */
const BODY =
  /[\u4e00-\u9fff]{2}(?:局|委|委员会|办公室|中心|学校|中学|小学|幼儿园|学院|大学|医院|卫生院|厅|处|所|站|馆|院|队|镇|乡|街道|政府|公司|协会|联合会|总工会|团委|法院|检察院)/;

/** Whether the unit is named elsewhere: in the title, beside another label, or in a column. */
function namesUnit({ title, department, fields, entries }: AnnexFacts): boolean {
  return (
    fields.includes('unit') ||
    department !== null ||
    (title !== null && BODY.test(foldText(title).replace(/20\d\d年度?|处理|中心城区/g, ''))) ||
    entries.some(({ label, answer }) => answer !== '' && asksForUnit(label))
  );
}
