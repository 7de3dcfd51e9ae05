import { isCellError, type CellValue } from './cell-value';
import { formulaOfAnyRow } from './relative-formula';
import { formulaAt, valueAt, type SheetSnapshot } from './snapshot';
import { textHash } from './text-hash';

/** Where a row of an earlier snapshot stands in a later one. */
export interface FollowedRow {
  /** 0-based sheet row. */
  readonly row: number;
  /** Whether all its cells hold what they held then; formulas count by their text. */
  readonly whole: boolean;
}

export interface FollowOptions {
  /**
   * The columns (0-based) whose cells tell whose an earlier row (0-based) is: name, unit, serial number. None for rows
   * that belong to nobody or to the row above them; such a row is known by all its cells and its neighbours alone.
   */
  readonly identityOf: (row: number) => readonly number[];
}

/** Says where a row (0-based) of the earlier snapshot is now; `null` where that is not certain. */
export type FollowRow = (row: number) => FollowedRow | null;

/**
 * Finds the rows of a worksheet again after rows were inserted, deleted, sorted, copied or edited. Only unique evidence
 * counts, so that what was said of one row is never taken for another that looks alike:
 *
 * - a row whose contents stand once in either snapshot;
 * - one of several alike, where everything between two such rows is as it was;
 * - a row edited since, between two such rows, whose name, unit and serial number stand once in either snapshot.
 *
 * Rows whose cells have moved sideways are not followed. Takes time in proportion to the cells.
 */
export function followRows(earlier: SheetSnapshot, later: SheetSnapshot, options: FollowOptions): FollowRow {
  const following = new Following(earlier, later, options);
  return (row) => following.of(row);
}

/** What a cell holds, the same from every host; '' for a blank one. */
export function cellContent(sheet: SheetSnapshot, row: number, column: number): string {
  const formula = formulaAt(sheet, row, column);
  if (formula !== null) return `=${formulaOfAnyRow(formula, row, column)}`;
  return plainContent(valueAt(sheet, row, column));
}

/** A constant as a text that tells its type; hosts do not tell an empty text from a blank cell. */
export function plainContent(value: CellValue): string {
  if (value === null || value === '') return '';
  if (isCellError(value)) return `!${value.error}`;
  if (typeof value === 'string') return `"${value.replace(/\r\n?/g, '\n')}`;
  return String(value);
}

/** The rows of one snapshot by their contents. */
class RowKeys {
  readonly first: number;
  readonly count: number;
  private readonly keys: number[] = [];
  private readonly rows = new Map<number, number[]>();

  constructor(readonly sheet: SheetSnapshot) {
    this.first = sheet.firstRow;
    this.count = sheet.rowCount;
    for (let row = this.first; row < this.end; row++) {
      const key = this.keyOf(row);
      this.keys.push(key);
      const alike = this.rows.get(key);
      if (alike) alike.push(row);
      else this.rows.set(key, [row]);
    }
  }

  /** The first row below. */
  get end(): number {
    return this.first + this.count;
  }

  key(row: number): number {
    return this.keys[row - this.first] ?? BLANK;
  }

  /** The one row with these contents, or `null`. */
  only(key: number): number | null {
    const rows = this.rows.get(key);
    return rows?.length === 1 ? rows[0]! : null;
  }

  private keyOf(row: number): number {
    const { firstColumn, columnCount } = this.sheet;
    let text = '';
    for (let column = firstColumn; column < firstColumn + columnCount; column++) {
      const content = cellContent(this.sheet, row, column);
      if (content !== '') text += `${column}${content}\u0000`;
    }
    return text === '' ? BLANK : textHash(text);
  }
}

/** The key of a blank row. */
const BLANK = -1;

/** How often each identity stands in a snapshot, by the columns that make it. */
class Identities {
  private readonly counts = new Map<string, Map<string, number>>();

  constructor(private readonly sheet: SheetSnapshot) {}

  /** What tells whose a row is; `null` where nothing stands there. */
  of(row: number, columns: readonly number[]): string | null {
    const contents = columns.map((column) => cellContent(this.sheet, row, column));
    return contents.some((content) => content !== '') ? contents.join('\u0000') : null;
  }

  /** The rows of a stretch by their identities. */
  rows(from: number, to: number, columns: readonly number[]): Map<string, number> {
    const rows = new Map<string, number>();
    for (let row = from; row < to; row++) {
      const identity = this.of(row, columns);
      if (identity !== null) rows.set(identity, row);
    }
    return rows;
  }

  count(identity: string, columns: readonly number[]): number {
    const key = columns.join();
    let counts = this.counts.get(key);
    if (!counts) {
      counts = new Map();
      this.counts.set(key, counts);
      const { firstRow, rowCount } = this.sheet;
      for (let row = firstRow; row < firstRow + rowCount; row++) {
        const own = this.of(row, columns);
        if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1);
      }
    }
    return counts.get(identity) ?? 0;
  }
}

/** A stretch of rows between two that are certain: `from` included, `to` not. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** Where it begins and ends in the later snapshot. */
  readonly laterFrom: number;
  readonly laterTo: number;
}

class Following {
  private readonly before: RowKeys;
  private readonly after: RowKeys;
  private readonly identitiesBefore: Identities;
  private readonly identitiesAfter: Identities;
  private readonly found = new Map<number, FollowedRow>();

  constructor(
    earlier: SheetSnapshot,
    later: SheetSnapshot,
    private readonly options: FollowOptions,
  ) {
    this.before = new RowKeys(earlier);
    this.after = new RowKeys(later);
    this.identitiesBefore = new Identities(earlier);
    this.identitiesAfter = new Identities(later);
    const anchors = this.anchors();
    for (const { row, now } of anchors) this.found.set(row, { row: now, whole: true });
    for (const gap of this.gaps(anchors)) this.settle(gap);
  }

  of(row: number): FollowedRow | null {
    return this.found.get(row) ?? null;
  }

  /** Rows that stand once in either snapshot, and of whose project there are no more rows than before. */
  private anchors(): { readonly row: number; readonly now: number }[] {
    const anchors = [];
    for (let row = this.before.first; row < this.before.end; row++) {
      const key = this.before.key(row);
      if (key === BLANK || this.before.only(key) === null) continue;
      const now = this.after.only(key);
      if (now !== null && !this.isCopied(row)) anchors.push({ row, now });
    }
    return anchors;
  }

  /** Whether the project of a row has more rows now: one of them is a copy, and which one, nobody can tell. */
  private isCopied(row: number): boolean {
    const columns = this.options.identityOf(row);
    const identity = this.identitiesBefore.of(row, columns);
    return (
      identity !== null &&
      this.identitiesAfter.count(identity, columns) > this.identitiesBefore.count(identity, columns)
    );
  }

  /** The stretches between rows that are certain and follow one another in both snapshots. */
  private *gaps(anchors: readonly { readonly row: number; readonly now: number }[]): Generator<Gap> {
    const sorted = anchors.map(({ now }) => now).sort((a, b) => a - b);
    const rank = new Map(sorted.map((now, i) => [now, i]));
    let above = { row: this.before.first - 1, now: this.after.first - 1, rank: -1 };
    const ranked = anchors.map((anchor) => ({ ...anchor, rank: rank.get(anchor.now)! }));
    for (const below of [...ranked, { row: this.before.end, now: this.after.end, rank: anchors.length }]) {
      if (below.rank === above.rank + 1)
        yield { from: above.row + 1, to: below.row, laterFrom: above.now + 1, laterTo: below.now };
      above = below;
    }
  }

  private settle(gap: Gap): void {
    const { from, to, laterFrom, laterTo } = gap;
    if (to - from === laterTo - laterFrom) {
      this.settleSameLength(gap);
      return;
    }
    const ownOnce = onceIn(from, to, (row) => this.before.key(row));
    const laterOnce = onceIn(laterFrom, laterTo, (row) => this.after.key(row));
    const inside = new Map<string, ReadonlyMap<string, number>>();
    for (let row = from; row < to; row++) {
      const columns = this.options.identityOf(row);
      const identity = this.identitiesBefore.of(row, columns);
      const key = this.before.key(row);
      if (identity === null) {
        // It belongs to the row above it, or to nobody.
        const now = key === BLANK || ownOnce.get(key) === undefined ? undefined : laterOnce.get(key);
        if (now !== undefined) this.found.set(row, { row: now, whole: true });
      } else if (this.isUnique(identity, columns)) {
        let byIdentity = inside.get(columns.join());
        if (!byIdentity) {
          byIdentity = this.identitiesAfter.rows(laterFrom, laterTo, columns);
          inside.set(columns.join(), byIdentity);
        }
        const now = byIdentity.get(identity);
        if (now !== undefined) this.foundEdited(row, now);
      }
    }
    this.dropCrossing(from, to);
  }

  /** What stands in another order than before within a stretch whose length has changed is not certain. */
  private dropCrossing(from: number, to: number): void {
    let lowest = -1;
    const crossing = new Set<number>();
    let last: number | null = null;
    for (let row = from; row < to; row++) {
      const now = this.found.get(row)?.row;
      if (now === undefined) continue;
      if (now <= lowest) {
        crossing.add(row);
        if (last !== null) crossing.add(last);
      } else {
        lowest = now;
        last = row;
      }
    }
    for (const row of crossing) this.found.delete(row);
  }

  private settleSameLength({ from, to, laterFrom }: Gap): void {
    const shift = laterFrom - from;
    const differing: number[] = [];
    for (let row = from; row < to; row++)
      if (this.before.key(row) !== this.after.key(row + shift)) differing.push(row);
    // Contents that were here more or less often than now may have changed places.
    const balance = new Map<number, number>();
    for (const row of differing) {
      const was = this.before.key(row);
      const is = this.after.key(row + shift);
      balance.set(was, 0);
      balance.set(is, 0);
    }
    for (let row = from; row < to; row++) {
      const key = this.before.key(row);
      if (key === this.after.key(row + shift) && !balance.has(key))
        this.found.set(row, { row: row + shift, whole: true });
    }
    for (const row of differing) {
      const columns = this.options.identityOf(row);
      const identity = this.identitiesBefore.of(row, columns);
      if (identity === null || identity !== this.identitiesAfter.of(row + shift, columns)) continue;
      if (this.isUnique(identity, columns)) this.foundEdited(row, row + shift);
    }
    for (const row of differing) {
      if (this.found.has(row) || this.options.identityOf(row).length > 0) continue;
      const stays = (neighbour: number): boolean =>
        neighbour < from || neighbour >= to || this.found.get(neighbour)?.row === neighbour + shift;
      if (stays(row - 1) && stays(row + 1) && this.resembles(row, row + shift))
        this.foundEdited(row, row + shift);
    }
  }

  private isUnique(identity: string, columns: readonly number[]): boolean {
    return (
      this.identitiesBefore.count(identity, columns) === 1 &&
      this.identitiesAfter.count(identity, columns) === 1
    );
  }

  private foundEdited(row: number, now: number): void {
    const whole = this.before.key(row) === this.after.key(now);
    if (whole || !this.hasMovedSideways(row, now)) this.found.set(row, { row: now, whole });
  }

  /** Whether at least half of what a row held is still there. */
  private resembles(row: number, now: number): boolean {
    let filled = 0;
    let same = 0;
    for (const column of this.columns()) {
      const content = cellContent(this.before.sheet, row, column);
      if (content === '') continue;
      filled++;
      if (content === cellContent(this.after.sheet, now, column)) same++;
    }
    return filled > 0 && same * 2 >= filled;
  }

  /** Whether something that a row held now stands further left or right, as where cells or columns were inserted. */
  private hasMovedSideways(row: number, now: number): boolean {
    const gone = new Set<string>();
    const come: string[] = [];
    for (const column of this.columns()) {
      const was = cellContent(this.before.sheet, row, column);
      const is = cellContent(this.after.sheet, now, column);
      if (was === is) continue;
      gone.add(was);
      come.push(is);
    }
    gone.delete('');
    return come.some((content) => gone.has(content));
  }

  private *columns(): Generator<number> {
    const a = this.before.sheet;
    const b = this.after.sheet;
    const end = Math.max(a.firstColumn + a.columnCount, b.firstColumn + b.columnCount);
    for (let column = Math.min(a.firstColumn, b.firstColumn); column < end; column++) yield column;
  }
}

/** The rows of a stretch whose key no other row of it has. */
function onceIn(from: number, to: number, keyOf: (row: number) => number): Map<number, number> {
  const rows = new Map<number, number>();
  const several = new Set<number>();
  for (let row = from; row < to; row++) {
    const key = keyOf(row);
    if (rows.has(key)) several.add(key);
    rows.set(key, row);
  }
  for (const key of several) rows.delete(key);
  return rows;
}
