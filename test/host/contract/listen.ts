import { parseAddress, parseRangeAddress } from '../../../src/engine/sheet/address';
import type { HostEvent } from '../../../src/host/port';
import { lossesOf } from './losses';
import { open, refuses } from './open-annex';
import type { HostTraits, MakeSubject } from './subject';

/** Where there is a person: selecting, and hearing what the person does. */
export function describeListen(traits: HostTraits, make: MakeSubject): void {
  const loses = lossesOf(traits);
  describe('with a person at the keyboard', () => {
    it('brings a cell of another sheet into view and selects it', async () => {
      const { host, user, idOf, settled } = await open(make);
      await host.select(await idOf('说明'), parseAddress('C7')!);
      await settled();
      expect(user.activeSheet()).toBe('说明');
      expect(user.selected()).toBe('C7');
      expect((await host.activeSheet()).name).toBe('说明');
    });

    it('says so when there is nothing to bring into view', async () => {
      const { host } = await open(make);
      await refuses(host.select('no such id', parseAddress('A1')!), 'sheet-gone');
    });

    it('says what the user has selected', async () => {
      const { host, user, settled } = await open(make);
      user.select('A2:C4');
      await settled();
      expect(await host.selection()).toEqual(parseRangeAddress('A2:C4'));
      user.activate('说明');
      user.select('B2');
      await settled();
      expect(await host.selection()).toEqual(parseRangeAddress('B2'));
    });

    it('tells what the user does, and stops when asked', async () => {
      const { host, user, sheetId, idOf, settled } = await open(make);
      const other = await idOf('说明');
      const events: HostEvent[] = [];
      const stop = await host.listen((event) => events.push(event));
      user.type('附件2', 'E3', { value: '改' });
      await settled();
      const range = loses('ranges') ? null : parseRangeAddress('E3');
      const changed = { type: 'cells-changed', sheetId, range };
      if (loses('changes')) {
        // It is known once it was read.
        await host.read(sheetId);
        expect(host.capabilities.events).toBe('none');
      } else expect(events).toContainEqual(changed);
      user.activate('说明');
      await settled();
      expect(events).toContainEqual({ type: 'sheet-activated', sheetId: other });
      user.select('B2');
      await settled();
      expect(events).toContainEqual({ type: 'selection-changed', sheetId: other, cell: parseAddress('B2') });
      user.addSheet('新');
      await settled();
      expect(events).toContainEqual({ type: 'sheets-changed' });
      stop();
      await settled();
      const heard = events.length;
      user.type('附件2', 'E3', { value: '又改' });
      user.select('B3');
      await settled();
      expect(events).toHaveLength(heard);
    });

    it('tells a keeper of copies of every change of cells, ours too', async () => {
      const { host, user, sheetId, settled } = await open(make);
      const events: HostEvent[] = [];
      const stop = await host.listen((event) => events.push(event));
      const told = () =>
        events.some(
          (event) =>
            (event.type === 'cells-changed' || event.type === 'shown-changed') && event.sheetId === sheetId,
        );
      await host.edit(sheetId, [
        {
          ...parseAddress('B3')!,
          after: { value: 41 },
          expectedBefore: { value: 40, formula: null },
        },
      ]);
      await settled();
      expect(told()).toBe(true);
      events.length = 0;
      user.type('附件2', 'A9', { value: '新' });
      await settled();
      expect(told()).toBe(true);
      stop();
    });

    it('stops one listener without the other', async () => {
      const { host, user, settled } = await open(make);
      const first: HostEvent[] = [];
      const second: HostEvent[] = [];
      const stopFirst = await host.listen((event) => first.push(event));
      const stopSecond = await host.listen((event) => second.push(event));
      stopFirst();
      stopFirst();
      await settled();
      user.type('附件2', 'E3', { value: '改' });
      user.activate('说明');
      await settled();
      expect(first).toEqual([]);
      expect(second.length).toBeGreaterThan(0);
      stopSecond();
    });
  });
}
