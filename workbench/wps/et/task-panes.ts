import type { EtHost } from '../host/et-host';
import type { Pane, PaneSize } from '../host/panes';
import { WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtMember } from '../object/et-type';
import { etType, method, property } from '../object/et-type';
import { missing } from './collection';

const SIZES: readonly PaneSize[] = ['Width', 'Height', 'MinWidth', 'MaxWidth', 'MinHeight', 'MaxHeight'];

export const taskPaneType = etType<Pane>('WPS.CustomTaskpane', {
  ID: property((pane) => present(pane).id),
  Visible: property(
    (pane) => present(pane).visible,
    (pane, value, { host }) => host.panes.show(present(pane), Boolean(value)),
  ),
  DockPosition: property(
    (pane) => present(pane).dockPosition,
    (pane, value) => void (present(pane).dockPosition = Number(value)),
  ),
  Navigate: method((pane, [url], { host }) => host.panes.navigate(present(pane), String(url))),
  Delete: method((pane, _args, { host }) => host.panes.close(present(pane))),
  ...Object.fromEntries(
    SIZES.map((name) => [
      name,
      property<Pane>(
        (pane) => present(pane).size[name],
        (pane, value) => void (present(pane).size[name] = Number(value)),
      ),
    ]),
  ),
});

/** How panes are made and found. */
export const paneMembers: Readonly<Record<string, EtMember<EtHost>>> = {
  CreateTaskPane: method((host, [url, title = '']) => paneRef(host.panes.create(String(url), String(title)))),
  GetTaskPane: method((host, [id]) => {
    const pane = host.panes.all.get(Number(id));
    return pane ? paneRef(pane) : missing(host, 'pane');
  }),
  ribbonUI: property((host) => new EtRef('WPS.RibbonUi', host)),
};

/** The ribbon, as `onLoad` is given it: what is to be asked for anew. */
export const ribbonUiType = etType<EtHost>('WPS.RibbonUi', {
  Invalidate: method((host) => host.onRibbonChange?.(null)),
  InvalidateControl: method((host, [id]) => host.onRibbonChange?.(String(id))),
  ActivateTab: method(() => undefined),
});

function paneRef(pane: Pane): EtRef<Pane> {
  return new EtRef('WPS.CustomTaskpane', pane);
}

/** @throws WpsError where it was closed */
function present(pane: Pane): Pane {
  if (!pane.open) throw new WpsError('the pane is no longer there');
  return pane;
}
