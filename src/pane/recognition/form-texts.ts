import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  cells: '识别的单元格（{range}）',
  cell: '单元格',
  label: '标签与含义',
  value: '内容',
  blank: '（空）',
  notRead: '未识别',
  notReadNote: '未识别的单元格不参与审核，请核对其标签，或点行末的笔形按钮指明。',
  column: '列',
  columns: '指标各列',
  asides: '其他单元格（{count}）',
  asidesNote: '这些单元格的标签没有认出，可能与自评无关。属于自评内容的，请点行末的笔形按钮指明。',
  indicators: '指标（{count}）',
  indicator: '第 {row} 行 · {kind}',
};

/** What is said of the cells of a form. */
export type FormTexts = typeof zhCN;

const en: FormTexts = {
  cells: 'Cells as they are read ({range})',
  cell: 'Cell',
  label: 'Label and meaning',
  value: 'Contents',
  blank: '(blank)',
  notRead: 'not recognised',
  notReadNote:
    'Cells that are not recognised are not reviewed. Check their labels, or say what they are with the pencil.',
  column: 'Column',
  columns: 'Columns of the indicators',
  asides: 'Other cells ({count})',
  asidesNote:
    'The labels of these cells are not known; they may have nothing to do with the evaluation. Where they do, say what they are with the pencil.',
  indicators: 'Indicators ({count})',
  indicator: 'Row {row} · {kind}',
};

export const FORM_TEXTS: OwnTexts<FormTexts> = { 'zh-CN': zhCN, en };
