/** The nine kinds of indicator, in the order of 财预〔2020〕10号: 数量、质量、时效、成本、经济、社会、生态、可持续、满意度. */
export const INDICATOR_KINDS = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustainability',
  'satisfaction',
] as const;
/** `other`: an indicator of none of the nine kinds (决策、管理、履职), where indicators are rows or fill a form. */
export type IndicatorKind = (typeof INDICATOR_KINDS)[number] | 'other';
