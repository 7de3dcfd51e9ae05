/** Longest name of a worksheet, in UTF-16 units. */
const LONGEST = 31;

/** Excel keeps this name for a list of changes of its own, in letters of any case. */
const RESERVED = 'history';

/**
 * The name for a new worksheet, one that Excel takes: the wished one, or with a number where it is taken, whatever the
 * case of its letters. What a name must not hold becomes a space; no character outside the basic plane is cut in two.
 */
export function freeSheetName(wished: string, names: readonly string[]): string {
  const taken = new Set([RESERVED, ...names.map((name) => name.toLowerCase())]);
  const name = wished.replace(/[\\/?*[\]:]/g, ' ').replace(/^'/, ' ');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const candidate = (cut(name, LONGEST - suffix.length) + suffix).replace(/'$/, ' ');
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function cut(name: string, most: number): string {
  return name.length <= most ? name : name.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
