import type { ErrorCode } from '../../src/engine/sheet/cell-value';
import type { ModelCell } from './workbook-model';

/** What a text becomes when it is typed into a cell; the format is set only where the cell had none. */
export interface TypedInput extends ModelCell {
  readonly numberFormat?: string;
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const ERRORS: ReadonlySet<string> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
]);

/**
 * Reads a text as Excel does when it is written to `values` or `formulas`: the way it would be read when typed
 * by a person into a cell with the given number format, in a Chinese Excel. Only a leading apostrophe or the
 * format "@" keeps a text a text.
 */
export function readTyped(text: string, numberFormat: string): TypedInput {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (numberFormat === '@') return { value: text };
  return (
    readFormula(text) ??
    readConstant(text.trim()) ??
    readNumber(text.trim()) ??
    readDate(text.trim()) ??
    readTime(text.trim()) ?? { value: text }
  );
}

function readFormula(text: string): TypedInput | null {
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  // "+A1" and "-无" are formulas to Excel as well; a sign before a number is not.
  if (/^[+-][\p{L}(][^\s，。；、]*$/u.test(text))
    return { value: null, formula: `=${text.replace(/^\+/, '')}` };
  return null;
}

function readConstant(text: string): TypedInput | null {
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  const error = text.toUpperCase();
  return ERRORS.has(error) ? { value: { error: error as ErrorCode } } : null;
}

function readNumber(text: string): TypedInput | null {
  const match =
    /^(\()?([+-])?\s*([¥￥$])?\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?\s*(%)?(\))?$/i.exec(text);
  if (!match) return readFraction(text);
  const [, open, sign, currency, whole, decimals, exponent, percent, close] = match;
  if (whole === undefined && (decimals === undefined || decimals === '.')) return null;
  if ((open === undefined) !== (close === undefined) || (open !== undefined && sign !== undefined))
    return null;
  const size = Number(`${(whole ?? '0').replace(/,/g, '')}${decimals ?? ''}${exponent ?? ''}`);
  const value = (sign === '-' || open !== undefined ? -1 : 1) * (percent ? size / 100 : size);
  const places = (decimals?.length ?? 1) > 1 ? '.00' : '';
  if (percent !== undefined) return { value, numberFormat: `0${places}%` };
  if (exponent !== undefined) return { value, numberFormat: '0.00E+00' };
  if (currency !== undefined)
    return { value, numberFormat: `"${currency === '$' ? '$' : '¥'}"#,##0${places}` };
  return whole?.includes(',') ? { value, numberFormat: `#,##0${places}` } : { value };
}

function readFraction(text: string): TypedInput | null {
  const match = /^([+-])?(\d+) (\d{1,2})\/([1-9]\d?)$/.exec(text);
  if (!match) return null;
  const value = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { value: match[1] === '-' ? -value : value, numberFormat: '# ?/?' };
}

/** The ways a date is typed in Chinese Excel; each with the format that its cell then gets. */
function readDate(text: string): TypedInput | null {
  let match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (match) return dated(match[1]!, match[2]!, match[3]!, 'yyyy/m/d');
  match = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (match) return dated(match[1]!, match[2]!, '1', 'mmm-yy');
  match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (match) return dated(match[1]!, match[2]!, match[3]!, 'yyyy"年"m"月"d"日"');
  match = /^(\d{4})年(\d{1,2})月$/.exec(text);
  if (match) return dated(match[1]!, match[2]!, '1', 'yyyy"年"m"月"');
  match = /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (match) return dated(String(new Date().getFullYear()), match[1]!, match[2]!, 'm"月"d"日"');
  return null;
}

function dated(year: string, month: string, day: string, numberFormat: string): TypedInput | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  const serial = Math.round((date.getTime() - EPOCH) / DAY);
  return exists && Number(year) >= 1900 && Number(year) <= 9999 ? { value: serial, numberFormat } : null;
}

function readTime(text: string): TypedInput | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { value: seconds / 86_400, numberFormat: match[3] === undefined ? 'h:mm' : 'h:mm:ss' };
}
