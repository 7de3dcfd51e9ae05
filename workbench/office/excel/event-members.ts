import type { ApiVersion } from '../description/api-version';
import type { Unnamed } from '../description/object-type';
import { method } from '../description/object-type';
import type { ExcelHost } from './excel-host';

/** The pair of calls behind one event ("onChanged" is `_RegisterDataChangedEvent` and its opposite). */
export function eventMembers<S extends { readonly host: ExcelHost }>(
  wireName: string,
  since: ApiVersion,
  type: number,
  target: (self: S) => string,
): Record<string, Unnamed<S>> {
  return {
    [`_Register${wireName}Event`]: method<S>(since, (self) => self.host.events.register(type, target(self))),
    [`_Unregister${wireName}Event`]: method<S>(since, (self) =>
      self.host.events.unregister(type, target(self)),
    ),
  };
}
