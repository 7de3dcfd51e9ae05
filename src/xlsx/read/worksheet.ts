import type { CellRange } from '../../engine/sheet/address';
import { countCells, LAST_COLUMN, LAST_ROW, parseRangeAddress, toAddress } from '../../engine/sheet/address';
import {
  errorCode,
  showsPicture,
  UNKNOWN_FORMULA,
  UNKNOWN_PICTURE,
  type CellValue,
} from '../../engine/sheet/cell-value';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { shownFormula } from '../newer-functions';
import { XlsxError } from '../xlsx-error';
import { isTrue } from '../xml/xml-boolean';
import type { XmlScanner } from '../xml/xml-scanner';
import { unescapeText } from './escaped-text';
import { GridBuilder } from './grid-builder';
import { serialDate } from './iso-date';
import { GENERAL } from './number-formats';
import { parseDigits, parseNumber } from './parse-number';
import { SharedFormulas } from './shared-formulas';
import { SpanCollector } from './span-collector';
import { readStringItem } from './string-item';
import { TextPool } from './text-pool';

/** What all worksheets of a workbook share. */
export interface WorksheetContext {
  readonly sharedStrings: readonly string[];
  /** Number format codes by cell style. */
  readonly cellFormats: readonly string[];
  readonly date1904: boolean;
  /** Whether the value metadata of a cell (`vm`, 1-based) says that it shows an error, not a picture or the like. */
  readonly isRichError: (metadata: number) => boolean;
  readonly maxCells: number;
}

type WorksheetContent = Omit<SheetSnapshot, 'id' | 'name'>;

/**
 * Reads a worksheet part in one pass, the scanner standing before its root.
 *
 * Addresses may be missing (the next cell or row then), rows may come in any order. The used range is taken from the
 * cells; the part's own `dimension` is not looked at. A text of no characters is a blank. A `t="n"` cell that holds
 * no number keeps what it holds as text. Array formulas stand at their first cell. A formula whose value the file does
 * not keep has an unknown value, and so have all cells of an array or what-if table that has none; a cell that shows a
 * picture is unknown too, whatever error stands in for it.
 * @throws XlsxError 'corrupt' for malformed XML, impossible addresses and references to strings that do not exist;
 *   'too-large' over `maxCells`
 */
export function readWorksheet(scanner: XmlScanner, context: WorksheetContext): WorksheetContent {
  return new WorksheetReader(scanner, context).read();
}

/** How a cell's `v` is to be read: the type attribute as a number, for the cells of a large sheet are many. */
const NUMBER = 0;
const SHARED = 1;
const TEXT = 2;
const BOOLEAN = 3;
const ERROR = 4;
const DATE = 5;

/** Depths of the elements on the path worksheet / sheetData / row / c. */
const IN_WORKSHEET = 1;
const IN_SHEET_DATA = 2;
const IN_ROW = 3;
const IN_CELL = 4;

const LETTER_B = 0x62;
const LETTER_C = 0x63;
const LETTER_D = 0x64;
const LETTER_E = 0x65;
const LETTER_F = 0x66;
const LETTER_I = 0x69;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_M = 0x6d;
const LETTER_V = 0x76;

/** Cells of one array formula that are marked as not known; more, and only its first one is. */
const MOST_ARRAY_CELLS = 100_000;

class WorksheetReader {
  private readonly grid: GridBuilder;
  private readonly pool = new TextPool();
  private readonly sharedFormulas = new SharedFormulas();
  private readonly merges: CellRange[] = [];
  private readonly hiddenRows = new SpanCollector();
  private readonly shownRows = new SpanCollector();
  private readonly hiddenColumns = new SpanCollector();
  private isProtected = false;
  /** Whether rows are hidden unless they say otherwise. */
  private rowsAreHidden = false;
  /** 0-based row and column being read. A row may not know its number before its first cell. */
  private row = -1;
  private rowIsKnown = false;
  private column = -1;
  private readonly text: string;
  /** Whether the cell being read has a formula, also one that is not known yet. */
  private hasFormula = false;
  /** The range of the cell's formula where that fills several cells. */
  private formulaRange: string | undefined;
  /** Ranges of such formulas that have no values. */
  private readonly emptyRanges: string[] = [];

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: WorksheetContext,
  ) {
    this.text = scanner.text;
    this.grid = new GridBuilder(context.maxCells);
  }

  read(): WorksheetContent {
    const { scanner } = this;
    scanner.root('worksheet', 'macrosheet');
    while (scanner.nextChild(IN_WORKSHEET)) this.readSection();
    this.addWaitingFormulas();
    this.addEmptyRanges();
    return {
      ...this.grid.build(),
      merges: this.merges,
      hiddenRows: this.rowsAreHidden ? this.shownRows.complement(LAST_ROW) : this.hiddenRows.spans(),
      hiddenColumns: this.hiddenColumns.spans(),
      protected: this.isProtected,
    };
  }

  private readSection(): void {
    const { scanner } = this;
    switch (scanner.name) {
      case 'sheetFormatPr':
        this.rowsAreHidden = isTrue(scanner.attribute('zeroHeight'));
        break;
      case 'cols':
        while (scanner.nextChild(IN_WORKSHEET + 1)) if (scanner.nameIs('col')) this.readColumns();
        break;
      case 'sheetData':
        while (scanner.nextChild(IN_SHEET_DATA)) if (scanner.nameIs('row')) this.readRow();
        break;
      case 'sheetProtection':
        this.isProtected = isTrue(scanner.attribute('sheet'));
        break;
      case 'mergeCells':
        while (scanner.nextChild(IN_WORKSHEET + 1)) {
          const range = scanner.nameIs('mergeCell')
            ? parseRangeAddress(scanner.attribute('ref') ?? '')
            : null;
          if (range) this.merges.push(range);
        }
        break;
    }
  }

  private readColumns(): void {
    const { scanner } = this;
    const hidden = isTrue(scanner.attribute('hidden')) || Number(scanner.attribute('width') ?? 1) === 0;
    const first = Number(scanner.attribute('min')) - 1;
    const last = Math.min(Number(scanner.attribute('max')) - 1, LAST_COLUMN);
    if (hidden && first >= 0 && first <= last) this.hiddenColumns.add(first, last);
  }

  private readRow(): void {
    const { scanner, grid } = this;
    let row = this.row + 1;
    let hidden = false;
    this.rowIsKnown = false;
    while (scanner.nextAttribute()) {
      if (scanner.attributePrefixed) continue;
      const start = scanner.attributeNameStart;
      const size = scanner.attributeNameEnd - start;
      const letter = this.text.charCodeAt(start);
      if (size === 1 && letter === LETTER_R) {
        row = parseDigits(this.text, scanner.attributeStart, scanner.attributeEnd) - 1;
        this.rowIsKnown = true;
      } else if (size === 6 && this.text.startsWith('hidden', start)) {
        if (isTrue(scanner.attributeValue())) hidden = true;
      } else if (size === 2 && this.text.startsWith('ht', start)) {
        if (Number(scanner.attributeValue()) === 0) hidden = true;
      }
    }
    this.moveToRow(row);
    this.column = -1;
    if (!scanner.selfClosed) {
      while (scanner.nextChild(IN_ROW)) {
        if (
          scanner.nameEnd - scanner.nameStart === 1 &&
          this.text.charCodeAt(scanner.nameStart) === LETTER_C
        ) {
          this.readCell();
        }
      }
      grid.endRow();
    }
    if (hidden) this.hiddenRows.add(this.row);
    else if (this.rowsAreHidden) this.shownRows.add(this.row);
  }

  private moveToRow(row: number): void {
    if (!(row >= 0 && row <= LAST_ROW))
      throw this.scanner.malformed('row number out of range', this.scanner.start);
    this.row = row;
    this.grid.startRow(row);
  }

  private readCell(): void {
    const { scanner, text, grid } = this;
    let column = this.column + 1;
    let type = NUMBER;
    let style = -1;
    let metadata = 0;
    while (scanner.nextAttribute()) {
      const nameStart = scanner.attributeNameStart;
      if (scanner.attributePrefixed) continue;
      const size = scanner.attributeNameEnd - nameStart;
      if (
        size === 2 &&
        text.charCodeAt(nameStart) === LETTER_V &&
        text.charCodeAt(nameStart + 1) === LETTER_M
      )
        metadata = parseDigits(text, scanner.attributeStart, scanner.attributeEnd);
      if (size !== 1) continue;
      switch (text.charCodeAt(nameStart)) {
        case LETTER_R:
          column = this.cellColumn(scanner.attributeStart, scanner.attributeEnd);
          break;
        case LETTER_S:
          style = parseDigits(this.text, scanner.attributeStart, scanner.attributeEnd);
          break;
        case LETTER_T:
          type = this.cellType(scanner.attributeStart, scanner.attributeEnd);
          break;
      }
    }
    if (column > LAST_COLUMN) throw scanner.malformed('cell beyond the last column', scanner.start);
    this.column = column;
    const format = style < 0 ? GENERAL : (this.context.cellFormats[style] ?? GENERAL);
    if (format !== GENERAL) grid.setFormat(column, format);
    if (scanner.selfClosed) return;
    let formula: string | null = null;
    let isKept = false;
    this.hasFormula = false;
    while (scanner.nextChild(IN_CELL)) {
      const size = scanner.nameEnd - scanner.nameStart;
      const letter = text.charCodeAt(scanner.nameStart);
      if (size === 1 && letter === LETTER_V) {
        const value = this.readValue(type, format);
        // A text may be one of no characters; no other value is.
        isKept = value !== null || type === TEXT;
        if (value !== null)
          grid.setValue(
            column,
            type === ERROR && metadata > 0 && !this.context.isRichError(metadata) ? UNKNOWN_PICTURE : value,
          );
      } else if (size === 1 && letter === LETTER_F) {
        formula = this.readFormula();
        if (formula !== null) grid.setFormula(column, formula);
      } else if (size === 2 && letter === LETTER_I) {
        const value = readStringItem(scanner, this.pool);
        isKept = true;
        if (value !== '') grid.setValue(column, value);
      }
    }
    if (!this.hasFormula) return;
    if (formula !== null && (!isKept || type === ERROR || type === TEXT) && showsPicture(formula)) {
      grid.setValue(column, UNKNOWN_PICTURE);
    } else if (!isKept) {
      grid.setValue(column, UNKNOWN_FORMULA);
      if (this.formulaRange !== undefined) this.emptyRanges.push(this.formulaRange);
    }
  }

  /** Reads the `v` the scanner stands on. */
  private readValue(type: number, format: string): CellValue {
    const { scanner, text } = this;
    scanner.readContent();
    const start = scanner.contentStart;
    const end = scanner.contentEnd;
    if (start === end) return null;
    if (type === NUMBER) {
      const number = start < 0 ? parseWhole(scanner.content()) : parseNumber(text, start, end);
      return number === number ? number : this.textContent();
    }
    switch (type) {
      case SHARED:
        return this.sharedString(start < 0 ? parseWhole(scanner.content()) : parseNumber(text, start, end));
      case BOOLEAN: {
        const word = scanner.content().trim().toLowerCase();
        return word === '1' || word === 'true' ? true : word === '' ? null : false;
      }
      case ERROR: {
        const code = scanner.content().trim();
        return { error: errorCode(code) };
      }
      case DATE: {
        const date = serialDate(scanner.content(), this.context.date1904);
        if (!date) return this.textContent();
        if (format === GENERAL) this.grid.setFormat(this.column, date.format);
        return date.serial;
      }
      default:
        return this.textContent();
    }
  }

  private textContent(): string | null {
    const { scanner, pool } = this;
    const raw =
      scanner.contentStart < 0
        ? pool.keep(scanner.content())
        : pool.slice(this.text, scanner.contentStart, scanner.contentEnd);
    return raw === '' ? null : unescapeText(raw);
  }

  private sharedString(index: number): string | null {
    const text = this.context.sharedStrings[index];
    if (text === undefined) {
      const cell = toAddress(this.row, this.column);
      throw new XlsxError('corrupt', `${cell} refers to shared string ${index}, which does not exist`, {
        cell,
        ...(this.scanner.part !== undefined && { part: this.scanner.part }),
      });
    }
    return text === '' ? null : text;
  }

  /** Reads the `f` the scanner stands on: the formula with its "=", or `null` where it is not, or not yet, known. */
  private readFormula(): string | null {
    const { scanner } = this;
    this.formulaRange = undefined;
    if (!scanner.hasAttributes) {
      scanner.readContent();
      const formula = this.formulaContent();
      this.hasFormula = formula !== null;
      return formula;
    }
    const kind = scanner.attribute('t');
    if (kind === 'dataTable' || kind === 'array') this.formulaRange = scanner.attribute('ref');
    this.hasFormula = true;
    if (kind === 'dataTable') return this.dataTableFormula();
    const sharedIndex = kind === 'shared' ? scanner.attribute('si') : undefined;
    scanner.readContent();
    const formula = this.formulaContent();
    this.hasFormula = formula !== null || sharedIndex !== undefined;
    if (sharedIndex === undefined) return formula;
    const at = { row: this.row, column: this.column };
    if (formula === null) return this.sharedFormulas.formulaAt(sharedIndex, at);
    this.sharedFormulas.define(sharedIndex, at, formula);
    return formula;
  }

  private formulaContent(): string | null {
    const formula = this.textContent();
    return formula === null ? null : `=${shownFormula(formula)}`;
  }

  /** What-if tables have no text; Excel shows them as TABLE(row input, column input). */
  private dataTableFormula(): string {
    const { scanner } = this;
    const first = scanner.attribute('r1') ?? '';
    if (isTrue(scanner.attribute('dt2D'))) return `=TABLE(${first},${scanner.attribute('r2') ?? ''})`;
    return isTrue(scanner.attribute('dtr')) ? `=TABLE(${first},)` : `=TABLE(,${first})`;
  }

  private addWaitingFormulas(): void {
    for (const { at, formula } of this.sharedFormulas.resolveWaiting()) {
      this.grid.startRow(at.row);
      this.grid.setFormula(at.column, formula);
      this.grid.endRow();
    }
  }

  /** Of a formula that fills many cells and keeps no value, no cell has one. */
  private addEmptyRanges(): void {
    let left = MOST_ARRAY_CELLS;
    for (const address of this.emptyRanges) {
      const range = parseRangeAddress(address);
      left -= range ? countCells([range]) : 0;
      if (!range || left < 0) continue;
      for (let row = range.firstRow; row <= range.lastRow; row++) {
        this.grid.startRow(row);
        for (let column = range.firstColumn; column <= range.lastColumn; column++)
          this.grid.setValue(column, UNKNOWN_FORMULA);
        this.grid.endRow();
      }
    }
  }

  /** The 0-based column of a cell's own address, which must lie in the row being read. */
  private cellColumn(start: number, end: number): number {
    const { text } = this;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      // Upper case and lower case letters differ in one bit.
      const letter = (text.charCodeAt(at) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const row = at > start && at - start <= 3 ? parseDigits(this.text, at, end) - 1 : -1;
    if (row !== this.row) {
      if (row < 0 || this.rowIsKnown) throw this.scanner.malformed('cell address out of its row', start);
      this.moveToRow(row);
    }
    this.rowIsKnown = true;
    return column - 1;
  }

  private cellType(start: number, end: number): number {
    const letter = this.text.charCodeAt(start);
    if (end - start === 1) {
      if (letter === LETTER_S) return SHARED;
      if (letter === LETTER_N) return NUMBER;
      if (letter === LETTER_B) return BOOLEAN;
      if (letter === LETTER_E) return ERROR;
      if (letter === LETTER_D) return DATE;
    }
    return TEXT;
  }
}

function parseWhole(text: string): number {
  return parseNumber(text, 0, text.length);
}
