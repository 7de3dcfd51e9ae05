import { shownDigits, storedDecimals } from '../../../sheet/number-format';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../../sheet/snapshot';
import { isMoneyField, type FieldId } from '../../field-id';
import type { CellRef, Place } from '../../place';
import { foldText } from '../../text';
import { decimalsOf, readLabelledNumber } from '../../values/number-cell';
import { readTextRate, type RateHabit } from '../../values/rate-cell';
import { readMoneyUnit, type MoneyUnit } from '../../vocabulary/money-units';

/** The cells of a form by their fields. */
type Cells = Readonly<Partial<Record<FieldId, CellRef>>>;

/** The unit of money that one of the labels states; `null` where none does. */
export function moneyUnitIn(texts: readonly string[]): MoneyUnit | null {
  for (const text of texts) {
    const unit = text.length > 60 ? null : readMoneyUnit(foldText(text));
    if (unit) return unit;
  }
  return null;
}

/** The unit that amounts carry themselves ("36万元"). */
export function writtenUnit(sheet: SheetSnapshot, cells: Cells): MoneyUnit | null {
  for (const cell of moneyCells(sheet, cells)) if (cell.writtenUnit) return cell.writtenUnit;
  return null;
}

function moneyCells(sheet: SheetSnapshot, cells: Cells) {
  return (Object.entries(cells) as [FieldId, CellRef][])
    .filter(([field]) => isMoneyField(field))
    .map(([, { row, column, place }]) =>
      // Of cells that hold their labels too, the figure alone.
      readLabelledNumber(
        row,
        column,
        place,
        valueAt(sheet, row, column),
        numberFormatAt(sheet, row, column),
        formulaAt(sheet, row, column),
      ),
    );
}

/** The most decimals any amount of a form shows or stores. */
export function moneyDecimals(sheet: SheetSnapshot, cells: Cells): number {
  return moneyCells(sheet, cells).reduce((most, cell) => Math.max(most, decimalsOf(cell)), 0);
}

/** So near a quotient a rate is written on its scale, right or not. */
const NEAR = 0.05;

/** How the one rate of a form is written: held against the quotient, else by its size and its label. */
export function rateHabit(sheet: SheetSnapshot, places: readonly Place[], cells: Cells): RateHabit {
  const at = cells.executionRate;
  if (!at) return { scale: 'fraction', decimals: 0 };
  const raw = valueAt(sheet, at.row, at.column);
  const typed = typeof raw === 'string' ? readTextRate(raw) : null;
  const number = typeof raw === 'number' ? raw : typed && !typed.percent ? typed.number : null;
  if (number === null || shownDigits(numberFormatAt(sheet, at.row, at.column)).percent)
    return { scale: 'fraction', decimals: 0 };
  const amount = (field: FieldId): number | null => {
    const ref = cells[field];
    const value = ref ? valueAt(sheet, ref.row, ref.column) : null;
    return typeof value === 'number' ? value : null;
  };
  const [spent, budget] = [amount('actual'), amount('budget')];
  const quotient = spent !== null && budget ? spent / budget : null;
  const percent =
    quotient !== null && Math.abs(number - quotient) < NEAR
      ? false
      : quotient !== null && Math.abs(number / 100 - quotient) < NEAR
        ? true
        : number > 1.5 || places[at.place]!.percent;
  return { scale: percent ? 'percent' : 'fraction', decimals: storedDecimals(number) };
}
