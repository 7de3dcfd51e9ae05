import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import type { Capabilities } from '../../../src/host/port';
import { toOpenedSheet } from '../../support/workbooks/model-user';
import { describeHostContract } from '../contract';
import { openInExcel } from './open-in-excel';

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
  'the Excel adapter over the workbench',
  { capabilities, calculates: true },
  ({ name, sheets }) =>
    Promise.resolve(openInExcel(createWorkbookModel({ name, sheets: sheets.map(toOpenedSheet) }))),
);
