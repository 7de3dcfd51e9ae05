import type { IndicatorKind } from '../../annex/field-id';

/** Percentages of these kinds are shares of a whole; elsewhere 120 % may be meant (of last year, of the plan). */
const SHARES: readonly IndicatorKind[] = ['quality', 'timeliness', 'satisfaction'];
const SHARE_WORDS = /率|满意|覆盖|合格|及时/;
/** Rates that may go beyond 100 %: growth, plans that are exceeded, ratios that are no shares. */
const UNBOUNDED =
  /(?:增长|增幅|增速|增加|提高|提升|上升|下降|降低|完成|达成|实现|超额|回报|收益|投资|增值|周转|产出|变动|溢价|杠杆|偿付|充足|拨备覆盖|流动比|速动比)率?(?!后|验|情况|质量)|(?:上|去|往|前)年|同比|环比|倍|GDP/;
const UNBOUNDED_RATE =
  /(?:增长|增幅|增速|增加|提高|提升|上升|下降|降低|完成|达成|实现|回报|收益|增值|周转|产出|变动|溢价|杠杆|偿付|充足|拨备覆盖)(?:率|度|比例|幅度)|流动比率|速动比率|(?:上|去|往|前)年|同比|环比/;

/**
 * Whether a percentage is a share of a whole, of which nothing is above 100 %: by the kind of its indicator, its name and the
 * words around it. Growth, plans that are exceeded and ratios are none.
 */
export function isShareOfAll(kind: IndicatorKind, words: string): boolean {
  return (SHARES.includes(kind) || SHARE_WORDS.test(words)) && !isUnbounded(words, kind);
}

/** Satisfaction is a share however it came about; of other rates the name tells. */
function isUnbounded(words: string, kind: IndicatorKind): boolean {
  if (kind === 'satisfaction' || /满意|合格|覆盖率|及时率/.test(words)) return /拨备覆盖/.test(words);
  return SHARES.includes(kind) ? UNBOUNDED_RATE.test(words) : UNBOUNDED.test(words);
}
