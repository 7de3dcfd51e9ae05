import { isMoneyField, isRateField, isScoreField, type FieldId } from '../annex/field-id';
import { REVIEWED_LAYOUTS, type Annex } from '../annex/annex';
import { readFeatures } from '../annex/header/label-features';
import { isColumn, isSettled, type Place } from '../annex/place';
import type { FieldPattern } from '../rule/rule';
import type { RuleOutcome } from './rule-outcome';

/** Labelled places of an annex whose contents no rule has looked at. */
export interface NotRead {
  /** Indexes into the places of the annex, in the order of the sheet: unknown ones and those that are only guessed. */
  readonly places: readonly number[];
  /** Rules that were not checked and may have been for want of them. */
  readonly rules: readonly string[];
}

/** Which places with contents ended without a sure field; `null` where there is none. */
export function notReadOf(annex: Annex, outcomes: readonly RuleOutcome[]): NotRead | null {
  if (!REVIEWED_LAYOUTS.includes(annex.layout)) return null;
  const places = annex.places.flatMap((place, i) => (isNotRead(place) ? [i] : []));
  if (places.length === 0) return null;
  const unread = places.map((i) => annex.places[i]!);
  const figures = unread.some(({ content }) => content === 'figures');
  const texts = unread.some(({ content, guess }) => content === 'texts' && !guess);
  const rules = outcomes.flatMap((outcome) =>
    outcome.outcome === 'not-checked' &&
    (outcome.unsure.length > 0 || outcome.missing.some((each) => mayBeIn(each, figures, texts)))
      ? [outcome.rule]
      : [],
  );
  return { places, rules };
}

/** Whether something stands in a place that nobody has read, and of which no reviewer has said that it is not reviewed. */
export function isNotRead(place: Place): boolean {
  const { field, content } = place;
  return field === null && (content === 'figures' || content === 'texts') && !isSettled(place);
}

function mayBeIn(alternatives: readonly FieldPattern[], figures: boolean, texts: boolean): boolean {
  return alternatives.some((field) => (isFigure(field as FieldId) ? figures : texts));
}

/** Money, rates and points: what stands in a place of figures. */
function isFigure(field: FieldId): boolean {
  return (
    isMoneyField(field) || isRateField(field) || isScoreField(field) || /\.(?:weight|score)$/.test(field)
  );
}

const VOUCHED: readonly FieldId[] = ['budget', 'actual', 'executionRate', 'totalScore'];

/**
 * Whether nobody can vouch for the figures of an annex: its money, its rate or its total score stands in a place that is
 * only guessed, or it has none of them that is known beside figures that were not read. Of a form, whose cells are unread
 * one by one, the money may be among these as long as its budget or its spending is nowhere else.
 */
export function isUnvouched({ layout, places }: Annex): boolean {
  if (!REVIEWED_LAYOUTS.includes(layout)) return false;
  const isOne = (field: FieldId | undefined): boolean =>
    field !== undefined && (VOUCHED.includes(field) || isMoneyField(field) || isRateField(field));
  if (places.some(({ guess }) => isOne(guess?.field))) return true;
  const known = places.some(({ field }) => isOne(field ?? undefined));
  const unread = places.filter((place) => isNotRead(place) && place.content === 'figures');
  if (!known) return unread.length > 0;
  const has = (base: RegExp): boolean => places.some(({ field }) => field !== null && base.test(field));
  const isWhole = has(/^(?:initialBudget|budget)(?:$|\.(?!adjustment))/) && has(/^actual/);
  return !isWhole && unread.some((place) => !isColumn(place) && isOfMoney(place));
}

/** Whether a label over a cell or beside it speaks of money. */
function isOfMoney({ labels }: Place): boolean {
  return labels.some(({ text }) => {
    const features = readFeatures(text);
    return features?.money !== undefined || features?.fund !== undefined;
  });
}
