import { annexIndexAt } from '../../engine/annex/annex-at';
import type { AnnexView } from '../../engine/annex/annex';
import type { Profile } from '../../engine/profile/profile';
import type { CellPosition } from '../../engine/sheet/address';
import { followRows, type FollowRow } from '../../engine/sheet/follow-rows';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { snapshotAfter, type WrittenCell } from '../../engine/sheet/snapshot-after';
import { ownersOf, type RowOwner } from './row-owner';

/** What a review saw of a worksheet, and what we have written there since, so that it can be found again. */
export class ReviewedSheet {
  private owners: ((row: number) => RowOwner | null) | null = null;
  private readonly written = new Map<string, WrittenCell>();

  /**
   * @param profiles what each annex was checked with, in their order; none where it was not checked yet
   */
  constructor(
    readonly snapshot: SheetSnapshot,
    readonly annexes: readonly AnnexView[],
    private readonly profiles: readonly Profile[],
  ) {}

  /** To whom a reviewed row belongs. */
  ownerOf(row: number): RowOwner | null {
    this.owners ??= ownersOf(this.annexes, this.snapshot);
    return this.owners(row);
  }

  /** Keeps what a fix wrote, by where its cell stood when it was reviewed: our own writes count as reviewed. */
  wrote(cells: readonly WrittenCell[]): void {
    for (const cell of cells) this.written.set(`${cell.row},${cell.column}`, cell);
  }

  /** The sheet as it was reviewed, and as our writes have left it. */
  get versions(): readonly SheetSnapshot[] {
    const { snapshot } = this;
    return this.written.size === 0
      ? [snapshot]
      : [snapshotAfter(snapshot, [...this.written.values()]), snapshot];
  }

  /** The annex that a reviewed cell belongs to, and what it was checked with. */
  annexAt({ row, column }: CellPosition): { readonly annex: AnnexView; readonly profile: Profile } | null {
    const at = annexIndexAt(this.annexes, { row, column });
    const annex = this.annexes[at];
    const profile = this.profiles[at];
    return annex && profile ? { annex, profile } : null;
  }

  /** Where the reviewed rows are in a later snapshot. */
  follow(present: SheetSnapshot): FollowRow {
    const identityOf = (row: number): readonly number[] => {
      const owner = this.ownerOf(row);
      return owner?.row === row ? owner.columns : [];
    };
    const ways = this.versions.map((version) => followRows(version, present, { identityOf }));
    return (row) => {
      for (const way of ways) {
        const found = way(row);
        if (found) return found;
      }
      return null;
    };
  }
}
