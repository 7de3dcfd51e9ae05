import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  title: '已忽略的问题',
  empty: '没有忽略的问题。忽略过的问题会列在这里，并随工作簿保存。',
  note: '单元格或所比较的单元格有改动时，忽略自动失效。',
  restore: '恢复',
  restoreOne: '恢复 {cell} {rule}',
  restoreAll: '全部恢复（{count}）',
  remove: '移除',
  removeOne: '移除 {cell} {rule} 的忽略记录',
  lapsed: '现已没有这个问题',
  lapsedNote: '内容有改动，或规则已停用',
  reason: '原因：{reason}',
  loading: '正在读取忽略的问题……',
};

/** What the list of ignored findings says. */
export type DismissalsTexts = typeof zhCN;

const en: DismissalsTexts = {
  title: 'Ignored findings',
  empty: 'Nothing is ignored. Ignored findings are listed here and kept in the workbook.',
  note: 'When a cell, or one that it was compared with, changes, it is no longer ignored.',
  restore: 'Restore',
  restoreOne: 'Restore {cell} {rule}',
  restoreAll: 'Restore all ({count})',
  remove: 'Remove',
  removeOne: 'Remove the record of {cell} {rule}',
  lapsed: 'No longer found',
  lapsedNote: 'its contents changed, or the rule is off',
  reason: 'Reason: {reason}',
  loading: 'Reading what is ignored…',
};

export const DISMISSALS_TEXTS: OwnTexts<DismissalsTexts> = { 'zh-CN': zhCN, en };
