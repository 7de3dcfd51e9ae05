import { attributeOf, localName, tagsOf } from './vml-tags';

/** Ids a block has; the first is the drawing's own. */
const BLOCK = 1024;

/** The blocks of ids that a drawing has for its shapes: a shape's id is 1,024 times its block and something. */
export function idBlocks(text: string): number[] {
  const data = idMap(text)?.data ?? '';
  return data.split(',').map(Number).filter(isBlock);
}

/** The blocks that a drawing has or in which a shape of it has its id all the same. */
export function usedBlocks(text: string): number[] {
  const blocks = new Set(idBlocks(text));
  for (const id of shapeIds(text)) blocks.add(Math.floor(id / BLOCK));
  return [...blocks];
}

/**
 * Finds ids for new shapes of a drawing.
 * @param taken blocks that other drawings of the package have; where the drawing names them too, it does not get more
 *   ids of them
 * @returns the ids, and the blocks they made necessary
 */
export function freeIds(
  text: string,
  count: number,
  taken: ReadonlySet<number>,
): { readonly ids: readonly number[]; readonly newBlocks: readonly number[] } {
  const used = shapeIds(text);
  const ids: number[] = [];
  const takeFrom = (block: number) => {
    for (let id = block * BLOCK + 1; id < (block + 1) * BLOCK && ids.length < count; id++) {
      if (!used.has(id)) ids.push(id);
    }
  };
  for (const block of idBlocks(text)) if (!taken.has(block)) takeFrom(block);
  const avoided = new Set([...taken, ...usedBlocks(text)]);
  const newBlocks: number[] = [];
  for (let block = 1; ids.length < count; block++) {
    if (avoided.has(block)) continue;
    newBlocks.push(block);
    takeFrom(block);
  }
  return { ids, newBlocks };
}

/** The drawing with more blocks; one that has no list of them gets none. */
export function withBlocks(text: string, blocks: readonly number[]): string {
  const map = idMap(text);
  if (!map || blocks.length === 0) return text;
  const data = [...idBlocks(text), ...blocks].join(',');
  return text.slice(0, map.start) + data + text.slice(map.start + map.data.length);
}

function idMap(text: string): { readonly data: string; readonly start: number } | null {
  const tag = tagsOf(text).find(({ name }) => localName(name) === 'idmap');
  const data = tag && attributeOf(text, tag, 'data');
  return data ? { data: data.value, start: data.start } : null;
}

function shapeIds(text: string): Set<number> {
  const ids = new Set<number>();
  for (const [, id] of text.matchAll(/_x0000_s(\d{1,9})\b/g)) ids.add(Number(id));
  return ids;
}

function isBlock(block: number): boolean {
  return Number.isInteger(block) && block > 0 && block < 2 ** 20;
}
