import type { Learning } from '../../rule/rule';

/** Names shorter than this are words that any goal may hold. Characters. */
const SHORTEST = 8;
/** Longer names are whole sentences, which no goal repeats. Characters. */
const LONGEST = 80;
/** Bits of the first, rough look-up for each name: few of them are set. */
const BITS_PER_NAME = 16;
const FACTOR = 31;
/** FACTOR to the power of SHORTEST. */
const LEAVING = Array.from({ length: SHORTEST }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/**
 * The names of an annex's projects, to be found in texts. A text costs a few operations a character: a hash of
 * the last eight characters rolls along, and only where some name begins so, names are compared. Plain.
 */
export interface ProjectNames {
  /** Each name once, by its first eight characters, those alike in the order of the projects. */
  readonly names: readonly string[];
  /** Of each hash that a name begins with, one bit is set; 32 of them a number. */
  readonly rough: readonly number[];
}

export const projectNames: Learning<{ names: string[] }, ProjectNames> = {
  empty: () => ({ names: [] }),
  add({ names }, { name }) {
    if (name.length >= SHORTEST && name.length <= LONGEST) names.push(name);
  },
  merge({ names }, further) {
    for (const name of further.names) names.push(name);
  },
  settle({ names }) {
    const once = [...new Set(names)].sort((a, b) => byText(headOf(a), headOf(b)));
    const bits = 1 << Math.max(10, 32 - Math.clz32(once.length * BITS_PER_NAME));
    const rough = new Array<number>(bits >> 5).fill(0);
    for (const name of once) {
      let hash = 0;
      for (let i = 0; i < SHORTEST; i++) hash = (Math.imul(hash, FACTOR) + name.charCodeAt(i)) | 0;
      const bit = hash & (bits - 1);
      rough[bit >> 5]! |= 1 << (bit & 31);
    }
    return { names: once, rough };
  },
};

/** The first name of another project in a text; `null` where there is none, or one that resembles `own`. */
export function foreignName({ names, rough }: ProjectNames, text: string, own: string): string | null {
  const { length } = text;
  const mask = rough.length * 32 - 1;
  let hash = 0;
  for (let i = 0; i < length; i++) {
    hash = (Math.imul(hash, FACTOR) + text.charCodeAt(i)) | 0;
    if (i >= SHORTEST) hash = (hash - Math.imul(LEAVING, text.charCodeAt(i - SHORTEST))) | 0;
    if (i < SHORTEST - 1) continue;
    const bit = hash & mask;
    if ((rough[bit >> 5]! & (1 << (bit & 31))) === 0) continue;
    const found = nameAt(names, text, i + 1 - SHORTEST, own);
    if (found !== null) return found;
  }
  return null;
}

function nameAt(names: readonly string[], text: string, start: number, own: string): string | null {
  const head = text.slice(start, start + SHORTEST);
  for (let i = firstFrom(names, head); i < names.length && headOf(names[i]!) === head; i++) {
    const name = names[i]!;
    if (text.startsWith(name, start) && !resembles(name, own.slice(0, LONGEST))) return name;
  }
  return null;
}

/** The index of the first name that does not begin with less than `head`. */
function firstFrom(names: readonly string[], head: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headOf(names[middle]!) < head) low = middle + 1;
    else high = middle;
  }
  return low;
}

function headOf(name: string): string {
  return name.slice(0, SHORTEST);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether two names may be of one undertaking: one in the other, or half of the shorter in common. */
function resembles(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const half = Math.max(3, short.length >> 1);
  for (let i = 0; i + half <= short.length; i++) if (long.includes(short.slice(i, i + half))) return true;
  return false;
}
