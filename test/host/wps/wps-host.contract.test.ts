import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import { toOpenedSheet } from '../../support/workbooks/model-user';
import { describeHostContract } from '../contract';
import { AT_FIRST } from './build-losses';
import { openInWps } from './open-in-wps';

describeHostContract(
  'the adapter of WPS over the usual build',
  { capabilities: AT_FIRST, calculates: true, roundTrips: { read: 150 } },
  ({ name, sheets }) =>
    Promise.resolve(openInWps(createWorkbookModel({ name, sheets: sheets.map(toOpenedSheet) }))),
);
