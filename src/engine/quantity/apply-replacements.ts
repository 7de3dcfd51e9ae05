import type { OperatorTrap } from './statement';

/** The text with the given replacements made. They must be in order and must not overlap. */
export function applyReplacements(text: string, traps: readonly OperatorTrap[]): string {
  let corrected = '';
  let from = 0;
  for (const { span, replacement } of traps) {
    corrected += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return corrected + text.slice(from);
}
