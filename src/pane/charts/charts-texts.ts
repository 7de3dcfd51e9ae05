import type { Outcome } from '../../engine/rollup/indicator-outcome';
import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  title: '图表',
  loading: '正在统计…',
  hint: '点击图中的条，问题列表只显示对应的部分。',
  bands: '各档执行率的项目数',
  units: '各单位执行率',
  dimensions: '各类指标完成情况',
  rules: '问题数最多的规则',
  table: '以表格查看',
  band: '执行率',
  unit: '单位',
  dimension: '维度',
  rule: '规则',
  projects: '项目数',
  rate: '执行率',
  findings: '问题数',
  noUnit: '（未填写单位）',
  outcomes: {
    met: '达标',
    missed: '未达标',
    unquantified: '未量化',
    missing: '未填写',
    words: '定性或无法比对',
  } as Readonly<Record<Outcome, string>>,
  ofBand: '执行率{band}的项目',
  most: '只画出 {count} 个，其余见表格。',
  none: '没有可画的数据。',
};

/** What the charts of the pane say. */
export type ChartsTexts = typeof zhCN;

const en: ChartsTexts = {
  title: 'Charts',
  loading: 'Counting…',
  hint: 'Click a bar, and the list shows the findings it stands for.',
  bands: 'Projects by execution rate',
  units: 'Execution rate by unit',
  dimensions: 'Indicators by dimension',
  rules: 'Rules with the most findings',
  table: 'As a table',
  band: 'Execution rate',
  unit: 'Unit',
  dimension: 'Dimension',
  rule: 'Rule',
  projects: 'Projects',
  rate: 'Execution rate',
  findings: 'Findings',
  noUnit: '(no unit given)',
  outcomes: {
    met: 'met',
    missed: 'not met',
    unquantified: 'without figure',
    missing: 'missing',
    words: 'in words',
  },
  ofBand: 'projects with a rate {band}',
  most: '{count} are drawn; the table has the others.',
  none: 'There is nothing to draw.',
};

export const CHARTS_TEXTS: OwnTexts<ChartsTexts> = { 'zh-CN': zhCN, en };
