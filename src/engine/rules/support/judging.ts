import type { Indicator } from '../../annex/annex';
import type { Quantity, Shortfall, Verdict } from '../../annex/quantity';
import type { TextCell } from '../../annex/values/text-cell';

/** A verdict that says the target was missed. */
export interface Miss extends Verdict {
  readonly verdict: 'short';
  readonly reason: Shortfall;
}

/** How the result missed the target; `null` where it did not, or where nobody can tell. */
export function missOf({ verdict }: Indicator): Miss | null {
  if (verdict?.verdict !== 'short') return null;
  const { target, result } = verdict;
  return target && result && isUnreachable(target, result) ? null : (verdict as Miss);
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

/** A figure as the text writes it, without its operator. */
export function figureText(text: string, { numberSpan, unitSpan }: Quantity): string {
  return text.slice(numberSpan.start, Math.max(numberSpan.end, unitSpan?.end ?? 0));
}

/** Whether the result says in words that something is left undone. */
export function isUndone(result: TextCell | null): result is TextCell {
  if (!result?.answered) return false;
  const { quality } = result.statement;
  return quality === 'partial' || quality === 'not';
}
