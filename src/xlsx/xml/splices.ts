/** Edits of a text, gathered and made at once: everything between them stays as it is, character by character. */
export class Splices {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(readonly text: string) {}

  /** Whether there is any edit. */
  get any(): boolean {
    return this.edits.length > 0;
  }

  /** Puts text before the character at an offset; what is put at the same place stands in the order of the calls. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** Replaces the characters from `start` up to, not including, `end`. Edits may not overlap. */
  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  /**
   * The edited text.
   * @throws RangeError where edits overlap
   */
  result(): string {
    if (this.edits.length === 0) return this.text;
    // Sorting is stable: edits at one place keep their order.
    this.edits.sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces: string[] = [];
    let done = 0;
    for (const { start, end, text } of this.edits) {
      if (start < done) throw new RangeError(`edits overlap at ${start}`);
      pieces.push(this.text.slice(done, start), text);
      done = end;
    }
    pieces.push(this.text.slice(done));
    return pieces.join('');
  }
}
