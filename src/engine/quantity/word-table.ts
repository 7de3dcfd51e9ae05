import { CharacterSet } from './character-set';

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
  private readonly first: CharacterSet;

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      const first = word.charCodeAt(0);
      const bucket = this.byFirst.get(first);
      if (bucket === undefined) this.byFirst.set(first, [{ word, value }]);
      else bucket.push({ word, value });
    }
    for (const bucket of this.byFirst.values()) bucket.sort((a, b) => b.word.length - a.word.length);
    this.first = new CharacterSet(this.byFirst.keys());
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
    const code = text.charCodeAt(position);
    if (!this.first.has(code)) return null;
    for (const { word, value } of this.byFirst.get(code)!) {
      if (text.startsWith(word, position)) return { word, value, end: position + word.length };
    }
    return null;
  }

  /** The first position from `position` on where a word of the table may begin; the text's length where none. */
  next(text: string, position: number): number {
    return this.first.next(text, position, text.length);
  }

  /** Whether the stretch of text before `position` ends in a word of the table that is `maxLength` long at most. */
  endsAt(text: string, position: number, maxLength: number): boolean {
    for (let start = Math.max(0, position - maxLength); start < position; start += 1) {
      const code = text.charCodeAt(start);
      if (!this.first.has(code)) continue;
      for (const { word } of this.byFirst.get(code)!) {
        if (start + word.length === position && text.startsWith(word, start)) return true;
      }
    }
    return false;
  }
}
