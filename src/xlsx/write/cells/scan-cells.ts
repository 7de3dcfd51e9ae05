import type { CellPosition, CellRange } from '../../../engine/sheet/address';
import { LAST_COLUMN, LAST_ROW, parseRangeAddress } from '../../../engine/sheet/address';
import { unescapeText } from '../../read/escaped-text';
import { parseDigits } from '../../read/parse-number';
import { SharedFormulas } from '../../read/shared-formulas';
import { isTrue } from '../../xml/xml-boolean';
import { XmlScanner } from '../../xml/xml-scanner';

/** A row that cells are to be changed in. All offsets are 0-based, ends are not included. */
export interface FoundRow {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosed: boolean;
  /** "x:", or "". */
  readonly prefix: string;
  /** Style that cells take which are not there yet; `null` where the row has none of its own. */
  readonly style: number | null;
  readonly spans: string | undefined;
  /** All its cells in the order of the file. */
  readonly cells: readonly { readonly column: number; readonly start: number; readonly end: number }[];
}

/** A cell that is to be changed. */
export interface FoundCell extends CellPosition {
  readonly start: number;
  readonly openEnd: number;
  readonly end: number;
  readonly prefix: string;
  readonly style: number | null;
  readonly hasFormula: boolean;
  /** XML of what it holds besides formula and value. */
  readonly others: string;
}

/** A cell that is not to be changed and names a shared formula. */
export interface SharedFormulaUse {
  readonly at: CellPosition;
  readonly index: string;
  /** Of its element `f`. */
  readonly start: number;
  readonly end: number;
}

/** What one pass over the cells of a worksheet finds out for edits of some of them. */
export interface ScannedCells {
  /** A row may come more than once, and so may a cell. */
  readonly rows: ReadonlyMap<number, readonly FoundRow[]>;
  readonly cells: readonly FoundCell[];
  /** For rows that may not be there: where the first row of a larger number begins; absent: none is larger. */
  readonly firstLarger: ReadonlyMap<number, number>;
  /** Ranges of more than one cell that one formula fills. */
  readonly filled: readonly CellRange[];
  readonly shared: SharedFormulas;
  /** The cells that name each shared formula, by its index. */
  readonly sharedUses: ReadonlyMap<string, readonly SharedFormulaUse[]>;
  /** Indexes of shared formulas that are written out in a cell that is to be changed. */
  readonly sharedMasters: ReadonlySet<string>;
  readonly root: {
    readonly openEnd: number;
    readonly closeStart: number;
    readonly selfClosed: boolean;
    readonly prefix: string;
  };
}

/** Depths of the elements on the path sheetData / row / c. */
const IN_SHEET_DATA = 1;
const IN_ROW = 2;
const IN_CELL = 3;

const LETTER_R = 0x72;
const LETTER_S = 0x73;

/**
 * Scans the element `sheetData` for cells to be changed. Rows and cells are numbered as the reader numbers them: those
 * without an address are the next ones.
 * @param wanted 0-based columns by 0-based row
 * @throws XlsxError 'corrupt' for malformed XML and impossible addresses
 */
export function scanCells(
  text: string,
  part: string,
  wanted: ReadonlyMap<number, ReadonlySet<number>>,
): ScannedCells {
  return new CellScan(text, part, wanted).scan();
}

class CellScan {
  private readonly scanner: XmlScanner;
  private readonly rows = new Map<number, FoundRow[]>();
  private readonly cells: FoundCell[] = [];
  private readonly firstLarger = new Map<number, number>();
  private readonly filled: CellRange[] = [];
  private readonly shared = new SharedFormulas();
  private readonly sharedUses = new Map<string, SharedFormulaUse[]>();
  private readonly sharedMasters = new Set<string>();
  private readonly wantedRows: readonly number[];
  /** How many of the wanted rows are not larger than the largest row so far. */
  private passed = 0;
  private row = -1;
  private rowIsKnown = false;
  private rowStart = 0;
  private column = -1;

  constructor(
    private readonly text: string,
    part: string,
    private readonly wanted: ReadonlyMap<number, ReadonlySet<number>>,
  ) {
    this.scanner = new XmlScanner(text, { part });
    this.wantedRows = [...wanted.keys()].sort((a, b) => a - b);
  }

  scan(): ScannedCells {
    const { scanner, text } = this;
    scanner.root('sheetData');
    const root = {
      openEnd: scanner.end,
      selfClosed: scanner.selfClosed,
      prefix: text.slice(scanner.start + 1, scanner.nameStart),
    };
    while (scanner.nextChild(IN_SHEET_DATA)) if (scanner.nameIs('row')) this.readRow();
    const closeStart = scanner.start;
    return {
      rows: this.rows,
      cells: this.cells,
      firstLarger: this.firstLarger,
      filled: this.filled,
      shared: this.shared,
      sharedUses: this.sharedUses,
      sharedMasters: this.sharedMasters,
      root: { ...root, closeStart },
    };
  }

  private readRow(): void {
    const { scanner, text } = this;
    let row = this.row + 1;
    let style: number | null = null;
    let hasStyle = false;
    let spans: string | undefined;
    this.rowIsKnown = false;
    this.rowStart = scanner.start;
    const prefix = text.slice(scanner.start + 1, scanner.nameStart);
    while (scanner.nextAttribute()) {
      if (scanner.attributePrefixed) continue;
      switch (text.slice(scanner.attributeNameStart, scanner.attributeNameEnd)) {
        case 'r':
          row = parseDigits(text, scanner.attributeStart, scanner.attributeEnd) - 1;
          this.rowIsKnown = true;
          break;
        case 's':
          style = styleIndex(text, scanner.attributeStart, scanner.attributeEnd);
          break;
        case 'customFormat':
          hasStyle = isTrue(scanner.attributeValue());
          break;
        case 'spans':
          spans = scanner.attributeValue();
          break;
      }
    }
    const { selfClosed, end: openEnd } = scanner;
    const start = this.rowStart;
    this.moveToRow(row);
    this.column = -1;
    const cells: { column: number; start: number; end: number }[] = [];
    while (scanner.nextChild(IN_ROW)) {
      if (!scanner.nameIs('c')) continue;
      const cellStart = scanner.start;
      this.readCell();
      // The first cell may have said which row this is.
      if (this.wanted.has(this.row)) cells.push({ column: this.column, start: cellStart, end: scanner.end });
    }
    if (!this.wanted.has(this.row)) return;
    const found = {
      row: this.row,
      start,
      openEnd,
      selfClosed,
      prefix,
      style: hasStyle ? style : null,
      spans,
      cells,
    };
    const before = this.rows.get(this.row);
    if (before) before.push(found);
    else this.rows.set(this.row, [found]);
  }

  private moveToRow(row: number): void {
    if (!(row >= 0 && row <= LAST_ROW))
      throw this.scanner.malformed('row number out of range', this.scanner.start);
    this.row = row;
    const { wantedRows } = this;
    for (; this.passed < wantedRows.length && wantedRows[this.passed]! < row; this.passed++)
      this.firstLarger.set(wantedRows[this.passed]!, this.rowStart);
  }

  private readCell(): void {
    const { scanner, text } = this;
    const { start } = scanner;
    const prefix = scanner.nameStart - start > 1 ? text.slice(start + 1, scanner.nameStart) : '';
    let column = this.column + 1;
    let style: number | null = null;
    while (scanner.nextAttribute()) {
      const nameStart = scanner.attributeNameStart;
      if (scanner.attributePrefixed || scanner.attributeNameEnd - nameStart !== 1) continue;
      const letter = text.charCodeAt(nameStart);
      if (letter === LETTER_R) column = this.cellColumn(scanner.attributeStart, scanner.attributeEnd);
      else if (letter === LETTER_S) style = styleIndex(text, scanner.attributeStart, scanner.attributeEnd);
    }
    if (column > LAST_COLUMN) throw scanner.malformed('cell beyond the last column', start);
    this.column = column;
    const isWanted = this.wanted.get(this.row)?.has(column) ?? false;
    const openEnd = scanner.end;
    let hasFormula = false;
    let others = '';
    while (scanner.nextChild(IN_CELL)) {
      if (scanner.nameIs('f')) {
        hasFormula = true;
        if (scanner.hasAttributes) this.readFormula(isWanted);
      } else if (isWanted && !scanner.nameIs('v') && !scanner.nameIs('is')) {
        const otherStart = scanner.start;
        while (scanner.nextChild(IN_CELL + 1));
        others += text.slice(otherStart, scanner.end);
      }
    }
    if (!isWanted) return;
    const { row } = this;
    this.cells.push({ row, column, start, openEnd, end: scanner.end, prefix, style, hasFormula, others });
  }

  /** Reads the `f` the scanner stands on, which is more than the formula of its cell. */
  private readFormula(isWanted: boolean): void {
    const { scanner } = this;
    const { start } = scanner;
    const kind = scanner.attribute('t');
    if (kind === 'array' || kind === 'dataTable') {
      const range = parseRangeAddress(scanner.attribute('ref') ?? '');
      if (range && (range.firstRow < range.lastRow || range.firstColumn < range.lastColumn))
        this.filled.push(range);
      return;
    }
    const index = kind === 'shared' ? scanner.attribute('si') : undefined;
    if (index === undefined) return;
    const at = { row: this.row, column: this.column };
    scanner.readContent();
    const formula = unescapeText(scanner.content());
    if (formula !== '') {
      this.shared.define(index, at, formula);
      if (isWanted) this.sharedMasters.add(index);
    } else if (!isWanted) {
      const use = { at, index, start, end: scanner.end };
      const before = this.sharedUses.get(index);
      if (before) before.push(use);
      else this.sharedUses.set(index, [use]);
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
    const row = at > start && at - start <= 3 ? parseDigits(text, at, end) - 1 : -1;
    if (row !== this.row) {
      if (row < 0 || this.rowIsKnown) throw this.scanner.malformed('cell address out of its row', start);
      this.moveToRow(row);
    }
    this.rowIsKnown = true;
    return column - 1;
  }
}

function styleIndex(text: string, start: number, end: number): number | null {
  const index = parseDigits(text, start, end);
  return index < 0 ? null : index;
}
