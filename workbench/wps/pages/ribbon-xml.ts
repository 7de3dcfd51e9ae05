import { WpsError } from '../object/et-errors';

/** A control of an add-in's ribbon, with its attributes as they stand there. */
export interface RibbonControl {
  readonly kind: 'tab' | 'group' | 'button' | 'menu';
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What it stands in; `null` for a tab. */
  readonly parent: string | null;
}

export interface Ribbon {
  /** The function that is called first, by its name. */
  readonly onLoad: string | null;
  readonly controls: readonly RibbonControl[];
}

/**
 * Reads the ribbon of an add-in.
 * @throws WpsError where WPS takes the add-in for invalid: the text does not begin with `<customUI`
 */
export function readRibbon(xml: string): Ribbon {
  if (!xml.startsWith('<customUI'))
    throw new WpsError('the add-in is invalid: ribbon.xml has to begin with <customUI');
  const controls: RibbonControl[] = [];
  const open: string[] = [];
  let onLoad: string | null = null;
  for (const [, end, name, text = '', single] of xml
    .replace(/<!--[^]*?-->/g, '')
    .matchAll(/<(\/?)(\w+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)) {
    if (name === 'customUI' && !end) onLoad = attributesOf(text).onLoad ?? null;
    if (!isControl(name)) continue;
    if (end) {
      open.pop();
      continue;
    }
    const attributes = attributesOf(text);
    const id = attributes.id ?? attributes.idMso ?? '';
    controls.push({ kind: name, id, attributes, parent: open.at(-1) ?? null });
    if (!single) open.push(id);
  }
  return { onLoad, controls };
}

function isControl(name: string | undefined): name is RibbonControl['kind'] {
  return name === 'tab' || name === 'group' || name === 'button' || name === 'menu';
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]),
  );
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(String(hex), 16) : NaN;
    return Number.isNaN(code) ? (names[name] ?? all) : String.fromCodePoint(code);
  });
}
