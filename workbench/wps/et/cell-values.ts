import type { CellValue, ErrorCode } from '../../../src/engine/sheet/cell-value';
import { isCellError, isUnknown } from '../../../src/engine/sheet/cell-value';
import type { WpsSwitches } from '../host/switches';

/** Numbers of the errors, less than zero as cells tell them. */
const ERRORS: Readonly<Record<ErrorCode, number>> = {
  '#NULL!': 2000,
  '#DIV/0!': 2007,
  '#VALUE!': 2015,
  '#REF!': 2023,
  '#NAME?': 2029,
  '#NUM!': 2036,
  '#N/A': 2042,
  '#GETTING_DATA': 2043,
  '#SPILL!': 2045,
  '#CONNECT!': 2046,
  '#BLOCKED!': 2047,
  '#UNKNOWN!': 2048,
  '#FIELD!': 2049,
  '#CALC!': 2050,
};

const ERROR_BASE = -2146828288;

/** A cell's value as `Value2` tells it. */
export function toEtValue(value: CellValue, { blanks, errorValues }: WpsSwitches): unknown {
  if (value === null || value === '' || isUnknown(value)) return blank(blanks);
  if (isCellError(value)) return errorValues === 'numbers' ? ERROR_BASE + ERRORS[value.error] : value.error;
  return value;
}

/** A cell's formula as `Formula` tells it: of a cell without one, its constant. */
export function toEtFormula(formula: string | null, value: CellValue, switches: WpsSwitches): unknown {
  if (formula) return formula;
  if (value === null || value === '' || isUnknown(value)) return '';
  if (switches.formulaOfConstants === 'empty') return '';
  if (switches.formulaOfConstants === 'value') return toEtValue(value, switches);
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function blank(blanks: WpsSwitches['blanks']): null | undefined | '' {
  return blanks === 'null' ? null : blanks === 'undefined' ? undefined : '';
}
