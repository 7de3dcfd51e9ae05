import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  sheet: '“{sheet}”像是绩效自评表，但没有认出，未审核。',
  beside: '本表另有像是自评表的内容没有认出，未审核，请人工查看。',
};

/** What is said of what looks like an annex and was not recognised. */
export type NotUnderstoodTexts = typeof zhCN;

const en: NotUnderstoodTexts = {
  sheet: '"{sheet}" looks like a self-evaluation but was not understood; it is not reviewed.',
  beside:
    'This sheet holds more that looks like a self-evaluation and was not understood. It is not reviewed; look at it yourself.',
};

export const NOT_UNDERSTOOD_TEXTS: OwnTexts<NotUnderstoodTexts> = { 'zh-CN': zhCN, en };
