import type { CellValue } from '../../sheet/cell-value';
import { shownDigits, storedDecimals } from '../../sheet/number-format';
import type { CellRef } from '../place';
import { foldText } from '../text';
import type { MoneyUnit } from '../vocabulary/money-units';
import { behindLabel } from './behind-label';
import { presenceOf, type Presence } from './presence';

/** A cell of a column of numbers: money, weights, scores. */
export interface NumberCell extends CellRef {
  readonly raw: CellValue;
  readonly formula: string | null;
  readonly format: string;
  readonly presence: Presence;
  /** The number, also where it is typed as text ("1,234.00", "620.82万元"); `null` where there is none. */
  readonly number: number | null;
  /** Whether the number is stored as text. */
  readonly asText: boolean;
  /** A money unit written beside the number in the cell. */
  readonly writtenUnit: MoneyUnit | null;
  /** The label that stands before the number in the cell, its colon included ("其中：基本支出："); absent: none. */
  readonly label?: string;
  /** Further cells of a form that bear the same field (单位资金 and 其他资金); absent: none. */
  readonly further?: readonly NumberCell[];
}

/** Far beyond any figure that is meant, near the end of what can be computed with. */
const LARGEST = 1e250;

/** Whether nothing can be computed of a number: what follows from it would be none. */
export function isTooLarge(number: number): boolean {
  return !(Math.abs(number) <= LARGEST);
}

interface TextNumber {
  readonly number: number;
  readonly unit: MoneyUnit | null;
}

/** Reads one cell of a place of numbers. `row` and `column` are 0-based sheet positions. */
export function readNumberCell(
  row: number,
  column: number,
  place: number,
  raw: CellValue,
  format: string,
  formula: string | null,
): NumberCell {
  if (typeof raw === 'number') {
    return {
      row,
      column,
      place,
      raw,
      formula,
      format,
      presence: 'value',
      number: isTooLarge(raw) ? null : raw,
      asText: false,
      writtenUnit: null,
    };
  }
  const presence = presenceOf(raw);
  const typed = presence === 'value' && typeof raw === 'string' ? readTextNumber(raw) : null;
  return {
    row,
    column,
    place,
    raw,
    formula,
    format,
    presence,
    number: typed?.number ?? null,
    asText: typed !== null,
    writtenUnit: typed?.unit ?? null,
  };
}

/** Reads a cell that holds its own label beside its number ("其中：基本支出：3000万元"), or the number alone. */
export function readLabelledNumber(...cell: Parameters<typeof readNumberCell>): NumberCell {
  const [row, column, place, raw, format, formula] = cell;
  const parted = typeof raw === 'string' ? behindLabel(raw) : null;
  if (!parted || !readTextNumber(parted.answer)) return readNumberCell(...cell);
  const { label, answer } = parted;
  return { ...readNumberCell(row, column, place, answer, format, formula), raw, label };
}

/** Units as they are written beside an amount; 分 is the unit of scores and says nothing about money. */
const WRITTEN_UNITS: Readonly<Record<string, MoneyUnit | null>> = {
  亿元: '亿元',
  亿: '亿元',
  万元: '万元',
  万: '万元',
  元: '元',
  分: null,
};

/** A number typed as text: "1,234.00", "１２.５", "￥620.82万元", "(12.5)"; `null` where the text is no number. */
export function readTextNumber(text: string): TextNumber | null {
  if (text.length > 40) return null;
  const folded = foldText(text).replace(/^'/, '');
  const match =
    /^[¥$]?(-|\()?(?:人民币)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(\))?(亿元|万元|元|亿|万|分)?(?:整)?$/.exec(
      folded,
    );
  if (!match || (match[1] === '(') !== (match[3] === ')')) return null;
  const number = Number(match[2]!.replace(/,/g, '')) * (match[1] ? -1 : 1);
  return { number, unit: (match[4] && WRITTEN_UNITS[match[4]]) || null };
}

/** Digits after the point that the cell shows, or stores where its format is "General"; at most 6. */
export function decimalsOf(cell: NumberCell): number {
  if (cell.number === null) return 0;
  return numberDecimals(cell.number, cell.asText ? 'General' : cell.format);
}

/** Digits after the point that a number shows in a format, or stores where the format is "General"; at most 6. */
export function numberDecimals(number: number, format: string): number {
  return Math.min(6, shownDigits(format).decimals ?? storedDecimals(number));
}
