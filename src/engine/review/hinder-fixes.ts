import type { Finding, Fix, Hindrance } from '../rule/finding';
import type { Edit } from '../sheet/edit';

/** The longest text that a cell takes, in characters. */
export const LONGEST_TEXT = 32_767;

/** What keeps an edit from being made by us wherever it stands; `null`: nothing. */
export function hindranceOf({ after, expectedBefore }: Edit): Hindrance | null {
  if (!('value' in after)) return after.formula.length > LONGEST_FORMULA ? 'too-long' : null;
  // A constant would go on standing there when what the formula counts has changed.
  if (expectedBefore.formula !== null) return 'formula';
  return typeof after.value === 'string' && after.value.length > LONGEST_TEXT ? 'too-long' : null;
}

const LONGEST_FORMULA = 8_192;

/**
 * A finding whose fixes that cannot be made are told in words alone: they keep what they say, without edits. Where
 * another writes a formula into the same cells, that is the fix, or the suggestion, and the words are left out.
 * @param of what keeps an edit from being made; `null`: nothing
 */
export function withHinderedFixes<F extends Pick<Finding, 'fix' | 'suggestions'>>(
  finding: F,
  of: (edit: Edit) => Hindrance | null,
): F {
  const { fix, suggestions } = finding;
  const all = fix ? [fix, ...suggestions] : suggestions;
  const told = all.map((one) => hindered(one, of));
  if (!told.some(({ hindrance }) => hindrance)) return finding;
  const formula = all.find((one, i) => !told[i]!.hindrance && writesFormulas(one));
  // What a formula does as well needs no words.
  const left = told.filter((one, i) => !one.hindrance || !formula || !sameCells(all[i]!, formula));
  const [own] = told;
  if (!fix || !own?.hindrance) return { ...finding, fix, suggestions: left.filter((one) => one !== fix) };
  const certain = formula && sameCells(formula, fix) ? formula : null;
  return { ...finding, fix: certain, suggestions: left.filter((one) => one !== certain) };
}

function hindered(fix: Fix, of: (edit: Edit) => Hindrance | null): Fix {
  for (const edit of fix.edits) {
    const hindrance = of(edit);
    if (hindrance) return { ...fix, edits: [], hindrance };
  }
  return fix;
}

function writesFormulas({ edits }: Fix): boolean {
  return edits.every(({ after }) => 'formula' in after);
}

function sameCells(a: Fix, b: Fix): boolean {
  const cells = ({ edits }: Fix): string => edits.map(({ row, column }) => `${row},${column}`).join(';');
  return cells(a) === cells(b);
}
