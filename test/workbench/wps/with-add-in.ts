import type { OpenWindow, PageToOpen, PageWindow } from '../../../workbench/wps/pages/add-in';
import { AddIn } from '../../../workbench/wps/pages/add-in';
import type { OpenedWps } from './open-wps';

export const BASE = 'file:///add-in/';

/** A ribbon with one button, which calls `ribbon.OnAction`. */
export const RIBBON =
  '<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="ribbon.OnAddinLoad"><ribbon><tabs><tab id="tab" label="审核"><group id="group" label="一组">' +
  '<button id="go" tag="review" onAction="ribbon.OnAction" getLabel="ribbon.GetLabel" image="icons/go.svg" enabled="false"/>' +
  '</group></tab></tabs></ribbon></customUI>';

/**
 * Starts an add-in whose pages do what a function does instead of their scripts.
 * @param run what the page does when it is opened; what it gives back are its globals
 * @param how what its windows do otherwise than to be ready at once
 */
export function withAddIn(
  { wps }: Pick<OpenedWps, 'wps'>,
  run: (page: PageToOpen) => unknown = () => undefined,
  ribbon = RIBBON,
  how: Partial<Pick<PageWindow, 'whenReady' | 'show'>> = {},
): AddIn {
  const open: OpenWindow = (page) => {
    const globals = { ...page.globals, ...(Object(run(page)) as object) };
    return { globals, whenReady: (act) => act(), show: () => undefined, close: () => undefined, ...how };
  };
  const addIn = new AddIn(wps, { base: BASE, ribbon }, open);
  addIn.start();
  return addIn;
}
