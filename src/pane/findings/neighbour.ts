import type { ReviewFinding } from '../../app/reviewer';
import { findingKey, type FindingKey } from '../state/finding-key';
import type { FindingGroup } from './group-findings';

/** The open finding before or after one in the order of the list; from none the first. `null`: there is none. */
export function neighbour(
  groups: readonly FindingGroup[],
  current: FindingKey | null,
  by: 1 | -1,
): ReviewFinding | null {
  const all = groups.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'single' ? [item.finding] : item.findings)),
  );
  const at = current === null ? -1 : all.findIndex((finding) => findingKey(finding) === current);
  const isOpen = ({ state }: ReviewFinding): boolean => state === 'open';
  if (by > 0) return all.slice(at + 1).find(isOpen) ?? null;
  return at < 0 ? null : (all.slice(0, at).reverse().find(isOpen) ?? null);
}
