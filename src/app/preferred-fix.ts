import type { Finding, Fix } from '../engine/rule/finding';

/**
 * A finding whose fix is the formula, or the value, where the rule offers both.
 * @param formulas absent: as the rule has it, which follows the annex
 */
export function preferring<F extends Finding>(finding: F, formulas: boolean | undefined): F {
  const { fix, suggestions } = finding;
  if (formulas === undefined || !fix || writesFormula(fix) === formulas) return finding;
  const better = suggestions.find((other) => writesFormula(other) === formulas && sameCells(other, fix));
  if (!better) return finding;
  return {
    ...finding,
    fix: better,
    suggestions: suggestions.map((other) => (other === better ? fix : other)),
  };
}

function writesFormula({ edits }: Fix): boolean {
  return edits.some(({ after }) => 'formula' in after);
}

function sameCells(a: Fix, b: Fix): boolean {
  const cells = ({ edits }: Fix): string => edits.map(({ row, column }) => `${row},${column}`).join(';');
  return cells(a) === cells(b);
}
