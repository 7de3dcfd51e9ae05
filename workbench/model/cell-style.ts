import type { IBorderData, IStyleData, Nullable } from '@univerjs/core';
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { CellFormat } from './workbook-model';

const HORIZONTAL = {
  general: HorizontalAlign.UNSPECIFIED,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

const THIN = { s: BorderStyleTypes.THIN, cl: { rgb: '#000000' } };

/** The parts of a style that a format of ours speaks of. */
export type StylePatch = { [K in keyof IStyleData]?: IStyleData[K] | null };

/** A format as a change of style: `null` takes a part away, what the format leaves out stays. */
export function toStyle(format: CellFormat): StylePatch {
  const style: StylePatch = {};
  if (format.fill !== undefined) style.bg = format.fill === null ? null : { rgb: format.fill };
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.fontColor !== undefined) style.cl = { rgb: format.fontColor };
  if (format.bold !== undefined) style.bl = format.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  if (format.horizontal !== undefined) style.ht = HORIZONTAL[format.horizontal];
  if (format.vertical !== undefined) style.vt = VERTICAL[format.vertical];
  if (format.wrap !== undefined) style.tb = format.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.border !== undefined) style.bd = format.border === null ? null : thinBorder();
  return style;
}

function thinBorder(): IBorderData {
  return { t: { ...THIN }, b: { ...THIN }, l: { ...THIN }, r: { ...THIN } };
}

/** What a cell looks like by its own style; every part is given. */
export function fromStyle(style: Nullable<IStyleData>): Required<CellFormat> {
  return {
    fill: style?.bg?.rgb ?? null,
    fontName: style?.ff ?? '宋体',
    fontSize: style?.fs ?? 11,
    fontColor: style?.cl?.rgb ?? '#000000',
    bold: style?.bl === BooleanNumber.TRUE,
    horizontal: nameOf(HORIZONTAL, style?.ht, 'general'),
    vertical: nameOf(VERTICAL, style?.vt, 'bottom'),
    wrap: style?.tb === WrapStrategy.WRAP,
    border: style?.bd?.t || style?.bd?.l ? 'thin' : null,
  };
}

function nameOf<K extends string>(table: Record<K, number>, value: Nullable<number>, otherwise: K): K {
  for (const name of Object.keys(table) as K[]) if (table[name] === value) return name;
  return otherwise;
}

/** The number format code of a style. */
export function numberFormatOf(style: Nullable<IStyleData>): string {
  return style?.n?.pattern || 'General';
}

const CHARACTER = 7;
const PADDING = 5;

/** Width of a column in pixels from characters, as Excel counts them for an 11 point font. */
export function pixelsOfCharacters(characters: number): number {
  return characters <= 0 ? 0 : Math.round(characters * CHARACTER + PADDING);
}

/** Width of a column in characters from pixels. */
export function charactersOfPixels(pixels: number): number {
  return pixels <= PADDING ? 0 : Math.round(((pixels - PADDING) / CHARACTER) * 100) / 100;
}

/** Points are 1/72 of an inch, pixels 1/96. */
export function pixelsOfPoints(points: number): number {
  return (points * 96) / 72;
}

/** The opposite, to a hundredth. */
export function pointsOfPixels(pixels: number): number {
  return Math.round(((pixels * 72) / 96) * 100) / 100;
}
