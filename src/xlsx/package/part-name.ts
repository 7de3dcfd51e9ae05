/**
 * Names of parts are kept without a leading slash: "xl/workbook.xml". The name of the relationships part of a part;
 * "" stands for the package itself.
 */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/**
 * The part a relationship's target means, seen from the part that owns the relationship ("" is the package).
 * Absolute and relative targets; ".." stops at the root of the package, so no target leads outside.
 */
export function resolveTarget(source: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/[?#].*$/, '');
  const segments = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** How a relationship of `source` ("" is the package) names a target part: relative to the folder of its owner. */
export function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** One key for all spellings by which a package finds a part. */
export function partKey(part: string): string {
  return percentDecoded(part).toLowerCase();
}

/** The name with its percent-encoding resolved, or as it is where that is none. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
