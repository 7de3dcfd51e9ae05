import type { Locale } from '../language';
import { BAND_HEADINGS } from '../sheet/own-sheet';

/** Bands of execution rates, the lowest first; a project without a rate has none. */
export const RATE_BANDS = ['below50', 'from50', 'from70', 'from90', 'whole', 'over', 'none'] as const;
export type RateBand = (typeof RATE_BANDS)[number];

export type BandColumn = keyof (typeof BAND_HEADINGS)['zh-CN'];
/** Left to right. */
export const BAND_COLUMNS = Object.keys(BAND_HEADINGS['zh-CN']) as BandColumn[];

/** Every text of 执行率分档表 in one language. */
export interface BandTexts {
  readonly columns: Readonly<Record<BandColumn, string>>;
  /** Names of bands: none of them is a number, an operator or a pattern to a formula that counts by it. */
  readonly bands: Readonly<Record<RateBand, string>>;
  readonly total: string;
  readonly explained: string;
  readonly chart: string;
  /** Headings of the projects, in place of those of the bands. */
  readonly project: string;
  readonly unit: string;
}

export const BAND_TEXTS: Readonly<Record<Locale, BandTexts>> = {
  'zh-CN': {
    columns: BAND_HEADINGS['zh-CN'],
    bands: {
      below50: '50%以下',
      from50: '50%—70%',
      from70: '70%—90%',
      from90: '90%—100%',
      whole: '等于100%',
      over: '超过100%',
      none: '无法计算',
    },
    total: '合计',
    explained:
      '注：执行率＝实际支出÷预算金额，各档含下限、不含上限；预算金额或实际支出空白、存为文本，以及预算金额为 0 的，列入“无法计算”。各项目的分档见下表。',
    chart: '各档项目数',
    project: '项目名称',
    unit: '单位',
  },
  en: {
    columns: BAND_HEADINGS.en,
    bands: {
      below50: 'below 50%',
      from50: '50% to 70%',
      from70: '70% to 90%',
      from90: '90% to 100%',
      whole: 'exactly 100%',
      over: 'above 100%',
      none: 'not to be told',
    },
    total: 'Total',
    explained:
      'Note: the rate is spending ÷ budget; a band goes from its lower end up to its upper end, which is not in it. Where either amount is blank or text, or the budget is 0, there is no rate. The table below has the band of each project.',
    chart: 'Projects by band',
    project: 'Project',
    unit: 'Unit',
  },
};
