import { STATE_NAMESPACE } from '../../../src/host/port';
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

/** The state document: kept in the workbook exactly as it was given. */
export function describeState(make: MakeSubject): void {
  describe('remembering', () => {
    it.each(STATES.map((state) => [state.slice(0, 60), state]))('gives back %j', async (_, state) => {
      const { host } = await open(make);
      await host.remember(state);
      expect(await host.recall()).toBe(state);
    });

    it('has nothing to recall at first, and keeps only the last', async () => {
      const { host, user } = await open(make);
      expect(await host.recall()).toBeNull();
      for (const state of STATES) await host.remember(state);
      expect(await host.recall()).toBe(STATES[STATES.length - 1]);
      if (user.parts) expect(user.parts().filter((part) => part.includes(STATE_NAMESPACE))).toHaveLength(1);
    });

    it('takes a damaged document for none and keeps it aside', async () => {
      const { host, user } = await open(make);
      if (!user.addPart || !user.parts) return;
      const damaged = `<state xmlns="${STATE_NAMESPACE}"><half/></state>`;
      const foreign = '<note xmlns="urn:other">别人的</note>';
      user.addPart(damaged);
      user.addPart(foreign);
      expect(await host.recall()).toBeNull();
      await host.remember('{"a":1}');
      await host.remember('{"a":2}');
      expect(await host.recall()).toBe('{"a":2}');
      expect(user.parts()).toEqual(expect.arrayContaining([damaged, foreign]));
      expect(user.parts()).toHaveLength(3);
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
