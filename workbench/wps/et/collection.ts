import type { EtHost } from '../host/et-host';
import { WpsError } from '../object/et-errors';
import type { EtRef } from '../object/et-ref';

/** What `Item` gives where there is no such thing: builds differ. */
export function missing(host: EtHost, what: string): null | undefined {
  switch (host.switches.missingItem) {
    case 'throws':
      throw new WpsError(`there is no ${what}`);
    case 'undefined':
      return undefined;
    default:
      return null;
  }
}

/** The item of a collection by its number from 1 on, or by its name. */
export function item<T>(
  host: EtHost,
  items: readonly T[],
  index: unknown,
  toRef: (one: T) => EtRef,
  nameOf?: (one: T) => string,
): EtRef | null | undefined {
  const found =
    typeof index === 'string' && nameOf
      ? items.find((one) => nameOf(one).toLowerCase() === index.toLowerCase())
      : items[Number(index) - 1];
  return found === undefined ? missing(host, `item ${String(index)}`) : toRef(found);
}
