/**
 * "#RRGGBB" as style sheets write it, opaque.
 * @throws RangeError for anything else
 */
export function argb(color: string): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) throw new RangeError(`not a colour: ${color}`);
  return `FF${color.slice(1).toUpperCase()}`;
}
