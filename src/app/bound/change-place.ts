import type { Annex } from '../../engine/annex/annex';
import { placeFinder } from '../../engine/annex/cell-refs';
import type { CellPosition } from '../../engine/sheet/address';
import { cellContent } from '../../engine/sheet/follow-rows';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { textHash } from '../../engine/sheet/text-hash';
import type { StoredChange, StoredPlace } from '../state/state-document';
import { moved } from './moved-cells';
import { annexIndexAt } from '../../engine/annex/annex-at';
import { ownersOf, type RowOwner } from './row-owner';

/** A worksheet as a change is looked for in it. */
export class ChangedSheet {
  private readonly ownerOf: (row: number) => RowOwner | null;
  /** Rows by their identities, for each choice of columns. */
  private readonly rows = new Map<string, Map<string, number[]>>();

  constructor(
    readonly snapshot: SheetSnapshot,
    private readonly annexes: readonly Annex[],
  ) {
    this.ownerOf = ownersOf(annexes, snapshot);
  }

  /** By what a change of these cells is found again; the snapshot holds what the change writes. */
  placeOf(cells: readonly CellPosition[]): StoredPlace {
    const { row: changed } = cells[0]!;
    const owner = this.ownerOf(changed) ?? { row: changed, columns: this.anyLabel(changed, cells) };
    const { row, columns } = owner;
    const identity = this.identity(row, columns);
    return {
      row,
      columns,
      identity,
      among: amongText(this.rowsOf(identity, columns), row),
      rest: this.rest(row, cells),
      heads: this.heads(cells),
    };
  }

  /**
   * How far a change has moved down; `null` where its row is not certain: where it is gone, where another has come that
   * bears the same name, and where its columns are others.
   */
  shiftOf(change: StoredChange): number | null {
    const { place, edits } = change;
    if (!place) return this.shiftByName(change);
    const rows = this.rowsOf(place.identity, place.columns);
    const [nth, count] = place.among.split('/').map(Number) as [number, number];
    if (rows.length !== count) return null;
    const alike = rows.filter((row) => this.rest(row, moved(edits, row - place.row)) === place.rest);
    const [own, ...others] = count === 1 ? rows : alike;
    if (own === undefined) return null;
    // Rows that are the same but for the changed cell: nobody has touched their order as long as all are there.
    const row = others.length === 0 ? own : alike.length === count ? rows[nth - 1]! : null;
    if (row === null) return null;
    const shift = row - place.row;
    return this.heads(moved(edits, shift)) === place.heads ? shift : null;
  }

  /** What was recorded without its row is where it was, as long as the same project stands there, and only there. */
  private shiftByName({ project, edits }: StoredChange): number | null {
    if (project === null) return 0;
    const named = this.annexes.flatMap(({ projects }) => projects.filter(({ name }) => name === project));
    const [own] = named;
    if (!own || named.length > 1) return null;
    return edits.every(({ row }) => row >= own.rows.first && row <= own.rows.last) ? 0 : null;
  }

  /** The first cell of a row that says something and is not changed. */
  private anyLabel(row: number, cells: readonly CellPosition[]): number[] {
    const { firstColumn, columnCount } = this.snapshot;
    for (let column = firstColumn; column < firstColumn + columnCount; column++)
      if (
        cellContent(this.snapshot, row, column).startsWith('"') &&
        !cells.some((cell) => cell.row === row && cell.column === column)
      )
        return [column];
    return [];
  }

  private identity(row: number, columns: readonly number[]): string {
    return hash(columns.map((column) => cellContent(this.snapshot, row, column)));
  }

  private rowsOf(identity: string, columns: readonly number[]): readonly number[] {
    const key = columns.join();
    let byIdentity = this.rows.get(key);
    if (!byIdentity) {
      byIdentity = new Map();
      this.rows.set(key, byIdentity);
      const { firstRow, rowCount } = this.snapshot;
      for (let row = firstRow; row < firstRow + rowCount; row++) {
        const own = this.identity(row, columns);
        const alike = byIdentity.get(own);
        if (alike) alike.push(row);
        else byIdentity.set(own, [row]);
      }
    }
    return byIdentity.get(identity) ?? [];
  }

  /** What a row holds but for the changed cells. */
  private rest(row: number, cells: readonly CellPosition[]): string {
    const changed = new Set(cells.filter((cell) => cell.row === row).map(({ column }) => column));
    const { firstColumn, columnCount } = this.snapshot;
    const contents: string[] = [];
    for (let column = firstColumn; column < firstColumn + columnCount; column++) {
      const content = changed.has(column) ? '' : cellContent(this.snapshot, row, column);
      if (content !== '') contents.push(`${column}${content}`);
    }
    return hash(contents);
  }

  /** What the columns of the cells are called. */
  private heads(cells: readonly CellPosition[]): string {
    return hash(
      cells.map((cell) => {
        const annex = this.annexes[annexIndexAt(this.annexes, cell)];
        const place = annex?.places[placeFinder(annex)(cell)];
        return place ? place.labels.map(({ text }) => text).join('\u0001') : '';
      }),
    );
  }
}

function amongText(rows: readonly number[], row: number): string {
  return `${rows.indexOf(row) + 1}/${rows.length}`;
}

function hash(contents: readonly string[]): string {
  return textHash(contents.join('\u0000')).toString(36);
}
