import type { EmulatedWps, WpsGlobals, WpsPage } from '../emulated-wps';
import type { Pane, PaneChange } from '../host/panes';
import { EtRef } from '../object/et-ref';
import type { Ribbon, RibbonControl } from './ribbon-xml';
import { readRibbon } from './ribbon-xml';

/** Where an add-in lies, and its ribbon. */
export interface AddInFiles {
  /** Full address of its folder, "/" at the end. */
  readonly base: string;
  /** Text of its `ribbon.xml`. */
  readonly ribbon: string;
}

/** A page that is to be opened in a window of its own. */
export interface PageToOpen {
  /** "background", or "pane 1". */
  readonly name: string;
  /** Full address; "about:blank" where WPS shows nothing. */
  readonly url: string;
  /** What the window gets before its scripts run. */
  readonly globals: WpsGlobals;
  /** The pane that it is in; `null` for the background page. */
  readonly pane: Pane | null;
}

/** A window with a page of the add-in. */
export interface PageWindow {
  /** Its global object, as its scripts have left it. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Does something as soon as its scripts have run: at once where they have. */
  whenReady(act: () => void): void;
  /** Puts it in view or takes it out of it, as the pane it is in is. */
  show(visible: boolean): void;
  close(): void;
}

/** Opens windows: frames of a page, or whatever a test runs scripts in. */
export type OpenWindow = (page: PageToOpen) => PageWindow;

/** What a control shows: what stands in the ribbon, or what the add-in's functions say. */
export interface ShownControl extends RibbonControl {
  readonly label: string;
  readonly image: string;
  readonly enabled: boolean;
}

interface OpenPage {
  readonly page: WpsPage;
  readonly window: PageWindow;
}

/**
 * An add-in in an emulated WPS: its background page, its panes and its ribbon, each page a window of its own with its own
 * globals. Nothing of it is loaded before a workbook is open.
 */
export class AddIn {
  /** Whether the person has allowed it; counts from the next start on. */
  private allowed: boolean;
  private running = false;
  private isTrusted = false;
  private background: OpenPage | null = null;
  /** Whether the scripts of the background page have run. */
  private isReady = false;
  private readonly panes = new Map<number, OpenPage>();
  private readonly ribbon: Ribbon;
  private lastPage = 0;

  /** @throws WpsError where WPS takes it for invalid */
  constructor(
    private readonly wps: EmulatedWps,
    private readonly files: AddInFiles,
    private readonly openWindow: OpenWindow,
  ) {
    this.ribbon = readRibbon(files.ribbon);
    this.allowed = wps.host.switches.trust === 'given';
  }

  /** WPS starts. */
  start(): void {
    const { host } = this.wps;
    this.running = true;
    this.isTrusted = this.allowed;
    host.onOpen = () => this.load();
    host.panes.onChange = (pane, change) => this.follow(pane, change);
    if (host.books.length > 0) this.load();
  }

  /** WPS ends, and starts anew: what pages share is gone, pages are, and panes are counted from 1 again. */
  restart(): void {
    this.end();
    this.wps.host.storage.clear();
    this.start();
  }

  end(): void {
    const { host } = this.wps;
    host.panes.clear();
    close(this.background);
    this.background = null;
    this.isReady = false;
    this.running = false;
    host.onOpen = null;
    host.panes.onChange = null;
  }

  /** The person allows the add-in, where WPS asks: its tab appears at the next start. */
  allow(): void {
    this.allowed = true;
  }

  /** Whether its background page is there, and so its tab. */
  get loaded(): boolean {
    return this.isReady;
  }

  /** The controls of its ribbon; none before it is loaded. */
  controls(): readonly ShownControl[] {
    if (!this.isReady) return [];
    return this.ribbon.controls.map((control) => ({
      ...control,
      label: this.said(control, 'getLabel', 'label', String) ?? '',
      image: this.said(control, 'getImage', 'image', String) ?? '',
      enabled: this.said(control, 'getEnabled', 'enabled', (value) => String(value) !== 'false') ?? true,
    }));
  }

  /**
   * Presses a button.
   * @returns whether the ribbon took the click: it does not before the add-in is loaded, and in some builds while a pane
   *   takes a side of the window
   */
  press(id: string): boolean {
    const { host } = this.wps;
    if (!this.isReady) return false;
    if (host.switches.ribbonWhileDocked === 'dead' && host.panes.anyDocked) return false;
    const control = this.ribbon.controls.find((one) => one.id === id);
    if (!control?.attributes.onAction) return false;
    this.callback(control.attributes.onAction, control);
    return true;
  }

  /** The window of a pane; `null` where it was not opened. */
  windowOf(pane: Pane): PageWindow | null {
    return this.panes.get(pane.id)?.window ?? null;
  }

  private load(): void {
    if (!this.running || !this.isTrusted || this.background) return;
    const background = (this.background = this.open('background', `${this.files.base}index.html`, null));
    background.window.whenReady(() => {
      if (this.background === background) this.begin(background);
    });
  }

  /** The tab appears. */
  private begin({ page }: OpenPage): void {
    const { host } = this.wps;
    this.isReady = true;
    if (this.ribbon.onLoad) page.state.call(this.ribbon.onLoad, [new EtRef('WPS.RibbonUi', host)]);
    host.onRibbonChange?.(null);
  }

  private follow(pane: Pane, change: PaneChange): void {
    if (change === 'shown' || change === 'hidden') {
      this.panes.get(pane.id)?.window.show(change === 'shown');
      return;
    }
    close(this.panes.get(pane.id));
    this.panes.delete(pane.id);
    if (change === 'closed') return;
    const opened = this.open(`pane ${pane.id}`, this.urlOf(pane.url), pane);
    this.panes.set(pane.id, opened);
    if (pane.visible) opened.window.show(true);
  }

  /** WPS shows nothing for an address that is not a full one. */
  private urlOf(url: string): string {
    if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
    return this.wps.host.switches.relativePane === 'blank'
      ? 'about:blank'
      : new URL(url, this.files.base).href;
  }

  private open(name: string, url: string, pane: Pane | null): OpenPage {
    const opened: { window?: PageWindow } = {};
    const page = this.wps.openPage(`${name} (${++this.lastPage})`, (path) =>
      opened.window ? found(opened.window.globals, path) : undefined,
    );
    opened.window = this.openWindow({ name, url, globals: page.globals, pane });
    return { page, window: opened.window };
  }

  /** What a function of the add-in says of a control, or what stands in the ribbon. */
  private said<T>(
    control: RibbonControl,
    getter: string,
    fixed: string,
    read: (value: unknown) => T,
  ): T | undefined {
    const { [getter]: name, [fixed]: value } = control.attributes;
    if (name !== undefined) return read(this.callback(name, control));
    return value === undefined ? undefined : read(value);
  }

  /** Functions are called by their names, dots among them, with what a control is. */
  private callback(name: string, { id, attributes }: RibbonControl): unknown {
    const { window } = this.background!;
    const callback = found(window.globals, name);
    if (typeof callback !== 'function') return undefined;
    return (callback as (control: object) => unknown)({ Id: id, Tag: attributes.tag ?? '' });
  }
}

function close(opened: OpenPage | null | undefined): void {
  opened?.page.close();
  opened?.window.close();
}

/** "ribbon.OnAction" in a window. */
function found(globals: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = globals;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[name];
  return value;
}
