/**
 * What a target (指标值) or a result (完成值) says: the types that the reader of the little language hands out.
 * The grammar, with examples, is in docs/quantity-language.md.
 */

/** A stretch of the text as given: [start, end) in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export type Operator = '≥' | '>' | '≤' | '<' | '=';

/** `none` is a number without any unit. */
export type Dimension = 'percent' | 'count' | 'money' | 'duration' | 'date' | 'score' | 'physical' | 'none';

/** The unit a number is written in. Two quantities may be compared only where their `base` is the same. */
export interface QuantityUnit {
  readonly dimension: Dimension;
  /** The canonical measure word: '%', '个', '人次', '元', '天', '工作日', '公里', …; '' where there is none. */
  readonly measure: string;
  /** What the measure counts in the end ('小时' → '天', '公里' → '米'), with what it is divided by: '次/月'. */
  readonly base: string;
  /** `value × factor` is the amount in `base`. */
  readonly factor: number;
  /** What it is divided by: '月' in 1次/月 and 每月1次; `null` where it is not. */
  readonly per: string | null;
}

export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** `by`: a deadline is said (前, 内, 底前, …); `on`: a date is only named. */
  readonly boundary: 'by' | 'on';
}

/** Where the true number lies when it is only approximately given: 余/多 above, 近 below, 约/左右 around. */
export type Approximation = 'above' | 'below' | 'around';

/** One number with its operator and its unit. */
export interface Quantity {
  readonly operator: Operator | null;
  /** The operator is only a verb such as 达到 or 为: it says '=' without insisting on it. */
  readonly weak: boolean;
  /**
   * The number in `unit.measure`, with 百 千 万 亿 multiplied out (90万元 → 900000 元).
   * Of a date: year × 10000 + month × 100 + day, 0 for what is not said.
   */
  readonly value: number;
  /** The upper end of a range (2-3次, 1—12月), or `null`. */
  readonly upper: number | null;
  /** The multiplier that was written: 10000 in 90万元, 1 where there was none. */
  readonly scale: number;
  readonly unit: QuantityUnit;
  readonly approximate: boolean;
  readonly approximation: Approximation | null;
  /** A figure of change (增长5%), not of a level (增长到5%). */
  readonly change: boolean;
  /** Of a figure of change only: which way it goes, where the words tell (较上年3% does not). */
  readonly sense?: 'rise' | 'fall';
  /** A figure with what it may be off on either side (500±20): `value` and `upper` are the ends of what is right. */
  readonly tolerance?: true;
  /** Everything that belongs to it: operator, number, unit, and words such as 以上 behind them. */
  readonly span: TextSpan;
  /** The digits alone (both ends, in a range), without multiplier and unit. */
  readonly numberSpan: TextSpan;
  /** The operator before the number, symbol or word; `null` where there is none before it. */
  readonly operatorSpan: TextSpan | null;
  /** The measure word, with its slashed part; `null` where there is none. */
  readonly unitSpan: TextSpan | null;
  /** Of a date only; of a period, its last day or month. */
  readonly date?: DateParts;
}

/**
 * - `typo`: another character stands for an operator (》90%)
 * - `variant`: the operator in an uncommon character (≧ ＞ >=)
 * - `fullwidth`: full-width digits, point or percent sign in a number
 */
export type TrapKind = 'typo' | 'variant' | 'fullwidth';

/** Characters that should be written otherwise. */
export interface OperatorTrap {
  readonly kind: TrapKind;
  readonly span: TextSpan;
  readonly replacement: string;
}

/** A text that grades instead of counting. Where several grades are said: not, then partial, achieved, vague. */
export type QualityGrade = 'achieved' | 'partial' | 'not' | 'vague';

export interface Statement {
  /** The text as given. */
  readonly text: string;
  /** In the order of the text. */
  readonly quantities: readonly Quantity[];
  readonly quality: QualityGrade | null;
  /** The word that made the grade; `null` where there is no grade. */
  readonly qualitySpan: TextSpan | null;
  readonly operatorTraps: readonly OperatorTrap[];
  /** The whole text is one inequality and nothing else: ≥10人, 95%以上, 不低于90%, 60天内. */
  readonly isInequality: boolean;
  /** The text ends in the name of a rate (…合格率, …满意度), without a figure. */
  readonly namesRate: boolean;
  /** Blank, dashes, dots, 无, 0 and the like. “0” and “无” are also read as a quantity and a negation. */
  readonly placeholder: boolean;
  /** It says that something is not to happen or did not happen: 无重大事故, 未发生, 零投诉, 0起. */
  readonly negated: boolean;
  /** Less is better of what it names: 投诉率, 故障次数. */
  readonly inverse: boolean;
  /** It says “all of it” in words: 全覆盖, 全部. 百分之百 is a quantity instead. */
  readonly universal: boolean;
}

/** How a result missed its target: too little, too much, too late, or by saying the opposite in words. */
export type Shortfall = 'below' | 'above' | 'late' | 'opposite';

/** Whether a result reaches its target, as far as the two texts tell. */
export interface Verdict {
  readonly verdict: 'met' | 'short' | 'not-comparable';
  /** With `short` only. */
  readonly reason?: Shortfall;
  /** The compared pair (the first missed one where several were compared). */
  readonly target?: Quantity;
  readonly result?: Quantity;
  /**
   * result ÷ target in the same unit; absent for dates, approximate figures, units that are not converted exactly,
   * and targets that are 0 or less.
   */
  readonly ratio?: number;
  /** On which side of a value set with "=" the result lies; never with `short`. */
  readonly beside?: 'below' | 'above';
}
