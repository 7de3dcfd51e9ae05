import { invalidArgument } from '../interpreter/office-error';

/** The names of colours that add-ins use most; Excel takes all of HTML's. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  lime: '#00FF00',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  lightgray: '#D3D3D3',
};

/**
 * Reads "#RRGGBB", "#RGB" or the name of a colour into "#RRGGBB".
 * @throws OfficeError InvalidArgument
 */
export function colorArgument(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const named = NAMED[text.toLowerCase()];
  if (named !== undefined) return named;
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  if (/^#[0-9a-f]{3}$/i.test(text)) return text.toUpperCase().replace(/[0-9A-F]/g, '$&$&');
  throw invalidArgument();
}
