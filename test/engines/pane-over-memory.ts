/** The pane over a spreadsheet in memory, as one script: what the engine makes of the pane, and nothing of a host. */
import '../../src/pages/level/fill-gaps';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { oneWorkbook } from '../../src/host/one-workbook';
import type { HostShell } from '../../src/host/shell';
import { startPane } from '../../src/pane/start-pane';
import { FakeHost } from '../support/workbooks/fake-host';

declare global {
  interface Window {
    snapshot: SheetSnapshot;
  }
}

const shell: HostShell = {
  openApplication: async () => oneWorkbook(new FakeHost({ sheets: [window.snapshot] })),
  displayLanguage: () => 'zh-CN',
  openSettings: async () => ({
    getItem: () => null,
    setItem: () => undefined,
    lasting: false,
    watch: () => () => undefined,
  }),
  serveButtons: () => undefined,
  takeButtons: () => () => undefined,
  passToPane: () => null,
  showPane: async () => true,
  hidePane: () => undefined,
  showMessage: async () => true,
  leaveForPane: () => undefined,
  takeLeft: () => null,
};

startPane(shell);
