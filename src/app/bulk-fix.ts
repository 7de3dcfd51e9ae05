import type { Annex } from '../engine/annex/annex';
import { RULES } from '../engine/rules';
import type { Finding } from '../engine/rule/finding';
import { figureCells } from './bound/figure-cells';

/** Rules whose fixes only change how something is written, never what it says. */
const FORMAT_RULES = new Set(RULES.filter(({ meta }) => meta.fix === 'format').map(({ meta }) => meta.id));

const finders = new WeakMap<readonly Annex[], ReturnType<typeof figureCells>>();

/** Findings with what `mayBeFixedInBulk` says of them. @param annexes those that were reviewed */
export function inBulk<F extends Finding>(
  findings: readonly F[],
  annexes: readonly Annex[],
): (F & { readonly bulk?: true })[] {
  return findings.map((finding) =>
    mayBeFixedInBulk(finding, annexes) ? { ...finding, bulk: true as const } : finding,
  );
}

/**
 * Whether the fix of a finding may be applied together with others: it changes how a text is written. Cells of money,
 * rates, weights and scores are never among them, whatever is written there: each of those is corrected by itself.
 * @param annexes those that were reviewed
 */
export function mayBeFixedInBulk(
  { rule, fix }: Pick<Finding, 'rule' | 'fix'>,
  annexes: readonly Annex[],
): boolean {
  if (!fix || !FORMAT_RULES.has(rule)) return false;
  let isFigure = finders.get(annexes);
  if (!isFigure) {
    isFigure = figureCells(annexes);
    finders.set(annexes, isFigure);
  }
  const known = isFigure;
  return fix.edits.every(
    ({ row, column, after, expectedBefore }) =>
      'value' in after &&
      typeof after.value === 'string' &&
      typeof expectedBefore.value === 'string' &&
      expectedBefore.formula === null &&
      !known({ row, column }),
  );
}
