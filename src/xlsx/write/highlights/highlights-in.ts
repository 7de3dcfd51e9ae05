import type { CellRange } from '../../../engine/sheet/address';
import { findFormats, formatsIn } from './conditional-rules';

/** A conditional format by formula, as it stands in a worksheet. */
export interface FoundHighlight {
  readonly ranges: readonly CellRange[];
  /** Without "=". */
  readonly formula: string;
  /** `null` where the rule carries its format in it, or has none. */
  readonly dxfId: number | null;
}

/**
 * The conditional formats by formula of a worksheet, whoever made them, in the order of their priority; those without
 * one come last.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function highlightsIn(frame: string, part: string): readonly FoundHighlight[] {
  const found: (FoundHighlight & { readonly priority: number })[] = [];
  for (const { ranges, rules } of formatsIn(findFormats(frame, part))) {
    for (const { type, formula, dxfId, priority } of rules) {
      if (type !== 'expression' || formula === null) continue;
      found.push({ ranges, formula, dxfId, priority: priority?.value ?? Infinity });
    }
  }
  return found
    .sort((a, b) => (a.priority === b.priority ? 0 : a.priority - b.priority))
    .map(({ ranges, formula, dxfId }) => ({ ranges, formula, dxfId }));
}
