import type { PlanStyle } from '../../../engine/sheet/sheet-plan';
import { escapeAttribute } from '../../xml/escape-xml';
import { insertChild } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { argb } from './color';
import { outlineOf } from './style-list';

/** The order in which the schema (ECMA-376, part 1, 18.8.22) wants the children of a font. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/**
 * A font that is another with what a plan says of it.
 * @param base XML of a font
 */
export function fontOf(base: string, { bold, fontSize, fontColor, fontName }: PlanStyle): string {
  const font = outlineOf(base);
  const opened = font.selfClosed ? base.replace(/\s*\/>$/, `></${font.prefix}${font.name}>`) : base;
  const { children, prefix, ...place } = outlineOf(opened);
  const splices = new Splices(opened);
  const set = (name: string, attributes: string | null): void => {
    const xml = attributes === null ? '' : `<${prefix}${name}${attributes}/>`;
    const old = children.find((child) => child.name === name);
    if (old) splices.replace(old.start, old.end, xml);
    else if (xml !== '') insertChild(splices, { children, prefix, ...place }, FONT_ORDER, name, xml);
  };
  if (bold !== undefined) set('b', bold ? '' : null);
  if (fontSize !== undefined) set('sz', ` val="${fontSize}"`);
  if (fontColor !== undefined) set('color', ` rgb="${argb(fontColor)}"`);
  if (fontName !== undefined) {
    set('name', ` val="${escapeAttribute(fontName)}"`);
    // They belong to the other font; a scheme would even override the name.
    for (const name of ['family', 'charset', 'scheme']) set(name, null);
  }
  return splices.result();
}
