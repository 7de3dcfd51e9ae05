/** The page of test/e2e/office-seam.e2e.ts: a workbook in memory beside a pane, without a grid. */
import type { PaneOptions } from '../../../workbench/office/pane-session';
import { connectWeb } from '../../../workbench/office/web-endpoint';
import { connectWin32 } from '../../../workbench/office/win32-endpoint';
import { MemoryWorkbook } from '../../support/memory-workbook';

const model = new MemoryWorkbook('绩效自评表', [
  ['项目', '预算'],
  ['道路维修', 120],
]);
const frame = document.createElement('iframe');
const options = JSON.parse(new URL(location.href).searchParams.get('options') ?? '{}') as PaneOptions;
const connect = location.protocol === 'https:' ? connectWeb : connectWin32;
const connection = connect(frame, model, options);
frame.src = '/pane.html';
document.body.append(frame);

const page = { model, connection };
export type SeamPage = typeof page;
Object.assign(window, { seamPage: page });
