import type { CellPosition } from '../sheet/address';
import type { Annex, IndicatorRefs, ProjectFrame } from './annex';
import type { FieldId, IndicatorRole } from './field-id';
import { isColumn, type CellRef } from './place';

/** The cell in which a project answers to a field of its own; `null` where the annex has no place for it. */
export function cellOf(
  { places }: Pick<Annex, 'places'>,
  { rows, cells }: ProjectFrame,
  field: FieldId,
): CellRef | null {
  if (cells) return cells[field] ?? null;
  const place = places.findIndex((one) => one.field === field);
  return place < 0 ? null : { row: rows.first, column: places[place]!.line, place };
}

/**
 * Where the indicators of a project stand that has rows of its own for them, in the order of the sheet; `null` where the
 * annex has the same indicators in each of its rows.
 */
export function indicatorCells(
  { places, indicatorRows }: Pick<Annex, 'places' | 'indicatorRows'>,
  { rows, rowKinds, indicatorRefs }: ProjectFrame,
): readonly IndicatorRefs[] | null {
  if (indicatorRefs) return indicatorRefs;
  if (!indicatorRows || !rowKinds) return null;
  const roles = Object.entries(indicatorRows.places) as [IndicatorRole, number][];
  return rowKinds.flatMap((kind, i) => {
    if (!kind) return [];
    const cells: Partial<Record<IndicatorRole, CellRef>> = {};
    for (const [role, place] of roles)
      cells[role] = { row: rows.first + i, column: places[place]!.line, place };
    return [{ kind, kindGuessed: false, cells }];
  });
}

/**
 * Tells in which place of an annex a cell of its projects stands: an index into its places; -1 where it stands in none.
 */
export function placeFinder({
  places,
  projects,
}: Pick<Annex, 'places' | 'projects'>): (cell: CellPosition) => number {
  const ofColumn = new Map(places.flatMap((place, i) => (isColumn(place) ? [[place.line, i] as const] : [])));
  if (ofColumn.size === places.length) return ({ column }) => ofColumn.get(column) ?? -1;
  // What is no column is named cell by cell.
  const ofCell = new Map<string, number>();
  const name = (ref: CellRef): unknown => ofCell.set(keyOf(ref), ref.place);
  for (const { cells, further = [], indicatorRefs = [] } of projects) {
    if (cells) Object.values(cells).forEach(name);
    further.forEach(name);
    for (const indicator of indicatorRefs) Object.values(indicator.cells).forEach(name);
  }
  return (cell) => ofCell.get(keyOf(cell)) ?? ofColumn.get(cell.column) ?? -1;
}

function keyOf({ row, column }: CellPosition): string {
  return `${row} ${column}`;
}
