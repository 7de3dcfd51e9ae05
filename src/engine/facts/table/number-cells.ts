import type { NumberCell } from '../../annex/values/number-cell';
import type { Presence } from '../../annex/values/presence';

/** A cell that holds a number, also where it is typed as text. */
export type Figure = NumberCell & { readonly number: number };

/** Whether the cell holds a number; 0 is one. */
export function isFigure(cell: NumberCell | null | undefined): cell is Figure {
  return cell != null && cell.number !== null;
}

/** Whether nothing stands in the cell: it is blank or holds a sign for nothing. No cell at all is not empty. */
export function isEmpty(cell: { readonly presence: Presence } | null | undefined): boolean {
  return cell?.presence === 'blank' || cell?.presence === 'placeholder';
}

/** Whether the cell holds words or an error where a number is due: nothing can be computed of it. */
export function isUnreadable(cell: NumberCell | null | undefined): boolean {
  return cell != null && cell.number === null && !isEmpty(cell);
}

/** A cell and the further ones of a form that bear its field. */
export function withFurther(cell: NumberCell | undefined): readonly NumberCell[] {
  return cell ? (cell.further ? [cell, ...cell.further] : [cell]) : [];
}

/** Whether the cell holds an amount: more than 0. */
export function isAmount(cell: NumberCell | undefined): cell is Figure {
  return isFigure(cell) && cell.number > 0;
}

/** The amount of a cell; 0 where it holds none. */
export function amountOf(cell: NumberCell | undefined): number {
  return isAmount(cell) ? cell.number : 0;
}
