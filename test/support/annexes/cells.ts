import type { IndicatorKind } from '../../../src/engine/annex/field-id';
import type { AnnexRow } from './annex-builder';
import type { CellInput } from './sheet-builder';

/** A fraction shown as a percentage: 0.9346 → 93.46%. */
export function percent(value: number, decimals = 2): CellInput {
  return { value, format: decimals > 0 ? `0.${'0'.repeat(decimals)}%` : '0%' };
}

/** A cell that a formula fills. */
export function computed(formula: string, value: number | string | null, format?: string): CellInput {
  return { value, formula, format };
}

/** A project with one indicator whose name and value share a cell, as 年度指标内容 does. */
export function asks(
  kind: IndicatorKind,
  target: CellInput | undefined,
  result: CellInput | undefined,
  more: AnnexRow = {},
): AnnexRow {
  return {
    budget: 40,
    [`indicator.${kind}.target`]: target ?? null,
    [`indicator.${kind}.result`]: result ?? null,
    ...more,
  };
}

/** The same, with the points that the indicator carries and those it was given. */
export function scoredIndicator(
  kind: IndicatorKind,
  target: CellInput,
  result: CellInput,
  weight: CellInput,
  score: CellInput,
  more: AnnexRow = {},
): AnnexRow {
  return asks(kind, target, result, {
    [`indicator.${kind}.weight`]: weight,
    [`indicator.${kind}.score`]: score,
    ...more,
  });
}
