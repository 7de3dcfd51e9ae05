/** Longest name of a worksheet, in UTF-16 units. */
const LONGEST = 31;

/** The name for a new worksheet: the wished one, or with a number where it is taken, whatever the case of its letters. */
export function freeSheetName(wished: string, names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  // What Excel does not take in the name of a worksheet.
  const name = wished.replace(/[\\/?*[\]:]/g, ' ').replace(/^'|'$/g, ' ');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const candidate = name.slice(0, LONGEST - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
