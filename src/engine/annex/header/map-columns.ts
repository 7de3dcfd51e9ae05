import type { SheetSnapshot } from '../../sheet/snapshot';
import type { BodySample } from '../columns/body-sample';
import { settleFigures, type SettledColumn } from '../columns/settle-figures';
import {
  indicatorParts,
  isRateField,
  mayRepeat,
  type FieldId,
  type IndicatorKind,
  type MoneyBase,
  type FundSource,
} from '../field-id';
import type { Confidence, Evidence, Place, PlaceContent } from '../place';
import { readLabel } from '../text';
import type { HeaderBlock } from './find-header';
import { dropWordsOverFigures } from './figures-below-words';
import { groupPoints } from './group-points';
import type { Draft, Features } from './draft-column';
import { dropBareLevels, groupIndicators, settleBorrowed } from './group-indicators';
import type { HeaderTree, LeafColumn } from './header-tree';
import type { LabelFeatures, LabelReader } from './label-features';
import { setOtherPeriodsAside } from './other-periods';
import { isSuperiorLabel } from './unit-labels';

/** What the columns further left have said, for labels that are incomplete by themselves. */
interface Context {
  money?: MoneyBase;
  kind?: IndicatorKind;
  /** Whether only the first level (产出, 效益) names the kind. */
  kindGuessed: boolean;
  goal: boolean;
  execution: boolean;
  /** Whether a name or a target of an indicator stood there of which no kind is known. */
  kindless: boolean;
}

/** The kind that most indicators of a level have, where the header names no other. */
const KIND_OF_LEVEL = { output: 'quantity', benefit: 'social' } as const;

/**
 * Names the field of every labelled column of a header tree. A column is read from the whole path of labels
 * above it (完成情况 means nothing without 数量指标 above), then from the columns on its left where the path is
 * incomplete ("数量指标 | 完成情况" side by side), then from the other columns (年初预算数 is the initial budget
 * only where there is a 全年预算数 too).
 *
 * What words say is then held against the formulas, the arithmetic and the values of the columns (`settleFigures`).
 */
export function mapColumns(
  tree: HeaderTree,
  labels: LabelReader,
  { sheet, block, sample }: { sheet: SheetSnapshot; block: HeaderBlock; sample: BodySample },
): Place[] {
  const drafts = tree.leaves.filter((leaf) => leaf.labelled).map((leaf) => draftOf(leaf, labels));
  const context: Context = { goal: false, execution: false, kindGuessed: false, kindless: false };
  for (const draft of drafts) readInContext(draft, context);
  dropWordsOverFigures(drafts, sample);
  setOtherPeriodsAside(drafts, sheet, block);
  nameTheProject(drafts, block.nameColumn);
  nameTheDepartment(drafts);
  settleBudgets(drafts);
  groupIndicators(drafts);
  dropBareLevels(drafts);
  groupPoints(drafts, labels);
  settleBorrowed(drafts);
  const settled = settleFigures(sheet, block, tree.leaves, drafts, sample);
  for (const draft of drafts) {
    const column = settled.get(draft.leaf.column);
    if (column) takeField(draft, column);
  }
  dropRepeats(drafts);
  const indexes = new Map(drafts.map(({ leaf }, i) => [leaf.column, i]));
  return drafts.map((draft) => ({
    ...placeOf(draft, settled.get(draft.leaf.column), indexes),
    content: contentOf(draft, sample),
  }));
}

/** What all witnesses together say of a column, in the place of what words alone say. */
function takeField(draft: Draft, { field }: SettledColumn): void {
  if (draft.field === field) return;
  draft.field = field;
  draft.confidence = field === null ? 'guess' : 'likely';
  if (field === null || indicatorParts(field) === null) draft.indicator = -1;
}

function contentOf({ leaf, features }: Draft, { columns }: BodySample): PlaceContent {
  if (features?.foreign) return 'foreign';
  const { filled, numeric } = columns.get(leaf.column)!;
  if (filled === 0) return 'blank';
  return numeric * 2 > filled ? 'figures' : 'texts';
}

/** Evidence names places by their index; it was gathered by their columns. */
function namedByPlace(evidence: Evidence, indexes: ReadonlyMap<number, number>): Evidence {
  return 'places' in evidence
    ? { ...evidence, places: evidence.places.map((column) => indexes.get(column) ?? -1) }
    : evidence;
}

function placeOf(
  draft: Draft,
  settled: SettledColumn | undefined,
  indexes: ReadonlyMap<number, number>,
): Omit<Place, 'content'> {
  const { leaf, features, said, confidence, indicator, byNeighbour } = draft;
  const isGuess = draft.field !== null && (settled ? !settled.sure : draft.unsure);
  const field = isGuess ? null : draft.field;
  return {
    field,
    guess: isGuess ? { field: draft.field!, runnerUp: settled?.runnerUp ?? null } : null,
    labels: leaf.nodes.map(({ text, row, column }) => ({ row, column, text })),
    along: 'column',
    line: leaf.column,
    confidence,
    evidence: [
      ...said,
      ...(byNeighbour && draft.field !== null ? [{ by: 'neighbour' as const }] : []),
      ...(settled?.evidence ?? []).map((one) => namedByPlace(one, indexes)),
    ],
    indicator: isGuess ? -1 : indicator,
    percent: features?.percent ?? false,
  };
}

function draftOf(leaf: LeafColumn, labels: LabelReader): Draft {
  let merged: Features | null = null;
  const said: Evidence[] = [];
  for (const [label, node] of leaf.nodes.entries()) {
    const features = labels.features(node.text);
    if (!features) continue;
    merged = merged ? override(merged, features) : { ...features };
    said.push({ by: features.exact ? 'vocabulary' : 'pattern', label });
  }
  return {
    leaf,
    features: merged && byParty(merged),
    said,
    field: null,
    confidence: 'guess',
    indicator: -1,
    borrowed: false,
    byNeighbour: false,
    unsure: isUnknownBelowKind(leaf, merged, labels),
    aside: false,
    alsoNamed: null,
  };
}

/** "数量指标" over a label that says nothing known: whether the column holds what is asked or something else is open. */
function isUnknownBelowKind({ nodes }: LeafColumn, features: Features | null, labels: LabelReader): boolean {
  const own = nodes[nodes.length - 1];
  return (
    nodes.length > 1 && !!features?.kind && !features.role && !!own && labels.features(own.text) === null
  );
}

/** 得分 and 等级 under 财政审核 are what the bureau says, under 单位自评 what the unit says. */
function byParty(features: Features): Features {
  const { scope, field, role } = features;
  if (scope !== 'review' && scope !== 'self') return features;
  const score = field === 'totalScore' || field === 'totalScore.reviewed' || (!field && role === 'score');
  const grade = field === 'grade' || field === 'grade.reviewed' || field === 'conclusion';
  if (scope === 'review')
    return score
      ? { ...features, field: 'totalScore.reviewed', role: undefined }
      : grade
        ? { ...features, field: 'grade.reviewed' }
        : features;
  if (!field && role === 'weight') return { ...features, field: 'totalWeight', role: undefined };
  return score ? { ...features, field: 'totalScore', role: undefined } : features;
}

/** Deeper labels say more; what they do not say stays as the label above said. */
function override(above: Features, below: LabelFeatures): Features {
  // A weight or a score under 项目支出 is no money: it belongs to the execution of the budget.
  const scores = !below.money && !below.fund && (below.role === 'weight' || below.role === 'score');
  const fund = below.fund === 'total' && above.fund ? above.fund : (below.fund ?? above.fund);
  return {
    field: below.field ?? above.field,
    money: scores ? undefined : (below.money ?? above.money),
    fund: scores ? undefined : fund,
    kind: below.kind ?? above.kind,
    role: below.role ?? above.role,
    scope: below.scope ?? above.scope ?? (scores && above.money ? 'execution' : undefined),
    level: below.level ?? above.level,
    percent: below.percent ?? above.percent,
    share: below.share,
    foreign: below.foreign,
    exact: above.exact && below.exact,
  };
}

function readInContext(draft: Draft, context: Context): void {
  const f = draft.features;
  // The share of points that a group got is no rate of the budget, and no points.
  if (!f || f.foreign || f.share) return;
  const sure: Confidence = f.exact ? 'certain' : 'likely';
  const settle = (field: FieldId | null, confidence: Confidence = sure): void => {
    draft.field = field;
    draft.confidence = field ? confidence : 'guess';
  };

  const kind = f.kind ?? (f.level && !f.field && !f.money && !f.fund ? KIND_OF_LEVEL[f.level] : undefined);
  if (kind) {
    context.kind = kind;
    context.kindGuessed = f.kind === undefined;
    context.goal = context.execution = false;
    // What another party than the unit scores, under a kind of indicator.
    const role =
      f.field === 'totalScore.reviewed'
        ? 'score.reviewed'
        : f.field === 'scoreCoefficient'
          ? 'coefficient'
          : f.role;
    // A kind without a role of its own is the target; groupIndicators knows better where one follows.
    settle(`indicator.${kind}.${role ?? 'target'}`, context.kindGuessed ? 'guess' : role ? sure : 'likely');
    return;
  }
  const field = f.field;
  if (field && isRateField(field)) {
    context.execution = true;
    context.goal = false;
    context.kind = undefined;
    settle(f.role === 'weight' || f.role === 'score' ? `executionRate.${f.role}` : field);
    return;
  }
  if (f.money || f.fund) {
    // What is carried on to the next year is no part of the spending beside it.
    if (f.fund === 'carryover' && !f.money && context.money === 'actual') return;
    const base = f.money ?? context.money ?? 'budget';
    draft.byNeighbour = f.money === undefined;
    if (f.money) context.money = f.money;
    context.execution = true;
    context.goal = false;
    context.kind = undefined;
    settle(moneyField(base, f.fund), f.money ? sure : 'likely');
    return;
  }
  if (field === 'annualGoal' || field === 'goalCompletion' || f.scope === 'goal') {
    context.goal = true;
    context.execution = false;
    context.kind = undefined;
    if (f.role === 'deviation') settle('deviation');
    else settle(f.role === 'result' ? 'goalCompletion' : 'annualGoal');
    return;
  }
  if (field) {
    context.goal = context.execution = false;
    context.kind = undefined;
    settle(field);
    return;
  }
  if (!f.role) return;
  const guessed = context.kind !== undefined && context.kindGuessed && !context.goal;
  draft.borrowed = f.scope === undefined;
  draft.byNeighbour = true;
  settle(roleInContext(f, context), guessed ? 'guess' : context.kind || context.goal ? 'likely' : sure);
  if (draft.field === null) {
    if (f.role === 'name' || f.role === 'target') context.kindless = true;
    else if (f.role === 'result' && !context.kindless && saysHowItWent(draft.leaf)) {
      settle('goalCompletion', 'likely');
      context.goal = true;
      context.execution = false;
    }
  }
}

/** 完成情况 that belongs to no indicator is that of the project; a 完成值 would be a figure of something. */
function saysHowItWent({ nodes }: LeafColumn): boolean {
  return /情况|结果|成效/.test(nodes[nodes.length - 1]?.text ?? '');
}

/** A role without a kind in its own path belongs to what stands on its left. */
function roleInContext(f: Features, context: Context): FieldId | null {
  const role = f.role!;
  // The kinds of these indicators stand in the rows, and so do their points.
  if (context.kindless && !f.scope && (role === 'weight' || role === 'score')) return null;
  if (f.scope === 'execution' || context.execution) {
    if (role === 'weight' || role === 'score') return `executionRate.${role}`;
  }
  if (context.goal && (role === 'result' || role === 'target'))
    return role === 'result' ? 'goalCompletion' : 'annualGoal';
  if (context.kind && !context.goal) return `indicator.${context.kind}.${role}`;
  if (role === 'score') return 'totalScore';
  if (role === 'weight') return 'totalWeight';
  if (role === 'deviation') return 'deviation';
  return null;
}

function ownLabel({ leaf: { nodes } }: Draft): string {
  return readLabel(nodes[nodes.length - 1]?.text ?? '').name;
}

function moneyField(base: MoneyBase, fund: FundSource | 'total' | undefined): FieldId {
  return fund === undefined || fund === 'total' ? base : `${base}.${fund}`;
}

function nameTheProject(drafts: Draft[], nameColumn: number): void {
  const draft = drafts.find((d) => d.leaf.column === nameColumn);
  if (!draft) return;
  // Units that are reviewed as such (县区, 学校) stay what they are, and name the rows.
  const others = drafts.filter((other) => other !== draft);
  if (draft.field === 'unit' && !others.some(({ field }) => field === 'unit' || field === 'projectName'))
    return;
  for (const other of others) if (other.field === 'projectName') other.field = null;
  if (draft.field !== 'projectName') {
    draft.confidence = 'guess';
    draft.byNeighbour = true;
  }
  draft.field = 'projectName';
}

/** 部门名称 beside 实施单位 is the department in charge of it. */
function nameTheDepartment(drafts: Draft[]): void {
  const units = drafts.filter(({ field }) => field === 'unit');
  const superiors = units.filter((draft) => isSuperiorLabel(ownLabel(draft)));
  if (superiors.length === units.length) return;
  for (const draft of superiors) draft.field = 'department';
}

/** 调整预算 is the budget as adjusted as well as by how much it was. */
const ADJUSTED_BUDGET = /调整预算$/;

/** 年初预算数 is the only budget of a table without 全年预算数. */
function settleBudgets(drafts: Draft[]): void {
  for (const draft of drafts)
    if (draft.field === 'budget.adjustment' && ADJUSTED_BUDGET.test(ownLabel(draft)))
      draft.alsoNamed = 'budget';
  if (drafts.some((d) => d.field !== null && /^budget(?:$|\.(?!adjustment))/.test(d.field))) return;
  for (const draft of drafts) {
    if (!draft.field?.startsWith('initialBudget')) continue;
    draft.alsoNamed = draft.field;
    draft.field = draft.field.replace('initialBudget', 'budget') as FieldId;
  }
}

/** Two columns cannot hold the same field of the project: the first keeps it. Indicators may repeat. */
function dropRepeats(drafts: Draft[]): void {
  const seen = new Set<FieldId>();
  for (const draft of drafts) {
    if (!draft.field || draft.indicator >= 0 || mayRepeat(draft.field)) continue;
    if (seen.has(draft.field)) {
      draft.field = null;
      draft.confidence = 'guess';
    } else seen.add(draft.field);
  }
}
