import type { CellRange } from '../../engine/sheet/address';
import type { Span } from '../../engine/sheet/snapshot';
import type { BuildTraits } from './read-cells';
import type { OpenedSheet } from './read-sheet';
import type { Question } from './session';
import { rangeOf } from './sheets';

/**
 * The questions which rows or columns are hidden: all at once, then by halves where some are. A build may answer with
 * what the first line is, so the last one is asked as well.
 * @param spans where they are kept, in their order
 */
export function askHidden(
  what: 'rows' | 'columns',
  area: CellRange,
  spans: Span[],
  traits: BuildTraits,
): Question<OpenedSheet>[] {
  const [first, last] = what === 'rows' ? [area.firstRow, area.lastRow] : [area.firstColumn, area.lastColumn];
  return [askLines(what, first, last, spans, traits)];
}

function askLines(
  what: 'rows' | 'columns',
  first: number,
  last: number,
  spans: Span[],
  traits: BuildTraits,
): Question<OpenedSheet> {
  return ({ et, sheet }) => {
    const hidden = (from: number, to: number): unknown => {
      const range =
        what === 'rows'
          ? rangeOf(et, sheet, { firstRow: from, lastRow: to, firstColumn: 0, lastColumn: 0 })
          : rangeOf(et, sheet, { firstRow: 0, lastRow: 0, firstColumn: from, lastColumn: to });
      return et.get(et.need(range, what === 'rows' ? 'EntireRow' : 'EntireColumn'), 'Hidden');
    };
    const part = (from: number, to: number) => askLines(what, from, to, spans, traits);
    if (traits.tellsFirst && first < last) {
      return Array.from({ length: last - first + 1 }, (_, offset) => part(first + offset, first + offset));
    }
    const answer = hidden(first, last);
    const isSure = first === last || (typeof answer === 'boolean' && hidden(last, last) === answer);
    if (!isSure) {
      const half = Math.floor((first + last) / 2);
      return [part(first, half), part(half + 1, last)];
    }
    if (answer !== true) return;
    const before = spans[spans.length - 1];
    if (before?.last === first - 1) spans[spans.length - 1] = { ...before, last };
    else spans.push({ first, last });
  };
}
