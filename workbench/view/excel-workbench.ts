import type { WorkbookModel } from '../model/workbook-model';
import type { PaneConnection } from '../office/pane-session';
import { connectPane } from './connect-pane';
import type { FileActions } from './file-tools';
import type { GridBook, GridView } from './grid-view';
import { attempt, part } from './page-parts';
import type { PageUniver } from './page-univer';
import { createFrame, showFrame, togglePane } from './pane-frame';
import { drawRibbon } from './ribbon';

/** What is open in the workbench: tests and curious people find it at `window.workbench`. */
export interface OpenWorkbench {
  readonly model: WorkbookModel;
  readonly connection: PaneConnection;
  /** The grid's own programming interface. */
  readonly grid: PageUniver['api'];
  /** The file with all changes. @throws CannotSave */
  save(): Promise<Uint8Array>;
}

/** The workbench as an Excel: one workbook, and the pane that belongs to it. */
export function startExcel(view: GridView): Pick<FileActions, 'open' | 'save'> {
  let open: (OpenWorkbench & { readonly book: GridBook }) | null = null;
  void attempt(() =>
    drawRibbon({
      togglePane,
      fireCommand: async (functionName) => open?.connection.fireCommand(functionName),
    }),
  );
  return {
    /** Opens a workbook in place of the one before, with a pane that starts anew. */
    async open(name, bytes) {
      const book = view.open(name, bytes, () => {
        view.clear();
        open?.connection.dispose();
        open?.book.dispose();
      });
      const { model } = book;
      const frame = createFrame();
      const connection = connectPane(frame, model);
      part('file-name').textContent = name;
      open = { model, connection, grid: view.page.api, save: () => book.save(), book };
      await view.show(book);
      model.clearUndo();
      Object.assign(window, { workbench: open });
      showFrame(frame);
    },
    save: async () => open && { name: open.model.name, bytes: await open.save() },
  };
}
