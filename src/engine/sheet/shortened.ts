/** The longest part of somebody else's text that a message quotes. Characters. */
export const LONGEST_QUOTED = 250;

/** The longest message: about a page. Characters. */
export const LONGEST_MESSAGE = 1000;

/**
 * A text cut to so many UTF-16 characters, the last of them "…". What stands in a workbook, a file or an error may be of
 * any length; no character outside the basic plane is cut in two.
 */
export function shortened(text: string, most = LONGEST_QUOTED): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
