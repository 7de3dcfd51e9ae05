import type { SpreadsheetApplication, SpreadsheetHost } from '../../host/port';
import type { Commands } from './commands';
import type { PaneStore } from './pane-store';

/** What the pane knows of one workbook, and what can be done with it. */
export interface WorkbookPane {
  readonly store: PaneStore;
  readonly commands: Commands;
}

export interface SeveralWorkbooksOptions {
  readonly application: SpreadsheetApplication;
  /** Makes the pane of a workbook; `null`: of none, where none is open. It is not connected yet. */
  readonly make: (host: SpreadsheetHost | null) => WorkbookPane;
  /** Brings a pane into view. */
  readonly show: (pane: WorkbookPane) => void;
  /** Where a hand on the pane is heard. */
  readonly page?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** A program may tell late, or not at all, that another workbook is in front: a hand on the pane finds it out. */
const SIGNS = ['pointerdown', 'keydown', 'focus'];

/**
 * The panes of the workbooks that are open, of which the one in front is shown. Each keeps what it knows while another is
 * shown, and what was begun in it goes on when its workbook is back.
 */
export class SeveralWorkbooks {
  private readonly panes = new Map<SpreadsheetHost | null, WorkbookPane>();
  private readonly stop: () => void;

  /** @param first the pane that is in view, and the workbook that it was opened for */
  constructor(
    private readonly options: SeveralWorkbooksOptions,
    first: { readonly host: SpreadsheetHost | null; readonly pane: WorkbookPane },
  ) {
    this.panes.set(first.host, first.pane);
    const look = (): void => this.look();
    const { application, page = window } = options;
    const unwatch = application.watch(look);
    for (const sign of SIGNS) page.addEventListener(sign, look, true);
    this.stop = () => {
      unwatch();
      for (const sign of SIGNS) page.removeEventListener(sign, look, true);
    };
    this.name(first.host, first.pane);
  }

  /** Every pane that is kept. */
  get all(): readonly WorkbookPane[] {
    return [...this.panes.values()];
  }

  /** Shows the pane of the workbook that is in front at this moment. To be called before anything is done by hand, too. */
  look(): void {
    const { application, make, show } = this.options;
    this.forgetClosed();
    let host: SpreadsheetHost | null;
    try {
      host = application.front();
    } catch {
      // A program that is busy says so to what is asked of it next.
      return;
    }
    let pane = this.panes.get(host);
    const isNew = !pane;
    if (!pane) this.panes.set(host, (pane = make(host)));
    show(pane);
    this.name(host, pane);
    if (isNew) void pane.commands.connect();
  }

  end(): void {
    this.stop();
    for (const { commands } of this.all) commands.dispose();
  }

  private forgetClosed(): void {
    const { application } = this.options;
    for (const [host, pane] of this.panes) {
      // That none was open says nothing once one is.
      const isGone = host ? !application.isOpen(host) : this.panes.size > 1;
      if (!isGone) continue;
      this.panes.delete(host);
      pane.commands.dispose();
    }
  }

  /** Where a pane meets several workbooks, it says whose it is. */
  private name(host: SpreadsheetHost | null, { store }: WorkbookPane): void {
    void host
      ?.workbook()
      .then(({ name }) => store.dispatch({ type: 'workbook-named', name }))
      .catch(() => undefined);
  }
}
