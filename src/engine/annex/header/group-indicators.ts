import { indicatorParts, type FieldId, type IndicatorKind, type IndicatorRole } from '../field-id';
import type { Draft } from './draft-column';

/**
 * Numbers the indicators: neighbouring columns of one kind, until a role comes again. An indicator that has a
 * name but no target keeps both in one cell (年度指标内容): that cell is the target.
 */
export function groupIndicators(drafts: Draft[]): void {
  let kind: IndicatorKind | null = null;
  let roles = new Map<IndicatorRole, Draft>();
  let number = -1;
  const close = (): void => {
    const name = roles.get('name');
    if (kind && name && !roles.has('target')) name.field = `indicator.${kind}.target`;
  };
  for (const draft of drafts) {
    const parts = draft.field ? indicatorParts(draft.field) : null;
    if (!parts) continue;
    const first = roles.get('target');
    if (parts.kind === kind && roles.size === 1 && first && isNameOf(first, draft)) {
      first.field = `indicator.${kind}.name`;
      roles = new Map([['name', first]]);
    }
    if (parts.kind !== kind || roles.has(parts.role)) {
      close();
      kind = parts.kind;
      roles = new Map();
      number++;
    }
    roles.set(parts.role, draft);
    draft.indicator = number;
  }
  close();
  joinApart(drafts);
}

/**
 * All targets first, then all results: the n-th indicator of a kind that has only targets and the n-th of
 * that kind that has only results are one.
 */
function joinApart(drafts: readonly Draft[]): void {
  const groups = new Map<number, { kind: IndicatorKind; drafts: Draft[]; roles: Set<IndicatorRole> }>();
  for (const draft of drafts) {
    const parts = draft.indicator >= 0 && draft.field ? indicatorParts(draft.field) : null;
    if (!parts) continue;
    const group = groups.get(draft.indicator) ?? { kind: parts.kind, drafts: [], roles: new Set() };
    groups.set(draft.indicator, group);
    group.drafts.push(draft);
    group.roles.add(parts.role);
  }
  const open = new Map<IndicatorKind, { number: number; roles: ReadonlySet<IndicatorRole> }[]>();
  for (const [number, { kind, drafts: own, roles }] of groups) {
    const waiting = open.get(kind) ?? [];
    open.set(kind, waiting);
    if (roles.has('target')) {
      if (!roles.has('result')) waiting.push({ number, roles });
      continue;
    }
    const first = waiting[0];
    if (!first || [...roles].some((role) => first.roles.has(role))) continue;
    waiting.shift();
    for (const draft of own) draft.indicator = first.number;
  }
}

/** "数量指标 | 指标值 | 完成值": a kind without a role, before a target that names no kind, is the name. */
function isNameOf(first: Draft, target: Draft): boolean {
  return target.borrowed && target.features?.role === 'target' && first.features?.role === undefined;
}

/** The points of a whole level (产出指标得分) are no indicator: one has a target and a result. */
export function dropBareLevels(drafts: Draft[]): void {
  const withRole = (role: IndicatorRole): ReadonlySet<number> =>
    new Set(drafts.filter((d) => d.field && indicatorParts(d.field)?.role === role).map((d) => d.indicator));
  const [targets, results] = [withRole('target'), withRole('result')];
  for (const draft of drafts) {
    if (draft.indicator < 0 || draft.confidence !== 'guess') continue;
    if (targets.has(draft.indicator) && results.has(draft.indicator)) continue;
    draft.field = null;
    draft.indicator = -1;
  }
}

const FIELD_OF_PROJECT = { score: 'totalScore', weight: 'totalWeight', deviation: 'deviation' } as const;

/**
 * A score, weight or reason that stands behind one indicator of several and behind no other is that of the
 * project. So is a lone score beside the money, unless it stands with the rate.
 */
export function settleBorrowed(drafts: Draft[]): void {
  const groups = new Set(drafts.map((d) => d.indicator).filter((indicator) => indicator >= 0));
  const has = (field: FieldId): boolean => drafts.some((d) => d.field === field);
  for (const role of ['score', 'weight', 'deviation'] as const) {
    const [only, ...more] = drafts.filter((d) => d.field !== null && indicatorParts(d.field)?.role === role);
    const field = FIELD_OF_PROJECT[role];
    if (!only?.borrowed || more.length > 0 || has(field)) continue;
    // With a weight beside it even a lone score may be that of the only indicator.
    if (groups.size < 2 && (role !== 'score' || drafts.some((d) => d.features?.role === 'weight'))) continue;
    only.field = field;
    only.indicator = -1;
  }
  const score = drafts.find((d) => d.field === 'executionRate.score');
  if (!score?.borrowed || drafts.some((d) => d !== score && d.features?.role === 'score')) return;
  if (!has('totalScore') && !standsWithRate(score, drafts)) score.field = 'totalScore';
}

function standsWithRate(score: Draft, drafts: readonly Draft[]): boolean {
  const before = drafts[drafts.indexOf(score) - 1];
  if (!before?.field?.startsWith('executionRate')) return false;
  const [group, own] = [before.leaf.nodes[0], score.leaf.nodes[0]];
  return !group || group === own || before.leaf.nodes.length === score.leaf.nodes.length;
}
