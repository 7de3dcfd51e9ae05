import { parseAddress } from '../../src/engine/sheet/address';
import { openXlsx } from '../model/open-xlsx';
import { saveXlsx } from '../model/save-xlsx';
import { createWorkbookModel } from '../model/univer-workbook';
import type { WorkbookModel } from '../model/workbook-model';
import type { PaneConnection } from '../office/pane-session';
import { Charts } from './charts';
import { connectPane } from './connect-pane';
import { deflateInBrowser } from './deflate';
import { drawFileTools, openSample, showProtection } from './file-tools';
import { applyProtection, fitRows, onUpkeep } from './grid-upkeep';
import { inflateInBrowser } from './inflate';
import { Notices } from './notices';
import { attempt, part } from './page-parts';
import type { PageUniver } from './page-univer';
import { createPageUniver } from './page-univer';
import { createFrame, makeResizable, showFrame, togglePane } from './pane-frame';
import { drawRibbon } from './ribbon';
import './workbench.css';

/** What is open in the workbench: tests and curious people find it at `window.workbench`. */
export interface OpenWorkbench {
  readonly model: WorkbookModel;
  readonly connection: PaneConnection;
  /** The grid's own programming interface. */
  readonly grid: PageUniver['api'];
  /** The file with all changes. @throws CannotSave */
  save(): Promise<Uint8Array>;
}

const page = createPageUniver(part('grid'));
const charts = new Charts(page);
let open: OpenWorkbench | null = null;
let notices: Notices | null = null;

/** Opens a workbook in place of the one before, with a pane that starts anew. */
async function openWorkbook(name: string, bytes: Uint8Array): Promise<void> {
  const opened = openXlsx(bytes, inflateInBrowser);
  charts.clear();
  open?.connection.dispose();
  open?.model.dispose();
  const model = createWorkbookModel({ ...opened, name, univer: page.univer });
  const frame = createFrame();
  const connection = connectPane(frame, model);
  charts.follow(model);
  model.subscribe(({ type }) => {
    if (type === 'activated') void showSheet(model);
    if (type === 'changed') charts.refresh();
  });
  part('file-name').textContent = name;
  const save = async (): Promise<Uint8Array> => {
    await model.settled();
    return saveXlsx(bytes, model, { inflate: inflateInBrowser, deflate: deflateInBrowser });
  };
  open = { model, connection, grid: page.api, save };
  notices = new Notices(model);
  notices.showFormulas();
  model.select(model.activeSheet.id, model.selection);
  await showSheet(model);
  model.clearUndo();
  Object.assign(window, { workbench: open });
  showFrame(frame);
}

/** The grid draws a sheet some frames after it was brought into view. */
async function showSheet(model: WorkbookModel): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => setTimeout(resolve, 16));
  if (open?.model !== model) return;
  fitRows(page);
  notices?.showSheet();
  showProtection(model.activeSheet.protected);
  charts.clear();
  charts.refresh();
  await applyProtection(page, model);
}

function follow(what: 'calculated' | 'state'): void {
  charts.refresh();
  if (what === 'calculated') notices?.showFormulas();
  if (what === 'calculated' || !open) return;
  showProtection(open.model.activeSheet.protected);
  void applyProtection(page, open.model);
}

/** As in Excel, a click on a cell with a link goes where it leads. */
function followLinks(): void {
  page.api.addEvent(page.api.Event.CellClicked, ({ row, column }) => {
    const link = open?.model.activeSheet.link({ row, column });
    const sheet = link && open?.model.sheets.find(({ name }) => name === link.sheetName);
    const cell = link && parseAddress(link.address);
    if (!sheet || !cell) return;
    const range = {
      firstRow: cell.row,
      firstColumn: cell.column,
      lastRow: cell.row,
      lastColumn: cell.column,
    };
    // After the grid has done with the click itself.
    setTimeout(() => open?.model.select(sheet.id, range));
  });
}

const actions = {
  open: openWorkbook,
  save: async () => open && { name: open.model.name, bytes: await open.save() },
  undo: () => open?.model.undo(),
  redo: () => open?.model.redo(),
  toggleProtection: () => {
    const sheet = open?.model.activeSheet;
    sheet?.setProtected(!sheet.protected);
  },
};

onUpkeep(page, follow);
followLinks();
makeResizable();
drawFileTools(actions);
void attempt(() =>
  drawRibbon({
    togglePane,
    fireCommand: async (functionName) => open?.connection.fireCommand(functionName),
  }),
);
void attempt(() => openSample(actions));
