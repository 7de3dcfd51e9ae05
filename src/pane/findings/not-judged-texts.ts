import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  label: '未作审核的单元格',
  picture: '{count} 个单元格的内容是图片等，不是数值或文字，未作审核，请人工核对：',
  formula: '{count} 个单元格的公式没有计算结果，未作审核，请重新计算后再审核：',
  more: '等',
};

/** What the note on cells that were not judged says. */
export type NotJudgedTexts = typeof zhCN;

const en: NotJudgedTexts = {
  label: 'Cells that were not judged',
  picture:
    '{count} cell shows a picture or the like, no value or text, and was not judged; look at it yourself: | {count} cells show pictures or the like, no values or texts, and were not judged; look at them yourself:',
  formula:
    '{count} cell has a formula without a value and was not judged; calculate and review again: | {count} cells have formulas without values and were not judged; calculate and review again:',
  more: 'and others',
};

export const NOT_JUDGED_TEXTS: OwnTexts<NotJudgedTexts> = { 'zh-CN': zhCN, en };
