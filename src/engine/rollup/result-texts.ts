import type { Locale } from '../language';
import { RESULT_HEADINGS } from '../sheet/own-sheet';

/** Columns of 自评结果汇总表, left to right; those of figures only as far as one of its rows has them. */
export const RESULT_COLUMNS = [
  'sequence',
  'project',
  'department',
  'unit',
  'sheet',
  'initialBudget',
  'budget',
  'actual',
  'rate',
  'executionScore',
  'totalScore',
  'grade',
  'error',
  'warning',
  'info',
  'remark',
  'key',
] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

/** Why a row stands below 合计. */
export type Aside = 'department' | 'template' | 'example' | 'same-name';

/** What a reader has to know of a row that counts. */
export type ResultDoubt = 'no-unit' | 'initial-budget' | 'text-amount' | 'name-twice' | 'like-template';

/** Every text of 自评结果汇总表 in one language. */
export interface ResultTexts {
  readonly columns: Readonly<Record<ResultColumn, string>>;
  /** The heading of the budget where no row has one of the year's beginning beside it. */
  readonly onlyBudget: string;
  readonly total: string;
  readonly unnamedProject: string;
  readonly wholeDepartment: string;
  readonly wholeSheet: string;
  readonly none: string;
  /** Stands above the rows that do not count. */
  readonly asideHeading: string;
  readonly aside: Readonly<Record<Aside, string>>;
  /** `unit` is the money unit of the sheet; `rows` the 序号 of the others of that name. */
  readonly doubt: Readonly<Record<ResultDoubt, (of: { unit: string; rows: string }) => string>>;
  /** Rows of a wide table that stand as forms above: their places. */
  readonly alsoIn: (places: string) => string;
  /** In the row of the total: of how many projects a column of amounts has none. */
  readonly missing: (column: string, count: number) => string;
  readonly and: string;
  /** Between remarks. */
  readonly between: string;
  readonly departments: string;
  readonly blanks: string;
  readonly counts: string;
  readonly hidden: (sheets: string) => string;
  readonly unread: (sheets: string) => string;
  /** Names of sheets, of which so many are named. */
  readonly names: (named: readonly string[], count: number) => string;
  readonly goTo: (sheet: string, address: string) => string;
}

const zhCN: ResultTexts = {
  columns: {
    ...RESULT_HEADINGS['zh-CN'],
    department: '主管部门',
    initialBudget: '年初预算数',
    budget: '全年预算数',
    actual: '全年执行数',
    rate: '执行率',
    executionScore: '执行率得分',
    totalScore: '自评总分',
    grade: '自评等级',
  },
  onlyBudget: '预算数',
  total: '合计',
  unnamedProject: '（未填项目名称）',
  wholeDepartment: '（部门整体）',
  wholeSheet: '（全表）',
  none: '没有可汇总的自评项目。',
  asideHeading: '以下各行不计入合计',
  aside: {
    department: '部门整体支出，已含所属项目，不计入合计',
    template: '未填项目名称和金额，像是空白模板，不计入合计',
    example: '像是模板或填报示例，不计入合计',
    'same-name': '另有同名自评表，不能确定是否为同一项目，不计入合计，请核实',
  },
  doubt: {
    'no-unit': ({ unit }) => `未注明金额单位，按${unit}计`,
    'initial-budget': () => '自评表只列年初预算数，列在全年预算数一栏',
    'text-amount': () => '金额存为文本，未取数；改为数值后自动计入',
    'name-twice': ({ rows }) => `与第 ${rows} 行项目同名，请核实是否重复`,
    'like-template': () => '工作表名称像是模板，请核实是否应计入',
  },
  alsoIn: (places) => `另见 ${places}，只计一次`,
  missing: (column, count) => `${column}未含 ${count} 个项目（空白或不能取数）`,
  and: '、',
  between: '；',
  departments: '注：本表只有部门整体自评表；上级部门的表已含下属单位的，合计有重复，请勿引用。',
  blanks: '注：单元格空白表示自评表中未填，或不能取数，不作 0 处理。',
  counts: '注：错误、警告、提示为审核时待处理的问题数，逐条见问题清单。',
  hidden: (sheets) => `注：隐藏的工作表未审核，未汇总：${sheets}。`,
  unread: (sheets) => `注：未能读取，或审核后新增，未汇总：${sheets}。`,
  names: (named, count) => (named.length < count ? `${named.join('、')} 等 ${count} 张` : named.join('、')),
  goTo: (sheet, address) => `转到“${sheet}”的 ${address}`,
};

const en: ResultTexts = {
  columns: {
    ...RESULT_HEADINGS.en,
    department: 'Department',
    initialBudget: 'Initial budget',
    budget: 'Budget of the year',
    actual: 'Spending',
    rate: 'Execution rate',
    executionScore: 'Score of execution',
    totalScore: 'Total score',
    grade: 'Grade',
  },
  onlyBudget: 'Budget',
  total: 'Total',
  unnamedProject: '(no project named)',
  wholeDepartment: '(whole department)',
  wholeSheet: '(whole sheet)',
  none: 'There is no self-evaluation to roll up.',
  asideHeading: 'Not in the total',
  aside: {
    department: 'A whole department, its projects included; not in the total',
    template: 'Names no project and no amount, like a blank template; not in the total',
    example: 'Looks like a template or an example; not in the total',
    'same-name':
      'Forms bear the same name; not certain which is the same project, not in the total; to be checked',
  },
  doubt: {
    'no-unit': ({ unit }) => `No money unit stated, taken as ${unit}`,
    'initial-budget': () => 'The form has the initial budget alone, which stands for that of the year',
    'text-amount': () => 'Amounts stored as text are left out; they join once they are numbers',
    'name-twice': ({ rows }) => `The same name as No. ${rows}; to be checked for a duplicate`,
    'like-template': () => 'The worksheet is named like a template; to be checked',
  },
  alsoIn: (places) => `See also ${places}; counted once`,
  missing: (column, count) => `${column}: ${count} projects have none`,
  and: ', ',
  between: '; ',
  departments:
    'Note: there are forms of whole departments alone; where one contains another, the total counts it twice.',
  blanks: 'Note: a blank cell is blank in the form, or could not be read; it is not taken for 0.',
  counts: 'Note: errors, warnings and notes are those open when this was reviewed; see the list of findings.',
  hidden: (sheets) => `Note: hidden worksheets were not reviewed and are left out: ${sheets}.`,
  unread: (sheets) =>
    `Note: worksheets that could not be read, or were added after the review, are left out: ${sheets}.`,
  names: (named, count) =>
    named.length < count ? `${named.join(', ')} and others, ${count} in all` : named.join(', '),
  goTo: (sheet, address) => `Go to ${address} of "${sheet}"`,
};

export const RESULT_TEXTS: Readonly<Record<Locale, ResultTexts>> = { 'zh-CN': zhCN, en };
