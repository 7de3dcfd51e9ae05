import { FIELD_NAMES } from '../annex/field-names';
import type { FundSource } from '../annex/field-id';
import type { Locale } from '../language';
import type { Severity } from '../severity';
import { ISSUE_HEADINGS, NO_ISSUES, ROLLUP_TITLES, UNIT_HEADINGS } from '../sheet/own-sheet';
import type { OwnSheetKey } from '../sheet/sheet-plan';

/** What became of a finding, in the order of the drop-down. */
export const ISSUE_STATUSES = ['pending', 'corrected', 'explained', 'ignored'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

/** Columns of the list of findings, left to right. */
export const ISSUE_COLUMNS = [
  'sequence',
  'unit',
  'project',
  'field',
  'cell',
  'count',
  'original',
  'problem',
  'suggestion',
  'severity',
  'rule',
  'status',
  'feedback',
  'key',
] as const;
export type IssueColumn = (typeof ISSUE_COLUMNS)[number];

/** Every text of the rollup sheets in one language. */
export interface RollupTexts {
  readonly sheetNames: Readonly<Record<OwnSheetKey, string>>;
  readonly unitTitle: (year: number | null) => string;
  readonly resultTitle: (year: number | null) => string;
  readonly issueTitle: (year: number | null) => string;
  readonly bandTitle: (year: number | null) => string;
  readonly outcomeTitle: (year: number | null) => string;
  readonly opinionTitle: (year: number | null) => string;
  readonly department: (name: string) => string;
  readonly reviewedOn: (date: Date) => string;
  /** `null`: the annex does not say in which unit its money is. */
  readonly moneyUnit: (unit: string | null) => string;
  /** Title of the chart of 单位汇总. */
  readonly chartTitle: (unit: string | null) => string;
  readonly between: string;

  readonly sequence: string;
  readonly unit: string;
  readonly projects: string;
  readonly budget: string;
  readonly actual: string;
  /** Heading of a source of money; `base` where both budget and spending are split. */
  readonly ofWhich: (source: string, base: string | null) => string;
  readonly sources: Readonly<Record<FundSource, string>>;
  readonly rate: string;
  readonly indicators: string;
  readonly missingResults: string;
  readonly unquantifiedResults: string;
  readonly total: string;
  /** In place of a unit that the annex does not name. */
  readonly unnamedUnit: string;
  /** In place of a unit where a finding is about the whole sheet. */
  readonly wholeSheet: string;
  readonly textAmounts: (count: number) => string;
  readonly partialSums: string;
  /** Rows and forms that 单位汇总 leaves out, because their projects are counted elsewhere or are none. */
  readonly countedOnce: (count: number) => string;

  readonly issueColumns: Readonly<Record<IssueColumn, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly statuses: Readonly<Record<IssueStatus, string>>;
  readonly noIssues: string;
  readonly askUnit: string;
  readonly or: string;
  /** Advice, and behind it the ways there are to follow it. */
  readonly withWays: (advice: string, ways: string) => string;
  /** Between sentences. */
  readonly sentences: string;
  /** Between cells, names and texts that are named of a habit. */
  readonly separators: Readonly<Record<'cells' | 'projects' | 'texts', string>>;
  /** Behind those that are named, where there are more: how many there are in all. */
  readonly more: Readonly<Record<'cells' | 'projects' | 'texts', (named: string, count: number) => string>>;
  /** What is said of one cell of a habit, of whose others other figures are said. */
  readonly example: (cell: string, text: string) => string;
  /** What was typed of some of the cells of a row. */
  readonly ofCells: (cells: string, text: string) => string;
  readonly ignoredBecause: (reason: string) => string;
  /** Behind a suggestion: what a record that came with the workbook says of its finding. */
  readonly saidToBeIgnored: (suggestion: string, reason: string) => string;
  readonly goToCell: (sheet: string, address: string) => string;
}

const zhCN: RollupTexts = {
  sheetNames: {
    'unit-summary': '单位汇总',
    'project-results': '自评结果汇总表',
    'rate-bands': '执行率分档表',
    'indicator-results': '指标完成统计',
    'review-opinions': '审核意见表',
    'issue-list': '问题清单',
  },
  unitTitle: (year) => `${year === null ? '' : `${year}年度`}${ROLLUP_TITLES['zh-CN']['unit-summary']}`,
  resultTitle: (year) => `${year === null ? '' : `${year}年度`}${ROLLUP_TITLES['zh-CN']['project-results']}`,
  issueTitle: (year) => `${year === null ? '' : `${year}年度`}${ROLLUP_TITLES['zh-CN']['issue-list']}`,
  bandTitle: (year) => `${year === null ? '' : `${year}年度`}${ROLLUP_TITLES['zh-CN']['rate-bands']}`,
  outcomeTitle: (year) =>
    `${year === null ? '' : `${year}年度`}${ROLLUP_TITLES['zh-CN']['indicator-results']}`,
  opinionTitle: (year) => `${year === null ? '' : `${year}年度`}${ROLLUP_TITLES['zh-CN']['review-opinions']}`,
  department: (name) => `部门：${name}`,
  reviewedOn: (date) => `审核日期：${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`,
  moneyUnit: (unit) => (unit === null ? '金额单位：表内未注明' : `金额单位：${unit}`),
  chartTitle: (unit) => `各单位预算与支出${unit === null ? '' : `（${unit}）`}`,
  between: '　　',
  sequence: UNIT_HEADINGS['zh-CN'].sequence,
  unit: UNIT_HEADINGS['zh-CN'].unit,
  projects: UNIT_HEADINGS['zh-CN'].projects,
  budget: '预算金额',
  actual: '实际支出',
  ofWhich: (source, base) => `其中${base === null ? '' : base}：${source}`,
  sources: FIELD_NAMES['zh-CN'].sources,
  rate: '执行率',
  indicators: UNIT_HEADINGS['zh-CN'].indicators,
  missingResults: '未填结果',
  unquantifiedResults: '未量化结果',
  total: '合计',
  unnamedUnit: '（未填单位）',
  wholeSheet: '（全表）',
  textAmounts: (count) =>
    `注：表内有 ${count} 个金额存为文本，不能参与计算，未计入以上金额，执行率可能因此不准；改为数值后自动计入。`,
  partialSums: '分段求和：以下单位的项目在表内过于分散，一个公式写不下，其金额由下列各段相加。',
  countedOnce: (count) =>
    `注：同一项目只计一次。有 ${count} 处未计入以上项目数、指标数和金额：汇总表中已有自评表的项目、部门整体自评表、空白模板和示例等，逐项见“自评结果汇总表”。`,
  issueColumns: ISSUE_HEADINGS['zh-CN'],
  severities: { error: UNIT_HEADINGS['zh-CN'].error, warning: UNIT_HEADINGS['zh-CN'].warning, info: '提示' },
  statuses: { pending: '待处理', corrected: '已修改', explained: '已说明', ignored: '忽略' },
  noIssues: NO_ISSUES['zh-CN'],
  askUnit: '请单位核实更正',
  or: '；或',
  withWays: (advice, ways) => `${advice}参考：${ways}`,
  sentences: '',
  separators: { cells: '、', projects: '、', texts: '；' },
  more: {
    cells: (named, count) => `${named} 等 ${count} 处`,
    projects: (named, count) => `${named} 等 ${count} 个项目`,
    texts: (named) => `${named} 等`,
  },
  example: (cell, text) => `例如 ${cell}：${text}`,
  ofCells: (cells, text) => `${cells}：${text}`,
  ignoredBecause: (reason) => `已忽略：${reason}`,
  saidToBeIgnored: (suggestion, reason) => `${suggestion}（随文件收到的记录称已忽略：${reason}。未采用）`,
  goToCell: (sheet, address) => `转到“${sheet}”的 ${address}`,
};

const en: RollupTexts = {
  sheetNames: {
    'unit-summary': 'Units',
    'project-results': 'Results',
    'rate-bands': 'Execution bands',
    'indicator-results': 'Indicators',
    'review-opinions': 'Opinions',
    'issue-list': 'Findings',
  },
  unitTitle: (year) => `${ROLLUP_TITLES.en['unit-summary']}${year === null ? '' : `, ${year}`}`,
  resultTitle: (year) => `${ROLLUP_TITLES.en['project-results']}${year === null ? '' : `, ${year}`}`,
  issueTitle: (year) => `${ROLLUP_TITLES.en['issue-list']}${year === null ? '' : `, ${year}`}`,
  bandTitle: (year) => `${ROLLUP_TITLES.en['rate-bands']}${year === null ? '' : `, ${year}`}`,
  outcomeTitle: (year) => `${ROLLUP_TITLES.en['indicator-results']}${year === null ? '' : `, ${year}`}`,
  opinionTitle: (year) => `${ROLLUP_TITLES.en['review-opinions']}${year === null ? '' : `, ${year}`}`,
  department: (name) => `Department: ${name}`,
  reviewedOn: (date) =>
    `Reviewed on ${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  moneyUnit: (unit) => (unit === null ? 'Money unit: not stated' : `Money in ${unit}`),
  chartTitle: (unit) => `Budget and spending by unit${unit === null ? '' : ` (${unit})`}`,
  between: '    ',
  sequence: UNIT_HEADINGS.en.sequence,
  unit: UNIT_HEADINGS.en.unit,
  projects: UNIT_HEADINGS.en.projects,
  budget: 'Budget',
  actual: 'Spending',
  ofWhich: (source, base) => (base === null ? `of which ${source}` : `${base}: ${source}`),
  sources: FIELD_NAMES.en.sources,
  rate: 'Execution rate',
  indicators: UNIT_HEADINGS.en.indicators,
  missingResults: 'Results missing',
  unquantifiedResults: 'Results without figure',
  total: 'Total',
  unnamedUnit: '(no unit)',
  wholeSheet: '(whole sheet)',
  textAmounts: (count) =>
    `Note: ${count} amounts are stored as text, cannot be calculated with and are not in these sums, so that rates may be off; they join once they are numbers.`,
  partialSums:
    'Partial sums: the rows of these units are too scattered for one formula; their amounts add up the parts below.',
  countedOnce: (count) =>
    `Note: each project is counted once. ${count} are not in these projects, indicators and sums: rows of summaries whose projects have a form, forms of whole departments, blank templates and examples; sheet "Results" names each.`,
  issueColumns: ISSUE_HEADINGS.en,
  severities: { error: UNIT_HEADINGS.en.error, warning: UNIT_HEADINGS.en.warning, info: 'Note' },
  statuses: { pending: 'Open', corrected: 'Corrected', explained: 'Explained', ignored: 'Ignored' },
  noIssues: NO_ISSUES.en,
  askUnit: 'To be checked and corrected by the unit',
  or: '; or ',
  withWays: (advice, ways) => `${advice} Options: ${ways}`,
  sentences: ' ',
  separators: { cells: ', ', projects: ', ', texts: '; ' },
  more: {
    cells: (named, count) => `${named} and others, ${count} cells`,
    projects: (named, count) => `${named} and others, ${count} projects`,
    texts: (named) => `${named} and others`,
  },
  example: (cell, text) => `For example ${cell}: ${text}`,
  ofCells: (cells, text) => `${cells}: ${text}`,
  ignoredBecause: (reason) => `Ignored: ${reason}`,
  saidToBeIgnored: (suggestion, reason) =>
    `${suggestion} (a record that came with the file says ignored: ${reason}; not adopted)`,
  goToCell: (sheet, address) => `Go to ${address} of "${sheet}"`,
};

export const ROLLUP_TEXTS: Readonly<Record<Locale, RollupTexts>> = { 'zh-CN': zhCN, en };

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The status that a cell's text names, in whichever language it was written; `null` where it names none. */
export function readStatus(text: string): IssueStatus | null {
  return readWord(text, ISSUE_STATUSES, (texts) => texts.statuses);
}

/** The column that a heading names, in whichever language it was written; `null` where it names none. */
export function readIssueColumn(text: string): IssueColumn | null {
  return readWord(text, ISSUE_COLUMNS, (texts) => texts.issueColumns);
}

function readWord<Word extends string>(
  text: string,
  words: readonly Word[],
  of: (texts: RollupTexts) => Readonly<Record<Word, string>>,
): Word | null {
  const all = Object.values(ROLLUP_TEXTS);
  return words.find((word) => all.some((texts) => of(texts)[word] === text.trim())) ?? null;
}
