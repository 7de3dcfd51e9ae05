import type { Dimension, Quantity, Statement, Verdict } from './statement';

/** What nothing is asked of: 0起, 0, 0%. No money is a figure like others. */
const NOTHING_OF: readonly Dimension[] = ['count', 'none', 'percent'];

/** Whether a target wants nothing to happen, and no more than that: 零事故, 不发生安全事故, 0起, 投诉率0%. */
export function asksForNothing({ text, negated, quantities }: Statement): boolean {
  const [only, ...others] = quantities;
  if (only === undefined) return negated;
  if (others.length > 0 || only.value !== 0 || only.upper !== null) return false;
  if (only.operator !== null && only.operator !== '=' && only.operator !== '≤') return false;
  return NOTHING_OF.includes(only.unit.dimension) && !/[≥>]/.test(text);
}

/**
 * Whether nothing happened where nothing was to: 未发生 and 零事故 say so in words, 发生1起, 出现两例 and a bare 1起 say that
 * something did. `null` where only the figures tell.
 */
export function judgeNothing(target: Statement, result: Statement, name: string): Verdict | null {
  const [only, ...others] = result.quantities;
  const [asked] = target.quantities;
  // Figures of one unit are compared as others are.
  const compared = only?.value === 0 && asked !== undefined && asked.unit.base === only.unit.base;
  const nothingSaid = result.negated && !compared;
  const happened = only !== undefined && others.length === 0 ? happening(only, target, result, name) : null;
  const counted = happened !== null || HAPPENED_IN_WORDS.test(result.text);
  // 未发生重大事故，发生一般事故1起: whether that was to be is not for the figures to say.
  if (nothingSaid && counted) return UNCERTAIN;
  if (nothingSaid) return isAll(target) && result.quality !== 'not' ? { verdict: 'met' } : UNCERTAIN;
  if (!counted) return null;
  return {
    verdict: 'short',
    reason: 'above',
    ...(asked && { target: asked }),
    ...(happened && { result: happened }),
  };
}

const UNCERTAIN: Verdict = { verdict: 'not-comparable' };

const PARTED = /[,，、;；。:：\n]|且|并/;

/** Whether a target asks for one thing only. */
function isAll({ text }: Statement): boolean {
  return !PARTED.test(text.trim().replace(/[。.；;]$/, ''));
}

const HAPPENED = /(?:发生|出现)[^\d，。；,;]{0,8}$/;
/** 发生一起, 出现两例; 发生一些 is no number. */
const HAPPENED_IN_WORDS = /(?<![未不没无])(?:发生|出现)(?:了|过)?[一二两三四五六七八九十]+[起次件例人宗处]/;

/** What a result says to have happened, as its only figure: 发生1起, 1起, or 事故1起 where the target names accidents. */
function happening(only: Quantity, target: Statement, result: Statement, name: string): Quantity | null {
  if (only.unit.dimension !== 'count' || only.value <= 0 || only.upper !== null) return null;
  const before = result.text.slice(Math.max(0, only.span.start - 12), only.span.start);
  if (HAPPENED.test(before)) return only;
  // With a figure in the target, units tell whether the two are of the same thing.
  if (target.quantities.length > 0) return null;
  const behind = result.text.slice(only.span.end).replace(/[\s。.]/g, '');
  if (behind !== '') return null;
  const named = before.trim();
  if (named === '') return only;
  return named.length > 1 && `${name}\n${target.text}`.includes(named) ? only : null;
}
