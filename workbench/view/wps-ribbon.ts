import type { AddIn, ShownControl } from '../wps/pages/add-in';
import { part, say } from './page-parts';

/**
 * Draws the ribbon of an add-in as its `ribbon.xml` and its functions say.
 * @param base address that its pictures are relative to
 */
export function drawWpsRibbon(addIn: AddIn, base: string): void {
  const controls = addIn.controls();
  const group = controls.find(({ kind }) => kind === 'group');
  const ribbon = part('ribbon');
  ribbon.setAttribute('aria-label', `功能区：${group?.label ?? ''}`);
  ribbon.replaceChildren(
    ...controls.filter(({ kind }) => kind === 'button').map((control) => draw(control, addIn, base)),
  );
}

function draw({ id, label, image, enabled }: ShownControl, addIn: AddIn, base: string): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.disabled = !enabled;
  const picture = document.createElement('img');
  picture.src = new URL(image, base).href;
  picture.alt = '';
  element.append(picture, label);
  element.addEventListener('click', () =>
    say(addIn.press(id) ? '' : '功能区没有响应：此版本的 WPS 在窗格停靠时不接受功能区的点击，请先收起窗格。'),
  );
  return element;
}
