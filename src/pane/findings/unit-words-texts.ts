import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  said: '问题清单中填写：{words}。仅供参考，问题是否解决以审核为准。',
  feedback: '“{text}”',
  between: '，',
  adopt: '采纳并忽略',
  reason: '单位说明：{words}',
};

/** What is said of the words that somebody has typed into 问题清单. */
export type UnitWordsTexts = typeof zhCN;

const en: UnitWordsTexts = {
  said: "The list of findings says: {words}. That is somebody's word; the finding is open until you decide.",
  feedback: '"{text}"',
  between: ', ',
  adopt: 'Accept and ignore',
  reason: 'Said by the unit: {words}',
};

export const UNIT_WORDS_TEXTS: OwnTexts<UnitWordsTexts> = { 'zh-CN': zhCN, en };
