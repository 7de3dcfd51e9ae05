/** Longer words are no slips of the pen, and would take long to compare. */
const LONGEST = 64;

/**
 * The word that was most likely meant, or '' where none is near: about one letter in three may be wrong, left out or
 * added. Upper and lower case do not count.
 */
export function nearest(word: string, words: Iterable<string>): string {
  if (word.length > LONGEST) return '';
  let best = '';
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Letters to change, leave out or add to make one word of the other. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1)));
    }
    above = row;
  }
  return above[b.length]!;
}
