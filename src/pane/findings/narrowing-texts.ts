import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  narrow: '筛选',
  narrowTitle: '按单位、指标维度、规则、状态筛选',
  facets: { unit: '单位', dimension: '维度', rule: '规则', state: '状态' },
  all: '全部',
  option: '{value}（{count}）',
  states: { open: '待处理', fixed: '已修正', solved: '已解决', ignored: '已忽略' } as Readonly<
    Record<string, string>
  >,
  found: '筛选出 {shown} 条，共 {total} 条',
  clear: '清除筛选',
  anyProject: '不限执行率',
  collapse: '全部折叠',
  expand: '全部展开',
};

/** What the row says by which a list of findings is narrowed. */
export type NarrowingTexts = typeof zhCN;

const en: NarrowingTexts = {
  narrow: 'Filter',
  narrowTitle: 'Filter by unit, dimension, rule or state',
  facets: { unit: 'Unit', dimension: 'Dimension', rule: 'Rule', state: 'State' },
  all: 'all',
  option: '{value} ({count})',
  states: { open: 'open', fixed: 'fixed', solved: 'solved', ignored: 'ignored' },
  found: '{shown} of {total} shown',
  clear: 'Clear filter',
  anyProject: 'Any execution rate',
  collapse: 'Collapse all',
  expand: 'Expand all',
};

export const NARROWING_TEXTS: OwnTexts<NarrowingTexts> = { 'zh-CN': zhCN, en };
