import { findExpressions } from './expression';
import { findIntervals, type Interval } from './intervals';
import type { PointsTerms, Step, Tier, TierPoints } from './printed-rule';

/** What a part of a text says of how points follow, and whether anything in it was left over. */
export interface ReadTerms extends PointsTerms {
  readonly understood: boolean;
}

const NOTHING_SAID: PointsTerms = {
  formulas: [],
  tiers: [],
  steps: [],
  nothingFrom: null,
  missed: null,
  proportion: false,
};

/** Points are spoken of. */
const OF_POINTS = /得分|计分|记分|评分|赋分|给分|打分|算分|不得|满分|扣|[得计记]\d|分值|\d分/;
/** What any rule on points that is not understood has in it. */
const CLEARLY_A_RULE =
  /得分[=＝]|得分为|扣\d|扣(?:除|减|完|去|分值|权重|全部|一半|相应)|酌情|每.{1,16}扣|不得分|[得计记]满分|加\d+(?:\.\d+)?分|[得计记]0分|(?:[得计记]|为)\d+(?:\.\d+)?分|(?:按|依|根据|参照|对照).{1,40}(?:计分|记分|得分|评分|赋分|给分|打分|算分|扣分)/;
/** Words that ask for nothing but honesty: they are no rule of their own. */
const GENERAL =
  /(?:按照?|依据?|根据|参照|对照)(?:各?(?:项|三级)?指标)?(?:的)?(?:实际|年度|全年)?完成(?:情况|程度|质量|效果)?[^,]{0,6}(?:计分|记分|得分|评分|赋分|给分|打分|算分)/g;
/** Sums and caps are no rule on how points follow. */
const OF_SUMS = /总分|总得分|合计|之和|相加|加总|满分为?100|不[得能]?(?:超过|高于)|上限|为限/;
const IN_PROPORTION =
  /(?:按|依|根据)(?:照|据)?(?:实际|指标|目标|任务)*(?:完成|执行|达标|实现)?(?:的)?(?:等)?(?:比例|比率|完成率|执行率|百分比)(?:计算)?(?:得分|计分|记分|评分|赋分|给分|扣分)/;

const EARNS =
  /^(?:的|者|时|,|:|\(含\)|部分)*(?:可|应|则|均|就|即)?(?:(不得分|不计分|[得计记为]?(?:0|零)分(?!之)|无分)|(?:[得计记给为])?(满分|全分|全部分(?:值|数)|该项分值)|(?:[得计记给为])?(?:该?项?|指标)*(?:分值|权重|满分)的?(\d+(?:\.\d+)?)%|(?:[得计记给为:])(\d+(?:\.\d+)?)分|(\d+(?:\.\d+)?)分(?!之))/;

const STEP =
  /每(?:再)?(?:低于?|降低|下降|减少|少于?|相差|差|降|超过|超出|超|高于?|增加|偏差|偏离|不足)?(?:于)?(?:指标值|目标值)?的?(\d+(?:\.\d+)?|一|个)?(?:个)?(?:百分点|百分比|个点|点|%)(?:的)?,?(?:扣除|扣减|扣|减)(?:(?:该?项?|指标)*(?:分值|权重|满分)的?(\d+(?:\.\d+)?)%|(\d+(?:\.\d+)?)%(?:的)?(?:分值|权重|分数)|(\d+(?:\.\d+)?|一)分)(?:,?(?:直至)?(?:扣完(?:为止)?|至0分为止))?/g;

const TIMES =
  /(?:达到?|为|超过|超出|高于|大于|≥|>)?(?:年度|年初)?(?:指标|目标)值的?(\d+(?:\.\d+)?|一|两|二)倍(?:\(含\)|及)?(?:以上)?(?:\(含\))?(?:的|时|,|者)*(?:不得分|不计分|[得计记为]?0分)/;
const MISSED =
  /(?:未达标|未达到(?:指标值|目标值|要求|目标)?|未完成(?:指标值|目标)?|没有完成)(?:的|时|,|者)*(?:均|一律)?(?:(不得分|不计分|[得计记为]?0分)|(不扣分|[得计记]满分))/;
const NEVER_LOSES = /(?:均|一律|都|全部)(?:不扣分|[得计记给]?满分)|不扣分/;
/** "达到指标值的得满分": what is said everywhere. */
const MET_IS_FULL =
  /(?:完成值?)?(?:达到|完成|实现|达|≥|大于等于|超过)+(?:年度|年初|预期|预定)*(?:指标值?|目标值?|要求|预期目标)(?:的|时|,|者)*(?:可)?[得计记给]?(?:满分|该项分值|分值的?100%)/g;

/** What a part says of how points follow; `null` where it is no rule on points. */
export function readTerms(text: string, ofExecution: boolean): ReadTerms | null {
  return OF_POINTS.test(text) ? termsIn(withoutSums(text), ofExecution) : null;
}

function withoutSums(text: string): string {
  return text
    .split(',')
    .filter((clause) => !OF_SUMS.test(clause))
    .join(',');
}

function termsIn(text: string, ofExecution: boolean): ReadTerms | null {
  const rest = new Rest(text);
  const { formulas, proportion } = formulasIn(text, ofExecution, rest);
  const steps = stepsIn(text, rest);
  const nothingFrom = nothingFromIn(text, rest);
  const missed = missedIn(text, rest);
  const tiers = tiersIn(text, rest);
  rest.takeAll(MET_IS_FULL);
  rest.takeAll(GENERAL);
  const terms = { formulas, tiers, steps, nothingFrom, missed, proportion };
  const said = JSON.stringify(terms) !== JSON.stringify(NOTHING_SAID);
  const leftOver = CLEARLY_A_RULE.test(rest.text);
  if (!said && !leftOver) return null;
  return { ...terms, understood: !leftOver };
}

/** What of a text was not yet read. */
class Rest {
  constructor(public text: string) {}

  take(start: number, end: number): void {
    this.text = this.text.slice(0, start) + ' '.repeat(end - start) + this.text.slice(end);
  }

  takeAll(pattern: RegExp): void {
    this.text = this.text.replace(pattern, (match) => ' '.repeat(match.length));
  }
}

function formulasIn(
  text: string,
  ofExecution: boolean,
  rest: Rest,
): Pick<PointsTerms, 'formulas' | 'proportion'> {
  const found = findExpressions(text, ofExecution);
  const formulas: PointsTerms['formulas'][number][] = [];
  for (const { expression, isShare, start, end } of found) {
    // "得分=" and "按…计分" stand around it.
    const before = /(?:得分(?:计算)?(?:方法|公式)?(?:应)?(?:用|为|=|:|按)*|按照?|[(=])$/.exec(
      text.slice(0, start),
    );
    const after = /^(?:的?(?:比例|比率|结果))?(?:计算)?(?:得分|计分|记分|评分|赋分|给分|确定得分)/.exec(
      text.slice(end),
    );
    if (!before && !after) continue;
    formulas.push(isShare ? ['*', 'weight', expression] : expression);
    rest.take(start - (before?.[0].length ?? 0), end + (after?.[0].length ?? 0));
  }
  const inWords = IN_PROPORTION.exec(rest.text);
  if (inWords) rest.take(inWords.index, inWords.index + inWords[0].length);
  return { formulas, proportion: inWords !== null };
}

function stepsIn(text: string, rest: Rest): Step[] {
  return [...text.matchAll(STEP)].map((match) => {
    const [all, each, share, shareBefore, points] = match;
    rest.take(match.index, match.index + all.length);
    const before = findIntervals(text.slice(0, match.index)).filter(({ percent }) => percent);
    const below = before[before.length - 1];
    const off: TierPoints =
      points === undefined
        ? { share: Number(share ?? shareBefore) / 100 }
        : { points: points === '一' ? 1 : Number(points) };
    return {
      each: (each === undefined || !/\d/.test(each) ? 1 : Number(each)) / 100,
      off,
      below: below ? (below.to ?? below.from) : null,
    };
  });
}

const TIMES_IN_WORDS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2 };

function nothingFromIn(text: string, rest: Rest): number | null {
  const match = TIMES.exec(text);
  if (!match) return null;
  rest.take(match.index, match.index + match[0].length);
  const times = TIMES_IN_WORDS[match[1]!] ?? Number(match[1]);
  // More than the target by its own size is twice the target.
  return times === 1 ? 2 : times;
}

function missedIn(text: string, rest: Rest): PointsTerms['missed'] {
  const match = MISSED.exec(text);
  if (match) {
    rest.take(match.index, match.index + match[0].length);
    return match[1] === undefined ? 'full' : 'nothing';
  }
  const never = NEVER_LOSES.exec(text);
  if (!never || findIntervals(text).length > 0) return null;
  rest.take(never.index, never.index + never[0].length);
  return 'full';
}

/** Percentages with what they earn: "90%(含)以上得满分", "80%-90%,计4分". */
function tiersIn(text: string, rest: Rest): Tier[] {
  return findIntervals(text).flatMap((interval) => {
    const earned = interval.percent ? earnedBehind(text, interval) : null;
    if (!earned) return [];
    rest.take(interval.start, earned.end);
    return [{ from: interval.from, to: interval.to, earns: earned.earns }];
  });
}

function earnedBehind(text: string, { end }: Interval): { earns: TierPoints; end: number } | null {
  const match = EARNS.exec(text.slice(end));
  if (!match) return null;
  const [all, nothing, full, share, points, plain] = match;
  const earns: TierPoints =
    nothing !== undefined
      ? { points: 0 }
      : full !== undefined
        ? { share: 1 }
        : share !== undefined
          ? { share: Number(share) / 100 }
          : { points: Number(points ?? plain) };
  return { earns, end: end + all.length };
}
