import { foldText } from '../../annex/text';

/** A sum of money in a text and the parts of it that the text lists, in the unit that all of them are written in. */
export interface PartsInText {
  readonly total: number;
  readonly parts: readonly number[];
  readonly sum: number;
  readonly unit: string;
}

const AMOUNT = /(\d[\d,]*(?:\.\d+)?)(亿元|万元|元)(?![/每])/g;
/** Behind these words stands no part, or a part of a part. */
const NO_PART = /结余|剩余|节约|结转|另外|另有|此外|较|同比|包括|包含|累计|每|人均|标准|单价|其中/;
/** The total stands so near the list of its parts. Characters. */
const NEAREST = 24;
/** Parts that exceed the total by more are parts of something else. */
const MOST_BEYOND = 0.2;

/**
 * A total with parts that add up to more ("共89.97万元。其中：30万元用于…；30万元用于…；29.99万元用于…"); `null` where
 * a text has none. Parts that add up to less may be only some of them.
 */
export function partsBeyondTotal(text: string): PartsInText | null {
  if (!text.includes('其中') || !text.includes('元')) return null;
  const folded = foldText(text).replace(/\([^()]*\)/g, '');
  const at = folded.indexOf('其中');
  if (at < 0) return null;
  const heads = [...folded.slice(0, at).matchAll(AMOUNT)];
  const head = heads[heads.length - 1];
  if (!head || at - head.index > NEAREST) return null;
  const list = folded.slice(at + 2).split('。')[0]!;
  if (NO_PART.test(list)) return null;
  const said = [...list.matchAll(AMOUNT)];
  if (said.length < 2 || said.some(([, , unit]) => unit !== head[2])) return null;
  const numbers = [head, ...said].map(([, figure]) => figure!.replace(/,/g, ''));
  const [total, ...parts] = numbers.map(Number) as [number, ...number[]];
  const sum = Number(parts.reduce((all, part) => all + part, 0).toFixed(6));
  const rounding = halfStep(numbers.slice(0, 1)) + halfStep(numbers.slice(1));
  const beyond = sum - total;
  if (beyond <= rounding + 1e-9 || beyond > total * MOST_BEYOND) return null;
  return { total, parts, sum, unit: head[2]! };
}

/** Half a unit of the last digit that any of the figures has: whole ones among them are meant exactly. */
function halfStep(figures: readonly string[]): number {
  return 10 ** -Math.max(...figures.map((figure) => figure.split('.')[1]?.length ?? 0)) / 2;
}
