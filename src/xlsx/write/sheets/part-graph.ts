import type { OpcPackage } from '../../package/opc-package';
import type { PackageDraft } from '../../package/package-draft';
import { partKey } from '../../package/part-name';
import { unlessDamaged } from '../../unless-damaged';
import type { Relationship } from '../../package/relationships';

/** A part, and by what kind of relationship it was first come upon ("" for where the walk began). */
export interface ReachedPart {
  readonly part: string;
  readonly kind: string;
}

/**
 * The parts that relationships lead to from some parts, these included, by `partKey`. Parts that do not exist are left
 * out, and so is what damaged relationships would lead to.
 * @param passOver parts that the walk does not enter
 */
export function reachableParts(
  opc: OpcPackage,
  starts: readonly string[],
  passOver: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, ReachedPart> {
  const reached = new Map<string, ReachedPart>();
  const waiting: ReachedPart[] = starts.map((part) => ({ part, kind: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part } = next;
    const key = partKey(part);
    if (reached.has(key) || passOver.has(key) || (part !== '' && !opc.has(part))) continue;
    reached.set(key, next);
    for (const { kind, target, external } of unlessDamaged([], () => opc.relationships(part))) {
      if (!external) waiting.push({ part: target, kind });
    }
  }
  return reached;
}

/**
 * Takes some relationships of a part away, and with them the parts to which nothing else leads.
 * @param workbookPart counts as in use whether or not the package says so
 */
export function removeRelated(
  draft: PackageDraft,
  workbookPart: string,
  source: string,
  chosen: (relationship: Relationship) => boolean,
): void {
  const targets = draft
    .relationships(source)
    .filter((relationship) => !relationship.external && chosen(relationship))
    .map(({ target }) => target);
  draft.removeRelationships(source, chosen);
  if (targets.length === 0) return;
  const used = reachableParts(draft, ['', workbookPart]);
  for (const [key, { part }] of reachableParts(draft, targets)) if (!used.has(key)) draft.remove(part);
}
