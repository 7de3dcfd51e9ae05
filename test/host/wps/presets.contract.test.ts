import type { Capabilities } from '../../../src/host/port';
import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import { toOpenedSheet } from '../../support/workbooks/model-user';
import { describeHostContract } from '../contract';
import { openInWps } from './open-in-wps';

const capabilities: Capabilities = {
  host: 'wps',
  writes: true,
  marks: true,
  notes: true,
  charts: true,
  undo: false,
  interactive: true,
  events: 'polled',
  record: 'part',
  merges: false,
  tellsChanges: false,
};

// Builds that lose nothing of what the port promises. Others are left out until the suite knows what they lose.
for (const preset of ['windows-12.1', 'kylin-12.8'] as const)
  describeHostContract(
    `the adapter of WPS over ${preset}`,
    { capabilities, calculates: true, roundTrips: { read: 150 } },
    ({ name, sheets }) =>
      Promise.resolve(
        openInWps(createWorkbookModel({ name, sheets: sheets.map(toOpenedSheet) }), { preset }),
      ),
  );
