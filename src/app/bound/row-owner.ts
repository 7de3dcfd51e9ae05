import type { Annex } from '../../engine/annex/annex';
import { cellOf } from '../../engine/annex/cell-refs';
import { valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';

/** To whom a row of an annex belongs, and by which of its cells that is told. */
export interface RowOwner {
  /** 0-based sheet row whose cells tell it: that of the project's name, or the row itself. */
  readonly row: number;
  /** 0-based columns of name, unit and serial number, or of a sum's label. */
  readonly columns: readonly number[];
  /** The first and last row that belong to it, 0-based. */
  readonly rows: readonly [number, number];
}

/** Tells of each row of a sheet's annexes to whom it belongs; `null` outside projects and sums. */
export function ownersOf(annexes: readonly Annex[], sheet: SheetSnapshot): (row: number) => RowOwner | null {
  const owners = new Map<number, RowOwner>();
  for (const annex of annexes) {
    for (const project of annex.projects) {
      const { first: row, last } = project.rows;
      const own = new Set(
        IDENTITY.flatMap((field) => {
          const cell = cellOf(annex, project, field);
          return cell?.row === row ? [cell.column] : [];
        }),
      );
      const owner: RowOwner = { row, columns: [...own].sort(ascending), rows: [row, last] };
      for (let each = row; each <= last; each++) owners.set(each, owner);
    }
    for (const { row, label } of annex.totals) {
      const column = columnOf(sheet, row, label);
      if (column !== null) owners.set(row, { row, columns: [column], rows: [row, row] });
    }
  }
  return (row) => owners.get(row) ?? null;
}

/** What tells a project from the others. */
const IDENTITY = ['projectName', 'sequence', 'unit', 'department'] as const;

function ascending(a: number, b: number): number {
  return a - b;
}

/** The first cell of a row that a label was read from. */
function columnOf(sheet: SheetSnapshot, row: number, label: string): number | null {
  for (let column = sheet.firstColumn; column < sheet.firstColumn + sheet.columnCount; column++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'string' && value.trim() !== '' && value.includes(label.trim())) return column;
  }
  return null;
}
