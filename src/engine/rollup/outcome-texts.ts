import type { Locale } from '../language';
import { OUTCOME_HEADINGS } from '../sheet/own-sheet';

export type OutcomeColumn = keyof (typeof OUTCOME_HEADINGS)['zh-CN'];
/** Left to right. */
export const OUTCOME_COLUMNS = Object.keys(OUTCOME_HEADINGS['zh-CN']) as OutcomeColumn[];

/** Every text of 指标完成统计 in one language. */
export interface OutcomeTexts {
  readonly columns: Readonly<Record<OutcomeColumn, string>>;
  readonly unit: string;
  readonly total: string;
  readonly explained: string;
  readonly none: string;
  readonly chart: string;
}

export const OUTCOME_TEXTS: Readonly<Record<Locale, OutcomeTexts>> = {
  'zh-CN': {
    columns: OUTCOME_HEADINGS['zh-CN'],
    unit: '单位',
    total: '合计',
    explained:
      '注：达标、未达标按指标值与完成值比对；指标值有数值而完成值没有的为未量化；以文字表述、尚未到期或单位不同而无法比对的，列入“定性或无法比对”。达标率＝达标÷指标数。各项为审核时的统计，修改自评表后请重新插入。',
    none: '没有可统计的绩效指标。',
    chart: '各类指标完成情况',
  },
  en: {
    columns: OUTCOME_HEADINGS.en,
    unit: 'Unit',
    total: 'Total',
    explained:
      'Note: met and not met as the result compares with the target; without figure where the target has one and the result none; in words where neither has, or the two cannot be compared. Share met = met ÷ indicators. Counts are those of the review: insert anew after changes.',
    none: 'There are no indicators.',
    chart: 'Results by dimension',
  },
};
