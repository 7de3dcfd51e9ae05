import type { IndicatorKind } from '../../../../src/engine/annex/field-id';
import type { Random } from '../../random';

export type Level = 'output' | 'cost' | 'benefit' | 'satisfaction';

/** The first level that a kind of indicator belongs to. */
export function levelOf(kind: IndicatorKind, costLevel: boolean): Level {
  if (kind === 'satisfaction') return 'satisfaction';
  if (kind === 'cost') return costLevel ? 'cost' : 'output';
  return kind === 'quantity' || kind === 'quality' || kind === 'timeliness' ? 'output' : 'benefit';
}

const GENERAL: Readonly<Record<Level, number>> = { output: 50, cost: 0, benefit: 30, satisfaction: 10 };
const WITH_COST: Readonly<Record<Level, number>> = { output: 40, cost: 20, benefit: 20, satisfaction: 10 };

/** The points of each kind: 10 of 执行率 are not among them, the others add up to 90. */
export function weightsOf(
  kinds: readonly IndicatorKind[],
  costLevel: boolean,
  random: Random,
): Map<IndicatorKind, number> {
  const points = costLevel ? WITH_COST : GENERAL;
  const weights = new Map<IndicatorKind, number>();
  for (const level of ['output', 'cost', 'benefit', 'satisfaction'] as const) {
    const own = kinds.filter((kind) => levelOf(kind, costLevel) === level);
    let left = points[level];
    own.forEach((kind, i) => {
      const rest = own.length - i;
      const share = rest === 1 ? left : Math.max(2, Math.round(left / rest) + random.integer(-2, 2));
      weights.set(kind, share);
      left -= share;
    });
  }
  return weights;
}
