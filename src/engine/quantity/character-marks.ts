const CODES = 0x10000;
const MOST_SETS = 16;

/**
 * Several sets of characters at once: which of them hold a code unit costs one read, as bits. For readers that would
 * otherwise ask one set after the other at every character. 128 KB each; made once, when a module is loaded.
 */
export class CharacterMarks {
  private readonly table = new Uint16Array(CODES);

  /** The set at index `i` answers with the bit `1 << i`; sixteen sets at most. */
  constructor(sets: readonly Iterable<number>[]) {
    if (sets.length > MOST_SETS) throw new RangeError(`${sets.length} sets of characters`);
    sets.forEach((codes, i) => {
      for (const code of codes) this.table[code]! |= 1 << i;
    });
  }

  /** The sets that hold the code unit, as bits; 0 where none does, and behind the end of a text (`NaN`). */
  of(code: number): number {
    return this.table[code | 0]!;
  }
}
