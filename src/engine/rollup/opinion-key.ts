import { textHash } from '../sheet/text-hash';

/*
 * The last two columns of 审核意见表, hidden, say what each of its rows is: that of items the first, the others the second, so
 * that hosts take them for rows of two kinds when the sheet is refreshed.
 */

export const OPINION_ROWS = [
  'page',
  'line',
  'facts',
  'figures',
  'heading',
  'item',
  'none',
  'opinion',
  'conclusion',
  'feedback',
  'sign',
] as const;
export type OpinionRow = (typeof OPINION_ROWS)[number];

/** What a row is; of a `page` the unit and the hash of what we wrote on it, of an `item` the cell that it leads to. */
export type OpinionKey =
  | { readonly kind: 'page'; readonly hash: string; readonly unit: string }
  | { readonly kind: 'item'; readonly address: string; readonly sheetName: string }
  | { readonly kind: Exclude<OpinionRow, 'page' | 'item'> };

/** "page!1x9k2!市水务处", "item!C5!附件2", "sign!": names come last, for they may hold anything. */
export function writeOpinionKey(key: OpinionKey): string {
  if (key.kind === 'page') return `page!${key.hash}!${key.unit}`;
  return key.kind === 'item' ? `item!${key.address}!${key.sheetName}` : `${key.kind}!`;
}

/** Reads what `writeOpinionKey` wrote; `null` for any other text. */
export function readOpinionKey(text: string): OpinionKey | null {
  const [, kind, first, rest] = /^(page|item)!([^!]*)!([^]*)$/.exec(text) ?? [];
  if (kind === 'page') return { kind, hash: first!, unit: rest! };
  if (kind === 'item') return { kind, address: first!, sheetName: rest! };
  const named = OPINION_ROWS.find((row) => `${row}!` === text);
  return named && named !== 'page' && named !== 'item' ? { kind: named } : null;
}

/** Tells whether a page still says what was drafted: of the texts of its rows, those of figures left out. */
export function pageHash(rows: readonly (readonly string[])[]): string {
  // Blank cells at the end of a row are none: a sheet that is read back may be wider.
  const said = rows.map((texts) =>
    JSON.stringify(texts.map((text, c) => [c, text]).filter(([, text]) => text !== '')),
  );
  return textHash(said.join('\n')).toString(36);
}
