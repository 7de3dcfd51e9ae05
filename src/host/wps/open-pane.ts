import { wpsApplicationOf } from '../detect';
import { PANE_ID, pluginStorageOf, setPaneVisible, SIGN_OF_LIFE } from './pane-page';

/** The background page, as far as it makes panes. */
export type PaneMaker = Pick<Window, 'location' | 'alert'> & {
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
};

/** A pane as `CreateTaskPane` hands it over. */
interface MadePane {
  readonly ID: unknown;
  Visible: boolean;
  DockPosition?: number;
  Delete?(): void;
}

interface PaneMakingApplication {
  CreateTaskPane?(url: string, title?: string): MadePane | null;
  /** As older builds spell it. */
  CreateTaskpane?(url: string, title?: string): MadePane | null;
}

const TITLE = '绩效自评审核';
const DOCKED_RIGHT = 2;

/** So often a new pane is looked for, and for so long; in milliseconds. A slow computer reads the script for seconds. */
const LOOK = 500;
const PATIENCE = 12_000;

const NO_PANE =
  '绩效自评审核的窗格没有打开，表格没有改动。请退出 WPS 后重试；仍然不行的，请看安装说明“窗格打不开”一节（docs/wps.md）。';

/**
 * Brings the pane into view: the one that there is, or a new one. A new one that gives no sign of life is made again from
 * another form of its address, for builds leave a pane blank at one form or another; in the end words say so.
 */
export function openPane(page: PaneMaker): void {
  if (setPaneVisible(page, true)) return;
  makePane(page, paneAddresses(page.location.href));
}

/**
 * The forms of the pane's address: the full one first, made from the background page's own; then with the characters of a
 * folder's name as they are; last beside the page, which some builds take and others leave blank.
 * @param href the address of the background page
 */
export function paneAddresses(href: string): string[] {
  const folder = href.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  const full = `${folder}pane.html`;
  return [full, decoded(full), 'pane.html'].filter((form, i, all) => all.indexOf(form) === i);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function makePane(page: PaneMaker, addresses: readonly string[]): void {
  const [address, ...others] = addresses;
  if (address === undefined) {
    page.alert(NO_PANE);
    return;
  }
  const next = (): void => makePane(page, others);
  try {
    pluginStorageOf(page)?.removeItem(SIGN_OF_LIFE);
    const pane = make(page, address);
    if (pane === null) next();
    else watch(page, pane, next);
  } catch {
    next();
  }
}

function make(page: PaneMaker, address: string): MadePane | null {
  const application = wpsApplicationOf(page) as PaneMakingApplication | null;
  if (!application) return null;
  const pane = application.CreateTaskPane
    ? application.CreateTaskPane(address, TITLE)
    : application.CreateTaskpane?.(address, TITLE);
  if (!pane) return null;
  try {
    pane.DockPosition = DOCKED_RIGHT;
  } catch {
    // It stands where this build puts panes.
  }
  pluginStorageOf(page)?.setItem(PANE_ID, String(pane.ID));
  pane.Visible = true;
  return pane;
}

/** Looks whether a new pane is alive. One that the user has closed meanwhile is not made again. */
function watch(page: PaneMaker, pane: MadePane, next: () => void): void {
  let left = PATIENCE / LOOK;
  const look = (): void => {
    const storage = pluginStorageOf(page);
    // Without a store nothing can be said from page to page, and nothing is known of the pane.
    if (!storage || signOfLife(storage.getItem(SIGN_OF_LIFE)) || !isVisible(pane)) return;
    left -= 1;
    if (left > 0) {
      page.setTimeout(look, LOOK);
      return;
    }
    try {
      storage.removeItem(PANE_ID);
      pane.Visible = false;
      pane.Delete?.();
    } catch {
      // It stays as it is, beside the one that is made now.
    }
    next();
  };
  page.setTimeout(look, LOOK);
}

const signOfLife = (kept: unknown): boolean => kept !== null && kept !== undefined && kept !== '';

function isVisible(pane: MadePane): boolean {
  try {
    return pane.Visible;
  } catch {
    return false;
  }
}
