/**
 * Resolves the escapes by which worksheets write characters that XML cannot hold: `_x000D_` is a carriage return,
 * `_x005F_` an underscore that would otherwise begin an escape.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
