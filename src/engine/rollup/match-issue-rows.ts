import { columnLetters } from '../sheet/address';
import type { IssueKey } from './issue-key';
import type { IssueRow } from './read-issue-sheet';

/** What is compared of a row of 问题清单. */
interface Row {
  readonly key: IssueKey;
  readonly texts: Readonly<Record<'project' | 'original' | 'problem', string>>;
}

/** A finding that a new 问题清单 lists, alone in its row or with others of its habit. */
export interface FreshFinding extends Row {
  /** 0-based row of the plan. */
  readonly index: number;
}

/**
 * Which row of one finding that was there belongs to which finding of the plan. Rows of the annex are inserted, deleted and sorted, and one
 * project may have many findings that look alike; what was typed of one of them must not come to stand beside another.
 * So it counts, the surest first,
 *
 * - what is said of the project, as long as all rows that say it are still there;
 * - the cell, moved as the sure rows around it have moved;
 * - rule, project and column, as long as there are as many findings as before;
 * - rule and cell under another name, where a project was renamed.
 *
 */
export function matchIssueRows<Fresh extends FreshFinding>(
  fresh: readonly Fresh[],
  old: readonly IssueRow[],
): readonly Pair<Fresh>[] {
  const matching = new Matching<Fresh>(fresh, old);
  const project = ({ key, texts }: Row): string => `${columnOf(key)}\n${texts.project}`;
  const original = (row: Row): string => lines(project(row), row.key.message, row.texts.original);
  matching.pair((row) => lines(original(row), row.texts.problem), 'all-there');
  matching.pair(original, 'all-there');
  const shiftOf = shifts(matching.pairs);
  const place = (row: Row): string | null => {
    const down = 'index' in row ? 0 : shiftOf(row.key);
    return down === null ? null : lines(columnOf(row.key), String(row.key.cell.row + down));
  };
  const atPlace = (rest: (row: Row) => string | null): void =>
    matching.pair((row) => {
      const [where, what] = [place(row), rest(row)];
      return where === null || what === null ? null : lines(where, what);
    }, 'in-order');
  atPlace(({ key, texts }) => lines(key.message, texts.project));
  atPlace(({ texts }) => texts.project);
  matching.pair(project, 'all-there');
  const projects = new Set(fresh.map(({ texts }) => texts.project));
  atPlace((row) => ('index' in row || !projects.has(row.texts.project) ? '' : null));
  return matching.pairs;
}

function columnOf({ rule, cell, sheetName }: IssueKey): string {
  return lines(rule, columnLetters(cell.column), sheetName);
}

function lines(...texts: readonly string[]): string {
  return texts.join('\n').replace(/\r\n?/g, '\n');
}

/** An old row and what it belongs to. */
interface Pair<Fresh = FreshFinding> {
  readonly old: IssueRow;
  readonly fresh: Fresh;
}

class Matching<Fresh extends FreshFinding> {
  readonly pairs: Pair<Fresh>[] = [];
  private readonly taken = new Set<Row>();

  constructor(
    private readonly fresh: readonly Fresh[],
    private readonly old: readonly IssueRow[],
  ) {}

  /**
   * Pairs rows of the same name from top to bottom of the annex; old rows may have been sorted.
   * @param nameOf `null` for rows that stay out
   * @param how `all-there`: only where there are as many as before, for else nobody knows which one has gone
   */
  pair(nameOf: (row: Row) => string | null, how: 'all-there' | 'in-order'): void {
    const before = this.waiting(this.old, nameOf);
    for (const [name, rows] of this.waiting(this.fresh, nameOf)) {
      const there = before.get(name) ?? [];
      if (how === 'all-there' && there.length !== rows.length) continue;
      rows.slice(0, there.length).forEach((fresh, i) => {
        const old = there[i]!;
        this.pairs.push({ fresh, old });
        this.taken.add(fresh).add(old);
      });
    }
  }

  private waiting<One extends Row>(
    rows: readonly One[],
    nameOf: (row: Row) => string | null,
  ): Map<string, One[]> {
    const byName = new Map<string, One[]>();
    for (const row of rows) {
      const name = this.taken.has(row) ? null : nameOf(row);
      if (name === null) continue;
      const alike = byName.get(name);
      if (alike) alike.push(row);
      else byName.set(name, [row]);
    }
    for (const alike of byName.values()) alike.sort(downwards);
    return byName;
  }
}

function downwards(a: Row, b: Row): number {
  return a.key.cell.row - b.key.cell.row;
}

/** How far down a cell has moved, by the sure rows next above and below it; `null` where these do not agree. */
function shifts(pairs: readonly Pair[]): (key: IssueKey) => number | null {
  const bySheet = new Map<string, Pair[]>();
  for (const pair of [...pairs].sort((a, b) => downwards(a.old, b.old))) {
    const own = bySheet.get(pair.old.key.sheetName);
    if (own) own.push(pair);
    else bySheet.set(pair.old.key.sheetName, [pair]);
  }
  const down = ({ old, fresh }: Pair): number => fresh.key.cell.row - old.key.cell.row;
  return ({ cell, sheetName }) => {
    const sure = bySheet.get(sheetName) ?? [];
    const next = sure.findIndex(({ old }) => old.key.cell.row >= cell.row);
    const below = sure[next];
    const above = below?.old.key.cell.row === cell.row ? below : sure[(below ? next : sure.length) - 1];
    if (above && below) return down(above) === down(below) ? down(above) : null;
    const only = above ?? below;
    return only ? down(only) : 0;
  };
}
