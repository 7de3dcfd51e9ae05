import type { Capabilities } from '../../../src/host/port';
import { describeHostContract } from '../contract';
import { openInExcel, toMemoryWorkbook } from './open-in-excel';

const capabilities: Capabilities = {
  host: 'excel',
  writes: true,
  marks: true,
  notes: false,
  charts: true,
  undo: false,
  interactive: true,
  events: 'told',
  record: 'part',
  merges: false,
  renames: true,
  tellsChanges: true,
};

describeHostContract(
  "the Excel adapter over Microsoft's client",
  {
    capabilities,
    calculates: false,
    roundTrips: { read: 1, edit: 2, mark: 2, markAgain: 3, unmark: 3, insert: 4, insertAgain: 5 },
  },
  (workbook) => Promise.resolve(openInExcel(toMemoryWorkbook(workbook))),
);
