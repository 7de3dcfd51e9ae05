import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  solved: '已解决 {cell}',
  unplaced: '（位置待核）',
  lost: '位置待核：该行已移动或改动，不能确定现在是哪一行。',
  lookAgain: '重新核对',
};

/** What cards say of cells that have changed since they were reviewed. */
export type LiveTexts = typeof zhCN;

const en: LiveTexts = {
  solved: '{cell} is solved',
  unplaced: '(place not certain)',
  lost: 'Place not certain: the row was moved or edited, and it cannot be told which one it is now.',
  lookAgain: 'Look again',
};

export const LIVE_TEXTS: OwnTexts<LiveTexts> = { 'zh-CN': zhCN, en };
