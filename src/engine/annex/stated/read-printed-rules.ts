import { positionOf, type CellPosition } from '../../sheet/address';
import { shortened } from '../../sheet/shortened';
import type { NoteText } from '../annex';
import { indicatorParts, type FieldId, type IndicatorKind } from '../field-id';
import type { Place } from '../place';
import { bandsIn, explainBelowIn, gradesIn, isScaledIn, weightsIn } from './other-facts';
import { readTerms } from './points-terms';
import type { Expression, PointsRule, PointsSubject, PrintedRules, Stated } from './printed-rule';
import { textParts } from './text-parts';

/** A text of the table; a caption also says whose points stand below it. */
interface PrintedText extends NoteText {
  readonly about: PointsSubject | null;
  readonly kinds: readonly IndicatorKind[] | null;
}

/** Longer texts are reports, not rules. Characters. */
const LONGEST = 4000;
/** Texts without any of this state nothing. */
const MAY_STATE = /[分%％]|比例|得分|计分|不涉及|不适用/;

/**
 * Reads what the texts of a table say of how it is to be scored. What they say is believed no further than
 * `engine/facts/scores/printed-points.ts` does: whoever fills in the table may have written them.
 *
 * @param outside the notes and the lines above the header
 */
export function readPrintedRules(outside: readonly NoteText[], places: readonly Place[]): PrintedRules {
  const texts = [
    ...outside.map((note) => ({ ...note, about: null, kinds: null })),
    ...captions(places),
  ].filter(({ text }) => mayState(text));
  const first = <T>(read: (text: string) => T | null): Stated<T> | null => {
    for (const { text, row, column } of texts) {
      const value = read(text);
      if (value !== null) return { cell: { row, column }, text: onOneLine(text), value };
    }
    return null;
  };
  return {
    points: texts.flatMap(pointsRulesIn),
    bands: first(bandsIn),
    grades: first(gradesIn),
    explainBelow: first(explainBelowIn),
    weights: first(weightsIn),
    scaled: first((text) => (isScaledIn(text) ? true : null)),
  };
}

function mayState(text: string): boolean {
  return text.length <= LONGEST && MAY_STATE.test(text);
}

function captions(places: readonly Place[]): PrintedText[] {
  const seen = new Map<string, PrintedText & { places: number }>();
  for (const { labels, field } of places) {
    const scope = scopeOf(field);
    for (const { text, row, column } of labels) {
      if (!mayState(text)) continue;
      const key = `${row} ${column}`;
      const known = seen.get(key);
      if (!known) seen.set(key, { row, column, text, ...scope, places: 1 });
      // A label over several fields is about none of them.
      else if (known.about !== scope.about) seen.set(key, { ...known, about: null, kinds: null });
      else if (known.kinds?.join() !== scope.kinds?.join()) seen.set(key, { ...known, kinds: null });
    }
  }
  return [...seen.values()].map(({ places: _, ...text }) => text);
}

function scopeOf(field: FieldId | null): Pick<PrintedText, 'about' | 'kinds'> {
  if (field?.startsWith('executionRate')) return { about: 'execution', kinds: null };
  const indicator = field && indicatorParts(field);
  return indicator ? { about: 'indicators', kinds: [indicator.kind] } : { about: null, kinds: null };
}

/** The rules on points in a text, those about the same points put together. */
function pointsRulesIn(printed: PrintedText): PointsRule[] {
  const rules = new Map<string, PointsRule>();
  for (const part of textParts(printed.text)) {
    const said = part.about ?? printed.about ?? 'indicators';
    const terms = isOtherFact(part.text) ? null : readTerms(part.text, said === 'execution');
    if (!terms) continue;
    const about = terms.formulas.some(isOfMoney) ? 'execution' : said;
    const kinds = about === 'execution' ? null : (part.kinds ?? printed.kinds);
    const key = `${about} ${kinds?.join() ?? ''}`;
    const before = rules.get(key);
    rules.set(key, {
      cell: cellOf(printed),
      text: onOneLine(printed.text),
      about,
      kinds,
      understood: terms.understood && (before?.understood ?? true),
      formulas: [...(before?.formulas ?? []), ...terms.formulas],
      tiers: [...(before?.tiers ?? []), ...terms.tiers],
      steps: [...(before?.steps ?? []), ...terms.steps],
      nothingFrom: terms.nothingFrom ?? before?.nothingFrom ?? null,
      missed: terms.missed ?? before?.missed ?? null,
      proportion: terms.proportion || (before?.proportion ?? false),
    });
  }
  return [...rules.values()];
}

function isOfMoney(expression: Expression): boolean {
  if (typeof expression === 'object') return isOfMoney(expression[1]) || isOfMoney(expression[2]);
  return expression === 'rate' || expression === 'spent' || expression === 'budget';
}

/** Grades, bands, weights and thresholds speak of points, too, and are read by themselves. */
function isOtherFact(text: string): boolean {
  return gradesIn(text) !== null || bandsIn(text) !== null || weightsIn(text) !== null;
}

function cellOf(text: NoteText): CellPosition {
  return positionOf(text);
}

function onOneLine(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim());
}
