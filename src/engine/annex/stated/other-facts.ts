import { foldText } from '../text';
import { findIntervals, type Interval } from './intervals';
import type { StatedBands, StatedGrade, StatedWeights } from './printed-rule';

/** What forms call their grades, the longer words first. */
const GRADE = /优秀|良好|中等|合格|及格|一般|较差|不合格|不及格|优|良|中|低|差|[A-E](?![A-Z])/g;
/** What may stand between a grade and its limits. */
const JOINT =
  /^(?:等级|等次|档次|档|级|等)?["”』」]?(?:为|是|:|=|\(|—|-)*(?:得分|总分|分数|综合得分)?(?:为|在|:)?$/;
const JOINT_BACK = /^(?:\))?(?:之间)?(?:的|者)?(?:,)?(?:评?定?(?:级|等)?(?:为|是)|:|=|\()*["“『「]?$/;
const FEWEST_GRADES = 3;

/** Grades with their limits: "优(90分及以上)、良80-90分…"; `null` unless they make one scale down to 0. */
export function gradesIn(text: string): StatedGrade[] | null {
  const folded = foldText(text);
  const intervals = findIntervals(folded).filter(({ percent, from, to }) => !percent && (from ?? to)! <= 100);
  if (intervals.length < FEWEST_GRADES) return null;
  for (const pick of [wordBefore, wordBehind]) {
    const named = intervals.flatMap((interval, i) => {
      const from = i === 0 ? Math.max(0, interval.start - 12) : intervals[i - 1]!.end;
      const to = intervals[i + 1]?.start ?? Math.min(folded.length, interval.end + 12);
      const name = pick(folded, interval, from, to);
      return name === null ? [] : [{ name, interval }];
    });
    const scale = named.length === intervals.length ? scaleOf(named) : null;
    if (scale) return scale;
  }
  return null;
}

function wordBefore(text: string, { start }: Interval, from: number): string | null {
  const before = text.slice(from, start);
  const words = [...before.matchAll(GRADE)];
  const last = words[words.length - 1];
  return last && JOINT.test(before.slice(last.index + last[0].length)) ? last[0] : null;
}

function wordBehind(text: string, { end }: Interval, _: number, to: number): string | null {
  const behind = text.slice(end, to);
  const [first] = behind.matchAll(GRADE);
  return first && JOINT_BACK.test(behind.slice(0, first.index)) ? first[0] : null;
}

function scaleOf(named: readonly { name: string; interval: Interval }[]): StatedGrade[] | null {
  const grades = named
    .map(({ name, interval: { from, to } }) => ({ name, from: from ?? 0, to: to ?? 100 }))
    .sort((a, b) => b.from - a.from);
  if (new Set(grades.map(({ name }) => name)).size < grades.length) return null;
  if (grades[grades.length - 1]!.from !== 0) return null;
  // 80-89 and 90-100 leave nothing out where points are whole.
  const joined = grades.every(
    ({ from }, i) =>
      i === grades.length - 1 || (from - grades[i + 1]!.to >= 0 && from - grades[i + 1]!.to <= 1),
  );
  return joined ? grades.map(({ name, from }) => ({ name, from })) : null;
}

const OF_BANDS = /定性|达成预期|三档|分值区间|档次|效果/;
const BANDS = 3;

/** "100%-80%(含)、80%-60%(含)、60%-0%"; `null` unless three bands lie one below the other. */
export function bandsIn(text: string): StatedBands | null {
  const folded = foldText(text);
  if (!OF_BANDS.test(folded)) return null;
  const intervals = findIntervals(folded).filter(
    ({ percent, from, to }) => percent && from !== null && to !== null,
  );
  for (let i = 0; i + BANDS <= intervals.length; i++) {
    const [achieved, partial, not] = intervals.slice(i, i + BANDS) as [Interval, Interval, Interval];
    if (achieved.to === 1 && achieved.from === partial.to && partial.from === not.to && not.from === 0)
      return { achieved: achieved.from!, partial: partial.from! };
  }
  return null;
}

const OF_EXECUTION = /执行率|支出率|支付率|(?:执行|支出|支付)进度/;
const TO_BE_EXPLAINED =
  /(?:说明|分析|解释|注明|填写|阐述)[^,;。]{0,12}(?:原因|理由|情况|分析)|原因[^,;。]{0,4}(?:说明|分析)|说明[。;]?$/;

/** "执行率低于80%的须说明原因": the fraction below which an explanation is due; `null` where none is set. */
export function explainBelowIn(text: string): number | null {
  for (const sentence of text.split(/[\r\n。;；]+/)) {
    const folded = foldText(sentence);
    const subject = OF_EXECUTION.exec(folded);
    if (!subject) continue;
    const behind = folded.slice(subject.index);
    const limit = findIntervals(behind).find(
      ({ percent, from, to }) => percent && from === null && to !== null,
    );
    if (limit && TO_BE_EXPLAINED.test(behind.slice(limit.end))) return limit.to;
  }
  return null;
}

const POINTS = String.raw`(?:\(|:|为|共|占|计|是|满分)*(\d{1,3}(?:\.\d+)?)分`;
const LEVELS = {
  execution: new RegExp(String.raw`(?:预算|资金|支出)*执行(?:率|情况)(?:指标)?${POINTS}`),
  output: new RegExp(String.raw`产出(?:类?指标|目标)?${POINTS}`),
  cost: new RegExp(String.raw`(?<!经济|社会|环境)成本(?:类?指标|目标)?${POINTS}`),
  benefit: new RegExp(String.raw`效[益果](?:类?指标|目标)?${POINTS}`),
  satisfaction: new RegExp(String.raw`满意度(?:类?指标|目标)?${POINTS}`),
};

/** "产出指标50分、效益指标30分、满意度指标10分、执行率10分"; `null` unless output and benefit are among them. */
export function weightsIn(text: string): StatedWeights | null {
  const folded = foldText(text);
  const pointsOf = (pattern: RegExp): number | null => {
    const match = pattern.exec(folded);
    return match ? Number(match[1]) : null;
  };
  const output = pointsOf(LEVELS.output);
  const benefit = pointsOf(LEVELS.benefit);
  if (output === null || benefit === null) return null;
  return {
    execution: pointsOf(LEVELS.execution),
    output,
    cost: pointsOf(LEVELS.cost),
    benefit,
    satisfaction: pointsOf(LEVELS.satisfaction),
  };
}

const NOT_APPLICABLE = /(?:不涉及|不适用|未涉及|无此项|没有|未设置?|缺项|不评价)/;
const SCALED = /(?:折算|换算|剔除|扣除该项|不计入|不纳入|按比例(?:调整|还原|计算)|百分制)/;

/** "不涉及的指标不计分,总分按比例折算为100分" */
export function isScaledIn(text: string): boolean {
  return text.split(/[\r\n。;；]+/).some((sentence) => {
    const folded = foldText(sentence);
    const left = NOT_APPLICABLE.exec(folded);
    return left !== null && /指标|项/.test(folded) && SCALED.test(folded.slice(left.index));
  });
}
