/** What belongs to what. */
export interface Pair<T> {
  readonly old: T;
  readonly new: T;
}

/** So many comparisons take about a second. */
const MOST_HELD = 1_000_000;

/** Finds out what of one side is what of the other, the surest first: what is paired once is not looked at again. */
export class Pairing<T extends object> {
  readonly pairs: Pair<T>[] = [];
  private readonly taken = new Set<T>();

  constructor(
    private readonly before: readonly T[],
    private readonly after: readonly T[],
  ) {}

  get oldRest(): T[] {
    return this.before.filter((one) => !this.taken.has(one));
  }

  get newRest(): T[] {
    return this.after.filter((one) => !this.taken.has(one));
  }

  /**
   * Pairs what has the same name on both sides.
   * @param nameOf `null` for what stays out
   * @param likeness of several with one name those that are most alike belong together; absent: in their order
   */
  byName(nameOf: (one: T) => string | null, likeness?: (a: T, b: T) => number): void {
    const names = groups(this.oldRest, nameOf);
    for (const [name, after] of groups(this.newRest, nameOf)) {
      const before = names.get(name);
      if (!before) continue;
      const several = likeness && (before.length > 1 || after.length > 1);
      if (several && this.byLikeness(before, after, (a, b) => likeness(a, b) + 1)) continue;
      before.slice(0, after.length).forEach((old, i) => this.take(old, after[i]!));
    }
  }

  /**
   * Pairs what is most alike, the likest first. Of very many each is not held against each: they stay as they are.
   * @param likeness 0 for what does not belong together
   * @returns whether they were held against each other
   */
  byLikeness(before: readonly T[], after: readonly T[], likeness: (a: T, b: T) => number): boolean {
    if (before.length * after.length > MOST_HELD) return false;
    const candidates = before
      .flatMap((old, i) => after.map((one, j) => ({ old, one, i, j, alike: likeness(old, one) })))
      .filter(({ alike }) => alike > 0)
      // Of those equally alike, those at the same place of the order.
      .sort((a, b) => b.alike - a.alike || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i);
    for (const { old, one } of candidates) this.take(old, one);
    return true;
  }

  /** Pairs two unless one of them is paired already. */
  take(old: T, one: T): void {
    if (this.taken.has(old) || this.taken.has(one)) return;
    this.pairs.push({ old, new: one });
    this.taken.add(old).add(one);
  }
}

/** By name, in their order. */
export function groups<T>(items: readonly T[], nameOf: (one: T) => string | null): Map<string, T[]> {
  const byName = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === null) continue;
    const there = byName.get(name);
    if (there) there.push(item);
    else byName.set(name, [item]);
  }
  return byName;
}

/** How alike two texts are: 1 where they are the same, 0 where they share no two neighbouring characters (Dice, 1945). */
export function likenessOfTexts(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [pairsIn(a), pairsIn(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** Cells hold up to 32,767 characters; what they begin with tells enough. */
const COMPARED_LENGTH = 400;

function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>();
  const end = Math.min(text.length, COMPARED_LENGTH) - 1;
  for (let i = 0; i < end; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
