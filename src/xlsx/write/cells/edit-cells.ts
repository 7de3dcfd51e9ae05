import type { CellPosition } from '../../../engine/sheet/address';
import { LAST_COLUMN, LAST_ROW, toAddress } from '../../../engine/sheet/address';
import type { CellValue } from '../../../engine/sheet/cell-value';
import type { CellContent } from '../../../engine/sheet/edit';
import { GENERAL } from '../../read/number-formats';
import { editAttributes } from '../../xml/edit-attributes';
import { escapeCellText } from '../../xml/escape-xml';
import { Splices } from '../../xml/splices';
import { cellsText, type SheetText } from '../sheet-text';
import type { StyleSheet } from '../styles/style-sheet';
import { cellXml } from './cell-xml';
import { CellsLocked } from './cells-locked';
import { columnStyles, widenDimension, withCells } from './frame';
import { lockedCells } from './locked-cells';
import type { FoundCell, FoundRow, ScannedCells } from './scan-cells';
import { scanCells } from './scan-cells';

/** What one cell is to hold. */
export interface CellEdit extends CellPosition {
  /** Absent: the cell keeps what it holds, and only its number format is set. */
  readonly content?: CellContent;
  /** Of a formula: its value as far as anybody knows, for programs that do not calculate. */
  readonly cached?: CellValue;
  /** A number format to set; absent: the cell keeps its own. */
  readonly numberFormat?: string;
}

export interface EditedCells {
  readonly sheet: SheetText;
  /** The cells that held a formula and hold none now. */
  readonly removedFormulas: readonly CellPosition[];
}

/** The number format of texts, which makes a text of whatever is put into the cell. */
const TEXT_FORMAT = '@';
const BLANK: CellContent = { value: null };

/**
 * Sets cells of a worksheet, in one pass over them. What is not to be changed stays as it is, but for cells that share
 * a formula written out in a cell that is changed: they get the formula they had as one of their own. Cells and rows
 * that are not there are put in, in order, in the style of their row or column.
 *
 * A cell keeps its style; only where its number format is "@" and anything but a text comes in, it becomes "General".
 * @param edits of several for one cell, the last counts
 * @param styles of the workbook; new cell styles are appended to it, and it is for the caller to save it
 * @throws CellsLocked where a cell is a part of something larger; XlsxError 'corrupt' | 'too-large' for a part that
 *   cannot be read; RangeError for a cell beyond the worksheet or a number that is not finite. Nothing is changed then.
 */
export function editCells(
  sheet: SheetText,
  part: string,
  edits: readonly CellEdit[],
  styles: StyleSheet,
): EditedCells {
  const wanted = byRow(edits);
  if (wanted.size === 0) return { sheet, removedFormulas: [] };
  let text = cellsText(sheet.cells, part);
  if (text === '') {
    sheet = withCells(sheet, part);
    text = cellsText(sheet.cells, part);
  }
  const columns = new Map([...wanted].map(([row, cells]) => [row, new Set(cells.keys())]));
  const scanned = scanCells(text, part, columns);
  const locked = lockedCells(scanned.filled, columns);
  if (locked.length > 0) throw new CellsLocked(locked);

  const writer = new CellWriter(text, scanned, styles, columnStyles(sheet.frame, part));
  for (const cell of scanned.cells) writer.rewrite(cell, wanted.get(cell.row)!.get(cell.column)!);
  for (const row of [...wanted.keys()].sort((a, b) => a - b)) writer.addMissing(row, wanted.get(row)!);
  writer.writeOutSharedFormulas();
  return {
    sheet: {
      ...sheet,
      frame: widenDimension(sheet.frame, part, writer.added),
      cells: { text: writer.result() },
    },
    removedFormulas: writer.removedFormulas,
  };
}

/** Edits by row and column. @throws RangeError for cells and numbers that no worksheet has */
function byRow(edits: readonly CellEdit[]): Map<number, Map<number, CellEdit>> {
  const rows = new Map<number, Map<number, CellEdit>>();
  for (const edit of edits) {
    const { row, column, content, cached } = edit;
    if (!isIndex(row, LAST_ROW) || !isIndex(column, LAST_COLUMN))
      throw new RangeError(`no cell of a worksheet: row ${row}, column ${column}`);
    if (content) cellXml(content, cached, '');
    const cells = rows.get(row);
    if (cells) cells.set(column, edit);
    else rows.set(row, new Map([[column, edit]]));
  }
  return rows;
}

function isIndex(value: number, last: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= last;
}

/** Writes the edits of one worksheet as splices of the text of its cells. */
class CellWriter {
  /** The cells that were not there before. */
  readonly added: CellPosition[] = [];
  readonly removedFormulas: CellPosition[] = [];
  private readonly splices: Splices;
  /** Rows that come behind all others; the element of the cells may have to be opened for them. */
  private last = '';

  constructor(
    private readonly text: string,
    private readonly scanned: ScannedCells,
    private readonly styles: StyleSheet,
    private readonly columnStyle: (column: number) => number,
  ) {
    this.splices = new Splices(text);
  }

  /** Gives a cell that is there its new content. */
  rewrite(cell: FoundCell, edit: CellEdit): void {
    const { start, openEnd, end, prefix, others } = cell;
    const before = cell.style ?? 0;
    const style = this.styleFor(before, edit);
    if (!edit.content) {
      const open = this.text.slice(start, openEnd);
      if (style !== before) this.splices.replace(start, openEnd, editAttributes(open, { s: String(style) }));
      return;
    }
    const { type, inside } = cellXml(edit.content, edit.cached, prefix);
    const tag = editAttributes(this.text.slice(start, openEnd), {
      ...(style !== before && { s: String(style) }),
      t: type,
      cm: null,
      vm: null,
    }).replace(/\s*\/?>$/, '');
    this.splices.replace(start, end, element(tag, inside + others, `${prefix}c`));
    if (cell.hasFormula && !('formula' in edit.content)) {
      const { row, column } = cell;
      this.removedFormulas.push({ row, column });
    }
  }

  /** Puts those cells of a row in that are not there. */
  addMissing(row: number, edits: ReadonlyMap<number, CellEdit>): void {
    const rows = this.scanned.rows.get(row) ?? [];
    const present = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
    const missing = [...edits.values()]
      .filter((edit) => !present.has(edit.column) && leavesTrace(edit))
      .sort((a, b) => a.column - b.column);
    if (missing.length === 0) return;
    for (const { column } of missing) this.added.push({ row, column });
    if (rows[0]) this.addToRow(rows[0], missing);
    else this.addRow(row, missing);
  }

  /** Gives cells that share a formula which is written out in a changed cell a formula of their own. */
  writeOutSharedFormulas(): void {
    const { sharedMasters, sharedUses, shared } = this.scanned;
    for (const master of sharedMasters) {
      for (const { at, index, start, end } of sharedUses.get(master) ?? []) {
        const formula = shared.formulaAt(index, at);
        if (formula === null) continue;
        const old = this.text.slice(start, end);
        const tag = editAttributes(old, { t: null, si: null, ref: null });
        const name = /^<([^\s/>]+)/.exec(old)![1]!;
        const open = tag.slice(0, tag.indexOf('>')).replace(/\s*\/$/, '');
        this.splices.replace(start, end, element(open, escapeCellText(formula), name));
      }
    }
  }

  result(): string {
    const { root } = this.scanned;
    if (this.last !== '') {
      if (root.selfClosed) {
        const open = this.text.slice(0, root.openEnd).replace(/\s*\/>$/, '');
        this.splices.replace(0, root.openEnd, element(open, this.last, `${root.prefix}sheetData`));
      } else this.splices.insert(root.closeStart, this.last);
    }
    return this.splices.result();
  }

  private addToRow(row: FoundRow, edits: readonly CellEdit[]): void {
    const { start, openEnd, selfClosed, prefix, cells } = row;
    const tag = this.text.slice(start, openEnd);
    const isSpanned = edits.every(({ column }) => isInSpans(row.spans, column));
    const edited = isSpanned ? tag : editAttributes(tag, { spans: null });
    if (selfClosed) {
      const inside = edits.map((edit) => this.newCell(edit, prefix, row.style)).join('');
      this.splices.replace(start, openEnd, element(edited.replace(/\s*\/>$/, ''), inside, `${prefix}row`));
      return;
    }
    if (edited !== tag) this.splices.replace(start, openEnd, edited);
    const end = cells[cells.length - 1]?.end ?? openEnd;
    for (const edit of edits) {
      const next = cells.find(({ column }) => column > edit.column);
      this.splices.insert(next?.start ?? end, this.newCell(edit, prefix, row.style));
    }
  }

  private addRow(row: number, edits: readonly CellEdit[]): void {
    const { prefix } = this.scanned.root;
    const inside = edits.map((edit) => this.newCell(edit, prefix, null)).join('');
    const xml = `<${prefix}row r="${row + 1}">${inside}</${prefix}row>`;
    const at = this.scanned.firstLarger.get(row);
    if (at === undefined) this.last += xml;
    else this.splices.insert(at, xml);
  }

  private newCell(edit: CellEdit, prefix: string, rowStyle: number | null): string {
    const { type, inside } = cellXml(edit.content ?? BLANK, edit.cached, prefix);
    const style = this.styleFor(rowStyle ?? this.columnStyle(edit.column), edit);
    const tag =
      `<${prefix}c r="${toAddress(edit.row, edit.column)}"` +
      (style === 0 ? '' : ` s="${style}"`) +
      (type === null ? '' : ` t="${type}"`);
    return element(tag, inside, `${prefix}c`);
  }

  private styleFor(style: number, { content, numberFormat }: CellEdit): number {
    const { styles } = this;
    const takesText =
      !content || (!('formula' in content) && (content.value === null || typeof content.value === 'string'));
    const format = styles.numberFormat(style);
    if (numberFormat !== undefined && (numberFormat || GENERAL) !== format)
      return styles.withNumberFormat(style, numberFormat);
    if (takesText) return style;
    return styles.withNumberFormat(
      style,
      numberFormat === undefined && format === TEXT_FORMAT ? GENERAL : format,
    );
  }
}

/** Whether an edit of a cell that is not there makes one. */
function leavesTrace({ content = BLANK, numberFormat }: CellEdit): boolean {
  return (
    numberFormat !== undefined || 'formula' in content || (content.value !== null && content.value !== '')
  );
}

/** Whether a row's note of where its cells lie ("1:5 8:9"), if there is one, takes in a column. */
function isInSpans(spans: string | undefined, column: number): boolean {
  if (spans === undefined) return true;
  return spans.split(/\s+/).some((span) => {
    const [first, last] = span.split(':').map(Number);
    return first !== undefined && last !== undefined && first - 1 <= column && column <= last - 1;
  });
}

/** @param tag a start tag without its end */
function element(tag: string, inside: string, name: string): string {
  return inside === '' ? `${tag}/>` : `${tag}>${inside}</${name}>`;
}
