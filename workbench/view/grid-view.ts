import { IUniverInstanceService } from '@univerjs/core';
import { parseAddress } from '../../src/engine/sheet/address';
import { openXlsx } from '../model/open-xlsx';
import { saveXlsx } from '../model/save-xlsx';
import { createWorkbookModel } from '../model/univer-workbook';
import type { OpenedWorkbookModel, WorkbookModel } from '../model/workbook-model';
import { Charts } from './charts';
import { deflateInBrowser } from './deflate';
import { showProtection } from './file-tools';
import { applyProtection, fitRows, onUpkeep } from './grid-upkeep';
import { inflateInBrowser } from './inflate';
import { Notices } from './notices';
import type { PageUniver } from './page-univer';

/** A workbook that the grid can show. */
export interface GridBook {
  readonly model: OpenedWorkbookModel;
  /** The file with all changes. @throws CannotSave */
  save(): Promise<Uint8Array>;
  dispose(): void;
}

interface Kept extends GridBook {
  /** What the grid calls it. */
  readonly unitId: string;
}

/** The grid of the page: workbooks are opened in it, and one of them is shown, with its charts, notices and links. */
export class GridView {
  private readonly charts: Charts;
  private shown: GridBook | null = null;
  private notices: Notices | null = null;
  private stop: () => void = () => undefined;

  constructor(readonly page: PageUniver) {
    this.charts = new Charts(page);
    onUpkeep(page, (what) => this.follow(what));
    this.followLinks();
  }

  /** The workbook in view. */
  get model(): OpenedWorkbookModel | null {
    return this.shown?.model ?? null;
  }

  /**
   * Opens a file, and does not show it yet.
   * @param leave closes what it is to take the place of; called once it is known that the file can be read
   * @throws XlsxError
   */
  open(name: string, bytes: Uint8Array, leave = (): void => undefined): GridBook {
    const opened = openXlsx(bytes, inflateInBrowser);
    leave();
    const model = createWorkbookModel({ ...opened, name, univer: this.page.univer });
    const kept: Kept = {
      model,
      // What was made last is what the grid works with.
      unitId: this.page.api.getActiveWorkbook()!.getId(),
      save: async () => {
        await model.settled();
        return saveXlsx(bytes, model, { inflate: inflateInBrowser, deflate: deflateInBrowser });
      },
      dispose: () => model.dispose(),
    };
    return kept;
  }

  /** Brings a workbook into view; resolves when it is drawn. */
  async show(book: GridBook): Promise<void> {
    const { model } = book;
    this.clear();
    this.shown = book;
    this.page.univer
      .__getInjector()
      .get(IUniverInstanceService)
      .focusUnit((book as Kept).unitId);
    this.charts.follow(model);
    this.stop = model.subscribe(({ type }) => {
      if (type === 'activated') void this.showSheet(model);
      if (type === 'changed') this.charts.refresh();
    });
    this.notices = new Notices(model);
    this.notices.showFormulas();
    model.select(model.activeSheet.id, model.selection);
    await this.showSheet(model);
  }

  /** Takes off what is drawn of a workbook, before it is closed. */
  clear(): void {
    this.stop();
    this.stop = () => undefined;
    this.charts.clear();
    this.shown = null;
    this.notices = null;
  }

  /** The grid draws a sheet some frames after it was brought into view. */
  private async showSheet(model: WorkbookModel): Promise<void> {
    for (let i = 0; i < 2; i++) await new Promise((resolve) => setTimeout(resolve, 16));
    if (this.model !== model) return;
    fitRows(this.page);
    this.notices?.showSheet();
    showProtection(model.activeSheet.protected);
    this.charts.clear();
    this.charts.refresh();
    await applyProtection(this.page, model);
  }

  private follow(what: 'calculated' | 'state'): void {
    const { model } = this;
    this.charts.refresh();
    if (what === 'calculated') this.notices?.showFormulas();
    if (what === 'calculated' || !model) return;
    showProtection(model.activeSheet.protected);
    void applyProtection(this.page, model);
  }

  /** As in Excel, a click on a cell with a link goes where it leads. */
  private followLinks(): void {
    const { api } = this.page;
    api.addEvent(api.Event.CellClicked, ({ row, column }) => {
      const { model } = this;
      const link = model?.activeSheet.link({ row, column });
      const sheet = link && model?.sheets.find(({ name }) => name === link.sheetName);
      const cell = link && parseAddress(link.address);
      if (!sheet || !cell) return;
      const range = {
        firstRow: cell.row,
        firstColumn: cell.column,
        lastRow: cell.row,
        lastColumn: cell.column,
      };
      // After the grid has done with the click itself.
      setTimeout(() => model?.select(sheet.id, range));
    });
  }
}
