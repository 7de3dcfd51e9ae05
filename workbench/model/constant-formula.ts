/**
 * What a condition is that is the same for every cell, or `null` where it has to be calculated. A comparison of two
 * texts says at once what it is; marks are such formulas, and need not wait for the engine.
 * @param formula with "="
 */
export function constantTruth(formula: string): boolean | null {
  const match = /^=\s*"([^"]*)"\s*(<>|=)\s*"([^"]*)"\s*$/.exec(formula);
  if (!match) return /^=\s*true(\(\))?\s*$/i.test(formula) ? true : null;
  return (match[1]!.toLowerCase() === match[3]!.toLowerCase()) === (match[2] === '=');
}
