/** Bits of one table that sets of characters share: 32 sets cost 256 KB, and a look-up one read. */
const tables: Uint32Array[] = [];
let used = 0;
const BITS = 32;
const CODES = 0x10000;

/** A set of UTF-16 code units whose look-up costs a read and a mask. Made once, when a module is loaded. */
export class CharacterSet {
  private readonly table: Uint32Array;
  private readonly bit: number;

  constructor(codes: Iterable<number>) {
    if (used % BITS === 0) tables.push(new Uint32Array(CODES));
    this.table = tables[tables.length - 1]!;
    this.bit = 1 << (used % BITS);
    used += 1;
    for (const code of codes) this.table[code]! |= this.bit;
  }

  /** The set of the characters of a text. */
  static of(characters: string): CharacterSet {
    return new CharacterSet(Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i)));
  }

  /** Whether the set holds the code unit; `NaN`, the code behind the end of a text, is in no set (and is read as 0). */
  has(code: number): boolean {
    return (this.table[code | 0]! & this.bit) !== 0;
  }

  /** The first position from `position` on, before `end`, whose character is in the set; `end` where none is. */
  next(text: string, position: number, end: number): number {
    let i = position;
    while (i < end && (this.table[text.charCodeAt(i)]! & this.bit) === 0) i += 1;
    return i;
  }
}
