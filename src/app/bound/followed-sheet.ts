import type { AnnexView } from '../../engine/annex/annex';
import type { CellPosition } from '../../engine/sheet/address';
import { cellContent, plainContent, type FollowRow } from '../../engine/sheet/follow-rows';
import { formulaAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import type { ReviewedSheet } from './reviewed-sheet';

/** A reviewed worksheet as it is now: where its cells stand, and whether they hold what was reviewed. */
export class FollowedSheet {
  private readonly follow: FollowRow;

  /** @param annexes those of now */
  constructor(
    readonly reviewed: ReviewedSheet,
    readonly present: SheetSnapshot,
    readonly annexes: readonly AnnexView[],
  ) {
    this.follow = reviewed.follow(present);
  }

  /**
   * Where a reviewed cell is now; `null` where its row, the row that tells its project, or the columns cannot be found
   * for certain.
   */
  place({ row, column }: CellPosition): CellPosition | null {
    const now = this.follow(row);
    if (!now || !this.columnsHold(row)) return null;
    const owner = this.reviewed.ownerOf(row);
    if (owner && owner.row !== row) {
      const first = this.follow(owner.row);
      if (!first || now.row - first.row !== row - owner.row) return null;
    }
    return { row: now.row, column };
  }

  /** Whether a cell holds, at its place of now, what was reviewed there or what we wrote there since. */
  holds(cell: CellPosition, now: CellPosition): boolean {
    const content = cellContent(this.present, now.row, now.column);
    const value = plainContent(valueAt(this.present, now.row, now.column));
    return this.reviewed.versions.some(
      (version) =>
        cellContent(version, cell.row, cell.column) === content &&
        // A formula that says the same may give another figure by now.
        plainContent(valueAt(version, cell.row, cell.column)) === value,
    );
  }

  /** Whether title, caption and header of the annex that a cell belongs to are as they were reviewed. */
  headHolds(cell: CellPosition): boolean {
    const annex = this.reviewed.annexAt(cell)?.annex;
    if (!annex?.headerRows) return true;
    for (let row = annex.range.firstRow; row <= annex.headerRows[1]; row++)
      if (!this.isBlank(row) && !this.follow(row)?.whole) return false;
    return true;
  }

  /** What a cell of now holds. */
  contentAt({ row, column }: CellPosition) {
    return { value: valueAt(this.present, row, column), formula: formulaAt(this.present, row, column) };
  }

  /** Whether the header of an annex stands where its columns were reviewed. */
  private columnsHold(row: number): boolean {
    const annex = this.reviewed.annexAt({ row, column: 0 })?.annex;
    if (!annex?.headerRows) return true;
    const [first, last] = annex.headerRows;
    for (let each = first; each <= last; each++) if (!this.isBlank(each) && !this.follow(each)) return false;
    return true;
  }

  private isBlank(row: number): boolean {
    const { firstColumn, columnCount } = this.reviewed.snapshot;
    for (let column = firstColumn; column < firstColumn + columnCount; column++)
      if (cellContent(this.reviewed.snapshot, row, column) !== '') return false;
    return true;
  }
}
