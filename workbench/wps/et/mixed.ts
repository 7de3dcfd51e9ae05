import type { EtHost } from '../host/et-host';

/** One answer for many cells: what all say, or what the build answers where they differ. */
export function uniform<T>(host: EtHost, values: Iterable<T>): T | null | undefined {
  let first: T | undefined;
  let any = false;
  for (const value of values) {
    if (!any) [first, any] = [value, true];
    else if (value !== first) {
      const { mixed } = host.switches;
      return mixed === 'null' ? null : mixed === 'undefined' ? undefined : first;
    }
  }
  return first;
}
