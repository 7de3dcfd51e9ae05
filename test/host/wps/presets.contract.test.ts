import { PRESET_NAMES } from '../../../workbench/wps/host/presets';
import { describeHostContract } from '../contract';
import { toMemoryWorkbook } from '../office/open-in-excel';
import { AT_FIRST, lossesOfPreset } from './build-losses';
import { openInWps, withoutParts } from './open-in-wps';

// Where each cell is read by itself, a busy machine takes long.
jest.setTimeout(300_000);

for (const preset of PRESET_NAMES) {
  const loses = lossesOfPreset(preset);
  describeHostContract(
    `the adapter of WPS over ${preset}`,
    {
      capabilities: AT_FIRST,
      loses,
      calculates: false,
      ...(loses.includes('blocks') ? {} : { roundTrips: { read: 150 } }),
    },
    (workbook) => Promise.resolve(withoutParts(openInWps(toMemoryWorkbook(workbook), { preset }), loses)),
  );
}
