/** What a table found at a position of a text. */
export interface WordMatch<T> {
  readonly word: string;
  readonly value: T;
  /** The position behind the word. */
  readonly end: number;
}

/**
 * Words with a value each, looked up at a position of a text; the longest word wins. A look-up costs no more
 * than the few words that share a first character, however long the text is.
 */
export class WordTable<T> {
  private readonly byFirst = new Map<number, { word: string; value: T }[]>();

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      const first = word.charCodeAt(0);
      const bucket = this.byFirst.get(first);
      if (bucket === undefined) this.byFirst.set(first, [{ word, value }]);
      else bucket.push({ word, value });
    }
    for (const bucket of this.byFirst.values()) bucket.sort((a, b) => b.word.length - a.word.length);
  }

  static of(words: Iterable<string>): WordTable<true> {
    return new WordTable(Array.from(words, (word) => [word, true] as const));
  }

  /** The codes of the characters that words of the table begin with. */
  get firstCharacters(): Iterable<number> {
    return this.byFirst.keys();
  }

  /** The longest word of the table that begins at `position`. */
  at(text: string, position: number): WordMatch<T> | null {
    const bucket = this.byFirst.get(text.charCodeAt(position));
    if (bucket === undefined) return null;
    for (const { word, value } of bucket) {
      if (text.startsWith(word, position)) return { word, value, end: position + word.length };
    }
    return null;
  }

  /** Whether the stretch of text before `position` ends in a word of the table that is `maxLength` long at most. */
  endsAt(text: string, position: number, maxLength: number): boolean {
    for (let start = Math.max(0, position - maxLength); start < position; start += 1) {
      const bucket = this.byFirst.get(text.charCodeAt(start));
      if (bucket?.some(({ word }) => start + word.length === position && text.startsWith(word, start)))
        return true;
    }
    return false;
  }
}
