import { toRangeAddress, type CellRange } from '../../../engine/sheet/address';

/** Excel reads no longer list of ranges for sure: 8,192 characters is the length of a formula. */
const LONGEST = 8000;

/** Ranges as lists of addresses, as few as their greatest length allows; none where there are no ranges. */
export function rangeLists(ranges: readonly CellRange[]): string[] {
  const lists: string[] = [];
  let addresses: string[] = [];
  let length = 0;
  for (const range of ranges) {
    const address = toRangeAddress(range);
    if (addresses.length > 0 && length + address.length > LONGEST) {
      lists.push(addresses.join(' '));
      addresses = [];
      length = 0;
    }
    addresses.push(address);
    length += address.length + 1;
  }
  if (addresses.length > 0) lists.push(addresses.join(' '));
  return lists;
}
