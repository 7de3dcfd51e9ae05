import { positionOf, type CellPosition } from '../../sheet/address';
import { shortened } from '../../sheet/shortened';
import type { NoteText } from '../annex';
import { indicatorParts, type FieldId, type IndicatorKind } from '../field-id';
import { onceEach } from '../once-each';
import type { Place } from '../place';
import { bandsIn, explainBelowIn, gradesIn, isScaledIn, weightsIn } from './other-facts';
import { readTerms, type ReadTerms } from './points-terms';
import type {
  Expression,
  PointsRule,
  PointsSubject,
  PrintedRules,
  Stated,
  StatedBands,
  StatedGrade,
  StatedWeights,
} from './printed-rule';
import { textParts, type TextPart } from './text-parts';

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
  const first = <T>(pick: (read: OtherFacts) => T | null): Stated<T> | null => {
    for (const { text, row, column } of texts) {
      const value = pick(otherFactsIn(text));
      if (value !== null) return { cell: { row, column }, text: onOneLine(text), value };
    }
    return null;
  };
  return {
    points: texts.flatMap(pointsRulesIn),
    bands: first(({ bands }) => bands),
    grades: first(({ grades }) => grades),
    explainBelow: first(({ explainBelow }) => explainBelow),
    weights: first(({ weights }) => weights),
    scaled: first(({ scaled }) => scaled),
  };
}

interface OtherFacts {
  readonly bands: StatedBands | null;
  readonly grades: readonly StatedGrade[] | null;
  readonly explainBelow: number | null;
  readonly weights: StatedWeights | null;
  readonly scaled: true | null;
}

const otherFactsIn = onceEach((text): OtherFacts => ({
  bands: bandsIn(text),
  grades: gradesIn(text),
  explainBelow: explainBelowIn(text),
  weights: weightsIn(text),
  scaled: isScaledIn(text) ? true : null,
}));

function mayState(text: string): boolean {
  return text.length <= LONGEST && MAY_STATE.test(text);
}

/** No worksheet has more columns. */
const MOST_COLUMNS = 1 << 14;

function captions(places: readonly Place[]): PrintedText[] {
  // `null`: the label states nothing. In a form each cell is a place, and many have the same labels.
  const seen = new Map<number, PrintedText | null>();
  for (const { labels, field } of places) {
    const scope = scopeOf(field);
    for (const { text, row, column } of labels) {
      const key = row * MOST_COLUMNS + column;
      const known = seen.get(key);
      if (known === undefined) seen.set(key, mayState(text) ? { row, column, text, ...scope } : null);
      // A label over several fields is about none of them.
      else if (known && known.about !== scope.about) seen.set(key, { ...known, about: null, kinds: null });
      else if (known?.kinds && known.kinds.join() !== scope.kinds?.join())
        seen.set(key, { ...known, kinds: null });
    }
  }
  return [...seen.values()].flatMap((text) => text ?? []);
}

function scopeOf(field: FieldId | null): Pick<PrintedText, 'about' | 'kinds'> {
  if (field?.startsWith('executionRate')) return { about: 'execution', kinds: null };
  const indicator = field && indicatorParts(field);
  return indicator ? { about: 'indicators', kinds: [indicator.kind] } : { about: null, kinds: null };
}

/** A part of a text that says how points follow. */
interface RulePart extends Pick<TextPart, 'about' | 'kinds'> {
  readonly terms: ReadTerms;
}

const partsIn = onceEach((text) => rulePartsIn(text, false));
const partsOfExecution = onceEach((text) => rulePartsIn(text, true));

/** @param ofExecution whether the text is about the execution of the budget where it does not say what it is about */
function rulePartsIn(text: string, ofExecution: boolean): readonly RulePart[] {
  return textParts(text).flatMap(({ text: part, about, kinds }) => {
    const execution = about === null ? ofExecution : about === 'execution';
    const terms = isOtherFact(part) ? null : readTerms(part, execution);
    return terms ? [{ about, kinds, terms }] : [];
  });
}

/** The rules on points in a text, those about the same points put together. */
function pointsRulesIn(printed: PrintedText): PointsRule[] {
  const rules = new Map<string, PointsRule>();
  const parts = printed.about === 'execution' ? partsOfExecution(printed.text) : partsIn(printed.text);
  for (const { terms, ...part } of parts) {
    const said = part.about ?? printed.about ?? 'indicators';
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
