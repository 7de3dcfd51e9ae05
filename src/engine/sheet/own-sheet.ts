import type { CellValue } from './cell-value';
import type { OwnSheetKey } from './sheet-plan';

/*
 * By what a rollup sheet is known besides its hidden name, which any worksheet may bear: Excel copies it with a copied
 * worksheet, and whoever makes a file can write it. The rollups are built of the same words.
 */

type Language = 'zh-CN' | 'en';

/** Titles, without the year. */
export const ROLLUP_TITLES: Readonly<Record<Language, Readonly<Record<OwnSheetKey, string>>>> = {
  'zh-CN': {
    'unit-summary': '绩效自评审核单位汇总表',
    'project-results': '绩效自评审核结果汇总表',
    'rate-bands': '预算执行率分档统计表',
    'indicator-results': '绩效指标完成情况统计表',
    'review-opinions': '绩效自评审核意见表',
    'issue-list': '绩效自评审核问题清单',
  },
  en: {
    'unit-summary': 'Self-evaluation review by unit',
    'project-results': 'Self-evaluation review: results',
    'rate-bands': 'Execution rates by band',
    'indicator-results': 'Results of indicators',
    'review-opinions': 'Opinion on the self-evaluation',
    'issue-list': 'Self-evaluation review: findings',
  },
};

/** Headings of 问题清单, left to right. */
export const ISSUE_HEADINGS = {
  'zh-CN': {
    sequence: '序号',
    unit: '单位',
    project: '项目',
    field: '指标或栏目',
    cell: '单元格',
    count: '处数',
    original: '原文',
    problem: '问题',
    suggestion: '建议',
    severity: '严重程度',
    rule: '规则',
    status: '处理状态',
    feedback: '单位反馈',
    key: '标识',
  },
  en: {
    sequence: 'No.',
    unit: 'Unit',
    project: 'Project',
    field: 'Column',
    cell: 'Cell',
    count: 'Cells',
    original: 'Text',
    problem: 'Finding',
    suggestion: 'Suggestion',
    severity: 'Severity',
    rule: 'Rule',
    status: 'Status',
    feedback: "Unit's answer",
    key: 'Key',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Headings that every 单位汇总 has. */
export const UNIT_HEADINGS = {
  'zh-CN': {
    sequence: '序号',
    unit: '单位',
    projects: '项目数',
    indicators: '指标数',
    error: '错误',
    warning: '警告',
  },
  en: {
    sequence: 'No.',
    unit: 'Unit',
    projects: 'Projects',
    indicators: 'Indicators',
    error: 'Error',
    warning: 'Warning',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Headings that every 自评结果汇总表 has. */
export const RESULT_HEADINGS = {
  'zh-CN': {
    sequence: '序号',
    project: '项目名称',
    unit: '单位',
    sheet: '工作表',
    error: '错误',
    warning: '警告',
    info: '提示',
    remark: '说明',
    key: '标识',
  },
  en: {
    sequence: 'No.',
    project: 'Project',
    unit: 'Unit',
    sheet: 'Worksheet',
    error: 'Error',
    warning: 'Warning',
    info: 'Note',
    remark: 'Remark',
    key: 'Key',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Headings of 执行率分档表. */
export const BAND_HEADINGS = {
  'zh-CN': {
    sequence: '序号',
    band: '执行率分档',
    projects: '项目数',
    share: '项目占比',
    budget: '预算金额',
    actual: '实际支出',
    rate: '执行率',
    key: '标识',
  },
  en: {
    sequence: 'No.',
    band: 'Band of execution rate',
    projects: 'Projects',
    share: 'Share of projects',
    budget: 'Budget',
    actual: 'Spending',
    rate: 'Execution rate',
    key: 'Key',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Headings of 指标完成统计. */
export const OUTCOME_HEADINGS = {
  'zh-CN': {
    sequence: '序号',
    dimension: '指标类别',
    indicators: '指标数',
    met: '达标',
    missed: '未达标',
    unquantified: '未量化',
    missing: '未填完成值',
    words: '定性或无法比对',
    share: '达标率',
    key: '标识',
  },
  en: {
    sequence: 'No.',
    dimension: 'Dimension',
    indicators: 'Indicators',
    met: 'Met',
    missed: 'Not met',
    unquantified: 'Without figure',
    missing: 'No result',
    words: 'In words, or not comparable',
    share: 'Share met',
    key: 'Key',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Headings of 审核意见表, on the page of each unit. */
export const OPINION_HEADINGS = {
  'zh-CN': {
    sequence: '序号',
    problem: '存在的问题',
    advice: '修改要求',
    place: '位置',
    count: '处数',
    key: '标识',
  },
  en: {
    sequence: 'No.',
    problem: 'Problem',
    advice: 'What is asked for',
    place: 'Place',
    count: 'Cells',
    key: 'Key',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** What a 问题清单 without findings says below its headings. */
export const NO_ISSUES: Readonly<Record<Language, string>> = {
  'zh-CN': '没有发现问题。',
  en: 'Nothing was found.',
};

/**
 * What the key column of 问题清单 holds: rule, first cell, message, status as written, name of the worksheet. Of a habit what
 * its findings share stands before that name, between "*", which no worksheet's name may hold, and "!".
 */
export const ISSUE_KEY = /^([a-z0-9-]+)!([A-Z]{1,3}[0-9]{1,7})!(\w+)!([pcei])!([^]*)$/;

/** How many rows from the first used one on tell whose sheet it is: title, line and headings, and rows put above them. */
export const SIGN_ROWS = 64;
/** How many columns from the first used one on. */
export const SIGN_COLUMNS = 40;

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** The headings without which it is not sure, and how many of all there must be: reviewers delete columns. */
const HEADINGS = {
  'issue-list': { words: ISSUE_HEADINGS, needed: ['status', 'key'], least: 9 },
  'unit-summary': { words: UNIT_HEADINGS, needed: ['unit', 'projects'], least: 5 },
  'project-results': { words: RESULT_HEADINGS, needed: ['project', 'sheet', 'key'], least: 7 },
  'review-opinions': { words: OPINION_HEADINGS, needed: ['problem', 'advice', 'key'], least: 4 },
  'rate-bands': { words: BAND_HEADINGS, needed: ['band', 'share', 'key'], least: 5 },
  'indicator-results': { words: OUTCOME_HEADINGS, needed: ['dimension', 'met', 'key'], least: 6 },
} as const;

/** Where the first rows of a rollup sheet stand; 0-based within the values that were looked at. */
export interface OwnSheetSigns {
  readonly titleRow: number;
  readonly headingRow: number;
}

/**
 * Looks for the title and the headings of a rollup, in either language, within the first rows of a worksheet; rows of
 * the user's may stand above and between. In 问题清单 the rows below must be ours too, which their keys tell.
 *
 * @param values the worksheet's values from its first used cell on, at least `SIGN_ROWS` rows of it or all
 * @returns `null` where it is not certainly a rollup of that kind
 */
export function ownSheetSigns(
  key: OwnSheetKey,
  values: readonly (readonly CellValue[])[],
): OwnSheetSigns | null {
  const rows = values.slice(0, SIGN_ROWS).map((row) => row.slice(0, SIGN_COLUMNS).map(wordOf));
  for (const language of LANGUAGES) {
    const titleRow = rows.findIndex((row) => row.some((word) => isTitle(word, language, key)));
    if (titleRow < 0) continue;
    const headingRow = rows.findIndex((row, index) => index > titleRow && isHeadings(row, language, key));
    if (headingRow < 0) continue;
    const below = values.slice(headingRow + 1, SIGN_ROWS);
    if (key !== 'issue-list' || hasOwnRows(below)) return { titleRow, headingRow };
  }
  return null;
}

/**
 * Whether the reference of a hidden name ("='问题清单'!$A$1") leads away from the worksheet that it belongs to: to another
 * one of the workbook, or nowhere. A host that does not follow a renamed worksheet keeps its name of before.
 * @param others names of the workbook's other sheets
 */
export function leadsAway(reference: string, others: readonly string[]): boolean {
  if (/#REF!/i.test(reference)) return true;
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(reference.trim()) ?? [];
  const named = (quoted === undefined ? plain : quoted.replace(/''/g, "'"))?.toLowerCase();
  return named !== undefined && others.some((name) => name.toLowerCase() === named);
}

function isTitle(word: string, language: Language, key: OwnSheetKey): boolean {
  const title = ROLLUP_TITLES[language][key];
  if (!word.includes(title)) return false;
  const year = language === 'zh-CN' ? word.slice(0, -title.length) : word.slice(title.length);
  const isWhole = language === 'zh-CN' ? word.endsWith(title) : word.startsWith(title);
  return isWhole && (language === 'zh-CN' ? /^(?:\d+年度)?$/ : /^(?:, \d+)?$/).test(year);
}

function isHeadings(row: readonly string[], language: Language, key: OwnSheetKey): boolean {
  const { words, needed, least } = HEADINGS[key];
  const headings: Readonly<Record<string, string>> = words[language];
  const found = Object.values(headings).filter((heading) => row.includes(heading));
  return found.length >= least && needed.every((one) => row.includes(headings[one]!));
}

/** So many filled cells make a row of a table; a remark has fewer. */
const TABLE_ROW = 5;

/** Whether rows have keys of ours, no fewer than rows of another table stand there; or the list says that it is empty. */
function hasOwnRows(rows: readonly (readonly CellValue[])[]): boolean {
  const said = rows.filter((row) => filledIn(row) > 0);
  const keyed = said.filter((row) => row.some((value) => ISSUE_KEY.test(wordOf(value))));
  const others = said.filter((row) => !keyed.includes(row) && filledIn(row) >= TABLE_ROW);
  const isEmptyList = said[0]?.some((value) => Object.values(NO_ISSUES).includes(wordOf(value))) ?? true;
  return (keyed.length > 0 || isEmptyList) && keyed.length >= others.length;
}

function filledIn(row: readonly CellValue[]): number {
  return row.filter((value) => value !== null && value !== '').length;
}

function wordOf(value: CellValue): string {
  return typeof value === 'string' ? value.trim() : '';
}
