import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  label: '推测',
  form: '可能是竖式自评表（把握 {percent}%）。',
  department: '可能是部门整体自评表（把握 {percent}%）。',
  found: '认出：{fields}',
  guessed: '按内容推测：{fields}',
  missing: '没有找到：{fields}',
  hint: '确认之前不会审核。请核对各单元格的含义，不对的点行末的笔形按钮更正。',
  accept: '确认并审核',
  check: '核对各单元格',
  accepted: '此表由审核人确认为自评表。',
  takeBack: '不再作为自评表',
};

/** What is said of a worksheet that may be a form. */
export type GuessTexts = typeof zhCN;

const en: GuessTexts = {
  label: 'Guess',
  form: 'It may be a form ({percent}% sure).',
  department: 'It may be a department form ({percent}% sure).',
  found: 'Found: {fields}',
  guessed: 'Guessed by contents: {fields}',
  missing: 'Not found: {fields}',
  hint: 'It is not reviewed before you confirm it. Check what the cells mean; correct them with the pencil.',
  accept: 'Confirm and review',
  check: 'Check the cells',
  accepted: 'A reviewer has confirmed that this is a form.',
  takeBack: 'It is none any more',
};

export const GUESS_TEXTS: OwnTexts<GuessTexts> = { 'zh-CN': zhCN, en };
