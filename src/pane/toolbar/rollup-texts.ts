import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  ofWorkbook: '汇总全部工作表（已审核 {count} 张）',
  ofSheet: '只汇总本表；要汇总全部，请先审核全部工作表',
  results: '自评结果汇总表',
  bands: '执行率分档表',
  outcomes: '指标完成统计',
  opinions: '审核意见表',
};

/** What the menu of rollups says beside their names. */
export type RollupMenuTexts = typeof zhCN;

const en: RollupMenuTexts = {
  ofWorkbook: 'Of all worksheets ({count} reviewed)',
  ofSheet: 'Of this worksheet; review all worksheets first to roll up all',
  results: 'Results by project',
  bands: 'Execution rates by band',
  outcomes: 'Results of indicators',
  opinions: 'Opinions, a page a unit',
};

export const ROLLUP_MENU_TEXTS: OwnTexts<RollupMenuTexts> = { 'zh-CN': zhCN, en };
