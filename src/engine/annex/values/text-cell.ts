import { isCellError, isUnknown, type CellValue } from '../../sheet/cell-value';
import { displayNumber } from '../../sheet/number-format';
import type { Statement, StatementCache } from '../../quantity';
import type { CellRef } from '../place';
import { presenceOf, type Presence } from './presence';

/** A cell of words: names, goals, targets, results, reasons. */
export class TextCell implements CellRef {
  /** What the reader of the sheet sees, without white space at its ends; '' where there is nothing. */
  readonly text: string;
  readonly presence: Presence;
  private said: Statement | undefined;

  /** `row` and `column` are 0-based sheet positions. */
  constructor(
    readonly row: number,
    readonly column: number,
    readonly place: number,
    readonly raw: CellValue,
    format: string,
    private readonly statements: StatementCache,
  ) {
    this.presence = presenceOf(raw);
    this.text = displayText(raw, format);
  }

  /** The text as a target or a result; equal texts are read once a review. */
  get statement(): Statement {
    return (this.said ??= this.statements.parse(this.text));
  }

  /** Whether the cell answers anything, known to us or not: neither blank nor a sign for nothing. */
  get answered(): boolean {
    return this.presence === 'value' || this.presence === 'error' || this.presence === 'unknown';
  }
}

/** Whether a text neither begins nor ends in white space: above "!" every white space is rare enough to trim. */
function isTrimmed(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return isInk(first) && isInk(last);
}

/** ASCII signs and letters, or ideographs: no white space is among them. */
function isInk(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

/** What the reader of a sheet sees in a cell, without white space at its ends; '' where there is nothing. */
export function displayText(raw: CellValue, format: string): string {
  if (raw === null || isUnknown(raw)) return '';
  if (typeof raw === 'string') return isTrimmed(raw) ? raw : raw.trim();
  if (typeof raw === 'number') return displayNumber(raw, format);
  if (isCellError(raw)) return raw.error;
  return raw ? 'TRUE' : 'FALSE';
}
