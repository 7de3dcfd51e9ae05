import type { Locale } from '../language';
import { OPINION_HEADINGS } from '../sheet/own-sheet';

export type OpinionColumn = keyof (typeof OPINION_HEADINGS)['zh-CN'];
/** Left to right; the last is that of the keys of rows, beside that of the keys of items. */
export const OPINION_COLUMNS = ['sequence', 'problem', 'advice', 'place', 'count'] as const;

interface OpinionCounts {
  /** Lines of the table, and those that it has no room for. */
  readonly items: number;
  readonly more: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Every text of 审核意见表 in one language. */
export interface OpinionTexts {
  readonly columns: Readonly<Record<OpinionColumn, string>>;
  readonly facts: (moneyUnit: string | null) => readonly [string, string, string, string, string];
  readonly unit: (name: string) => string;
  readonly wholeSheet: string;
  /** A problem of one project, or one that is told the same of several. */
  readonly ofProject: (project: string, problem: string) => string;
  readonly ofProjects: (named: string, count: number, problem: string) => string;
  /** A problem that several projects, or several cells of one, have each in its own way. */
  readonly example: (projects: string, rule: string, problem: string) => string;
  readonly quoted: (name: string) => string;
  readonly and: string;
  readonly severalProjects: (named: string, count: number) => string;
  readonly onSheet: (sheet: string, cells: string) => string;
  readonly onSheets: (named: string, count: number) => string;
  readonly none: string;
  readonly opinion: (counts: OpinionCounts) => string;
  readonly conclusion: string;
  readonly feedback: string;
  readonly signatures: readonly (readonly [string, string, string])[];
}

/** Room for figures to be written by hand. */
const BLANKS = '\u3000\u3000';

export const OPINION_TEXTS: Readonly<Record<Locale, OpinionTexts>> = {
  'zh-CN': {
    columns: OPINION_HEADINGS['zh-CN'],
    facts: (unit) => {
      const money = unit === null ? '' : `（${unit}）`;
      return ['项目数', `预算金额${money}`, `实际支出${money}`, '执行率', '问题'];
    },
    unit: (name) => `被审核单位：${name}`,
    wholeSheet: '各单位（全表共性问题）',
    ofProject: (project, problem) => `“${project}”项目：${problem}`,
    ofProjects: (named, count, problem) => `${named}等 ${count} 个项目：${problem}`,
    example: (projects, rule, problem) => `${projects}存在“${rule}”问题。例如：${problem}`,
    quoted: (name) => `“${name}”`,
    and: '',
    severalProjects: (named, count) => `${named}等 ${count} 个项目`,
    onSheet: (sheet, cells) => `${sheet}：${cells}`,
    onSheets: (named, count) => `${named} 等 ${count} 张表`,
    none: '未发现需要修改的问题。',
    opinion: ({ items, more, error, warning, info }) => {
      const notes = info > 0 ? `另有提示 ${info} 处，供核对，见问题清单。` : '';
      if (items === 0) return `审核意见：经审核，未发现需要修改的问题。${notes}`;
      const rest = more > 0 ? `（本表列出主要问题，其余 ${more} 类见问题清单）` : '';
      return `审核意见：经审核，该单位自评材料存在上述问题${rest}，共 ${error + warning} 处，其中错误 ${error} 处、警告 ${warning} 处。请逐项核实修改，未填报、未量化的请补充完整，确属合理的请说明原因并附佐证材料，于${BLANKS}年${BLANKS}月${BLANKS}日前重新报送。${notes}`;
    },
    conclusion: '审核结论：　□ 通过　　　□ 修改后通过　　　□ 退回重新填报',
    feedback: '单位反馈：',
    signatures: [
      ['审核人（签字）：', '复核人（签字）：', '　　年　　月　　日'],
      ['单位负责人（签字）：', '单位（盖章）：', '　　年　　月　　日'],
    ],
  },
  en: {
    columns: OPINION_HEADINGS.en,
    facts: (unit) => {
      const money = unit === null ? '' : ` (${unit})`;
      return ['Projects', `Budget${money}`, `Spending${money}`, 'Execution rate', 'Open'];
    },
    unit: (name) => `Unit: ${name}`,
    wholeSheet: 'all units (findings of the whole sheet)',
    ofProject: (project, problem) => `Project "${project}": ${problem}`,
    ofProjects: (named, count, problem) => `${named} and others, ${count} projects: ${problem}`,
    example: (projects, rule, problem) => `${projects}: ${rule}. For example: ${problem}`,
    quoted: (name) => `"${name}"`,
    and: ', ',
    severalProjects: (named, count) => `${named} and others, ${count} projects`,
    onSheet: (sheet, cells) => `${sheet}: ${cells}`,
    onSheets: (named, count) => `${named} and others, ${count} sheets`,
    none: 'Nothing was found that has to be corrected.',
    opinion: ({ items, more, error, warning, info }) => {
      const notes = info > 0 ? ` ${info} notes beside are in the list of findings.` : '';
      if (items === 0) return `Opinion: nothing was found that has to be corrected.${notes}`;
      const rest = more > 0 ? ` (the main ones; ${more} more kinds are in the list of findings)` : '';
      return `Opinion: the self-evaluation has the problems above${rest}, ${error + warning} in all: ${error} errors and ${warning} warnings. Check and correct each of them, fill in what is missing or has no figure, give the reason and the proof where it is right as it stands, and hand it in again by ____-__-__.${notes}`;
    },
    conclusion: 'Conclusion:   □ passed      □ passed once corrected      □ returned',
    feedback: "Unit's answer:",
    signatures: [
      ['Reviewer:', 'Second reviewer:', 'Date:'],
      ['Head of the unit:', 'Seal:', 'Date:'],
    ],
  },
};
