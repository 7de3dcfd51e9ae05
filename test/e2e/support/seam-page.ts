/** The page of test/e2e/office-seam.e2e.ts: a workbook in memory beside a pane, without a grid. */
import type { Win32Options } from '../../../src/workbench/office/win32-endpoint';
import { connectWin32 } from '../../../src/workbench/office/win32-endpoint';
import { MemoryWorkbook } from '../../support/memory-workbook';

const model = new MemoryWorkbook('绩效自评表', [
  ['项目', '预算'],
  ['道路维修', 120],
]);
const frame = document.createElement('iframe');
const options = JSON.parse(new URL(location.href).searchParams.get('options') ?? '{}') as Win32Options;
const connection = connectWin32(frame, model, options);
frame.src = '/pane.html';
document.body.append(frame);

const page = { model, connection };
export type SeamPage = typeof page;
Object.assign(window, { seamPage: page });
