import type { ErrorCode } from '../../../src/engine/sheet/cell-value';
import { tripsOf, ANNEX_OF_31_ROWS, open, refuses } from './open-annex';
import { lossesOf } from './losses';
import type { HostTraits, MakeSubject } from './subject';

/** What a snapshot is, on every host. */
export function describeRead(traits: HostTraits, make: MakeSubject): void {
  const { capabilities, roundTrips } = traits;
  describe('reading', () => {
    it('names the workbook and keeps its id', async () => {
      const { host } = await open(make);
      const workbook = await host.workbook();
      expect(workbook.name).toBe('绩效自评.xlsx');
      expect(await host.workbook()).toEqual(workbook);
    });

    it('lists all sheets in the order of their tabs, hidden ones too', async () => {
      const { host } = await open(make, {
        name: 'book.xlsx',
        sheets: [
          { name: '二', rows: [] },
          { name: '一', rows: [[1]] },
          { name: '藏', rows: [[1]], visible: false },
        ],
      });
      const sheets = await host.sheets();
      expect(sheets.map(({ name, kind, visible }) => ({ name, kind, visible }))).toEqual([
        { name: '二', kind: 'worksheet', visible: true },
        { name: '一', kind: 'worksheet', visible: true },
        { name: '藏', kind: 'worksheet', visible: false },
      ]);
      expect(new Set(sheets.map(({ id }) => id)).size).toBe(3);
      expect(await host.activeSheet()).toEqual(sheets[0]);
    });

    it('gives raw values, formulas and number formats', async () => {
      const { host, sheetId } = await open(make);
      const sheet = await host.read(sheetId);
      expect(sheet).toMatchObject({
        id: sheetId,
        name: '附件2',
        firstRow: 0,
        firstColumn: 0,
        rowCount: 5,
        columnCount: 5,
        protected: false,
        hiddenRows: [],
        hiddenColumns: [],
      });
      const cell = (row: number, column: number) => [
        sheet.values[row]?.[column] ?? null,
        sheet.formulas[row]?.[column] ?? null,
        sheet.numberFormats[row]?.[column] ?? 'General',
      ];
      expect(cell(0, 0)).toEqual(['附件2', null, 'General']);
      expect(cell(0, 1)).toEqual([null, null, 'General']);
      expect(cell(2, 1)).toEqual([40, null, 'General']);
      expect(cell(2, 3)).toEqual([0.9625, '=C3/B3', '0.00%']);
      expect(cell(3, 3)).toEqual([0.95, null, '0.00%']);
      expect(cell(4, 4)).toEqual(['》90%', null, 'General']);
    });

    it('gives some rows alone, in the frame of the whole', async () => {
      const { host, sheetId } = await open(make);
      const whole = await host.read(sheetId);
      const some = await host.read(sheetId, {
        rows: [
          { first: 2, last: 2 },
          { first: 4, last: 90 },
        ],
      });
      expect(some).toEqual({
        ...whole,
        values: [[], [], whole.values[2], [], whole.values[4]],
        formulas: [[], [], whole.formulas[2], [], whole.formulas[4]],
        numberFormats: [[], [], whole.numberFormats[2], [], whole.numberFormats[4]],
      });
      const frame = await host.read(sheetId, { rows: [] });
      expect(frame).toMatchObject({ id: sheetId, name: '附件2', rowCount: 5, columnCount: 5 });
      expect(frame.values.flat()).toEqual([]);
      await refuses(host.read('no such id', { rows: [] }), 'sheet-gone');
    });

    it('tells errors from texts that look like errors, and booleans from both', async () => {
      const error = (code: ErrorCode) => (lossesOf(traits)('errors') ? code : { error: code });
      const { host, sheetId } = await open(make, {
        name: 'book.xlsx',
        sheets: [
          {
            name: 'Sheet1',
            rows: [
              [{ error: '#DIV/0!' }, '#DIV/0!', { error: '#N/A' }, '#N/A', '#备注'],
              [true, 'TRUE', false, 0, '0'],
              ['=A1', '007', '90%', "'x", '1e5'],
            ],
          },
        ],
      });
      const sheet = await host.read(sheetId);
      expect(sheet.values).toEqual([
        [error('#DIV/0!'), '#DIV/0!', error('#N/A'), '#N/A', '#备注'],
        [true, 'TRUE', false, 0, '0'],
        ['=A1', '007', '90%', "'x", '1e5'],
      ]);
      expect(sheet.formulas.flat().every((formula) => formula === null)).toBe(true);
    });

    it('begins the used range where values begin', async () => {
      const { host, sheetId } = await open(make, {
        name: 'book.xlsx',
        sheets: [
          {
            name: 'Sheet1',
            rows: [
              ['甲', 1],
              [null, 2],
            ],
            firstRow: 3,
            firstColumn: 2,
          },
        ],
      });
      expect(await host.read(sheetId)).toMatchObject({
        firstRow: 3,
        firstColumn: 2,
        rowCount: 2,
        columnCount: 2,
        values: [
          ['甲', 1],
          [null, 2],
        ],
      });
    });

    it('reads an empty worksheet as no rows', async () => {
      const { host, sheetId } = await open(make, {
        name: 'book.xlsx',
        sheets: [{ name: 'Sheet1', rows: [] }],
      });
      expect(await host.read(sheetId)).toMatchObject({ rowCount: 0, values: [], formulas: [] });
    });

    it('lists hidden rows and columns as spans', async () => {
      const { host, sheetId } = await open(make, {
        name: 'book.xlsx',
        sheets: [
          {
            name: 'Sheet1',
            rows: Array.from({ length: 9 }, (_, row) => [row, row, row, row, row]),
            hiddenRows: [
              { first: 2, last: 4 },
              { first: 7, last: 7 },
            ],
            hiddenColumns: [{ first: 3, last: 3 }],
          },
        ],
      });
      expect(await host.read(sheetId)).toMatchObject({
        hiddenRows: [
          { first: 2, last: 4 },
          { first: 7, last: 7 },
        ],
        hiddenColumns: [{ first: 3, last: 3 }],
      });
    });

    it('reads in chunks that add up, and tells how far it is', async () => {
      const rows = Array.from({ length: 700 }, (_, row) =>
        Array.from({ length: 8 }, (__, column) =>
          column === 0 ? row : `第${row}行第${column}列${'字'.repeat(20)}`,
        ),
      );
      const { host, sheetId } = await open(make, { name: 'book.xlsx', sheets: [{ name: 'Sheet1', rows }] });
      const told: [number, number][] = [];
      const sheet = await host.read(sheetId, { onProgress: (done, total) => told.push([done, total]) });
      expect(sheet.values).toEqual(rows);
      expect(told[told.length - 1]).toEqual([700, 700]);
      expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b));
    });

    it('stops when the caller cancels', async () => {
      const { host, sheetId } = await open(make);
      const controller = new AbortController();
      controller.abort();
      await refuses(host.read(sheetId, { signal: controller.signal }), 'cancelled');
    });

    it('says so when the worksheet is gone', async () => {
      const { host, user, settled, idOf } = await open(make);
      const id = await idOf('说明');
      await refuses(host.read('no such id'), 'sheet-gone');
      if (!capabilities.interactive) return;
      user.removeSheet('说明');
      await settled();
      await refuses(host.read(id), 'sheet-gone');
    });

    it('hands out plain values', async () => {
      const { host, sheetId } = await open(make);
      const sheet = await host.read(sheetId);
      expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
      expect(sheet.merges === null).toBe(!capabilities.merges);
    });

    it('counts its round trips and keeps them few', async () => {
      const { host, sheetId } = await open(make, ANNEX_OF_31_ROWS);
      const trips = await tripsOf(host, () => host.read(sheetId));
      expect(trips).toBeLessThanOrEqual(roundTrips?.read ?? Infinity);
    });
  });
}
