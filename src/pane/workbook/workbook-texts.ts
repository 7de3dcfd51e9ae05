import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  title: '全部工作表',
  intro: '逐张识别本工作簿的工作表，审核其中的自评表。只读取，不改动任何单元格。',
  review: '审核全部工作表',
  again: '重新审核全部',
  cancel: '取消',
  hidden: '包括隐藏的工作表',
  progress: '已看 {done} / {total} 张工作表',
  cancelled: '已取消，以下为已看过的工作表。',
  mark: '标记全部问题',
  rollUp: '插入汇总表（自评表 {count} 张）',
  rollingUp: '正在汇总 {done} / {total} 张工作表',
  sheets: '自评表 {count} 张，共 {findings} 个问题待处理',
  none: '没有找到自评表。',
  isHidden: '隐藏',
  hiddenAnnex: '隐藏，像是自评表，未审核',
  clean: '没有发现问题',
  notReviewed: '不作审核',
  empty: '空表',
  'own-sheet': '本工具插入的汇总表',
  'not-a-worksheet': '图表',
  'no-annex': '不像绩效自评表',
  stale: '审核后有改动',
  open: '转到工作表“{sheet}”',
  counts: '错误 {error}，警告 {warning}，提示 {info}',
  annexes: '{count} 张表',
};

/** What the list of worksheets says. */
export type WorkbookTexts = typeof zhCN;

const en: WorkbookTexts = {
  title: 'All worksheets',
  intro: 'Looks at each worksheet of this workbook and reviews the self-evaluations. Nothing is changed.',
  review: 'Review all worksheets',
  again: 'Review all again',
  cancel: 'Cancel',
  hidden: 'Hidden worksheets too',
  progress: '{done} of {total} worksheets looked at',
  cancelled: 'Cancelled; these worksheets were looked at. ',
  mark: 'Mark all findings',
  rollUp: 'Insert rollups ({count} self-evaluations)',
  rollingUp: 'Rolling up: {done} of {total} worksheets',
  sheets: '{count} worksheets with self-evaluations, {findings} open findings',
  none: 'No self-evaluation was found.',
  isHidden: 'hidden',
  hiddenAnnex: 'hidden; looks like a self-evaluation, not reviewed',
  clean: 'nothing found',
  notReviewed: 'not reviewed',
  empty: 'empty',
  'own-sheet': 'a rollup sheet of this add-in',
  'not-a-worksheet': 'a chart',
  'no-annex': 'not a self-evaluation',
  stale: 'changed since the review',
  open: 'Go to worksheet "{sheet}"',
  counts: 'errors {error}, warnings {warning}, notes {info}',
  annexes: '{count} tables',
};

export const WORKBOOK_TEXTS: OwnTexts<WorkbookTexts> = { 'zh-CN': zhCN, en };
