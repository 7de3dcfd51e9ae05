import type { FieldId } from '../field-id';

/**
 * What parts of an unknown label hint at: never enough by themselves, but a figure's role may be believed where its
 * arithmetic says the same. In the order in which they are tried.
 */
export const WEAK_WORDS: readonly (readonly [RegExp, FieldId])[] = [
  [/(?:调整|调剂|变动|增减).{0,4}(?:率|幅度|比例|%)/, 'budget.adjustmentRate'],
  [/率|进度|比例|占比|比重|%/, 'executionRate'],
  [/分(?:数|值)?$|得分|评分|打分/, 'totalScore'],
  [/[级等档]$|评[价定]|结[果论]/, 'grade'],
  [/余|剩|结转/, 'balance'],
  [/到位|拨|收到|入账/, 'received'],
  [/年初|期初|原|初始/, 'initialBudget'],
  [/调整|追加|调剂|增减|变动/, 'budget.adjustment'],
  [/支|付|用|花|列|报销|执行|决算|结算/, 'actual'],
  [/预算|批|安排|下达|计划|指标|核定|投资|经费|资金|金额|额度/, 'budget'],
];
