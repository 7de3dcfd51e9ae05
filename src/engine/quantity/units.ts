import { CharacterSet } from './character-set';
import { codeOf, isDigit, isIdeograph, isLatinLetter, skipSpaces } from './characters';
import type { QuantityUnit } from './statement';
import { MEASURES, NO_LONE_MEASURES, type Measure } from './vocabulary/measures';
import { COMPOUNDS, NOT_COMPOUNDS } from './vocabulary/names';
import { WordTable } from './word-table';

const SLASH = codeOf('/');
const MIDDLE_DOT = codeOf('·');
const OPENING = codeOf('(');
const CLOSING = codeOf(')');
/** What 以上 and 以下 begin with. */
const BOUND_FIRST = codeOf('以');

const measures = new WordTable(MEASURES);
const noLoneMeasures = CharacterSet.of(NO_LONE_MEASURES);
const compounds = new WordTable<boolean>([
  ...COMPOUNDS.map((word) => [word, true] as const),
  ...NOT_COMPOUNDS.map((word) => [word, false] as const),
]);

export interface MeasureMatch {
  readonly measure: Measure;
  readonly word: string;
  readonly end: number;
}

/** The measure word at `position`, unless a longer word begins there that is none. */
export function measureAt(half: string, position: number): MeasureMatch | null {
  const match = measures.at(half, position);
  if (match === null) return null;
  if (isLatinLetter(half.charCodeAt(match.end - 1)) && isLatinLetter(half.charCodeAt(match.end))) return null;
  const compound = compounds.at(half, position);
  if (compound?.value === true && compound.end >= match.end) return null;
  return { measure: match.value, word: match.word, end: match.end };
}

/** The period behind 每, where no other word can be meant: 每周报送 is every week. */
export function periodAt(half: string, position: number): MeasureMatch | null {
  const match = measures.at(half, position);
  if (match === null || match.value.dimension !== 'duration') return measureAt(half, position);
  return { measure: match.value, word: match.word, end: match.end };
}

/** A unit as it stands in a text. */
export interface UnitMatch {
  readonly unit: QuantityUnit;
  readonly digitsOnly: boolean;
  readonly start: number;
  readonly end: number;
}

/** The unit of a number that has none. */
export const NO_UNIT: QuantityUnit = { dimension: 'none', measure: '', base: '', factor: 1, per: null };

/** The unit, divided by `per`: 元/亩 and 元/公顷 are both reckoned in 元/平方米. */
export function dividedBy(unit: QuantityUnit, per: string): QuantityUnit {
  const divisor = measures.at(per, 0);
  const scaled = divisor !== null && divisor.end === per.length ? divisor.value : null;
  return {
    ...unit,
    base: `${unit.base}/${scaled?.base ?? per}`,
    factor: unit.factor / (scaled?.factor ?? 1),
    per,
  };
}

/** Reads what the number is divided by: /月, /人·年. */
function perAt(half: string, position: number): { per: string; end: number } | null {
  if (half.charCodeAt(position) !== SLASH) return null;
  const first = measureAt(half, position + 1);
  if (first === null) return null;
  const separator = half.charCodeAt(first.end);
  const second = separator === SLASH || separator === MIDDLE_DOT ? measureAt(half, first.end + 1) : null;
  return second === null
    ? { per: first.measure.measure, end: first.end }
    : { per: `${first.measure.measure}/${second.measure.measure}`, end: second.end };
}

/** The unit behind a number: spaces may part them, brackets may hold it. */
export function unitAt(half: string, position: number): UnitMatch | null {
  const start = skipSpaces(half, position);
  if (half.charCodeAt(start) === OPENING) {
    const inner = plainUnitAt(half, start + 1);
    return inner !== null && half.charCodeAt(inner.end) === CLOSING ? { ...inner, end: inner.end + 1 } : null;
  }
  return plainUnitAt(half, start);
}

/** The units of the vocabulary, each made once. */
const units = new Map<Measure, QuantityUnit>();

function unitOf(word: Measure): QuantityUnit {
  let unit = units.get(word);
  if (unit === undefined) {
    const { dimension, measure, base, factor } = word;
    unit = { dimension, measure, base, factor, per: null };
    units.set(word, unit);
  }
  return unit;
}

function plainUnitAt(half: string, start: number): UnitMatch | null {
  const match = measureAt(half, start);
  if (match === null) {
    const per = perAt(half, start);
    return per === null ? null : { unit: dividedBy(NO_UNIT, per.per), digitsOnly: true, start, end: per.end };
  }
  const { digitsOnly } = match.measure;
  const unit = unitOf(match.measure);
  const per = perAt(half, match.end);
  return per === null
    ? { unit, digitsOnly, start, end: match.end }
    : { unit: dividedBy(unit, per.per), digitsOnly, start, end: per.end };
}

/**
 * A measure word that the vocabulary does not know: a single character between a number and the end of the
 * words, or 以上 and 以下 behind it (258通; 12席以上).
 */
export function unknownMeasureAt(half: string, position: number): UnitMatch | null {
  const code = half.charCodeAt(position);
  if (!isIdeograph(code) || noLoneMeasures.has(code)) return null;
  const behind = half.charCodeAt(position + 1);
  if (behind !== BOUND_FIRST && (isIdeograph(behind) || isDigit(behind) || isLatinLetter(behind)))
    return null;
  const measure = half.charAt(position);
  const unit: QuantityUnit = { dimension: 'count', measure, base: measure, factor: 1, per: null };
  return { unit, digitsOnly: true, start: position, end: position + 1 };
}
