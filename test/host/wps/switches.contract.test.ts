import { describeHostContract } from '../contract';
import { toMemoryWorkbook } from '../office/open-in-excel';
import { AT_FIRST, FLIPPED, SWITCH_LOSSES } from './build-losses';
import { openInWps, withoutParts } from './open-in-wps';

/** `npm run nightly` runs the whole suite over each; in between, what reads and what a host may lose. */
const brief = process.env.EACH_SWITCH !== 'all';

for (const { name, value } of FLIPPED) {
  const flipped = `${name}: ${String(value)}`;
  const loses = SWITCH_LOSSES[flipped] ?? [];
  describeHostContract(
    `the adapter of WPS where ${flipped}`,
    { capabilities: AT_FIRST, loses, calculates: false },
    (workbook) => {
      const subject = openInWps(toMemoryWorkbook(workbook), { switches: { [name]: value } });
      return Promise.resolve(withoutParts(subject, loses));
    },
    { brief },
  );
}

test('each switch that loses something is one', () => {
  const names = FLIPPED.map(({ name, value }) => `${name}: ${String(value)}`);
  expect(Object.keys(SWITCH_LOSSES).filter((name) => !names.includes(name))).toEqual([]);
});
