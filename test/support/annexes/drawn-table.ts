import type { FieldId } from '../../../src/engine/annex/field-id';
import type { MoneyUnit } from '../../../src/engine/annex/vocabulary/money-units';
import type { CellRange } from '../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from './sheet-builder';

/** A table as it is drawn in a test, with what recognition must make of it. */
export interface Drawing {
  /** What is unusual about it. */
  readonly name: string;
  readonly year: number | null;
  readonly unit: MoneyUnit | null;
  /** The field of each column from the first on; `-` for none. */
  readonly fields: string;
  /**
   * One sheet row a line, cells parted by `|`, behind a mark and a space:
   * `>` header, `*` project, `+` more indicators of it, `s` sums, `t` title,
   * `.` anything else.
   * A line `~ name` draws nothing and names the unit of the projects below it (`~` alone: none).
   * In a cell: `12.5` a number, `12.5%` a number with a percent format, `=0.5` a formula with its value, `'` before
   * a text that looks like a number, `⏎` a line break, `<` and `^` cells of a merge to the left and above.
   */
  readonly rows: string;
  /** 0-based position of the first cell. */
  readonly at?: readonly [number, number];
  /** 0-based sheet columns. */
  readonly hidden?: readonly number[];
}

/** What recognition must find. */
export interface DrawnTruth {
  readonly title: string | null;
  readonly columns: readonly (readonly [column: number, field: FieldId])[];
  /** 0-based rows of sums. */
  readonly sums: readonly number[];
  /** 0-based; `lastRow` where more indicators stand below. */
  readonly projects: readonly {
    readonly row: number;
    readonly lastRow: number;
    readonly unit: string | null;
    readonly name: string;
  }[];
  readonly headerRows: readonly [number, number];
}

export interface DrawnTable {
  readonly sheet: SheetSnapshot;
  readonly truth: DrawnTruth;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const PERCENT = /^-?\d+(?:\.(\d+))?%$/;

function cellOf(text: string): CellInput {
  if (text === '' || text === '<' || text === '^') return null;
  if (text.startsWith("'")) return text.slice(1);
  if (NUMBER.test(text)) return Number(text);
  if (text.startsWith('=') && NUMBER.test(text.slice(1)))
    return { value: Number(text.slice(1)), formula: '=B1/A1', format: '0.00%' };
  const percent = PERCENT.exec(text);
  if (percent) {
    const decimals = percent[1]?.length ?? 0;
    return {
      value: Number((Number(text.slice(0, -1)) / 100).toFixed(decimals + 2)),
      format: `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}%`,
    };
  }
  return text.replaceAll('⏎', '\n');
}

const split = (line: string): string[] => line.split('|').map((cell) => cell.replace(/^ +| +$/g, ''));

/** Makes the sheet of a drawing and the truth that it states. */
export function drawTable(drawing: Drawing): DrawnTable {
  const [firstRow, firstColumn] = drawing.at ?? [0, 0];
  const fields = split(drawing.fields);
  const nameColumn = fields.indexOf('projectName');
  const texts: string[][] = [];
  const headers: number[] = [];
  const sums: number[] = [];
  const projects: { row: number; lastRow: number; unit: string | null; name: string }[] = [];
  let unit: string | null = null;
  let title: string | null = null;
  for (const line of drawing.rows.trim().split('\n')) {
    const mark = line.trim().charAt(0);
    const cells = split(line.trim().slice(1));
    if (mark === '~') {
      unit = cells[0] === '' ? null : cells[0]!;
      continue;
    }
    const row = firstRow + texts.length;
    if (mark === 's') sums.push(row);
    if (mark === 't') title = cells.find((cell) => cell !== '')!.replaceAll('⏎', '');
    // A header that comes again belongs to the body.
    if (mark === '>' && projects.length === 0) headers.push(row);
    if (mark === '*')
      projects.push({ row, lastRow: row, unit, name: cells[nameColumn]!.replaceAll('⏎', '\n') });
    if (mark === '+') projects.at(-1)!.lastRow = row;
    texts.push(cells);
  }
  const sheet = buildSheet(
    texts.map((row) => row.map(cellOf)),
    { firstRow, firstColumn, merges: mergesOf(texts, firstRow, firstColumn) },
  );
  return {
    sheet: { ...sheet, hiddenColumns: (drawing.hidden ?? []).map((c) => ({ first: c, last: c })) },
    truth: {
      title,
      columns: fields.flatMap((field, i) =>
        field === '-' ? [] : [[firstColumn + i, field as FieldId] as const],
      ),
      projects,
      sums,
      headerRows: [headers[0]!, headers.at(-1)!],
    },
  };
}

/** The ranges that `<` and `^` draw; `null` where there are none. */
function mergesOf(texts: readonly string[][], firstRow: number, firstColumn: number): CellRange[] | null {
  const merges: CellRange[] = [];
  texts.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === '<' || cell === '^') return;
      let right = c;
      while (row[right + 1] === '<') right++;
      let below = r;
      while (texts[below + 1]?.[c] === '^') below++;
      if (right === c && below === r) return;
      merges.push({
        firstRow: firstRow + r,
        lastRow: firstRow + below,
        firstColumn: firstColumn + c,
        lastColumn: firstColumn + right,
      });
    });
  });
  return merges.length > 0 ? merges : null;
}
