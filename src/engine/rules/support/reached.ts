import type { Indicator } from '../../annex/annex';

/** How much of its weight an indicator with a missed target earns. */
export interface Shortfall {
  /** The part of the weight, from 0 to 1; `null` where the texts do not allow to compute it. */
  readonly share: number | null;
}

/**
 * The share of the weight that a missed target leaves: result ÷ target, or target ÷ result where less is better.
 * `null` where the target is met, or nobody can tell; late results are not computed.
 */
export function shortfallOf({ asked, verdict }: Pick<Indicator, 'asked' | 'verdict'>): Shortfall | null {
  if (verdict?.verdict !== 'short' || verdict.reason === 'late') return null;
  const { target, result, ratio, reason } = verdict;
  // Beyond 100 % there is nothing: the target is at fault.
  if (
    target?.operator === '>' &&
    target.unit.measure === '%' &&
    target.value === 100 &&
    result?.value === 100
  )
    return null;
  const single = asked !== null && asked.quantities.length === 1;
  if (!single || !target || ratio === undefined || result?.upper != null) return { share: null };
  // Of a range, the ratio is that to its lower end.
  const upperEnd = target.upper === null || target.value === 0 ? 1 : target.upper / target.value;
  const share = reason === 'above' ? upperEnd / ratio : ratio;
  return { share: share >= 0 && share <= 1 ? share : null };
}
