import type { CellPosition } from '../sheet/address';
import type { Annex } from './annex';
import { isColumn } from './place';

/**
 * Tells in which place of an annex a cell of its projects stands: an index into its places; -1 where it stands in none.
 */
export function placeFinder({ places }: Pick<Annex, 'places'>): (cell: CellPosition) => number {
  const ofColumn = new Map(places.flatMap((place, i) => (isColumn(place) ? [[place.line, i] as const] : [])));
  return ({ column }) => ofColumn.get(column) ?? -1;
}
