import type { CellContent, Edit } from '../../../src/engine/sheet/edit';
import { parseAddress, toAddress } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { ANNEX_OF_31_ROWS, expectUndo, makeSteps, open, refuses, tripsOf } from './open-annex';
import { lossesOf } from './losses';
import type { HostTraits, MakeSubject } from './subject';
import { TEXTS } from './texts';

/** An edit of a cell that holds a constant or nothing. */
function edit(address: string, before: CellValue, after: CellContent, numberFormat?: string): Edit {
  return {
    ...parseAddress(address)!,
    expectedBefore: { value: before, formula: null },
    after,
    ...(numberFormat !== undefined && { numberFormat }),
  };
}

/** Edits: written as they are meant, all or none, and only where nothing has changed meanwhile. */
export function describeEdit(traits: HostTraits, make: MakeSubject): void {
  const { calculates, roundTrips } = traits;
  const loses = lossesOf(traits);
  describe('editing', () => {
    it.each(TEXTS.map((text) => [text.slice(0, 40), text]))('writes %j as text', async (_, text) => {
      const { host, user, sheetId, settled } = await open(make);
      const [applied] = await host.edit(sheetId, [edit('E3', '已完成', { value: text })]);
      await settled();
      expect(user.cell('附件2', 'E3')).toMatchObject({ value: text, formula: null });
      expect(applied).toMatchObject({ now: { value: text, formula: null } });
      const sheet = await host.read(sheetId);
      expect(sheet.values[2]![4]).toBe(text);
      expect(sheet.formulas[2]?.[4] ?? null).toBeNull();
    });

    it('writes many texts at once, into blank cells and over numbers', async () => {
      const { host, sheetId } = await open(make);
      await host.edit(
        sheetId,
        TEXTS.map((value, index) => edit(toAddress(10 + index, 3), null, { value })),
      );
      const sheet = await host.read(sheetId);
      expect(TEXTS.map((_, index) => sheet.values[10 + index]![3])).toEqual(TEXTS);
    });

    it('writes numbers, booleans, blanks and formulas as such', async () => {
      const { host, user, sheetId, settled } = await open(make);
      const applied = await host.edit(sheetId, [
        edit('B3', 40, { value: 41.5 }),
        edit('C3', 38.5, { value: true }),
        edit('E3', '已完成', { value: null }),
        edit('D4', 0.95, { formula: '=C4/B4' }),
      ]);
      await settled();
      expect(user.cell('附件2', 'B3')).toMatchObject({ value: 41.5, formula: null });
      expect(user.cell('附件2', 'C3')).toMatchObject({ value: true, formula: null });
      expect(user.cell('附件2', 'E3')).toMatchObject({ value: null, formula: null });
      expect(user.cell('附件2', 'D4').formula).toBe('=C4/B4');
      if (calculates) expect(user.cell('附件2', 'D4').value).toBeCloseTo(25.88 / 27.69, 10);
      expect(applied.map(({ now }) => now.formula)).toEqual([null, null, null, '=C4/B4']);
      expect(applied.map(({ row, column }) => toAddress(row, column))).toEqual(['B3', 'C3', 'E3', 'D4']);
    });

    it('keeps number formats unless asked, and tells the one before', async () => {
      const { host, user, sheetId } = await open(make);
      const applied = await host.edit(sheetId, [
        edit('D4', 0.95, { value: 0.9346 }),
        edit('D5', 1, { value: 0.5 }, '0.00%'),
        edit('E4', '120台', { value: '130台' }),
      ]);
      expect(user.cell('附件2', 'D4')).toEqual({ value: 0.9346, formula: null, numberFormat: '0.00%' });
      expect(user.cell('附件2', 'D5')).toEqual({ value: 0.5, formula: null, numberFormat: '0.00%' });
      expect(user.cell('附件2', 'E4').numberFormat).toBe('General');
      expect(applied.map((one) => one.numberFormatBefore)).toEqual(['0.00%', 'General', 'General']);
    });

    it('makes a number of a text in a cell formatted as text', async () => {
      const { host, user, sheetId, settled } = await open(make, {
        name: 'book.xlsx',
        sheets: [
          {
            name: 'Sheet1',
            rows: [
              [
                { value: '25.88', format: '@' },
                { value: '95%', format: '@' },
                { value: '甲', format: '@' },
              ],
            ],
          },
        ],
      });
      await host.edit(sheetId, [
        edit('A1', '25.88', { value: 25.88 }),
        edit('B1', '95%', { formula: '=A1/27.69' }, '0.00%'),
        edit('C1', '甲', { value: '007' }),
      ]);
      await settled();
      expect(user.cell('Sheet1', 'A1')).toEqual({ value: 25.88, formula: null, numberFormat: 'General' });
      expect(user.cell('Sheet1', 'B1')).toMatchObject({ formula: '=A1/27.69', numberFormat: '0.00%' });
      expect(user.cell('Sheet1', 'C1')).toEqual({ value: '007', formula: null, numberFormat: '@' });
    });

    it('can be taken back by an edit with what was there before', async () => {
      const { host, user, sheetId, settled } = await open(make);
      const cell = parseAddress('D3')!;
      const [applied] = await host.edit(sheetId, [
        { ...cell, expectedBefore: { value: 0.9625, formula: '=C3/B3' }, after: { value: '96%' } },
      ]);
      await host.edit(sheetId, [
        {
          ...cell,
          expectedBefore: applied!.now,
          after: { formula: '=C3/B3' },
          numberFormat: applied!.numberFormatBefore,
        },
      ]);
      await settled();
      expect(user.cell('附件2', 'D3')).toMatchObject({ formula: '=C3/B3', numberFormat: '0.00%' });
    });

    it('writes nothing where one cell holds something else, and names it', async () => {
      const { host, user, sheetId, settled } = await open(make);
      user.type('附件2', 'E4', { value: '121台' });
      user.type('附件2', 'D4', { formula: '=0.95' });
      await settled();
      const call = host.edit(sheetId, [
        edit('B4', 27.69, { value: 28 }),
        edit('D4', 0.95, { value: 0.93 }),
        edit('E4', '120台', { value: '130台' }),
      ]);
      await expect(call).rejects.toMatchObject({
        code: 'changed',
        detail: { cells: [parseAddress('D4'), parseAddress('E4')] },
      });
      expect(user.cell('附件2', 'B4').value).toBe(27.69);
      expect(user.cell('附件2', 'E4').value).toBe('121台');
    });

    it('writes only while its guards hold what they are to hold, and names those that do not', async () => {
      const { host, user, sheetId, settled } = await open(make);
      const name = { ...parseAddress('A4')!, expected: (await host.read(sheetId)).values[3]![0]! };
      const guards = [
        { row: name.row, column: name.column, expected: { value: name.expected, formula: null } },
        { ...parseAddress('D3')!, expected: { value: 0.9625, formula: '=C3/B3' } },
        { ...parseAddress('C4')!, expected: { value: 25.88, formula: null } },
      ];
      await host.edit(sheetId, [edit('D4', 0.95, { value: 0.9346 })], guards);
      expect(user.cell('附件2', 'D4').value).toBe(0.9346);
      user.type('附件2', 'C4', { value: 26 });
      await settled();
      const refused = { code: 'changed', detail: { cells: [parseAddress('C4')] } };
      await expect(host.edit(sheetId, [edit('D4', 0.9346, { value: 1 })], guards)).rejects.toMatchObject(
        refused,
      );
      expect(user.cell('附件2', 'D4').value).toBe(0.9346);
      // Without edits it only looks, also where nothing may be written.
      user.protect('附件2');
      await settled();
      await expect(host.edit(sheetId, [], guards)).rejects.toMatchObject(refused);
      expect(await host.edit(sheetId, [], guards.slice(0, 2))).toEqual([]);
    });

    it('takes an empty text and a blank cell for the same', async () => {
      const { host, user, sheetId } = await open(make);
      await host.edit(sheetId, [edit('E1', '', { value: '备注' })]);
      expect(user.cell('附件2', 'E1').value).toBe('备注');
    });

    it('writes nothing on a protected worksheet', async () => {
      const { host, user, sheetId, settled } = await open(make);
      user.protect('附件2');
      await settled();
      await refuses(host.edit(sheetId, [edit('B3', 40, { value: 1 })]), 'protected');
      expect(user.cell('附件2', 'B3').value).toBe(40);
      expect((await host.read(sheetId)).protected).toBe(true);
    });

    it('writes nothing where the worksheet is gone, and finds one that was renamed', async () => {
      const { host, user, sheetId, idOf, settled } = await open(make);
      user.renameSheet('附件2', '附件二');
      await settled();
      let id = sheetId;
      if (loses('renames')) {
        // To this host it is another one: nothing is written by the id of before.
        await refuses(host.edit(sheetId, [edit('B3', 40, { value: 41 })]), 'sheet-gone');
        expect(user.cell('附件二', 'B3').value).toBe(40);
        id = await idOf('附件二');
        expect(id).not.toBe(sheetId);
      }
      await host.edit(id, [edit('B3', 40, { value: 41 })]);
      expect(user.cell('附件二', 'B3').value).toBe(41);
      user.removeSheet('附件二');
      await settled();
      await refuses(host.edit(id, [edit('B3', 41, { value: 1 })]), 'sheet-gone');
    });

    it('writes nothing when another workbook has come to the front', async () => {
      const { host, user, sheetId, settled } = await open(make);
      if (!user.openAnother) return;
      user.openAnother();
      await settled();
      await refuses(host.edit(sheetId, [edit('B3', 40, { value: 1 })]), 'workbook-changed');
    });

    it('says that it is busy while a cell is being edited, and goes on afterwards', async () => {
      const { host, user, sheetId } = await open(make);
      if (!user.editCell) return;
      user.editCell(true);
      await refuses(host.edit(sheetId, [edit('B3', 40, { value: 1 })]), 'busy');
      await refuses(host.read(sheetId), 'busy');
      user.editCell(false);
      await host.edit(sheetId, [edit('B3', 40, { value: 1 })]);
      expect(user.cell('附件2', 'B3').value).toBe(1);
    });

    it('applies hundreds of edits as one', async () => {
      const { host, sheetId } = await open(make);
      const cells = Array.from({ length: 600 }, (_, index) =>
        toAddress(20 + (index % 100), 2 * Math.floor(index / 100)),
      );
      await host.edit(
        sheetId,
        cells.map((address, index) => edit(address, null, { value: index % 2 ? index : `00${index}` })),
      );
      const sheet = await host.read(sheetId);
      const now = cells.map((address) => {
        const { row, column } = parseAddress(address)!;
        return sheet.values[row]![column];
      });
      expect(now).toEqual(cells.map((_, index) => (index % 2 ? index : `00${index}`)));
    });

    it("keeps the user's undo, and its round trips few", async () => {
      const subject = await open(make, ANNEX_OF_31_ROWS);
      const { host, user, sheetId } = subject;
      const before = await makeSteps(subject, '附件2');
      const trips = await tripsOf(host, () => host.edit(sheetId, [edit('A2', 1, { value: 2 })]));
      expect(trips).toBeLessThanOrEqual(roundTrips?.edit ?? Infinity);
      expectUndo(traits, user, before);
    });
  });
}
