import { WpsError } from '../object/et-errors';

/** No colour at all, as `ColorIndex` and `Pattern` tell it. */
export const NONE = -4142;

/** "#RRGGBB" as a number: red + 256 × green + 65536 × blue. */
export function toColorNumber(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}

/** The opposite. @throws WpsError where it is no colour */
export function fromColorNumber(value: unknown): string {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 0xffffff)
    throw new WpsError('not a colour');
  const rgb = ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
  return `#${rgb.toString(16).padStart(6, '0').toUpperCase()}`;
}
