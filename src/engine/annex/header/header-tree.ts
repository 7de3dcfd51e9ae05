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

  const labels = Array.from({ length: rows.last - rows.first + 1 }, (_, i) =>
    rowLabels(sheet, rows.first + i, columns),
  );
  for (let row = rows.first; row <= rows.last; row++) {
    const texts = labels[row - rows.first]!;
    if (merges === null && row < rows.last) moveToTheLeft(labels.slice(row - rows.first));
    let left: HeaderNode | null = null;
    for (let i = 0; i < width; i++) {
      const column = columns.first + i;
      const stack = stacks[i]!;
      const parent: HeaderNode | null = stack[stack.length - 1] ?? null;
      const text = texts[i]!;
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

function rowLabels(
  sheet: SheetSnapshot,
  row: number,
  columns: { readonly first: number; readonly last: number },
): (string | null)[] {
  const width = columns.last - columns.first + 1;
  return Array.from({ length: width }, (_, i) => labelText(sheet, row, columns.first + i));
}

/**
 * Moves labels that were centred over their columns by hand to the first of them. Several labels stand directly
 * over equal leaves (实际值): as long as the leaves on their left are equal too (目标值) and nothing stands over
 * them, these belong to the label on their right. Over the first leaves of groups that is never so: left of
 * the first group something else stands.
 *
 * @param rows the labels of one header row, which are moved, and of all rows below it
 */
function moveToTheLeft([texts, ...below]: readonly (string | null)[][]): void {
  const leaves = below[below.length - 1]!;
  const isOpen = (i: number): boolean => below.every((row) => row === leaves || row[i] === null);
  const byLeaf = new Map<string, number[]>();
  texts!.forEach((text, i) => {
    const leaf = leaves[i];
    if (text === null || !leaf || !isOpen(i)) return;
    const equal = byLeaf.get(leaf);
    if (equal) equal.push(i);
    else byLeaf.set(leaf, [i]);
  });
  for (const [own, labels] of byLeaf) {
    if (labels.length < 2) continue;
    const shift = commonShift(labels, own, (i) => (texts![i] === null && isOpen(i) ? leaves[i] : null));
    if (shift === 0) continue;
    for (const i of labels) {
      texts![i - shift] = texts![i]!;
      texts![i] = null;
    }
  }
}

/** How many leaves left of each label are the same for all of them. */
function commonShift(
  labels: readonly number[],
  own: string,
  leafAt: (column: number) => string | null | undefined,
): number {
  for (let shift = 0; ; shift++) {
    const before = leafAt(labels[0]! - shift - 1);
    if (!before || before === own || !labels.every((i) => leafAt(i - shift - 1) === before)) return shift;
  }
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
