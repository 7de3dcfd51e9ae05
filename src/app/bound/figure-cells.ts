import type { Annex } from '../../engine/annex/annex';
import {
  indicatorParts,
  isMoneyField,
  isRateField,
  isScoreField,
  rowIndicatorRole,
  type FieldId,
} from '../../engine/annex/field-id';
import { placeFinder } from '../../engine/annex/cell-refs';
import type { CellPosition } from '../../engine/sheet/address';

/** Tells of the cells of a worksheet whether they stand where its annexes have money, rates, weights or scores. */
export function figureCells(annexes: readonly Annex[]): (cell: CellPosition) => boolean {
  const finders = annexes.map((annex) => ({ annex, placeAt: placeFinder(annex) }));
  return (cell) =>
    finders.some(({ annex: { range, places }, placeAt }) => {
      if (cell.row < range.firstRow || cell.row > range.lastRow) return false;
      const field = places[placeAt(cell)]?.field ?? null;
      return field !== null && isFigure(field);
    });
}

function isFigure(field: FieldId): boolean {
  if (isMoneyField(field) || isScoreField(field) || isRateField(field)) return true;
  if (field.startsWith('group.') || field === 'totalScore.reviewed') return true;
  const role = indicatorParts(field)?.role ?? rowIndicatorRole(field);
  return role === 'weight' || role === 'score' || role === 'score.reviewed' || role === 'coefficient';
}
