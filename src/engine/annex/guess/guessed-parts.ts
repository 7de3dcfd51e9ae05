import type { Annex } from '../annex';
import { indicatorParts, rowIndicatorRole, type FieldId } from '../field-id';
import type { Place } from '../place';

/** What a self-evaluation asks for, by the ids of fields, with what each tells of whether something is one. */
const ASKED = {
  projectName: 1,
  budget: 1,
  actual: 1,
  executionRate: 1,
  'indicator.name': 1,
  'indicator.target': 1,
  'indicator.result': 2,
  'indicator.weight': 1,
  'indicator.score': 1,
  totalScore: 1,
} as const satisfies Partial<Record<FieldId, number>>;

/** Something that a self-evaluation asks for. */
export type AskedField = keyof typeof ASKED;

/** What was told by its cells alone speaks half for a reading. */
const OF_GUESSED = 0.5;
/** Nobody is surer of what was not understood. */
const MOST = 0.95;

/** What of a self-evaluation was found in a worksheet that was not understood. */
export interface GuessedParts {
  /** By the wording of its label, or because a reviewer has said so. */
  readonly found: readonly AskedField[];
  /** By what its cells hold. */
  readonly guessed: readonly AskedField[];
  readonly missing: readonly AskedField[];
  /** How much of what a self-evaluation asks for was found, what was told by cells alone half: 0 to 1. */
  readonly confidence: number;
}

/** What an annex that is only a guess holds of a self-evaluation. */
export function guessedParts({ places }: Pick<Annex, 'places'>): GuessedParts {
  const surest = new Map<AskedField, boolean>();
  for (const place of places) {
    const asked = askedBy(place);
    if (asked) surest.set(asked, surest.get(asked) === true || isByWords(place));
  }
  const all = Object.keys(ASKED) as AskedField[];
  const found = all.filter((one) => surest.get(one) === true);
  const guessed = all.filter((one) => surest.get(one) === false);
  const weightOf = (some: readonly AskedField[]): number => some.reduce((sum, one) => sum + ASKED[one], 0);
  return {
    found,
    guessed,
    missing: all.filter((one) => !surest.has(one)),
    confidence: (MOST * (weightOf(found) + OF_GUESSED * weightOf(guessed))) / weightOf(all),
  };
}

function isByWords({ field, confidence }: Place): boolean {
  return field !== null && confidence !== 'guess';
}

function askedBy(place: Place): AskedField | null {
  const field = place.field ?? place.guess?.field ?? null;
  if (field === null) return null;
  const role = indicatorParts(field)?.role ?? rowIndicatorRole(field);
  const asked = role ? `indicator.${role}` : field === 'initialBudget' ? 'budget' : field;
  return asked in ASKED ? (asked as AskedField) : null;
}
