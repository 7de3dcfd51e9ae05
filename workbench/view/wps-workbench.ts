import type { WorkbookModel } from '../model/workbook-model';
import type { EtDescription } from '../wps/description/et-description';
import { EmulatedWps } from '../wps/emulated-wps';
import type { Book } from '../wps/host/book';
import type { PresetName } from '../wps/host/presets';
import { PRESET_NAMES } from '../wps/host/presets';
import { AddIn } from '../wps/pages/add-in';
import { drawBookTabs } from './book-tabs';
import type { FileActions } from './file-tools';
import type { GridBook, GridView } from './grid-view';
import { attempt, part } from './page-parts';
import type { PageUniver } from './page-univer';
import { windowsIn } from './wps-windows';
import { drawWpsRibbon } from './wps-ribbon';

/** Where the server has the built package, and what the vendor's types declare. */
const PACKAGE = new URL('/wps/', window.location.href).href;
const DESCRIPTION = '/wps-description.json';
/** Where workbooks lie, as the add-in sees it. */
const FOLDER = '/home/user/文档';

/** What is open in the workbench: tests and curious people find it at `window.workbench`. */
export interface OpenWpsWorkbench {
  readonly wps: EmulatedWps;
  readonly addIn: AddIn;
  /** The workbook in front; `undefined`: none is open yet. */
  readonly model: WorkbookModel | undefined;
  /** The grid's own programming interface. */
  readonly grid: PageUniver['api'];
  /** The file of the workbook in front with all changes. @throws CannotSave */
  save(): Promise<Uint8Array>;
}

/** The workbench as a WPS: several workbooks, and the add-in as `npm run build:wps` makes it, in windows of its own. */
export function startWps(view: GridView): Pick<FileActions, 'open' | 'save'> {
  part('notice').textContent =
    '开发用工作台，不是 WPS。表格由 Univer 显示和计算，功能区和窗格是按 WPS 方式运行的真实加载项。';
  // Nothing of the pane is there before a button is pressed.
  part('pane').hidden = part('splitter').hidden = true;
  const started = WpsWorkbench.start(view);
  return {
    /** Opens a workbook beside those that are open, and brings it to the front. */
    open: async (name, bytes) => (await started).openBook(name, bytes),
    save: async () => (await started).saveBook(),
  };
}

class WpsWorkbench implements OpenWpsWorkbench {
  readonly grid: PageUniver['api'];
  private readonly books = new Map<Book, GridBook>();

  private constructor(
    private readonly view: GridView,
    readonly wps: EmulatedWps,
    readonly addIn: AddIn,
  ) {
    this.grid = view.page.api;
    wps.host.onRibbonChange = () => drawWpsRibbon(addIn, PACKAGE);
    wps.host.onActivate = () => void attempt(() => this.showFront());
  }

  static async start(view: GridView): Promise<WpsWorkbench> {
    const [description, ribbon] = await Promise.all([read(DESCRIPTION), read(`${PACKAGE}ribbon.xml`)]);
    const preset = presetOf(new URL(window.location.href).searchParams);
    const wps = new EmulatedWps({
      description: JSON.parse(description) as EtDescription,
      ...(preset && { preset }),
    });
    const windows = windowsIn((pane) => wps.host.panes.closeByHand(pane));
    const addIn = new AddIn(wps, { base: PACKAGE, ribbon }, windows);
    const workbench = new WpsWorkbench(view, wps, addIn);
    Object.assign(window, { workbench });
    addIn.start();
    return workbench;
  }

  get model(): WorkbookModel | undefined {
    return this.wps.host.active?.model;
  }

  async save(): Promise<Uint8Array> {
    return this.books.get(this.wps.host.active!)!.save();
  }

  async openBook(name: string, bytes: Uint8Array): Promise<void> {
    const { host } = this.wps;
    const opened = this.view.open(freeName(name, host.books), bytes);
    await this.view.show(opened);
    opened.model.clearUndo();
    this.books.set(host.openBook(opened.model, { path: FOLDER }), opened);
    await this.showFront();
  }

  async saveBook(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
    const { host } = this.wps;
    const book = host.active;
    if (!book) return null;
    const bytes = await this.save();
    host.save(book);
    return { name: book.name, bytes };
  }

  /** Shows the workbook in front, where it is not in view already. */
  private async showFront(): Promise<void> {
    const { host } = this.wps;
    const front = host.active && this.books.get(host.active);
    // One that is being opened is shown once it is known.
    if (!host.active || !front) return;
    part('file-name').textContent = host.active.name;
    drawBookTabs(host, { close: (book) => this.closeBook(book), restart: () => this.restart() });
    if (this.view.model !== front.model) await this.view.show(front);
  }

  private async closeBook(book: Book): Promise<void> {
    const opened = this.books.get(book);
    this.wps.host.closeBook(book);
    await this.showFront();
    this.books.delete(book);
    opened?.dispose();
  }

  /** WPS ends and starts anew, with the same workbooks open. */
  private restart(): void {
    this.addIn.restart();
    drawWpsRibbon(this.addIn, PACKAGE);
  }
}

/** `?preset=kylin-12.8` in the address has the workbench be that build. */
function presetOf(asked: URLSearchParams): PresetName | undefined {
  const name = asked.get('preset');
  const preset = PRESET_NAMES.find((one) => one === name);
  if (name !== null && !preset) throw new Error(`没有“${name}”，可选：${PRESET_NAMES.join('、')}`);
  return preset;
}

/** Two workbooks of one name cannot be open at once. */
function freeName(name: string, open: readonly Book[]): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.\w+)?$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; open.some((book) => book.name === free); number += 1)
    free = `${stem} (${number})${ending}`;
  return free;
}

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`没有读到 ${address}（${response.status}）`);
  return response.text();
}
