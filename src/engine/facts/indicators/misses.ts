import type { Indicator } from '../../annex/annex';
import type { Quantity, Shortfall, Verdict } from '../../quantity';
import type { TextCell } from '../../annex/values/text-cell';

/** A verdict that says the target was missed. */
export interface Miss extends Verdict {
  readonly verdict: 'short';
  readonly reason: Shortfall;
}

/** What is done as it arises (据实受理): a figure beside it only foretells how much that will be. */
const AS_IT_ARISES = /据实|按实际|以实际/;

/** A year counted from that of the plan; it sets no day that could be told from the text alone. */
const A_LATER_YEAR = /次年|翌年|来年|明年|下年|下一年/;

/** Whether the figure of a target only foretells how much is asked for as it arises. */
export function isForetold({ asked }: Pick<Indicator, 'asked'>): boolean {
  return AS_IT_ARISES.test(asked?.text ?? '');
}

/** How the result missed the target; `null` where it did not, or where nobody can tell. */
export function missOf({ asked, verdict }: Pick<Indicator, 'asked' | 'verdict'>): Miss | null {
  if (verdict?.verdict !== 'short') return null;
  const { target, result, reason } = verdict;
  if (target && result && isUnreachable(target, result)) return null;
  const text = asked?.text ?? '';
  if (reason === 'late' ? A_LATER_YEAR.test(text) : AS_IT_ARISES.test(text)) return null;
  return verdict as Miss;
}

/** Beyond 100 % there is nothing: all of it falls short of "more than 100 %" only by the target's fault. */
function isUnreachable(asked: Quantity, said: Quantity): boolean {
  return (
    asked.operator === '>' &&
    asked.unit.measure === '%' &&
    asked.value === 100 &&
    !asked.change &&
    said.value === 100
  );
}

/** What an indicator that missed its target earns. */
export interface EarnedShare {
  /** The part of the weight, from 0 to 1; `null` where the texts do not allow to compute it. */
  readonly share: number | null;
}

/**
 * The share of the weight that a missed target leaves: result ÷ target, or target ÷ result where less is better
 * (财预〔2020〕10号: quantified indicators are scored by the degree of completion). `null` where the target is met,
 * or nobody can tell; late results are not computed.
 */
export function earnedShareOf({ asked, verdict }: Pick<Indicator, 'asked' | 'verdict'>): EarnedShare | null {
  const miss = missOf({ asked, verdict });
  if (!miss || miss.reason === 'late') return null;
  const { target, result, ratio, reason } = miss;
  const single = asked !== null && asked.quantities.length === 1;
  if (!single || !target || ratio === undefined || result?.upper != null) return { share: null };
  // Of a range, the ratio is that to its lower end.
  const upperEnd = target.upper === null || target.value === 0 ? 1 : target.upper / target.value;
  const share = reason === 'above' ? upperEnd / ratio : ratio;
  return { share: share >= 0 && share <= 1 ? share : null };
}

/** Whether the result says in words that something is left undone. */
export function isUndone(result: TextCell | null): result is TextCell {
  if (!result?.answered) return false;
  const { quality } = result.statement;
  return quality === 'partial' || quality === 'not';
}
