import { isBlankValue } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot, type Span } from '../../sheet/snapshot';
import { headerKey, pathKey, type HeaderCorrections, type LabelPath } from '../corrections/vocabulary';
import type { RecogniseOptions } from '../recognise-options';
import { blockOf, nameColumnOf, type HeaderBlock } from './find-header';
import type { HeaderTree } from './header-tree';
import { labelText } from './header-tree';
import type { LabelReader } from './label-features';

/** Reads the columns below a header. */
export type TreeOf = (block: HeaderBlock) => HeaderTree;

/** So many rows below a header tell which of its columns holds names. */
const ROWS_ASKED = 20;

/**
 * The next header that a reviewer has pointed at, in this very worksheet or in one with the same header; `null` where
 * there is none at or below the row.
 *
 * @param fromRow 0-based sheet row to look from
 */
export function findPointedHeader(
  sheet: SheetSnapshot,
  labels: LabelReader,
  fromRow: number,
  { header, vocabulary }: RecogniseOptions,
  treeOf: TreeOf,
): HeaderBlock | null {
  const here =
    header && header.firstRow >= fromRow
      ? pointedBlock(sheet, labels, { first: header.firstRow, last: header.lastRow })
      : null;
  const known = vocabulary?.headers.filter(({ rows }) => rows !== undefined) ?? [];
  const end = Math.min(sheet.firstRow + sheet.rowCount, here?.firstRow ?? Infinity);
  for (let row = fromRow; known.length > 0 && row < end; row++)
    for (const one of known) {
      if (!holdsLabel(sheet, row, one.columns[0]![0]!)) continue;
      const block = pointedBlock(sheet, labels, { first: row, last: row + one.rows! - 1 });
      if (block && isSame(treeOf(block), one)) return block;
    }
  return here;
}

/** The labels of the labelled columns below a header, as corrections name them. */
export function columnsOf({ leaves }: HeaderTree): LabelPath[] {
  return leaves
    .filter(({ labelled }) => labelled)
    .map(({ nodes }) => nodes.map(({ text }) => text.replace(/\s+/g, '')));
}

function isSame(tree: HeaderTree, header: HeaderCorrections): boolean {
  return headerKey({ columns: columnsOf(tree) }) === headerKey(header);
}

function holdsLabel(sheet: SheetSnapshot, row: number, label: string): boolean {
  const wanted = pathKey([label]);
  return (sheet.values[row - sheet.firstRow] ?? []).some(
    (value) => typeof value === 'string' && value.length < 500 && pathKey([value]) === wanted,
  );
}

/** The header in these 0-based rows, whatever they say; `null` where they hold no text. */
function pointedBlock(sheet: SheetSnapshot, labels: LabelReader, rows: Span): HeaderBlock | null {
  const block = blockOf(sheet, rows, -1);
  if (block.lastColumn < block.firstColumn) return null;
  let nameColumn = -1;
  for (let row = rows.first; row <= rows.last && nameColumn < 0; row++)
    nameColumn = nameColumnOf(sheet, labels, row);
  return { ...block, nameColumn: nameColumn < 0 ? columnOfNames(sheet, block) : nameColumn };
}

/** The labelled column of the first rows below a header that looks most like names: texts, no two alike. */
function columnOfNames(sheet: SheetSnapshot, { firstRow, lastRow, ...block }: HeaderBlock): number {
  let [best, most] = [block.firstColumn, 0];
  for (let column = block.firstColumn; column <= block.lastColumn; column++) {
    let isLabelled = false;
    for (let row = firstRow; row <= lastRow; row++) isLabelled ||= labelText(sheet, row, column) !== null;
    if (!isLabelled) continue;
    const texts = new Set<string>();
    for (let row = block.bodyRow; row < block.bodyRow + ROWS_ASKED; row++) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'string' && !isBlankValue(value) && value.length <= 60) texts.add(value);
    }
    // Of columns that look alike the first one is it.
    if (texts.size > most) [best, most] = [column, texts.size];
  }
  return best;
}
