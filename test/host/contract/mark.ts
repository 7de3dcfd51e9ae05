import type { CellPosition, CellRange } from '../../../src/engine/sheet/address';
import { parseAddress, parseRangeAddress } from '../../../src/engine/sheet/address';
import type { SheetMarks } from '../../../src/host/port';
import { MARK_COLORS } from '../../../src/host/protocol/mark-colors';
import { markFormula, markSeverity, NOTE_SIGNATURE } from '../../../src/host/protocol/mark-signature';
import { lossesOf } from './losses';
import { ANNEX_OF_31_ROWS, expectUndo, makeSteps, open, refuses, tripsOf } from './open-annex';
import type { HostTraits, MakeSubject, WorkbookUser } from './subject';

const at = (address: string): CellRange => parseRangeAddress(address)!;
const cell = (address: string): CellPosition => parseAddress(address)!;

function marks(
  cells: Partial<Record<'error' | 'warning' | 'info', readonly string[]>>,
  notes: Readonly<Record<string, string>> = {},
): SheetMarks {
  return {
    cells: {
      error: (cells.error ?? []).map(at),
      warning: (cells.warning ?? []).map(at),
      info: (cells.info ?? []).map(at),
    },
    notes: Object.entries(notes).map(([address, text]) => ({ ...cell(address), text })),
  };
}

function ours(user: WorkbookUser, sheet: string) {
  return user.highlights(sheet).filter(({ formula }) => markSeverity(formula) !== null);
}

/** Marks: laid over, signed, replaced as a whole, taken off without a trace. */
export function describeMark(traits: HostTraits, make: MakeSubject): void {
  if (lossesOf(traits)('marks')) describeWithoutMarks(make);
  else describeMarks(traits, make);
  describeNotes(traits, make);
}

/** A host that keeps no marks: none are laid nor painted instead, and those that others laid go as everywhere. */
function describeWithoutMarks(make: MakeSubject): void {
  describe('marking where no marks are kept', () => {
    it('lays none, paints nothing instead, and says so', async () => {
      const { host, user, sheetId } = await open(make);
      user.paint('附件2', 'D4', '#00FF00');
      const result = await host.mark(sheetId, marks({ error: ['D4'], warning: ['E3:E5'] }));
      expect(result).toMatchObject({ markedCells: 0, left: [] });
      expect(host.capabilities.marks).toBe(false);
      expect(ours(user, '附件2')).toEqual([]);
      expect([user.fill('附件2', 'D4'), user.fill('附件2', 'E3')]).toEqual(['#00FF00', null]);
      expect(user.cell('附件2', 'D4')).toEqual({ value: 0.95, formula: null, numberFormat: '0.00%' });
    });

    it('takes off those that another program laid, and nothing else', async () => {
      const { host, user, sheetId } = await open(make);
      user.highlight('附件2', 'A1:E5', '=TRUE', '#0000FF');
      for (const sheet of ['附件2', '说明'])
        user.highlight(sheet, 'A1:A2', markFormula('info'), MARK_COLORS.info);
      expect(await host.hasMarks(sheetId)).toBe(true);
      expect(await host.mark(sheetId, marks({ error: ['D4'] }))).toMatchObject({
        markedCells: 0,
        replaced: true,
      });
      expect(user.highlights('附件2')).toMatchObject([{ formula: '=TRUE' }]);
      expect(await host.unmark('all')).toEqual({ markedCells: 2, notes: 0, left: [], unreadable: 0 });
      expect(await host.hasMarks(sheetId)).toBe(false);
    });

    it('refuses where the worksheet is protected or gone', async () => {
      const { host, user, sheetId, settled, idOf } = await open(make);
      const id = await idOf('说明');
      user.highlight('附件2', 'A1:A2', markFormula('info'), MARK_COLORS.info);
      user.protect('附件2');
      user.removeSheet('说明');
      await settled();
      await refuses(host.mark(sheetId, marks({ info: ['A3'] })), 'protected');
      await refuses(host.unmark(sheetId), 'protected');
      await refuses(host.mark(id, marks({ error: ['A1'] })), 'sheet-gone');
      expect(ours(user, '附件2')).toHaveLength(1);
    });
  });
}

function describeMarks(traits: HostTraits, make: MakeSubject): void {
  const { capabilities } = traits;
  const loses = lossesOf(traits);
  describe('marking', () => {
    it('shows a colour for each severity and leaves the cells as they are', async () => {
      const { host, user, sheetId } = await open(make);
      user.paint('附件2', 'D4', '#00FF00');
      const result = await host.mark(sheetId, marks({ error: ['D4'], warning: ['E3:E5'], info: ['A3'] }));
      expect(result.markedCells).toBe(5);
      expect(user.shownFill('附件2', 'D4')).toBe(MARK_COLORS.error);
      expect(user.shownFill('附件2', 'E4')).toBe(MARK_COLORS.warning);
      expect(user.shownFill('附件2', 'A3')).toBe(MARK_COLORS.info);
      expect(user.fill('附件2', 'D4')).toBe('#00FF00');
      expect(user.fill('附件2', 'E4')).toBeNull();
      expect(user.cell('附件2', 'D4')).toEqual({ value: 0.95, formula: null, numberFormat: '0.00%' });
      expect(ours(user, '附件2').map(({ formula }) => markSeverity(formula))).toEqual([
        'error',
        'warning',
        'info',
      ]);
    });

    it('lays its marks over conditional formats of others', async () => {
      const { host, user, sheetId } = await open(make);
      user.highlight('附件2', 'A1:E5', '=TRUE', '#0000FF');
      await host.mark(sheetId, marks({ error: ['D4'] }));
      expect(user.shownFill('附件2', 'D4')).toBe(MARK_COLORS.error);
      expect(user.shownFill('附件2', 'D5')).toBe('#0000FF');
    });

    it('replaces all marks of before, whoever made them', async () => {
      const { host, user, sheetId } = await open(make);
      user.highlight('附件2', 'A1:A5', markFormula('info'), MARK_COLORS.info);
      await host.mark(sheetId, marks({ error: ['D4'], warning: ['E3'] }));
      await host.mark(sheetId, marks({ warning: ['B3:B4'] }));
      expect(ours(user, '附件2')).toMatchObject([{ formula: expect.stringContaining('warning'), cells: 2 }]);
      expect(user.shownFill('附件2', 'D4')).toBeNull();
      await host.mark(sheetId, marks({}));
      expect(ours(user, '附件2')).toEqual([]);
    });

    it('takes off its own marks and nothing else', async () => {
      const { host, user, sheetId } = await open(make);
      user.highlight('附件2', 'A1:E5', '=$A1="annex-reviewer:error"', '#0000FF');
      user.paint('附件2', 'E3', '#00FF00');
      await host.mark(sheetId, marks({ error: ['D4'], warning: ['E3:E5'] }));
      user.highlight('附件2', 'A2', markFormula('error'), MARK_COLORS.error);
      expect(await host.unmark(sheetId)).toMatchObject({ markedCells: 5 });
      expect(user.highlights('附件2')).toMatchObject([{ formula: '=$A1="annex-reviewer:error"' }]);
      expect(user.fill('附件2', 'E3')).toBe('#00FF00');
      expect(await host.unmark(sheetId)).toEqual({ markedCells: 0, notes: 0, left: [], unreadable: 0 });
    });

    it('knows whether there are marks of ours', async () => {
      const { host, user, sheetId } = await open(make);
      user.highlight('附件2', 'A1:E5', '=TRUE', '#0000FF');
      expect(await host.hasMarks(sheetId)).toBe(false);
      expect(await host.remark(sheetId, marks({ error: ['D4'] }))).toBeNull();
      expect(await host.hasMarks(sheetId)).toBe(false);
      await host.mark(sheetId, marks({ error: ['D4'] }));
      expect(await host.hasMarks(sheetId)).toBe(true);
      expect(await host.remark(sheetId, marks({ info: ['D5'] }))).toMatchObject({ markedCells: 1 });
      expect(user.shownFill('附件2', 'D5')).toBe(MARK_COLORS.info);
      await host.unmark(sheetId);
      expect(await host.hasMarks(sheetId)).toBe(false);
    });

    it('takes off the marks of the whole workbook', async () => {
      const { host, user, sheetId, idOf } = await open(make);
      await host.mark(sheetId, marks({ error: ['D4'] }));
      await host.mark(await idOf('说明'), marks({ info: ['A1:B2'] }));
      expect(await host.unmark('all')).toMatchObject({ markedCells: 5 });
      expect([...ours(user, '附件2'), ...ours(user, '说明')]).toEqual([]);
    });

    it('marks thousands of scattered cells', async () => {
      const { host, user, sheetId } = await open(make);
      const cells = Array.from(
        { length: 3000 },
        (_, index) => `${'ACEGI'[index % 5]}${2 * Math.floor(index / 5) + 1}`,
      );
      const result = await host.mark(sheetId, marks({ error: cells }));
      expect(result.markedCells).toBe(3000);
      expect(ours(user, '附件2').reduce((sum, highlight) => sum + highlight.cells, 0)).toBe(3000);
      expect(user.shownFill('附件2', 'I1199')).toBe(MARK_COLORS.error);
      expect(user.shownFill('附件2', 'I1198')).toBeNull();
      expect(await host.unmark(sheetId)).toMatchObject({ markedCells: 3000 });
    });

    it('marks nothing on a protected worksheet', async () => {
      const { host, user, sheetId, settled } = await open(make);
      await host.mark(sheetId, marks({ error: ['D4'] }));
      user.protect('附件2');
      await settled();
      await refuses(host.mark(sheetId, marks({ info: ['A3'] })), 'protected');
      await refuses(host.unmark(sheetId), 'protected');
      expect(ours(user, '附件2')).toHaveLength(1);
    });

    it('takes what it can off the workbook, and tells what it left on protected worksheets', async () => {
      const { host, user, sheetId, settled, idOf } = await open(make);
      await host.mark(sheetId, marks({ error: ['D4:D5'] }, { D4: '应为 95%' }));
      await host.mark(await idOf('说明'), marks({ info: ['A1'] }));
      user.protect('附件2');
      await settled();
      const notes = capabilities.notes && !loses('notes') ? 1 : 0;
      expect(await host.unmark('all')).toEqual({
        ...{ markedCells: 1, notes: 0, unreadable: 0 },
        left: [{ sheet: '附件2', markedCells: 2, notes, because: 'protected' }],
      });
      expect(ours(user, '附件2')).toHaveLength(1);
      expect(ours(user, '说明')).toEqual([]);
    });

    it('says so when the worksheet is gone', async () => {
      const { host, user, settled, idOf } = await open(make);
      const id = await idOf('说明');
      user.removeSheet('说明');
      await settled();
      await refuses(host.mark(id, marks({ error: ['A1'] })), 'sheet-gone');
      await refuses(host.unmark(id), 'sheet-gone');
    });

    it('does not take marks for values', async () => {
      const { host, sheetId } = await open(make);
      await host.mark(sheetId, marks({ error: ['Z100'] }));
      expect(await host.read(sheetId)).toMatchObject({ rowCount: 5, columnCount: 5 });
    });
  });
}

function describeNotes(traits: HostTraits, make: MakeSubject): void {
  const { capabilities, roundTrips } = traits;
  describe('explaining marks', () => {
    it('writes notes where the host has them, and never over one of the user', async () => {
      const { host, user, sheetId } = await open(make);
      user.writeNote('附件2', 'E3', '我的批注');
      const notes = { D4: '执行率应为 93.46%', E3: '没有数值' };
      const result = await host.mark(sheetId, marks({ error: ['D4', 'E3'] }, notes));
      expect(user.note('附件2', 'E3')).toBe('我的批注');
      if (!capabilities.notes) {
        expect(result).toMatchObject({ notes: 0, notesLeftOut: 0 });
        expect(user.note('附件2', 'D4')).toBeNull();
        return;
      }
      if (lossesOf(traits)('notes')) {
        expect(result).toMatchObject({ notes: 0, notesLeftOut: 1, notesRefused: 1 });
        expect(host.capabilities.notes).toBe(false);
        expect(user.note('附件2', 'D4')).toBeNull();
        return;
      }
      expect(result).toMatchObject({ notes: 1, notesLeftOut: 1 });
      expect(user.note('附件2', 'D4')).toBe(`${NOTE_SIGNATURE}\n执行率应为 93.46%`);
      await host.mark(sheetId, marks({ error: ['D5'] }, { D5: '另一条' }));
      expect(user.note('附件2', 'D4')).toBeNull();
      expect(await host.unmark(sheetId)).toMatchObject({ notes: 1 });
      expect(user.note('附件2', 'E3')).toBe('我的批注');
      expect(user.note('附件2', 'D5')).toBeNull();
    });

    it("keeps the user's undo, and its round trips few", async () => {
      const subject = await open(make, ANNEX_OF_31_ROWS);
      const { host, user, sheetId } = subject;
      const before = await makeSteps(subject, '附件2');
      const some = marks({ error: ['D4', 'E8', 'G12'], warning: ['A1:B9'] });
      const first = await tripsOf(host, () => host.mark(sheetId, some));
      const again = await tripsOf(host, () => host.mark(sheetId, some));
      const off = await tripsOf(host, () => host.unmark(sheetId));
      expect(first).toBeLessThanOrEqual(roundTrips?.mark ?? Infinity);
      expect(again).toBeLessThanOrEqual(roundTrips?.markAgain ?? Infinity);
      expect(off).toBeLessThanOrEqual(roundTrips?.unmark ?? Infinity);
      // Where nothing is laid, nothing is emptied.
      expectUndo(lossesOf(traits)('marks') ? { ...traits, loses: [] } : traits, user, before);
    });
  });
}
