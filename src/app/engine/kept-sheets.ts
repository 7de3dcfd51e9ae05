import { NotKept, type KeptId } from './engine';
import type { KeptSheet } from './kept-sheet';

/** So many cells are kept at most; a snapshot of that size takes some hundred megabytes. */
export const MOST_CELLS = 6_000_000;

/** The worksheets that an engine keeps, bounded by their cells. */
export class KeptSheets {
  /** In the order of their last use, oldest first. */
  private readonly sheets = new Map<KeptId, KeptSheet>();
  private cells = 0;

  /** @param most cells that are kept; the sheet used last is kept whatever its size */
  constructor(private readonly most = MOST_CELLS) {}

  /** @throws NotKept */
  get(id: KeptId): KeptSheet {
    const sheet = this.sheets.get(id);
    if (!sheet) throw new NotKept(id);
    this.sheets.delete(id);
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** Keeps one more, and drops those that were not used for longest where there is no room. */
  add(sheet: KeptSheet): void {
    this.sheets.set(sheet.id, sheet);
    this.cells += sheet.cells;
    for (const id of this.sheets.keys()) {
      if (this.cells <= this.most || id === sheet.id) return;
      this.drop(id);
    }
  }

  drop(id: KeptId): void {
    const sheet = this.sheets.get(id);
    if (!sheet) return;
    this.sheets.delete(id);
    this.cells -= sheet.cells;
  }
}
