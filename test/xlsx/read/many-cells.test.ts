import { toAddress } from '../../../src/engine/sheet/address';
import { formulaAt, numberFormatAt, valueAt } from '../../../src/engine/sheet/snapshot';
import { refuseTooManyCells } from '../../../src/xlsx/read/count-cells';
import { GridBuilder } from '../../../src/xlsx/read/grid-builder';
import { Random } from '../../support/random';
import { buildXlsxOfSheetXml } from '../../support/xlsx/xlsx-builder';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook, type Inflate } from '../../../src/xlsx';
import { open, readSheetXml, xlsxError } from '../../support/xlsx/xlsx-reading';

const MOST = 20_000;
const bytesOf = (xml: string) => new TextEncoder().encode(xml);
const refusal = (xml: string) => xlsxError(() => refuseTooManyCells(bytesOf(xml), 'sheet1.xml', MOST));

describe('a worksheet of more cells than are kept is refused by its bytes', () => {
  test.each([
    ['closed cells', '<c/>', ''],
    ['cells with values', '<c><v>1</v></c>', ''],
    ['cells with addresses', '<c r="AB12" s="3" t="s"><v>12</v></c>', ''],
    ['cells with a prefix', '<x:c r="A1"><x:v>1</x:v></x:c>', ''],
    ['an exclamation mark in a text', '<c t="str"><v>!</v></c>', ''],
    ['a comment behind them', '<c/>', '<!-- 完 -->'],
  ])('%s', (_, cell, after) => {
    const sheet = (count: number) =>
      `<worksheet><sheetData>${cell.repeat(count)}</sheetData>${after}</worksheet>`;
    expect(refusal(sheet(MOST + 1))).toMatchObject({
      code: 'too-large',
      detail: { limit: MOST, part: 'sheet1.xml' },
    });
    expect(() => refuseTooManyCells(bytesOf(sheet(MOST)), 'sheet1.xml', MOST)).not.toThrow();
  });

  test.each([
    ['cells within a comment', `<!--${'<c/>'.repeat(2 * MOST)}-->`],
    ['ends of cells alone', '</x:c>'.repeat(2 * MOST)],
    ['other elements', '<col/><cc/><xc/>'.repeat(2 * MOST)],
    ['texts', ' c> :c> &lt;c> '.repeat(2 * MOST)],
  ])('%s are not counted', (_, xml) => {
    expect(() => refuseTooManyCells(bytesOf(xml), 'sheet1.xml', MOST)).not.toThrow();
  });

  test('before all of it is inflated, where its beginning says so', () => {
    const source = new Random(3);
    const cells = () => Array.from({ length: 100 }, () => `<c><v>${source.next()}</v></c>`).join('');
    const rows = Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}">${cells()}</row>`).join('');
    const bytes = buildXlsxOfSheetXml(`<sheetData>${rows}</sheetData>`);
    const inflated: number[] = [];
    const inflate: Inflate = Object.assign(
      (compressed: Uint8Array, size: number) => {
        if (size > rows.length) inflated.push(size);
        return inflateWithZlib(compressed, size);
      },
      { start: inflateWithZlib.start! },
    );
    const read = (maxCells: number) => openWorkbook(bytes, { inflate, limits: { maxCells } }).readSheet(0);
    expect(xlsxError(() => read(MOST)).code).toBe('too-large');
    expect(inflated).toEqual([]);
    expect(read(40_000).rowCount).toBe(400);
    expect(xlsxError(() => read(39_999)).code).toBe('too-large');
    expect(inflated).toHaveLength(2);
  });

  test('before its checksum is made or anything of it is read', () => {
    const bytes = buildXlsxOfSheetXml(
      `<sheetData><row>${'<c><v>没有数</v></c>'.repeat(3000)}</row></sheetData>`,
    );
    expect(xlsxError(() => open(bytes, { maxCells: 2999 }).readSheet(0)).code).toBe('too-large');
    expect(open(bytes, { maxCells: 3000 }).readSheet(0).columnCount).toBe(3000);
  });
});

describe('cells far to the right', () => {
  test('are read where they are, whatever lies before, between and behind them, in any order', () => {
    const columns = [16_383, 0, 300, 299, 600, 16_382, 5, 300];
    const cells = columns.map(
      (column, i) => `<c r="${toAddress(1, column)}"><f>A${i + 1}</f><v>${i + 1}</v></c>`,
    );
    const sheet = readSheetXml(
      `<sheetData><row r="1"><c r="B1"><v>9</v></c></row><row r="2">${cells.join('')}</row></sheetData>`,
    );
    expect(sheet).toMatchObject({ firstColumn: 0, columnCount: 16_384, rowCount: 2 });
    expect(columns.map((column) => valueAt(sheet, 1, column))).toEqual([1, 2, 8, 4, 5, 6, 7, 8]);
    expect(columns.map((column) => formulaAt(sheet, 1, column))).toEqual(
      [1, 2, 8, 4, 5, 6, 7, 8].map((i) => `=A${i}`),
    );
    expect(sheet.values[1]!.filter((value) => value !== null)).toHaveLength(7);
    expect(sheet.values[1]).toHaveLength(16_384);
    expect(sheet.values[0]!.slice(0, 3)).toEqual([null, 9]);
  });

  test('are gathered as near ones are', () => {
    const source = new Random(7);
    const random = () => source.next();
    for (let round = 0; round < 40; round++) {
      const builder = new GridBuilder(1e6);
      const expected = new Map<string, string>();
      const columnsOf = new Map<number, Set<number>>();
      for (let i = 0; i < 12; i++) {
        const row = Math.floor(random() * 6);
        builder.startRow(row);
        for (let k = 0; k < 4; k++) {
          const column = Math.floor(random() * (random() < 0.5 ? 10 : 3000));
          const cells = columnsOf.get(row) ?? new Set();
          columnsOf.set(row, cells.add(column));
          builder.setValue(column, `${i},${k}`);
          builder.setFormat(column, `0.${i}`);
          expected.set(`${row},${column}`, `${i},${k}`);
        }
        builder.endRow();
      }
      const grid = builder.build();
      const sheet = {
        ...grid,
        id: '1',
        name: '表',
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        protected: false,
      };
      for (const [key, value] of expected) {
        const [row, column] = key.split(',').map(Number) as [number, number];
        expect(valueAt(sheet, row, column)).toBe(value);
        expect(numberFormatAt(sheet, row, column)).toBe(`0.${value.split(',')[0]}`);
      }
      const kept = grid.values.flat().filter((value) => value !== null);
      expect(kept).toHaveLength(expected.size);
    }
  });

  test('in rows with the same number formats share them', () => {
    const builder = new GridBuilder(1e6);
    for (let row = 0; row < 3; row++) {
      builder.startRow(row);
      builder.setValue(0, row);
      builder.setFormat(9000, '0%');
      builder.endRow();
    }
    const { numberFormats } = builder.build();
    expect(numberFormats[2]).toBe(numberFormats[0]);
  });

  test('in too many rows are refused', () => {
    const row = (i: number) => `<row r="${i}"><c r="XFD${i}"><v>1</v></c></row>`;
    const bytes = buildXlsxOfSheetXml(`<sheetData>${row(1)}${row(2)}${row(3)}</sheetData>`);
    expect(open(bytes, { maxCells: 3 * 16_384 }).readSheet(0).rowCount).toBe(3);
    expect(xlsxError(() => open(bytes, { maxCells: 3 * 16_384 - 1 }).readSheet(0)).code).toBe('too-large');
  });
});
