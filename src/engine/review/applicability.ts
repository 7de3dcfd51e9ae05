import type { Annex } from '../annex/annex';
import type { FieldId } from '../annex/field-id';
import type { FieldPattern, Rule } from '../rule/rule';

/** What an annex has, as rules ask for it: many of them ask for the same fields. */
export class Applicability {
  private readonly fields: ReadonlySet<string>;
  private readonly known = new Map<FieldPattern, boolean>();
  /** What places are guessed to be, with their indexes. */
  private readonly guesses: readonly (readonly [FieldId, number])[];

  constructor(private readonly annex: Pick<Annex, 'fields' | 'places'>) {
    this.fields = new Set(annex.fields);
    this.guesses = annex.places.flatMap(({ guess }, i) => (guess ? [[guess.field, i] as const] : []));
  }

  /**
   * Which of a rule's requirements the annex has no column for: one entry a requirement, its alternatives in it.
   * Empty: the rule can be checked.
   */
  missingFields(rule: Rule): (readonly FieldPattern[])[] {
    return rule.meta.requires.filter(
      (alternatives) => !alternatives.some((pattern) => this.hasField(pattern)),
    );
  }

  /** The places that are guessed, but not known, to be one of the fields that a rule misses: indexes into the places. */
  unsurePlaces(missing: readonly (readonly FieldPattern[])[]): number[] {
    return this.guesses.flatMap(([field, place]) =>
      missing.flat().some((pattern) => matches([field], pattern)) ? [place] : [],
    );
  }

  private hasField(pattern: FieldPattern): boolean {
    let has = this.known.get(pattern);
    if (has === undefined) {
      has = this.fields.has(pattern) || matches(this.annex.fields, pattern);
      this.known.set(pattern, has);
    }
    return has;
  }
}

function matches(fields: readonly FieldId[], pattern: FieldPattern): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return fields.includes(pattern as FieldId);
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return fields.some((field) => field.startsWith(head) && field.endsWith(tail));
}
