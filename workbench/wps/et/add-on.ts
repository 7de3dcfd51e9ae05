import type { EtHost } from '../host/et-host';
import { etType, method, property } from '../object/et-type';

/** Kept while the program runs, and shared by all pages. */
export const pluginStorageType = etType<EtHost>('WPS.PluginStorage', {
  length: property((host) => host.storage.size),
  key: method((host, [index]) => [...host.storage.keys()][Number(index)] ?? null),
  getItem: method((host, [key]) => {
    const value = host.storage.get(String(key));
    if (value === undefined) return null;
    return host.switches.pluginStorage === 'texts' ? String(value) : value;
  }),
  setItem: method((host, [key, value]) => {
    host.storage.set(String(key), value as string | number | boolean);
  }),
  removeItem: method((host, [key]) => void host.storage.delete(String(key))),
  clear: method((host) => host.storage.clear()),
});

/** Listeners are functions of a page, called with objects made for that page. */
export const apiEventType = etType<EtHost>('WPS.EtApiEvent', {
  AddApiEventListener: method((host, [name, callback], { page }) =>
    host.events.add(String(name), { page, callback }),
  ),
  RemoveApiEventListener: method((host, [name, callback], { page }) =>
    host.events.remove(String(name), page, callback),
  ),
});
