import type { IndicatorKind } from '../field-id';
import { foldText } from '../text';
import type { PointsSubject } from './printed-rule';

/** A stretch of a text that speaks of one thing. */
export interface TextPart {
  /** Folded. */
  readonly text: string;
  /** `null` where neither the part nor anything before it in its item says whose points it is about. */
  readonly about: PointsSubject | null;
  readonly kinds: readonly IndicatorKind[] | null;
}

/** Where one item of a note ends and the next begins: lines, and numbers such as 1. 2、 (3) ④. */
const ITEM = /[\r\n]+|(?<![\d.])\d{1,2}(?:[、．]|\.(?!\d))|[(（]\d{1,2}[)）](?![\d%])|[①-⑳]/;
const SENTENCE = /[。;；!！]/;

/** The first that fits a clause says whose points it is about. */
const SUBJECTS: readonly (readonly [RegExp, PointsSubject])[] = [
  [/正(?:向|指标).{0,8}[反逆负]向|[反逆负]向.{0,4}(?:、|和|及|与)正向/, 'quantified'],
  [
    /[反逆负]向|越[小低少]越[好优]|(?:≤|≦|<=|小于或?等于)[*X"')]*(?:类|型)?的?指标|指标值?(?:为|是|含)?["'(]*(?:≤|≦|<=|小于或?等于)(?!\d)/,
    'down',
  ],
  [
    /正向|越[大高多]越[好优]|(?:≥|≧|>=|大于或?等于)[*X"')]*(?:类|型)?的?指标|指标值?(?:为|是|含)?["'(]*(?:≥|≧|>=|大于或?等于)(?!\d)/,
    'up',
  ],
  [/(?:预算|资金|支出)执行|执行率|支出率|支付率|(?:执行|支出|支付)进度/, 'execution'],
  [/定性|达成预期|部分达成|三档/, 'qualitative'],
  [/定量|量化指标/, 'quantified'],
];
/** What says so only where nothing before it did. */
const IMPLIED = /完成值|实际值|指标值|目标值|完成率|完成比例|未达标|未完成|未达到|达标/;

const KINDS: readonly (readonly [RegExp, readonly IndicatorKind[]])[] = [
  [/数量指标/, ['quantity']],
  [/质量指标/, ['quality']],
  [/时效指标/, ['timeliness']],
  [/成本(?:控制)?指标/, ['cost']],
  [/满意/, ['satisfaction']],
];

/**
 * The parts of a text that speak of one thing each: sentences, and within them clauses where the subject changes. A
 * subject holds to the end of its item.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (const item of text.split(ITEM)) {
    let about: PointsSubject | null = null;
    let kinds: readonly IndicatorKind[] | null = null;
    for (const sentence of item.split(SENTENCE)) {
      let open: string[] = [];
      const close = (): void => {
        if (open.length > 0) parts.push({ text: open.join(','), about, kinds });
        open = [];
      };
      for (const clause of foldText(sentence).split(',')) {
        if (clause === '') continue;
        const subject = subjectOf(clause, about);
        const named = kindsIn(clause);
        if (subject !== about && about !== null) close();
        if (subject !== about || named) kinds = named;
        about = subject;
        open.push(clause);
      }
      close();
    }
  }
  return parts;
}

function subjectOf(clause: string, before: PointsSubject | null): PointsSubject | null {
  for (const [pattern, subject] of SUBJECTS) {
    if (!pattern.test(clause)) continue;
    // A quantified indicator that was said to be of one direction stays so.
    return subject === 'quantified' && (before === 'up' || before === 'down') && !/定量|正/.test(clause)
      ? before
      : subject;
  }
  return before ?? (IMPLIED.test(clause) ? 'quantified' : null);
}

function kindsIn(clause: string): readonly IndicatorKind[] | null {
  const kinds = KINDS.flatMap(([pattern, named]) => (pattern.test(clause) ? named : []));
  return kinds.length > 0 ? kinds : null;
}
