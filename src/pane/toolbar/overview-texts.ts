import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  label: '概况',
  rate: '执行率 {rate}',
  noRate: '执行率无法计算',
  textAmounts: '{count} 个文本金额未计入',
  textAmountsTitle: '存为文本的金额不能参与计算，未计入执行率，与“单位汇总”一致；改为数值后自动计入。',
  processed: '已处理 {done}/{total}',
  processedCells: '已处理 {done}/{total} 项（{cells} 处）',
  histogram: '各项目执行率分布：{parts}',
  bucket: '{range} {count} 个',
  over: '超过 100%',
  exact: '100%',
  none: '没有可用的执行率',
};

/** What is said of a review at a glance. */
export type OverviewTexts = typeof zhCN;

const en: OverviewTexts = {
  label: 'Overview',
  rate: 'Execution {rate}',
  noRate: 'No execution rate',
  textAmounts: '{count} text amounts left out',
  textAmountsTitle:
    'Amounts stored as text cannot be calculated with and are left out, as in the rollup of units; they join once they are numbers.',
  processed: '{done}/{total} done',
  processedCells: '{done}/{total} done ({cells} cells)',
  histogram: 'Execution rates of the projects: {parts}',
  bucket: '{range}: {count}',
  over: 'over 100%',
  exact: '100%',
  none: 'no usable rates',
};

export const OVERVIEW_TEXTS: OwnTexts<OverviewTexts> = { 'zh-CN': zhCN, en };
