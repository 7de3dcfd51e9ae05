import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  solved: '已解决 {cell}',
  unplaced: '（位置待核）',
  lost: '位置待核：该行已移动或改动，不能确定现在是哪一行。',
  lookAgain: '重新核对',
  previous: '上一条',
  next: '下一条',
  previousTitle: '到上一条待处理的问题（Alt+↑）',
  nextTitle: '到下一条待处理的问题（Alt+↓）',
  alsoHere: '此单元格另有 {count} 条',
  clean: '此单元格没有问题',
  hidden: '{cell} 的 {count} 条问题已被筛选隐藏',
};

/** What cards say of cells that have changed since they were reviewed. */
export type LiveTexts = typeof zhCN;

const en: LiveTexts = {
  solved: '{cell} is solved',
  unplaced: '(place not certain)',
  lost: 'Place not certain: the row was moved or edited, and it cannot be told which one it is now.',
  lookAgain: 'Look again',
  previous: 'Previous',
  next: 'Next',
  previousTitle: 'To the open finding before (Alt+↑)',
  nextTitle: 'To the next open finding (Alt+↓)',
  alsoHere: '{count} more at this cell',
  clean: 'Nothing wrong with this cell',
  hidden: '{count} of {cell} hidden by the filter',
};

export const LIVE_TEXTS: OwnTexts<LiveTexts> = { 'zh-CN': zhCN, en };
