import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';

/** Order of the theme's colours in cell styles: light and dark stand the other way round than in the theme part. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
];

/** The palette of indexed colours, from 8 on; 0 to 7 repeat its first eight. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** The colours of a theme part, in the order in which cell styles count them. */
export function readThemeColors(scanner: XmlScanner): string[] {
  const byName = new Map<string, string>();
  scanner.root('theme');
  while (scanner.nextChild(1)) {
    if (!scanner.nameIs('themeElements')) continue;
    while (scanner.nextChild(2)) {
      if (!scanner.nameIs('clrScheme')) continue;
      while (scanner.nextChild(3)) {
        const { name } = scanner;
        while (scanner.nextChild(4)) {
          const color = scanner.attribute('lastClr') ?? scanner.attribute('val');
          if (color && /^[0-9a-f]{6}$/i.test(color)) byName.set(name, color.toUpperCase());
        }
      }
    }
  }
  return THEME_ORDER.map((name) => byName.get(name) ?? '000000');
}

/** The colour that the element under the scanner names, as "#RRGGBB"; `null` for none and for the automatic one. */
export function readColor(scanner: XmlScanner, theme: readonly string[]): string | null {
  const rgb = scanner.attribute('rgb');
  if (rgb && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) return `#${rgb.slice(-6).toUpperCase()}`;
  const themed = scanner.attribute('theme');
  if (themed !== undefined) {
    const color = theme[Number(themed)];
    return color === undefined ? null : `#${tinted(color, Number(scanner.attribute('tint') ?? 0))}`;
  }
  const indexed = scanner.attribute('indexed');
  if (indexed === undefined) return null;
  const color = PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8];
  return color === undefined ? null : `#${color}`;
}

/** Lighter for a positive tint, darker for a negative one: near enough to how spreadsheets do it. */
function tinted(color: string, tint: number): string {
  return [0, 2, 4]
    .map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16);
      const shade = tint > 0 ? part + (255 - part) * tint : part * (1 + tint);
      return Math.round(shade).toString(16).padStart(2, '0').toUpperCase();
    })
    .join('');
}
