import type { CellRange } from '../../../engine/sheet/address';
import { Splices } from '../../xml/splices';
import { findFormats, type FormattingSpan, type HolderSpan } from './conditional-rules';

/**
 * Takes off the conditional formats whose formula is ours, in the worksheet's own list and in the newer one of its
 * extensions. Excel puts rules over equal ranges into one element: the others of it stay. Their priorities stay too.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function withoutHighlights(frame: string, part: string, isOurs: IsOurs): string {
  const root = findFormats(frame, part);
  const splices = new Splices(frame);
  for (const { start, end } of leftovers(root, isOurs).remove) splices.remove(start, end);
  return splices.result();
}

/** @param formula without "=" */
type IsOurs = (formula: string, ranges: readonly CellRange[]) => boolean;

interface Removal {
  readonly start: number;
  readonly end: number;
}

interface Leftovers {
  readonly remove: readonly Removal[];
  /** Whether nothing would be left of the element but its tags, and there was something of ours. */
  readonly empty: boolean;
}

function leftovers(holder: HolderSpan, isOurs: IsOurs): Leftovers {
  const formats = holder.formats.map((formatting) => emptied(formatting, isOurs));
  const holders = holder.holders.map((inner) => ({ inner, left: leftovers(inner, isOurs) }));
  const inside = [...formats, ...holders.map(({ left }) => left)];
  const empty = !holder.holdsMore && inside.length > 0 && inside.every((left) => left.empty);
  const remove = [
    ...formats.flatMap((left) => left.remove),
    // An emptied alternative still keeps the others of its group from being chosen.
    ...holders.flatMap(({ inner, left }) =>
      left.empty && inner.name !== 'Choice' && inner.name !== 'Fallback' ? [inner] : left.remove,
    ),
  ];
  return { remove, empty };
}

function emptied(formatting: FormattingSpan, isOurs: IsOurs): Leftovers {
  const ours = formatting.rules.filter(
    ({ type, formula }) => type === 'expression' && formula !== null && isOurs(formula, formatting.ranges),
  );
  const empty = ours.length > 0 && ours.length === formatting.rules.length && !formatting.holdsMore;
  return { remove: empty ? [formatting] : ours, empty };
}
