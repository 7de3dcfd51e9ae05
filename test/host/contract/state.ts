import { STATE_NAMESPACE } from '../../../src/host/protocol/state-part';
import { open } from './open-annex';
import type { MakeSubject } from './subject';

const STATES: readonly string[] = [
  '{}',
  '{"理由":"口径不同：“已核实”","数":[1,2.5e-7,null]}',
  '{"trap":"]]> <state> </state> &amp; &#10; <![CDATA[ x ]]> \' \\" \\u0000"}',
  '{"lines":"a\\r\\nb",\r\n\t"indented": true}\n',
  '{"emoji":"👍🏽𠮷"}',
  JSON.stringify({ log: Array.from({ length: 3000 }, (_, index) => ({ index, text: `第${index}条修改` })) }),
];

const DAMAGED = `<state xmlns="${STATE_NAMESPACE}"><half/></state>`;

/** The parts of the records: each kept in the workbook exactly as it was given, none touched but the one named. */
export function describeState(make: MakeSubject): void {
  describe('remembering', () => {
    it.each(STATES.map((state) => [state.slice(0, 60), state]))('gives back %j', async (_, state) => {
      const { host } = await open(make);
      const id = await host.remember(state);
      expect(await host.recall()).toEqual([{ id, text: state }]);
    });

    it('has nothing to recall at first, and replaces the part that is named', async () => {
      const { host, user } = await open(make);
      expect(await host.recall()).toEqual([]);
      let id = await host.remember('{"first":true}');
      for (const state of STATES) id = await host.remember(state, id!);
      expect(await host.recall()).toEqual([{ id, text: STATES[STATES.length - 1] }]);
      if (user.parts) expect(user.parts().filter((part) => part.includes(STATE_NAMESPACE))).toHaveLength(1);
    });

    it('keeps the parts of several writers side by side', async () => {
      const { host } = await open(make);
      const first = await host.remember('{"a":1}');
      const second = await host.remember('{"b":1}');
      expect(second).not.toBe(first);
      expect(await host.remember('{"a":2}', first!)).toBe(first);
      const parts = await host.recall();
      expect(new Map(parts.map(({ id, text }) => [id, text]))).toEqual(
        new Map([
          [first, '{"a":2}'],
          [second, '{"b":1}'],
        ]),
      );
    });

    it('takes a part away as long as it is what was read', async () => {
      const { host } = await open(make);
      const first = (await host.remember('{"a":1}'))!;
      const second = (await host.remember('{"b":1}'))!;
      await host.remember('{"a":2}', first);
      expect(await host.forget(first, '{"a":1}')).toBe(false);
      expect((await host.recall()).map(({ text }) => text).sort()).toEqual(['{"a":2}', '{"b":1}']);
      expect(await host.forget(second, '{"b":1}')).toBe(true);
      expect((await host.recall()).map(({ text }) => text)).toEqual(['{"a":2}']);
      expect(await host.forget(second, '{"b":1}')).toBe(true);
    });

    it('does not bring back a part that is gone, and says so', async () => {
      const { host } = await open(make);
      const first = (await host.remember('{"a":1}'))!;
      await host.forget(first, '{"a":1}');
      expect(await host.remember('{"a":2}', first)).toBeNull();
      expect(await host.recall()).toEqual([]);
    });

    it('tells of a part that cannot be read, and leaves it until it is taken away', async () => {
      const { host, user } = await open(make);
      if (!user.addPart || !user.parts) return;
      const foreign = '<note xmlns="urn:other">别人的</note>';
      user.addPart(DAMAGED);
      user.addPart(foreign);
      const [damaged, ...others] = await host.recall();
      expect([damaged, others]).toMatchObject([{ text: null }, []]);
      await host.remember('{"a":1}');
      expect(user.parts()).toEqual(expect.arrayContaining([DAMAGED, foreign]));
      expect(user.parts()).toHaveLength(3);
      expect(await host.forget(damaged!.id, '{}')).toBe(false);
      expect(await host.forget(damaged!.id, null)).toBe(true);
      expect(user.parts()).toHaveLength(2);
      expect(user.parts()).toContain(foreign);
    });

    it('does not change any worksheet', async () => {
      const { host, user, sheetId } = await open(make);
      const before = await host.read(sheetId);
      await host.remember('{}');
      expect(await host.read(sheetId)).toEqual(before);
      expect(user.sheetNames()).toHaveLength(2);
    });
  });
}
