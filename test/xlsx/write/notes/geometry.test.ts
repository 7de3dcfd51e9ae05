import { LAST_COLUMN, LAST_ROW } from '../../../../src/engine/sheet/address';
import { noteBox } from '../../../../src/xlsx/write/notes/note-box';
import { noteGeometry } from '../../../../src/xlsx/write/notes/note-geometry';
import { rowHeights } from '../../../../src/xlsx/write/notes/row-heights';
import { SheetAxis } from '../../../../src/xlsx/write/notes/sheet-axis';
import { frameOf, SHEET } from './drafts';

const bytesOf = (text: string) => ({ bytes: new TextEncoder().encode(text) });

describe('an axis', () => {
  /** Ten columns of 20 but for: 1–2 of 5, 4 hidden, 8–9 of 30. */
  const axis = new SheetAxis(
    [
      { first: 8, last: 40, size: 30 },
      { first: 1, last: 2, size: 5 },
      { first: 4, last: 4, size: 0 },
      { first: 2, last: 2, size: 999 },
    ],
    20,
    9,
  );

  test('knows where each begins, and its length', () => {
    const starts = Array.from({ length: 11 }, (_, i) => axis.startOf(i));
    expect(starts).toEqual([0, 20, 25, 30, 50, 50, 70, 90, 110, 140, 170]);
    expect(axis.length).toBe(170);
  });

  test.each([
    [0, 0, 0],
    [19, 0, 19],
    [20, 1, 0],
    [29.7, 2, 4],
    [50, 5, 0],
    [169, 9, 29],
    [170, 9, 30],
    [9999, 9, 30],
    [-5, 0, 0],
  ])('%d pixels are in %d, %d into it', (point, index, into) => {
    expect(axis.at(point)).toEqual({ index, into });
  });

  test('is as sure of a whole sheet, hidden rows and all', () => {
    const rows = new SheetAxis([{ first: 100_000, last: 100_001, size: 20 }], 0, LAST_ROW);
    expect(rows.at(0)).toEqual({ index: 100_000, into: 0 });
    expect(rows.at(39)).toEqual({ index: 100_001, into: 19 });
    expect(rows.length).toBe(40);
  });
});

describe('heights of rows', () => {
  const XML =
    '<sheetData><row r="1" ht="30" customHeight="1"><c r="A1" t="str"><v>ro w row =row"</v></c></row><row spans="1:2">' +
    "<c/></row><row\n hidden='1' ht='99' r='7'/><row/><x:row x:ht=\"5\" r=\"20\" ht='7.5'></x:row><rows r='30' ht='3'/>" +
    '<throw r="31" ht="3"/><a:throw r="32" ht="3"/><row r="40" ht="x"/><row r="41" ht="-3"/></sheetData>';
  const expected = [
    { first: 0, last: 0, size: 40 },
    { first: 6, last: 6, size: 0 },
    { first: 19, last: 19, size: 10 },
  ];

  test.each([
    ['bytes', bytesOf(XML)],
    ['text', { text: XML }],
  ])('are read from %s', (_, cells) => {
    expect(rowHeights(cells, 20, 20)).toEqual(expected);
  });

  test('rows are shown by name where all are hidden', () => {
    expect(
      rowHeights(bytesOf('<sheetData><row r="3"/><row r="4" hidden="true"/></sheetData>'), 0, 20),
    ).toEqual([{ first: 2, last: 2, size: 20 }]);
  });

  test('a tag that does not end ends the search', () => {
    expect(rowHeights(bytesOf('<sheetData><row r="3" ht="3"'), 20, 20)).toEqual([]);
  });
});

describe('the box of a note', () => {
  const TEXT = '[Own]\n' + '预算执行率应为百分之九十五，表中不是。'.repeat(4);
  const frame = (inside: string) => frameOf().replace('<sheetData>', `${inside}<sheetData>`);
  const geometry = (inside = '', cells = '') => noteGeometry(frame(inside), SHEET, { text: cells });

  test.each<[string, string, string]>([
    ['usual rows and columns', '', ''],
    [
      'wide and hidden columns',
      '<cols><col min="3" max="5" width="1.5"/><col min="6" max="9" width="9" hidden="1"/><col min="10" max="16384" width="80"/></cols>',
      '',
    ],
    [
      'columns that say nothing',
      '<sheetFormatPr baseColWidth="10"/><cols><col min="1" max="3"/><col/></cols>',
      '',
    ],
    ['narrow columns by default', '<sheetFormatPr defaultColWidth="1" defaultRowHeight="3"/>', ''],
    ['high rows', '', '<sheetData><row r="2" ht="400"/></sheetData>'],
    [
      'hidden rows',
      '',
      `<sheetData>${Array.from({ length: 50 }, (_, i) => `<row r="${i + 3}" hidden="1"/>`).join('')}</sheetData>`,
    ],
  ])('is as wide and high as it should be with %s', (_, inside, cells) => {
    const sizes = geometry(inside, cells);
    const box = noteBox({ row: 1, column: 1, text: TEXT }, sizes);
    const [c1, x1, r1, y1, c2, x2, r2, y2] = box.anchor as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const { columns, rows } = sizes;
    // Points become pixels by 4/3; offsets are whole pixels.
    expect(Math.abs(columns.startOf(c2) + x2 - columns.startOf(c1) - x1 - 260)).toBeLessThanOrEqual(1);
    expect(
      Math.abs(rows.startOf(r2) + y2 - rows.startOf(r1) - y1 - (box.height * 4) / 3),
    ).toBeLessThanOrEqual(1);
    expect(columns.startOf(c1) + x1).toBeGreaterThanOrEqual(columns.startOf(2));
    expect(y1).toBeLessThanOrEqual(rows.startOf(r1 + 1) - rows.startOf(r1));
    // Five lines of text at least.
    expect(box.height).toBeGreaterThan(60);
  });

  test('grows with its text', () => {
    const heights = ['a', TEXT, TEXT + TEXT, 'a\n'.repeat(60)].map(
      (text) => noteBox({ row: 0, column: 0, text }, geometry()).height,
    );
    expect([...heights].sort((a, b) => a - b)).toEqual(heights);
    expect(heights[3]).toBeGreaterThan(600);
  });

  test.each([
    [0, 0],
    [LAST_ROW, LAST_COLUMN],
    [0, LAST_COLUMN],
    [LAST_ROW, 0],
  ])('stays on the sheet at row %d, column %d', (row, column) => {
    for (const sizes of [
      geometry(),
      geometry(
        '<sheetFormatPr zeroHeight="1" defaultRowHeight="15"/><cols><col min="1" max="16384" width="0"/></cols>',
      ),
    ]) {
      const { anchor, left, top } = noteBox({ row, column, text: TEXT }, sizes);
      for (const i of [0, 4]) expect(anchor[i]).toBeLessThanOrEqual(LAST_COLUMN);
      for (const i of [2, 6]) expect(anchor[i]).toBeLessThanOrEqual(LAST_ROW);
      for (const number of [...anchor, left, top]) expect(number).toBeGreaterThanOrEqual(0);
    }
  });

  test('in the last column lies left of its cell', () => {
    const { anchor } = noteBox({ row: 5, column: LAST_COLUMN, text: 'a' }, geometry());
    expect(anchor[4]).toBeLessThan(LAST_COLUMN);
  });
});
