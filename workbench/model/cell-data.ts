import type { ICellData, Nullable } from '@univerjs/core';
import { CellValueType, numfmt } from '@univerjs/core';
import { knownErrorCode, type CellValue, type ErrorCode } from '../../src/engine/sheet/cell-value';
import { isCellError, isUnknown } from '../../src/engine/sheet/cell-value';
import { shownFormula } from '../../src/xlsx/newer-functions';
import type { ModelCell } from './workbook-model';

/** What a cell holds in the engine, its format left out; `null` takes a property away. */
export type CellContentData = Pick<ICellData, 'v' | 't' | 'f' | 'p' | 'si'>;

const BLANK: CellContentData = { v: null, t: null, f: null, p: null, si: null };

/** What to give the engine so that the cell holds exactly this value or formula. */
export function toContentData(cell: ModelCell): CellContentData {
  return cell.formula
    ? { ...BLANK, f: shownFormula(cell.formula) }
    : { ...BLANK, ...constantData(cell.value) };
}

/** The properties a cell with a constant has; none for a blank. */
export function constantData(value: CellValue): Pick<ICellData, 'v' | 't'> {
  if (value === null || value === '') return {};
  switch (typeof value) {
    case 'number':
      return { v: value, t: CellValueType.NUMBER };
    case 'boolean':
      return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case 'string':
      return { v: value, t: looksLikeAnother(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
    default:
      return isCellError(value) ? { v: value.error, t: CellValueType.STRING } : {};
  }
}

/** What a cell holds now, so that writing it back restores it. */
export function contentOf(cell: Nullable<ICellData>): CellContentData {
  if (!cell) return BLANK;
  return {
    v: cell.v ?? null,
    t: cell.t ?? null,
    f: cell.f ?? null,
    p: cell.p ?? null,
    si: cell.si ?? null,
  };
}

/** The value of a cell of the engine. An error is told from a text that spells one by the way it is stored. */
export function readValue(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const { v, t, p } = cell;
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '');
  if (v === null || v === undefined) return null;
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === '1';
  if (typeof v === 'string') {
    if (t === CellValueType.FORCE_STRING) return v;
    if (t === CellValueType.NUMBER) return Number(v);
    return v.charCodeAt(0) === HASH ? (readError(v) ?? v) : v;
  }
  return v;
}

const HASH = '#'.charCodeAt(0);

/** The grid engine's own words for errors that spreadsheets call otherwise. */
const OTHER_WORDS: Readonly<Record<string, ErrorCode>> = {
  '#UNKNOWN!': '#UNKNOWN!',
  '#ERROR!': '#NAME?',
  '#CYCLE!': '#UNKNOWN!',
};

function readError(text: string): CellValue {
  const error = knownErrorCode(text) ?? OTHER_WORDS[text];
  return error ? { error } : null;
}

/** Whether typing the text into a cell would give something else: such a text is stored as one by force. */
function looksLikeAnother(text: string): boolean {
  if (text.length > 64) return text.startsWith('=');
  if (/^[=#]/.test(text) || /^(true|false)$/i.test(text)) return true;
  return /^[-+.,(\d$¥￥€%\s]/.test(text) && numfmt.parseValue(text) !== null;
}

/** The text a person sees in a cell of a number format. */
export function shownText(value: CellValue, format: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (isUnknown(value)) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  try {
    return numfmt.format(format === '@' ? 'General' : format, value, { locale: 'zh-CN' });
  } catch {
    // A format that the library does not know shows the number as it is.
    return String(value);
  }
}
