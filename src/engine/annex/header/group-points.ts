import type { GroupField } from '../field-id';
import type { Draft } from './draft-column';
import type { HeaderNode } from './header-tree';
import type { LabelReader } from './label-features';

/**
 * Weight, share of points and points side by side under a label that names no kind of indicator, no money and no rate
 * (项目决策, 过程管理) are the points of a group: they belong neither to an indicator nor to the execution of the budget.
 * One such group says that others of the same shape are groups too, whatever their labels are taken for (产出, 效益).
 */
export function groupPoints(drafts: readonly Draft[], labels: LabelReader): void {
  const groups = new Map<HeaderNode, Draft[]>();
  for (const draft of drafts) {
    const parent = draft.leaf.nodes[draft.leaf.nodes.length - 2];
    if (!parent) continue;
    const group = groups.get(parent);
    if (group) group.push(draft);
    else groups.set(parent, [draft]);
  }
  const triples = [...groups].filter(([, own]) => isOfPoints(own));
  const told = triples.some(([parent, own]) => saysNothingElse(parent, labels) && own.length > 1);
  for (const [parent, own] of triples) {
    const shares = own.some(({ features }) => features?.share);
    if (!saysNothingElse(parent, labels) && !(told && shares)) continue;
    for (const draft of own) {
      draft.field = fieldOf(draft);
      draft.confidence = 'certain';
      draft.indicator = -1;
      draft.borrowed = false;
      draft.byNeighbour = false;
    }
  }
}

/** Each column is the weight, the share of points or the points, none of them twice, and there are at least two. */
function isOfPoints(drafts: readonly Draft[]): boolean {
  const fields = drafts.map(fieldOf);
  return drafts.length > 1 && !fields.includes(null) && new Set(fields).size === fields.length;
}

function fieldOf({ features }: Draft): GroupField | null {
  if (!features || features.field || features.money || features.fund || features.kind) return null;
  if (features.share) return 'group.rate';
  return features.role === 'weight' ? 'group.weight' : features.role === 'score' ? 'group.score' : null;
}

/** A label of which nothing is known, or only that it is about the execution of something. */
function saysNothingElse({ text }: HeaderNode, labels: LabelReader): boolean {
  const features = labels.features(text);
  return !features;
}
