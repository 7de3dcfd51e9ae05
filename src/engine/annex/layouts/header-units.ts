import type { SheetSnapshot, Span } from '../../sheet/snapshot';
import type { TotalRow } from '../annex';
import { isMoneyField } from '../field-id';
import type { Place } from '../place';
import { foldText } from '../text';
import { readMoneyUnit, type MoneyUnit } from '../vocabulary/money-units';

/** The unit that the labels of the first column of money print; `null` where none does. */
export function headerMoneyUnit(places: readonly Place[]): MoneyUnit | null {
  for (const place of places) {
    const unit = unitOf(place);
    if (unit) return unit;
  }
  return null;
}

/** The unit that stands in a cell of its own among the labels, or behind that of a row of sums; `null` where none does. */
export function moneyUnitBeside(
  sheet: SheetSnapshot,
  header: Span,
  totals: readonly Pick<TotalRow, 'label'>[],
): MoneyUnit | null {
  for (let row = header.first; row <= header.last; row++)
    for (const value of sheet.values[row - sheet.firstRow] ?? []) {
      const unit =
        typeof value === 'string' && value.length <= LONGEST ? readMoneyUnit(foldText(value)) : null;
      if (unit) return unit;
    }
  for (const { label } of totals) {
    const unit = readMoneyUnit(foldText(label));
    if (unit) return unit;
  }
  return null;
}

/** Longer texts state no unit alone. Characters. */
const LONGEST = 20;

/**
 * Unsettles columns of money whose labels print another unit than the first that does (预算数（万元） beside 执行数（元）): an
 * annex is compared, summed and corrected in one unit.
 */
export function unsettleOtherUnits(places: readonly Place[]): readonly Place[] {
  const unit = headerMoneyUnit(places);
  return places.map((place) => {
    const own = unitOf(place);
    if (!own || own === unit) return place;
    return { ...place, field: null, guess: { field: place.field!, runnerUp: null } };
  });
}

/** The unit that the labels of a column of money print. */
function unitOf({ field, labels }: Place): MoneyUnit | null {
  if (!field || !isMoneyField(field)) return null;
  for (const { text } of labels) {
    const unit = readMoneyUnit(foldText(text));
    if (unit) return unit;
  }
  return null;
}
