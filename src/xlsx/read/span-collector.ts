import type { Span } from '../../engine/sheet/snapshot';

/** Collects row or column indices (0-based) in any order into spans that are sorted and do not touch. */
export class SpanCollector {
  private readonly collected: { first: number; last: number }[] = [];

  add(first: number, last: number = first): void {
    const previous = this.collected[this.collected.length - 1];
    if (previous && first === previous.last + 1) previous.last = last;
    else this.collected.push({ first, last });
  }

  spans(): Span[] {
    const merged: { first: number; last: number }[] = [];
    for (const span of [...this.collected].sort((a, b) => a.first - b.first)) {
      const previous = merged[merged.length - 1];
      if (previous && span.first <= previous.last + 1) previous.last = Math.max(previous.last, span.last);
      else merged.push({ ...span });
    }
    return merged;
  }

  /** Everything from 0 to `last` that is in no collected span. */
  complement(last: number): Span[] {
    const gaps: Span[] = [];
    let first = 0;
    for (const span of this.spans()) {
      if (span.first > first) gaps.push({ first, last: span.first - 1 });
      first = span.last + 1;
    }
    if (first <= last) gaps.push({ first, last });
    return gaps;
  }
}
