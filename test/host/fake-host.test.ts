import { createFakeHost, FAKE_CAPABILITIES } from '../support/workbooks/fake-host';
import { describeHostContract } from './contract';

describeHostContract(
  'the fake host',
  {
    capabilities: FAKE_CAPABILITIES,
    calculates: false,
    roundTrips: { read: 1, edit: 1, mark: 1, insert: 1 },
  },
  async ({ name, sheets }) => {
    const host = createFakeHost({ name, sheets, rowsPerChunk: 256 });
    return { host, user: host.user, settled: () => Promise.resolve() };
  },
);

const READ_ONLY = { ...FAKE_CAPABILITIES, host: 'file', writes: false, interactive: false } as const;

describeHostContract(
  'a fake host that only reads',
  { capabilities: READ_ONLY, calculates: false },
  async ({ name, sheets }) => {
    const host = createFakeHost({ name, sheets, capabilities: READ_ONLY });
    return { host, user: host.user, settled: () => Promise.resolve() };
  },
);
