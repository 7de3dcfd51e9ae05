import type { CellRange } from '../../sheet/address';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';

/** One label of a header and the columns it stands over. All positions are 0-based sheet positions. */
export interface HeaderNode {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** The last column that the label spans (by a merge, or by the blanks beside it). */
  lastColumn: number;
  readonly parent: HeaderNode | null;
}

/** One column under a header. */
export interface LeafColumn {
  readonly column: number;
  /** The labels above the column, from top to leaf; empty where nothing stands above it. */
  readonly nodes: readonly HeaderNode[];
  /** Whether the column has a label of its own in at least one header row. */
  readonly labelled: boolean;
}

/** A header: rows `firstRow`..`lastRow` (0-based, included) over its leaf columns, left to right. */
export interface HeaderTree {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly leaves: readonly LeafColumn[];
}

/** Says whether a label may stand over several columns ("序号" never does). */
export type MaySpan = (text: string) => boolean;

/**
 * Builds the header tree of the given rows without needing merges. A blank header cell belongs
 * - to the label on its left, as far as both have the same parent (a horizontal merge), or
 * - to the label above it, where its parent has no label in this row (a vertical merge).
 * Known merges confirm or refute the first reading: a label whose merge ends before the blank does not span it.
 *
 * @param rows 0-based first and last sheet row of the header
 * @param columns 0-based first and last sheet column to look at
 */
export function buildHeaderTree(
  sheet: SheetSnapshot,
  rows: { readonly first: number; readonly last: number },
  columns: { readonly first: number; readonly last: number },
  maySpan: MaySpan,
): HeaderTree {
  const merges = headerMerges(sheet.merges, rows);
  const width = columns.last - columns.first + 1;
  const stacks: HeaderNode[][] = Array.from({ length: width }, () => []);
  const labelled = new Array<boolean>(width).fill(false);

  for (let row = rows.first; row <= rows.last; row++) {
    let left: HeaderNode | null = null;
    for (let i = 0; i < width; i++) {
      const column = columns.first + i;
      const parent: HeaderNode | null = stacks[i]!.at(-1) ?? null;
      const text = labelText(sheet, row, column);
      if (text !== null) {
        left = { text, row, column, lastColumn: column, parent };
        stacks[i]!.push(left);
        labelled[i] = true;
      } else if (left && left.parent === parent && spans(left, column, merges, maySpan)) {
        left.lastColumn = column;
        stacks[i]!.push(left);
      } else {
        left = null;
      }
    }
  }
  const leaves = stacks.map((nodes, i) => ({ column: columns.first + i, nodes, labelled: labelled[i]! }));
  return { firstRow: rows.first, lastRow: rows.last, leaves };
}

/** The label in a cell, or `null` where it is blank or no text. Numbers can be labels only as years ("2020"). */
export function labelText(sheet: SheetSnapshot, row: number, column: number): string | null {
  const value = valueAt(sheet, row, column);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function headerMerges(
  merges: SheetSnapshot['merges'],
  rows: { first: number; last: number },
): readonly CellRange[] | null {
  const inHeader = merges?.filter((m) => m.firstRow >= rows.first && m.lastRow <= rows.last) ?? [];
  // A header without any merge was most likely unmerged: then merges say nothing.
  return inHeader.length > 0 ? inHeader : null;
}

function spans(
  left: HeaderNode,
  column: number,
  merges: readonly CellRange[] | null,
  maySpan: MaySpan,
): boolean {
  const merge = merges?.find((m) => m.firstRow === left.row && m.firstColumn === left.column);
  if (merge) return column <= merge.lastColumn;
  if (
    merges &&
    merges.some(
      (m) =>
        left.row >= m.firstRow && left.row <= m.lastRow && column >= m.firstColumn && column <= m.lastColumn,
    )
  ) {
    return false;
  }
  return maySpan(left.text);
}
