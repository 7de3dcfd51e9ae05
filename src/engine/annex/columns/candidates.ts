import { indicatorParts, mayRepeat, type FieldId } from '../field-id';
import type { Draft } from '../header/draft-column';
import { readLabel } from '../text';
import { WEAK_WORDS } from '../vocabulary/weak-words';
import { isNumeric, isRateLike, type ColumnLooks } from './looks';

/** How much words speak for a field: an exact wording, a pattern, what is said only on the left, a mere hint. */
export const WORDS = { exact: 6, pattern: 4, borrowed: 2.5, hint: 1.5 } as const;

/** A column whose field is settled by all witnesses together. */
export interface Candidate {
  readonly draft: Draft;
  readonly looks: ColumnLooks;
  /** 0-based sheet column. */
  readonly column: number;
  /** The field that words alone would give. */
  readonly byWords: FieldId | null;
  /** How much words speak for each field; what is not there they do not speak for. */
  readonly words: ReadonlyMap<FieldId, number>;
  /** The most that they speak for any. */
  readonly named: number;
}

/** Fields that figures have arithmetic between. */
export const FIGURE_FIELDS: readonly FieldId[] = [
  'initialBudget',
  'budget.adjustment',
  'budget',
  'received',
  'actual',
  'balance',
  'executionRate',
  'executionRate.initial',
  'executionRate.received',
  'budget.adjustmentRate',
  'executionRate.weight',
  'executionRate.score',
  'totalWeight',
  'totalScore',
];
const FIGURES: ReadonlySet<string> = new Set([
  ...FIGURE_FIELDS,
  'executionRate.adjusted',
  'totalScore.reviewed',
  'grade',
  'grade.reviewed',
  'conclusion',
  'group.weight',
  'group.rate',
  'group.score',
]);

/** Whether the field is one whose column the figures may contradict. */
export function isOfFigures(field: FieldId): boolean {
  return FIGURES.has(field) || /^(?:budget|initialBudget|actual|received|balance)(?:\.|$)/.test(field);
}

/** How much less a usual name may mean something else than a mere pattern. */
const LESS_OF_EXACT = 3;

/** What else a wording may mean, and how much less it says so. */
const READ_AS_WELL: Readonly<Partial<Record<FieldId, readonly (readonly [FieldId, number])[]>>> = {
  executionRate: [
    ['executionRate.initial', 2],
    ['executionRate.received', 2.5],
  ],
  'executionRate.initial': [['executionRate', 1]],
  'executionRate.received': [['executionRate', 1]],
  budget: [
    ['initialBudget', 2],
    ['received', 3],
  ],
  initialBudget: [['budget', 1.5]],
  received: [['budget', 3]],
  conclusion: [['grade', 0.5]],
  grade: [['totalScore', 3]],
  totalScore: [['totalScore.reviewed', 3]],
};

/** A lone 得分 or 分值 is that of the execution, of the project, or of the indicator on its left. */
const BORROWED_ROLES = {
  score: ['totalScore', 'executionRate.score'],
  weight: ['totalWeight', 'executionRate.weight'],
} as const;

/** What words say of a column, and whether it takes part at all; `null` where nothing about figures is open. */
export function candidateOf(draft: Draft, looks: ColumnLooks, inRelation: boolean): Candidate | null {
  const { field, features, borrowed } = draft;
  const column = draft.leaf.column;
  const parts = field ? indicatorParts(field) : null;
  if (parts && !(borrowed && (parts.role === 'score' || parts.role === 'weight'))) return null;
  if (field !== null && !parts && !isOfFigures(field)) return null;
  if (features?.foreign || draft.aside) return null;
  const words = new Map<FieldId, number>();
  const say = (what: FieldId, how: number): void => {
    if (how > (words.get(what) ?? 0)) words.set(what, how);
  };
  if (field) {
    const own = borrowed
      ? WORDS.borrowed
      : draft.confidence === 'certain'
        ? WORDS.exact
        : draft.confidence === 'likely'
          ? WORDS.pattern
          : WORDS.hint;
    say(field, own);
    if (draft.alsoNamed) say(draft.alsoNamed, own);
    // A usual name is not read as another thing because the figures are: then the figures are to be told of.
    const closer = own >= WORDS.exact && field !== 'conclusion' ? LESS_OF_EXACT : 0;
    for (const [other, less] of READ_AS_WELL[field] ?? []) say(other, own - less - closer);
    const role = features?.role;
    if (borrowed && (role === 'score' || role === 'weight'))
      for (const other of BORROWED_ROLES[role]) say(other, WORDS.borrowed - 0.3);
  } else {
    const label = readLabel(draft.leaf.nodes[draft.leaf.nodes.length - 1]?.text ?? '');
    const hinted = WEAK_WORDS.flatMap(([pattern, what]) => (pattern.test(label.name) ? [what] : []));
    hinted.forEach((what, i) => say(what, Math.max(0.5, WORDS.hint - i * 0.4)));
    if (!inRelation && looks.grade < 0.8) return null;
    if (!isNumeric(looks) && looks.grade < 0.8) return null;
  }
  return { draft, looks, column, byWords: field, words, named: Math.max(0, ...words.values()) };
}

/** The fields that a column could have at all. */
export function optionsOf({ words, looks, byWords }: Candidate, inRelation: boolean): FieldId[] {
  const options = new Set<FieldId>(words.keys());
  if (byWords) options.add(byWords);
  if (inRelation && isNumeric(looks)) for (const field of FIGURE_FIELDS) options.add(field);
  if (looks.grade >= 0.8) options.add('grade');
  return [...options];
}

/** So many cells speak with their whole weight. */
const ENOUGH_CELLS = 4;

/**
 * How well the cells fit a field, from what would rule it out (-6) to what is good to see (+1, grades +3). Of few cells
 * what they say against it counts less.
 */
export function valuesFor(field: FieldId, looks: ColumnLooks): number {
  if (looks.filled === 0) return 0;
  const fit = fitOf(field, looks);
  return fit < 0 ? fit * Math.min(1, looks.filled / ENOUGH_CELLS) : fit;
}

function fitOf(field: FieldId, looks: ColumnLooks): number {
  const numeric = isNumeric(looks);
  switch (field) {
    case 'grade':
    case 'grade.reviewed':
      return looks.grade >= 0.8 ? 3 : numeric ? -5 : looks.grade > 0 ? 0 : -1;
    case 'conclusion':
      return numeric ? -2 : 0;
    case 'executionRate':
    case 'executionRate.initial':
    case 'executionRate.adjusted':
    case 'executionRate.received':
    case 'budget.adjustmentRate':
    case 'group.rate':
      if (!numeric) return looks.numeric > 0.3 ? 0 : -1;
      if (looks.above200 > 0.5 || looks.counts) return -6;
      return looks.percent > 0.5 || looks.withinOne > 0.8 ? 1 : isRateLike(looks) ? 0.3 : -1;
    case 'executionRate.weight':
    case 'executionRate.score':
      if (!numeric) return -1;
      // No place gives the execution of the budget more than 30 of 100 points.
      return looks.above30 > 0.5 ? -6 : looks.percent > 0.5 ? -4 : 0.5;
    case 'totalScore':
    case 'totalScore.reviewed':
      if (!numeric) return -1;
      if (looks.above200 > 0.5) return -6;
      if (looks.percent > 0.5) return -4;
      return looks.median >= 40 && looks.above130 < 0.2 ? 0.5 : looks.median < 31 ? -1.5 : 0;
    case 'totalWeight':
      return numeric && looks.percent <= 0.5 && looks.above200 < 0.5 ? (looks.median === 100 ? 1 : 0) : -2;
    case 'group.weight':
    case 'group.score':
      return numeric && looks.above130 < 0.5 ? 0.5 : -2;
    default:
      if (indicatorParts(field)) return numeric && looks.above200 < 0.5 ? 0.3 : -1;
      // Money.
      if (looks.filled >= 3 && looks.numeric < 0.1) return -3;
      if (looks.percent > 0.5) return -4;
      if (looks.counts) return -1.5;
      return numeric ? (looks.above130 > 0.1 || looks.distinct > 3 ? 0.5 : 0.2) : 0;
  }
}

/** Whether two columns may not have this field both. */
export function isExclusive(field: FieldId): boolean {
  return !mayRepeat(field) && !indicatorParts(field);
}
