/**
 * The pane over a host that answers at once from what the benchmark has put into the page: no grid, no office.js. Only
 * the pane's own work is left on the page's thread.
 */
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { onlyRows } from '../../src/engine/sheet/snapshot-rows';
import { oneWorkbook } from '../../src/host/one-workbook';
import type { SpreadsheetHost, StatePart } from '../../src/host/port';
import type { HostShell } from '../../src/host/shell';
import { startPane } from '../../src/pane/start-pane';

declare global {
  interface Window {
    recorded: SheetSnapshot;
  }
}

const sheet = { id: 'sheet1', name: '附件2', kind: 'worksheet', visible: true } as const;
const parts = new Map<string, string>();

const answers: Partial<SpreadsheetHost> = {
  capabilities: {
    ...{
      host: 'excel',
      writes: true,
      marks: true,
      notes: true,
      charts: true,
      undo: false,
      interactive: true,
    },
    ...{ events: 'told', record: 'part', merges: false, renames: true, tellsChanges: true },
  },
  roundTrips: 0,
  workbook: async () => ({ id: 'workbook', name: '附件2.xlsx' }),
  sheets: async () => [sheet],
  activeSheet: async () => sheet,
  ownSheetIds: async () => new Set<string>(),
  read: async (_, { rows } = {}) => (rows ? onlyRows(window.recorded, rows) : window.recorded),
  hasMarks: async () => false,
  listen: async () => () => undefined,
  recall: async () => [...parts].map(([id, text]): StatePart => ({ id, text })),
  select: async () => undefined,
};

const shell: HostShell = {
  openApplication: async () => oneWorkbook(answers as SpreadsheetHost),
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
  showMessage: async () => true,
  leaveForPane: () => undefined,
  takeLeft: () => null,
};

startPane(shell);
