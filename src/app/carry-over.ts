import { byPosition } from '../engine/review/order';
import { toAddress, type CellPosition } from '../engine/sheet/address';
import type { ReviewFinding } from './reviewer';

/** What became of findings when their worksheet was reviewed again. */
export interface CarriedOver {
  /** Those that are gone, where their cells are now, by position. */
  readonly settled: readonly ReviewFinding[];
  /** By the ids of before: what those that go on are called now, settled ones among them. */
  readonly became: Readonly<Record<string, string>>;
}

/**
 * Follows findings from one review to the next: the same said of the same cell goes on, and so does another thing that the
 * same rule says of it. What nobody says any more is settled: `fixed` where we corrected it, else `solved`. One whose row is
 * gone is forgotten, unless it was corrected by us: then it stays, and its place is not certain. So is one that nobody looked
 * for any more: it may be as wrong as before.
 * @param before with what has become of them, settled ones among them
 * @param now those of the newest review
 * @param placeOf where the cell of one is now; `null` where its row is not certain
 * @param isChecked whether the newest review could check what a rule asks for
 * @param original what the cell of one said when it was found
 */
export function carryOver(
  before: readonly ReviewFinding[],
  now: readonly ReviewFinding[],
  placeOf: (finding: ReviewFinding) => CellPosition | null,
  isChecked: (rule: string) => boolean,
  original: (finding: ReviewFinding) => string | undefined,
): CarriedOver {
  const became: Record<string, string> = {};
  const free = new Set(now);
  const byCell = new Map<string, ReviewFinding[]>();
  for (const finding of now) {
    const key = keyOf(finding, finding.cell);
    const own = byCell.get(key);
    if (own) own.push(finding);
    else byCell.set(key, [finding]);
  }
  const take = (finding: ReviewFinding, found: ReviewFinding | undefined): boolean => {
    if (!found) return false;
    free.delete(found);
    became[finding.id] = found.id;
    return true;
  };
  const leftAt = (finding: ReviewFinding): ReviewFinding[] => {
    const place = placeOf(finding);
    return place ? (byCell.get(keyOf(finding, place)) ?? []).filter((one) => free.has(one)) : [];
  };
  // What is open comes first: a settled one beside it says the same of the past.
  const ordered = [...before].sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)));
  const changed = ordered.filter(
    (finding) =>
      !take(
        finding,
        leftAt(finding).find(({ message }) => message === finding.message),
      ),
  );
  const byId = new Map(now.map((finding) => [finding.id, finding]));
  const gone = changed.filter((finding) => {
    if (take(finding, leftAt(finding)[0])) return false;
    // Who renames a project in its row moves nothing.
    const same = placeOf(finding) === null ? byId.get(finding.id) : undefined;
    return !take(finding, same && free.has(same) ? same : undefined);
  });
  const taken = new Set(byId.keys());
  const settled = gone.flatMap((finding): ReviewFinding[] => {
    const place = placeOf(finding);
    if (finding.state !== 'fixed' && (!place || !isChecked(finding.rule))) return [];
    const cell = place ? { ...finding.cell, ...place } : finding.cell;
    const id = freeId(`${finding.rule}!${toAddress(cell.row, cell.column)}!${finding.message}`, taken);
    became[finding.id] = id;
    const { unplaced: _, origin, ...rest } = finding;
    const said = finding.original ?? original(finding);
    return [
      {
        ...rest,
        ...{ id, cell, state: finding.state === 'fixed' ? 'fixed' : 'solved' },
        // Known as an object of its own: by it the review is found that it belongs to now.
        ...(origin && { origin: { ...origin } }),
        ...(place ? {} : { unplaced: true }),
        ...(said !== undefined && { original: said }),
      },
    ];
  });
  return { settled: settled.sort(byPosition), became };
}

function isSettled({ state }: ReviewFinding): boolean {
  return state === 'fixed' || state === 'solved';
}

function keyOf({ rule }: ReviewFinding, { row, column }: CellPosition): string {
  return `${rule} ${row} ${column}`;
}

/** An id that no other finding has; what is behind "#" tells it from those that say the same. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let nth = 2; taken.has(id); nth++) id = `${wanted}#${nth}`;
  taken.add(id);
  return id;
}
