/** What follows a date and says how much of the month or year is meant. `vague` parts make it approximate. */
export const DATE_PARTS: readonly (readonly [string, { readonly vague: boolean }])[] = [
  ['底', { vague: false }],
  ['末', { vague: false }],
  ['份', { vague: false }],
  ['份底', { vague: false }],
  ['初', { vague: true }],
  ['上旬', { vague: true }],
  ['中旬', { vague: true }],
  ['下旬', { vague: true }],
];

/** What follows a date and makes it a deadline. */
export const DEADLINES: readonly string[] = [
  '前',
  '之前',
  '以前',
  '内',
  '之内',
  '以内',
  '截止',
  '止',
  '前后',
];

/** 前 that begins another word: 2022年前三季度. */
export const NOT_DEADLINES: readonly string[] = [
  '前三',
  '前两',
  '前期',
  '前列',
  '前往',
  '前置',
  '前端',
  '内部',
  '内容',
  '内外',
];

/** A year that stands alone counts only with one of these behind it; all of them mean its last month. */
export const YEAR_ENDS: readonly string[] = [
  '底',
  '末',
  '前',
  '底前',
  '末前',
  '内',
  '之前',
  '以前',
  '底之前',
  '底以前',
  '年底',
  '年末',
  '年底前',
  '终',
];

/** Deadlines that name no figure. All of them mean the last month of the year. */
export const DATE_WORDS: readonly string[] = [
  '年底前',
  '年底之前',
  '年底以前',
  '年末前',
  '年底',
  '年末',
  '年内',
  '当年底',
  '本年底',
  '今年底',
  '今年内',
  '当年内',
  '本年内',
  '年前完成',
];

/** Behind 年底 and 年末 they show that a deadline is meant: 年底完成, but not 年末人数. */
export const DEADLINE_VERBS: readonly string[] = [
  '完成',
  '建成',
  '实现',
  '达到',
  '竣工',
  '完工',
  '交付',
  '投入',
  '全部',
  '验收',
  '支付',
  '发放',
];
export const NOT_DEADLINE_VERBS: readonly string[] = [
  '完成率',
  '完成情况',
  '完成数',
  '完成量',
  '验收率',
  '支付率',
  '发放率',
];

/** Words behind a month that begin with such a part and are none: 10月初步设计. */
export const NOT_DATE_PARTS: readonly string[] = [
  '初步',
  '初次',
  '初验',
  '初审',
  '初评',
  '初设',
  '初期',
  '底层',
  '底数',
  '份额',
  '份数',
];
