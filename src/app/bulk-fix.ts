import type { AnnexView } from '../engine/annex/annex';
import { RULES } from '../engine/generated/rules';
import type { Finding } from '../engine/rule/finding';
import { figureCellsOf } from './bound/figure-cells';

/** Rules whose fixes only change how something is written, never what it says. */
const FORMAT_RULES = new Set(RULES.filter(({ meta }) => meta.fix === 'format').map(({ meta }) => meta.id));

const figureCells = new WeakMap<readonly AnnexView[], ReadonlySet<string>>();

/** Findings with what `mayBeFixedInBulk` says of them. @param annexes those that were reviewed */
export function inBulk<F extends Finding>(
  findings: readonly F[],
  annexes: readonly AnnexView[],
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
  annexes: readonly AnnexView[],
): boolean {
  if (!fix || !FORMAT_RULES.has(rule)) return false;
  let figures = figureCells.get(annexes);
  if (!figures) {
    figures = figureCellsOf(annexes);
    figureCells.set(annexes, figures);
  }
  return fix.edits.every(
    ({ row, column, after, expectedBefore }) =>
      'value' in after &&
      typeof after.value === 'string' &&
      typeof expectedBefore.value === 'string' &&
      expectedBefore.formula === null &&
      !figures.has(`${row},${column}`),
  );
}
