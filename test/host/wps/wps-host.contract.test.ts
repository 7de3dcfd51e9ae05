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

describeHostContract(
  'the adapter of WPS over the usual build',
  { capabilities, calculates: true, roundTrips: { read: 150 } },
  ({ name, sheets }) =>
    Promise.resolve(openInWps(createWorkbookModel({ name, sheets: sheets.map(toOpenedSheet) }))),
);
