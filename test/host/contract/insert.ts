import { insertOne } from '../../support/workbooks/insert-one';
import { toAddress } from '../../../src/engine/sheet/address';
import { ownSheetName } from '../../../src/host/protocol/own-sheets';
import type { PlanCell, SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { lossesOf, plannedPartsOf } from './losses';
import { ANNEX_OF_31_ROWS, expectUndo, makeSteps, open, refuses, tripsOf } from './open-annex';
import { ISSUES, PLAN } from './plan';
import type { HostTraits, MakeSubject, WorkbookUser } from './subject';
import { TEXTS } from './texts';

/** Rollups: a sheet of our own, known by its hidden name, rewritten in place. */
export function describeInsert(traits: HostTraits, make: MakeSubject): void {
  const { calculates, roundTrips } = traits;
  const loses = lossesOf(traits);
  const charts = traits.capabilities.charts && !loses('charts') ? 1 : 0;
  describe('inserting a rollup', () => {
    it('adds a worksheet as the last one and leaves the one in view', async () => {
      const { host, user, settled } = await open(make);
      expect(await host.ownSheet('unit-summary')).toBeNull();
      const { leftOut = [], ...sheet } = await insertOne(host, PLAN);
      await settled();
      expect(sheet).toMatchObject({ name: '单位汇总', kind: 'worksheet', visible: true });
      expect([...leftOut].sort()).toEqual(plannedPartsOf(traits));
      expect(user.sheetNames()).toEqual(['附件2', '说明', '单位汇总']);
      expect(user.activeSheet()).toBe('附件2');
      expect(await host.ownSheet('unit-summary')).toEqual(sheet);
      expect(await host.ownSheet('issue-list')).toBeNull();
      expect(await host.ownSheetIds()).toEqual(new Set([sheet.id]));
    });

    it('writes texts as texts, formulas as formulas, and formats', async () => {
      const { host, user, settled } = await open(make);
      const { id } = await insertOne(host, PLAN);
      await settled();
      expect(user.cell('单位汇总', 'A3')).toMatchObject({ value: '=cmd()', formula: null });
      expect(user.cell('单位汇总', 'A4')).toMatchObject({ value: '007', formula: null });
      expect(user.cell('单位汇总', 'B4')).toEqual({ value: 27.69, formula: null, numberFormat: '0.00' });
      expect(user.cell('单位汇总', 'B5')).toMatchObject({ formula: '=SUM(B3:B4)', numberFormat: '0.00' });
      expect(user.cell('单位汇总', 'C3').formula?.replace(/'/g, '')).toBe('=附件2!D3');
      if (calculates) expect(user.cell('单位汇总', 'B5').value).toBeCloseTo(67.69, 10);
      expect(await host.read(id)).toMatchObject({ rowCount: 5, columnCount: 7, firstRow: 0 });
      expect(user.merges('单位汇总')).toEqual(['A1:C1']);
      expect(user.frozen('单位汇总')).toEqual(
        loses('freeze') ? { rows: 0, columns: 0 } : { rows: 2, columns: 1 },
      );
      const link = { sheetName: '附件2', address: 'A3' };
      expect(user.link('单位汇总', 'A3')).toEqual(loses('links') ? null : link);
      const choices = ['待处理', '已修改', '忽略'];
      expect(user.choices('单位汇总', 'E4')).toEqual(loses('choices') ? null : choices);
      expect(user.charts('单位汇总')).toBe(charts);
    });

    it('keeps awkward texts', async () => {
      const { host } = await open(make);
      const rows = TEXTS.map((value): PlanCell[] => [{ value }, { value: 1 }, { value }]);
      const { id } = await insertOne(host, { ...PLAN, rows, merges: [], links: [], charts: [], choices: [] });
      const sheet = await host.read(id);
      expect(sheet.values).toEqual(TEXTS.map((value) => [value, 1, value]));
    });

    it('rewrites its own worksheet in place, whatever its title is now', async () => {
      const { host, user, settled } = await open(make);
      const first = await insertOne(host, PLAN);
      user.renameSheet('单位汇总', '汇总（王）');
      user.type('汇总（王）', 'A30', { value: '旧' });
      user.addSheet('后来的');
      await settled();
      const shorter: SheetPlan = { ...PLAN, rows: PLAN.rows.slice(0, 3), freeze: { rows: 0, columns: 0 } };
      const second = await insertOne(host, shorter);
      await settled();
      expect(second.name).toBe('汇总（王）');
      expect(second.id === first.id).toBe(!loses('renames') && !loses('renames-new'));
      expect(user.sheetNames()).toEqual(['附件2', '说明', '汇总（王）', '后来的']);
      expect(user.cell('汇总（王）', 'A30').value).toBeNull();
      expect(user.cell('汇总（王）', 'B5')).toEqual({ value: null, formula: null, numberFormat: 'General' });
      expect(user.charts('汇总（王）')).toBe(charts);
      expect(user.frozen('汇总（王）')).toEqual({ rows: 0, columns: 0 });
      expect(await host.read(second.id)).toMatchObject({ rowCount: 3 });
    });

    it('never touches a worksheet of the user with the same title', async () => {
      const { host, user, settled } = await open(make);
      user.addSheet('单位汇总');
      user.type('单位汇总', 'A1', { value: '我的' });
      await settled();
      const sheet = await insertOne(host, PLAN);
      await settled();
      expect(sheet.name).toBe('单位汇总 (2)');
      expect(user.cell('单位汇总', 'A1').value).toBe('我的');
    });

    it('keeps two rollups apart', async () => {
      const { host, user } = await open(make);
      await insertOne(host, PLAN);
      await insertOne(host, ISSUES);
      expect(user.sheetNames()).toEqual(['附件2', '说明', '单位汇总', '问题清单']);
      expect((await host.ownSheet('issue-list'))?.name).toBe('问题清单');
    });

    it('inserts anew where the user has deleted it', async () => {
      const { host, user, settled } = await open(make);
      await insertOne(host, PLAN);
      user.removeSheet('单位汇总');
      await settled();
      expect(await host.ownSheet('unit-summary')).toBeNull();
      expect((await insertOne(host, PLAN)).name).toBe('单位汇总');
    });

    describe('to be known again', () => {
      const NAME = ownSheetName('unit-summary');
      /** A worksheet that holds what the rollup holds, as a copy does. */
      const copyOf = (user: WorkbookUser, name: string): void => {
        user.addSheet(name);
        PLAN.rows.forEach((cells, row) =>
          cells.forEach((cell, column) => {
            if (cell) user.type(name, toAddress(row, column), { value: cell.value });
          }),
        );
      };

      it('needs more than its hidden name: an annex that bears it is left alone', async () => {
        const { host, user, settled } = await open(make);
        user.nameSheet('附件2', NAME);
        await settled();
        const before = user.cell('附件2', 'A1');
        expect(await host.ownSheet('unit-summary')).toBeNull();
        const sheet = await insertOne(host, PLAN);
        await settled();
        expect(sheet.name).toBe('单位汇总');
        expect(user.cell('附件2', 'A1')).toEqual(before);
        expect(user.sheetNames()).toEqual(['附件2', '说明', '单位汇总']);
      });

      it('needs more than its content: one without the name is left alone', async () => {
        const { host, user, settled } = await open(make);
        copyOf(user, '单位汇总');
        user.nameWorkbook(NAME, "='单位汇总'!$A$1");
        await settled();
        expect(await host.ownSheet('unit-summary')).toBeNull();
        expect((await insertOne(host, PLAN)).name).toBe('单位汇总 (2)');
      });

      it.each(["='附件2'!$A$1", '=#REF!$A$1'])('needs a name that leads to it, not %s', async (refersTo) => {
        const { host, user, settled } = await open(make);
        copyOf(user, '单位汇总');
        user.nameSheet('单位汇总', NAME, refersTo);
        await settled();
        expect(await host.ownSheet('unit-summary')).toBeNull();
      });

      it('does not need a record, nor the same letters in its name', async () => {
        const { host, user, settled } = await open(make);
        copyOf(user, '汇总');
        user.nameSheet('汇总', NAME.toUpperCase());
        await settled();
        expect((await host.ownSheet('unit-summary'))?.name).toBe('汇总');
        expect((await insertOne(host, PLAN)).name).toBe('汇总');
      });

      it('must be one alone: of two that bear every sign neither is touched, and both are named', async () => {
        const { host, user, settled } = await open(make);
        await insertOne(host, PLAN);
        copyOf(user, '单位汇总 副本');
        user.nameSheet('单位汇总 副本', NAME);
        await settled();
        const both = {
          code: 'two-own-sheets',
          detail: { sheets: [{ name: '单位汇总' }, { name: '单位汇总 副本' }] },
        };
        await expect(host.ownSheet('unit-summary')).rejects.toMatchObject(both);
        expect((await host.ownSheetIds()).size).toBe(2);
        await expect(insertOne(host, { ...PLAN, rows: PLAN.rows.slice(0, 3) })).rejects.toMatchObject({
          ...both,
          write: 'not-tried',
        });
        expect(user.cell('单位汇总', 'A5').value).toBe('合计');
        expect(user.sheetNames()).toEqual(['附件2', '说明', '单位汇总', '单位汇总 副本']);

        user.type('单位汇总 副本', 'A1', { value: '存档' });
        await settled();
        expect((await insertOne(host, PLAN)).name).toBe('单位汇总');
      });

      it('must keep its headings: where they are gone another is inserted', async () => {
        const { host, user, settled } = await open(make);
        await insertOne(host, PLAN);
        for (const address of ['A2', 'D2', 'E2', 'F2', 'G2']) user.type('单位汇总', address, { value: null });
        await settled();
        expect((await insertOne(host, PLAN)).name).toBe('单位汇总 (2)');
        expect(user.cell('单位汇总', 'A3').value).toBe('=cmd()');
      });
    });

    it('makes the plans of what is there, and inserts all of them or none', async () => {
      const { host, user, settled } = await open(make);
      await insertOne(host, PLAN);
      user.protect('单位汇总');
      await settled();
      const seen: unknown[] = [];
      const call = host.insert(({ sheets, rollups }) => {
        const names = sheets.map(({ name }) => name);
        seen.push(names, rollups['unit-summary']?.values[2]?.[0], rollups['issue-list']);
        return [{ plan: ISSUES }, { plan: PLAN }];
      });
      await refuses(call, 'protected');
      expect(seen.slice(0, 3)).toEqual([['附件2', '说明', '单位汇总'], '=cmd()', null]);
      expect(user.sheetNames()).toEqual(['附件2', '说明', '单位汇总']);
    });

    it('does not write on its own worksheet while that is protected', async () => {
      const { host, user, settled } = await open(make);
      await insertOne(host, PLAN);
      user.protect('单位汇总');
      await settled();
      await refuses(insertOne(host, { ...PLAN, rows: [] }), 'protected');
      expect(user.cell('单位汇总', 'A3').value).toBe('=cmd()');
    });

    it("keeps the user's undo, and its round trips few", async () => {
      const subject = await open(make, ANNEX_OF_31_ROWS);
      const { host, user } = subject;
      const before = await makeSteps(subject, '附件2');
      const first = await tripsOf(host, () => insertOne(host, PLAN));
      const again = await tripsOf(host, () => insertOne(host, PLAN));
      expect(first).toBeLessThanOrEqual(roundTrips?.insert ?? Infinity);
      expect(again).toBeLessThanOrEqual(roundTrips?.insertAgain ?? Infinity);
      expectUndo(traits, user, before);
    });
  });
}
