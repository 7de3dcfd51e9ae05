/** Neighbouring rows or columns of one size. Both bounds are 0-based and included. */
export interface SizeSpan {
  readonly first: number;
  readonly last: number;
  /** In pixels; 0 where they are hidden. */
  readonly size: number;
}

/** The rows or the columns of a worksheet as lengths, in pixels of a screen of 96 to the inch. */
export class SheetAxis {
  private readonly spans: readonly SizeSpan[];
  /** By span: how much everything up to its end is longer than it would be by the usual size. */
  private readonly surplus: readonly number[];

  /**
   * @param spans whatever is not of the usual size, in any order; of spans that overlap the first counts
   * @param usual size of all others
   * @param lastIndex the last row or column of a worksheet
   */
  constructor(
    spans: readonly SizeSpan[],
    private readonly usual: number,
    private readonly lastIndex: number,
  ) {
    const kept: SizeSpan[] = [];
    const surplus: number[] = [];
    let sum = 0;
    let next = 0;
    for (const span of [...spans].sort((a, b) => a.first - b.first)) {
      const first = Math.max(span.first, next);
      const last = Math.min(span.last, lastIndex);
      if (first > last) continue;
      sum += (last - first + 1) * (span.size - usual);
      kept.push({ first, last, size: span.size });
      surplus.push(sum);
      next = last + 1;
    }
    this.spans = kept;
    this.surplus = surplus;
  }

  /** Length of them all. */
  get length(): number {
    return this.startOf(this.lastIndex + 1);
  }

  /** Where a row or column begins. */
  startOf(index: number): number {
    const at = this.spansBefore(index);
    const base = index * this.usual + (at === 0 ? 0 : this.surplus[at - 1]!);
    const span = at === 0 ? undefined : this.spans[at - 1]!;
    // The last span may reach beyond the index, and then counts only in part.
    const beyond = span && span.last >= index ? span.last + 1 - index : 0;
    return span && beyond > 0 ? base - beyond * (span.size - this.usual) : base;
  }

  /** The row or column in which a point lies and how far into it, whole pixels; the last one for points beyond. */
  at(point: number): { readonly index: number; readonly into: number } {
    let low = 0;
    let high = this.lastIndex;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= point) low = middle;
      else high = middle - 1;
    }
    const start = this.startOf(low);
    const size = this.startOf(low + 1) - start;
    return { index: low, into: Math.floor(Math.max(0, Math.min(point - start, size))) };
  }

  /** How many spans begin before an index. */
  private spansBefore(index: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle]!.first < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
