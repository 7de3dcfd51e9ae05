import type { NoteText } from './note';
import type { NoteGeometry } from './note-geometry';
import type { SheetAxis } from './sheet-axis';

/** Where a note's box lies on its worksheet. */
export interface NoteBox {
  /** As `x:Anchor` has it: first column and pixels into it, first row likewise, last column, last row. */
  readonly anchor: readonly number[];
  /** In points from the worksheet's corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 260;
/** Between the box and its text, on both sides together. */
const PADDING = 16;
const LINE = 16;
const LEAST_HEIGHT = 48;
/** Of a character, at 9 points: Chinese ones are twice as wide as others. */
const WIDE = 12;
const NARROW = 6.5;
/** Between the cell and the box. */
const GAP = 12;
/** How far above its cell a box begins. */
const RISE = 8;
const PER_POINT = 96 / 72;

/** The box of a note: right of its cell, or left where the worksheet ends; as high as its text needs. */
export function noteBox({ row, column, text }: NoteText, { columns, rows }: NoteGeometry): NoteBox {
  let left = columns.startOf(column + 1) + GAP;
  if (left + WIDTH > columns.length) left = Math.max(0, columns.startOf(column) - GAP - WIDTH);
  const height = heightOf(text);
  const top = Math.max(0, Math.min(rows.startOf(row) - RISE, rows.length - height));
  const [firstColumn, lastColumn] = bounds(columns, left, WIDTH);
  const [firstRow, lastRow] = bounds(rows, top, height);
  return {
    anchor: [...firstColumn, ...firstRow, ...lastColumn, ...lastRow],
    left: left / PER_POINT,
    top: top / PER_POINT,
    width: WIDTH / PER_POINT,
    height: height / PER_POINT,
  };
}

function bounds(axis: SheetAxis, start: number, length: number): [number[], number[]] {
  const first = axis.at(start);
  const last = axis.at(start + length);
  return [
    [first.index, first.into],
    [last.index, last.into],
  ];
}

function heightOf(text: string): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let width = 0;
    for (const character of paragraph) width += character > '\u2e7f' ? WIDE : NARROW;
    lines += Math.max(1, Math.ceil(width / (WIDTH - PADDING)));
  }
  // One line to spare: where lines break depends on the fonts a machine has.
  return Math.max(LEAST_HEIGHT, (lines + 1) * LINE);
}
