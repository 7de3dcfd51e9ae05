import type { WpsGlobals } from '../wps/emulated-wps';
import type { Pane } from '../wps/host/panes';
import type { OpenWindow, PageWindow } from '../wps/pages/add-in';
import type { PutInFront } from '../wps/pages/put-in-front';
import { part } from './page-parts';

/** What a frame's page is to find, by the frame; it asks for it with its first script. */
const globalsOf = new WeakMap<Element, WpsGlobals>();

const putWpsInFront: PutInFront = (page) => {
  const globals = page.frameElement && globalsOf.get(page.frameElement);
  if (globals) Object.defineProperties(page, Object.getOwnPropertyDescriptors(globals));
};
Object.assign(window, { putWpsInFront });

/**
 * Opens the pages of an add-in in frames of this page: the one in the background out of sight, panes beside the grid.
 * @param closeByHand what the cross of a pane does
 */
export function windowsIn(closeByHand: (pane: Pane) => void): OpenWindow {
  return ({ url, globals, pane }) => {
    const frame = document.createElement('iframe');
    frame.title = pane?.title ?? '后台页';
    frame.src = url;
    globalsOf.set(frame, globals);
    const element = pane ? paneAround(frame, pane, closeByHand) : frame;
    element.hidden = true;
    const window = windowOf(frame, element);
    (pane ? part('pane') : document.body).append(element);
    return window;
  };
}

function windowOf(frame: HTMLIFrameElement, element: HTMLElement): PageWindow {
  return {
    get globals() {
      return frame.contentWindow as unknown as Readonly<Record<string, unknown>>;
    },
    whenReady: (act) => frame.addEventListener('load', act, { once: true }),
    show(visible) {
      element.hidden = !visible;
      showSide();
    },
    close() {
      element.remove();
      showSide();
    },
  };
}

/** A pane as WPS draws it: its title and a cross above its page. */
function paneAround(frame: HTMLIFrameElement, pane: Pane, closeByHand: (pane: Pane) => void): HTMLElement {
  const section = document.createElement('section');
  section.className = 'task-pane';
  const bar = document.createElement('header');
  const cross = document.createElement('button');
  cross.type = 'button';
  cross.textContent = '×';
  cross.setAttribute('aria-label', '关闭任务窗格');
  cross.addEventListener('click', () => closeByHand(pane));
  bar.append(pane.title, cross);
  section.append(bar, frame);
  return section;
}

/** The side of the window is there while a pane is in view. */
function showSide(): void {
  const side = part('pane');
  side.hidden = part('splitter').hidden = ![...side.children].some((one) => !(one as HTMLElement).hidden);
}
