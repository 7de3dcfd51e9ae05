import { recordArgument } from './arguments';
import { areaAddress, fullAddress } from '../../model/area';
import type { Cells } from './targets';

/**
 * The properties of every row or column of a range in one call, as `getRowProperties` and `getColumnProperties`
 * ask for them by an object of flags.
 */
export function lineProperties(
  cells: Cells,
  what: 'row' | 'column',
  options: unknown,
): Record<string, unknown>[] {
  const { sheet, area } = cells;
  const [first, last] = what === 'row' ? [area.firstRow, area.lastRow] : [area.firstColumn, area.lastColumn];
  const asked = Object.entries(recordArgument(options)).filter(([, wanted]) => wanted !== false);
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const line = first + offset;
    const range =
      what === 'row'
        ? { ...area, firstRow: line, lastRow: line }
        : { ...area, firstColumn: line, lastColumn: line };
    const properties: Record<string, unknown> = {};
    for (const [name] of asked) {
      if (name === 'address') properties[name] = fullAddress(sheet, range);
      else if (name === 'addressLocal') properties[name] = areaAddress(range);
      else if (name === `${what}Index`) properties[name] = line;
      else if (name === `${what}Hidden`) properties[name] = sheet.isHidden(what, line);
      else cells.host.warn(`not emulated: ${name} of a ${what}`);
    }
    return properties;
  });
}
