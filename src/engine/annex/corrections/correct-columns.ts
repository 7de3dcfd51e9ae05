import { indicatorParts, type FieldId } from '../field-id';
import { labelPath, type Place } from '../place';
import { findCorrections } from './find-corrections';
import { isSingle, type Vocabulary } from './vocabulary';

/**
 * The columns of a header with what a reviewer has said of them, which outranks everything else. A single field that was
 * given to one column is taken from any other; an indicator's column joins the nearest indicator of its kind that lacks it.
 *
 * @param places of a wide table, in the order of its columns
 */
export function correctedColumns(
  places: readonly Place[],
  vocabulary: Vocabulary | undefined,
): readonly Place[] {
  if (!vocabulary || vocabulary.headers.length === 0) return places;
  const said = findCorrections(places.map(labelPath), vocabulary);
  if (said.size === 0) return places;
  const given = new Set([...said.values()].filter((field) => field !== null && isSingle(field)));
  const corrected = places.map((place, index): Place => {
    if (said.has(index)) return settled(place, said.get(index)!);
    const loses = place.field !== null && given.has(place.field);
    const guess = place.guess && given.has(place.guess.field) ? null : place.guess;
    return loses
      ? { ...place, field: null, guess: null, confidence: 'guess', evidence: [] }
      : { ...place, guess };
  });
  for (const index of [...said.keys()].sort((a, b) => a - b)) {
    const place = corrected[index]!;
    if (place.indicator < 0) corrected[index] = { ...place, indicator: indicatorOf(corrected, index) };
  }
  return corrected;
}

function settled(place: Place, field: FieldId | null): Place {
  const stays = field !== null && field === place.field;
  return {
    ...place,
    field,
    guess: null,
    confidence: 'certain',
    evidence: [{ by: 'reviewer' }],
    indicator: stays ? place.indicator : -1,
  };
}

/** The number of the indicator that a column belongs to; a new one where none of its kind is in want of it. */
function indicatorOf(places: readonly Place[], index: number): number {
  const { field } = places[index]!;
  const parts = field && indicatorParts(field);
  if (!parts) return -1;
  const wants = (number: number): boolean =>
    places.every((place) => {
      const own = place.indicator === number && place.field ? indicatorParts(place.field) : null;
      return !own || (own.kind === parts.kind && own.role !== parts.role);
    });
  let nearest = -1;
  let least = Infinity;
  for (const [i, { indicator }] of places.entries()) {
    // What stands on the left goes before: the roles of an indicator follow its name.
    const distance = i < index ? index - i : i - index + 0.5;
    if (indicator < 0 || distance >= least || !wants(indicator)) continue;
    nearest = indicator;
    least = distance;
  }
  return nearest >= 0 ? nearest : Math.max(-1, ...places.map(({ indicator }) => indicator)) + 1;
}
