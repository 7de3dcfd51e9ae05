import { attempt, part } from './page-parts';
import type { RibbonButton } from './ribbon-buttons';
import { readRibbon } from './ribbon-buttons';

export interface RibbonActions {
  togglePane(): void;
  /** Calls a function of the add-in; resolves when it is done. */
  fireCommand(functionName: string): Promise<void>;
}

/** Draws the buttons that the manifest declares. */
export async function drawRibbon(actions: RibbonActions): Promise<void> {
  const response = await fetch('/manifest.xml');
  if (!response.ok) throw new Error(`没有读到 manifest.xml（${response.status}）`);
  const { group, buttons } = readRibbon(await response.text());
  const ribbon = part('ribbon');
  ribbon.setAttribute('aria-label', `功能区：${group}`);
  ribbon.replaceChildren(...buttons.map((declared) => draw(declared, actions)));
}

function draw({ label, tip, icon, functionName }: RibbonButton, actions: RibbonActions): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.title = tip;
  const image = document.createElement('img');
  image.src = icon;
  image.alt = '';
  element.append(image, label);
  element.addEventListener('click', () => {
    if (functionName === null) return actions.togglePane();
    // As in Excel, a button waits for its function to say that it is done.
    element.disabled = true;
    void attempt(() => actions.fireCommand(functionName)).finally(() => (element.disabled = false));
  });
  return element;
}
