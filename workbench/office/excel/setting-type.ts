import type { HostObject } from '../description/object-type';
import { method, objectType, scalar } from '../description/object-type';
import { itemNotFound } from '../interpreter/office-error';
import { textArgument } from './arguments';
import type { ExcelHost } from './excel-host';

interface Setting {
  readonly host: ExcelHost;
  readonly key: string;
}

/** The add-in's own settings in the workbook. */
export const settingCollectionType = objectType<{ readonly host: ExcelHost }>(
  'SettingCollection',
  '1.4',
  {
    add: method('1.4', ({ host }, [key, value]) => {
      host.settings.set(textArgument(key), value);
      return setting(host, String(key));
    }),
    getCount: method('1.4', ({ host }) => host.settings.size),
    getItem: method('1.4', ({ host }, [key]) => {
      if (!host.settings.has(textArgument(key))) throw itemNotFound();
      return setting(host, String(key));
    }),
    getItemOrNullObject: method('1.4', ({ host }, [key]) =>
      host.settings.has(textArgument(key)) ? setting(host, String(key)) : null,
    ),
  },
  { items: ({ host }) => [...host.settings.keys()].map((key) => setting(host, key)) },
);

export const settingType = objectType<Setting>(
  'Setting',
  '1.4',
  {
    key: scalar('1.4', ({ key }) => key),
    value: scalar(
      '1.4',
      ({ host, key }) => host.settings.get(key) ?? null,
      ({ host, key }, value) => void host.settings.set(key, value),
    ),
    delete: method('1.4', ({ host, key }) => void host.settings.delete(key)),
  },
  { identity: ({ key }) => ({ _Id: key }) },
);

/** The settings of the add-in. */
export function settingCollection(host: ExcelHost): HostObject {
  return { type: settingCollectionType, self: { host } };
}

function setting(host: ExcelHost, key: string): HostObject<Setting> {
  return { type: settingType, self: { host, key } };
}
