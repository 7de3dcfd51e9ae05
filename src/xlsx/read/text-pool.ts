const SLOTS = 1 << 13;
/** V8 copies shorter pieces of a string anyway. */
const SHORTEST_SLICE = 13;

/**
 * Cuts strings out of a large text so that the text itself can be freed.
 *
 * JavaScript engines make a longer `slice` a window on its parent: one kept cell text would keep a whole worksheet's
 * XML in memory. Here every string is a copy of its own, and texts that repeat (units, yes and no, department
 * names) are mostly one shared string. The pool is a small cache, not a dictionary of everything: where nearly all
 * texts differ, a dictionary costs more than the reading.
 */
export class TextPool {
  private readonly recent: string[] = new Array<string>(SLOTS).fill('');

  /** The string `text.slice(start, end)`, independent of `text`. */
  slice(text: string, start: number, end: number): string {
    const size = end - start;
    if (size <= 0) return '';
    const last = text.charCodeAt(end - 1);
    const middle = text.charCodeAt(start + (size >> 1));
    const slot = (size + text.charCodeAt(start) * 7 + middle * 31 + last * 131) & (SLOTS - 1);
    const candidate = this.recent[slot]!;
    if (candidate.length === size && text.startsWith(candidate, start)) return candidate;
    return (this.recent[slot] = detached(text.slice(start, end)));
  }

  /** The same string, independent of whatever text it was cut from. */
  keep(text: string): string {
    return this.slice(text, 0, text.length);
  }
}

/**
 * A copy of a piece of a larger text. Joining makes a new string; the window that is then cut from that holds on to
 * one character more, not to the larger text.
 */
export function detached(text: string): string {
  return text.length < SHORTEST_SLICE ? text : (' ' + text).slice(1);
}
