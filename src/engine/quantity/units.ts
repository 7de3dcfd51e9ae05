import { isDigit, isIdeograph, isLatinLetter, skipSpaces } from './characters';
import type { QuantityUnit } from './statement';
import { MEASURES, NO_LONE_MEASURES, type Measure } from './vocabulary/measures';
import { COMPOUNDS, NOT_COMPOUNDS } from './vocabulary/names';
import { WordTable } from './word-table';

const measures = new WordTable(MEASURES);
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
  if (isLatinLetter(half.charAt(match.end - 1)) && isLatinLetter(half.charAt(match.end))) return null;
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

/** The unit, divided by `per`. */
export function dividedBy(unit: QuantityUnit, per: string): QuantityUnit {
  return { ...unit, base: `${unit.base}/${per}`, per };
}

/** Reads what the number is divided by: /月, /人·年. */
function perAt(half: string, position: number): { per: string; end: number } | null {
  if (half.charAt(position) !== '/') return null;
  const first = measureAt(half, position + 1);
  if (first === null) return null;
  const separator = half.charAt(first.end);
  const second = separator === '/' || separator === '·' ? measureAt(half, first.end + 1) : null;
  return second === null
    ? { per: first.measure.measure, end: first.end }
    : { per: `${first.measure.measure}/${second.measure.measure}`, end: second.end };
}

/** The unit behind a number: spaces may part them, brackets may hold it. */
export function unitAt(half: string, position: number): UnitMatch | null {
  const start = skipSpaces(half, position);
  if (half.charAt(start) === '(') {
    const inner = plainUnitAt(half, start + 1);
    return inner !== null && half.charAt(inner.end) === ')' ? { ...inner, end: inner.end + 1 } : null;
  }
  return plainUnitAt(half, start);
}

function plainUnitAt(half: string, start: number): UnitMatch | null {
  const match = measureAt(half, start);
  if (match === null) {
    const per = perAt(half, start);
    return per === null ? null : { unit: dividedBy(NO_UNIT, per.per), digitsOnly: true, start, end: per.end };
  }
  const { dimension, measure, base, factor, digitsOnly } = match.measure;
  const unit: QuantityUnit = { dimension, measure, base, factor, per: null };
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
  const measure = half.charAt(position);
  if (!isIdeograph(measure) || NO_LONE_MEASURES.includes(measure)) return null;
  const behind = half.charAt(position + 1);
  if (behind !== '以' && (isIdeograph(behind) || isDigit(behind) || isLatinLetter(behind))) return null;
  const unit: QuantityUnit = { dimension: 'count', measure, base: measure, factor: 1, per: null };
  return { unit, digitsOnly: true, start: position, end: position + 1 };
}
