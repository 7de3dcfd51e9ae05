import type { Annex } from '../annex/annex';
import type { FieldId } from '../annex/field-id';
import type { FieldPattern, Rule } from '../rule/rule';

/**
 * Which of a rule's requirements the annex has no column for: one entry a requirement, its alternatives in it.
 * Empty: the rule can be checked.
 */
export function missingFields(rule: Rule, annex: Annex): (readonly FieldPattern[])[] {
  return rule.meta.requires.filter(
    (alternatives) => !alternatives.some((pattern) => hasField(annex.fields, pattern)),
  );
}

/** The places that are guessed, but not known, to be one of the fields that a rule misses: indexes into the places. */
export function unsurePlaces(missing: readonly (readonly FieldPattern[])[], { places }: Annex): number[] {
  return places.flatMap(({ guess }, i) =>
    guess && missing.flat().some((pattern) => hasField([guess.field], pattern)) ? [i] : [],
  );
}

function hasField(fields: readonly FieldId[], pattern: FieldPattern): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return fields.includes(pattern as FieldId);
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return fields.some((field) => field.startsWith(head) && field.endsWith(tail));
}
