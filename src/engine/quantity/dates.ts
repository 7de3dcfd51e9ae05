import { CharacterSet } from './character-set';
import { codeOf, isDigit, isIdeograph, skipSpaces } from './characters';
import { isNumeral } from './numerals';
import type { DateParts } from './statement';
import { measureAt } from './units';
import {
  DATE_PARTS,
  DATE_WORDS,
  DEADLINE_VERBS,
  DEADLINES,
  NOT_DATE_PARTS,
  NOT_DEADLINE_VERBS,
  NOT_DEADLINES,
  YEAR_ENDS,
} from './vocabulary/dates';
import { WordTable } from './word-table';

/** What was read at a position where a date may begin. */
export type DateReading =
  | {
      readonly kind: 'date';
      readonly parts: DateParts;
      readonly approximate: boolean;
      readonly end: number;
      readonly numberEnd: number;
    }
  | {
      readonly kind: 'period';
      readonly first: DateParts;
      readonly parts: DateParts;
      readonly approximate: boolean;
      readonly end: number;
      readonly numberEnd: number;
    }
  /** A year that names something (2018年工程): no quantity, and nothing to read up to `end`. */
  | { readonly kind: 'name'; readonly end: number };

type PlainDate = Exclude<DateReading, { kind: 'name' }>;

const parts = new WordTable(DATE_PARTS);
const deadlines = WordTable.of(DEADLINES);
const notDeadlines = WordTable.of(NOT_DEADLINES);
const yearEnds = WordTable.of(YEAR_ENDS);
const notParts = WordTable.of(NOT_DATE_PARTS);
const deadlineVerbs = WordTable.of(DEADLINE_VERBS);
const notDeadlineVerbs = WordTable.of(NOT_DEADLINE_VERBS);
const dateWords = WordTable.of(DATE_WORDS);

/** The codes of the characters that deadlines without a figure begin with. */
export const DATE_WORD_FIRST_CHARACTERS: readonly number[] = [...dateWords.firstCharacters];

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const MONTHS = 12;
const DAYS = 31;
const SEPARATORS = CharacterSet.of('.-/');
const RANGE_SIGNS = CharacterSet.of('-~—–─～至到');
const POINT = codeOf('.');
const YEAR = codeOf('年');
const MONTH = codeOf('月');
const DAY = codeOf('日');
const DAY_NUMBER = codeOf('号');
/** Behind one or two digits that begin a date stands one of these, spaces apart. */
const MAKES_DATE = CharacterSet.of('-~—–─～至到月日');
const MONTH_ENDS = CharacterSet.of('底末');
const INNER = codeOf('内');
const MOST_DIGITS = 4;
const DIGITS_OF_MONTH = 2;

interface Digits {
  readonly value: number;
  readonly length: number;
  readonly end: number;
}

/** The end of the digits at `position`, of which no more than five are looked at. */
function shortDigitsEnd(half: string, position: number): number {
  let end = position;
  while (end <= position + MOST_DIGITS && isDigit(half.charCodeAt(end))) end += 1;
  return end;
}

/** One to four digits that are a number of their own. */
function shortNumber(half: string, position: number): Digits | null {
  const end = shortDigitsEnd(half, position);
  const length = end - position;
  if (length === 0 || length > MOST_DIGITS) return null;
  return { value: Number(half.slice(position, end)), length, end };
}

function isYear(digits: Digits | null): digits is Digits {
  return digits !== null && digits.length === 4 && digits.value >= FIRST_YEAR && digits.value <= LAST_YEAR;
}

function isMonth(digits: Digits | null): digits is Digits {
  return digits !== null && digits.length <= 2 && digits.value >= 1 && digits.value <= MONTHS;
}

function isDay(digits: Digits | null): digits is Digits {
  return digits !== null && digits.length <= 2 && digits.value >= 1 && digits.value <= DAYS;
}

/** The position behind a sign that joins two ends of a range, or -1. */
export function rangeSignEnd(half: string, position: number): number {
  let end = position;
  while (end < position + 2 && RANGE_SIGNS.has(half.charCodeAt(end))) end += 1;
  return end === position ? -1 : skipSpaces(half, end);
}

function deadlineEnd(half: string, position: number): number {
  const match = deadlines.at(half, position);
  if (match === null || notDeadlines.at(half, position) !== null || isNumeral(half.charCodeAt(match.end)))
    return -1;
  return match.end;
}

/** 年底 names a date, 年底前 and 年内 are deadlines. */
function namedBoundary(word: string): DateParts['boundary'] {
  return word.includes('前') || word.endsWith('内') ? 'by' : 'on';
}

/** Puts what stands behind the figures (底, 上旬, 前) into the date. */
function finished(half: string, date: Omit<DateParts, 'boundary'>, figuresEnd: number): PlainDate {
  let end = figuresEnd;
  const part = date.day === null && notParts.at(half, end) === null ? parts.at(half, end) : null;
  if (part !== null) end = part.end;
  const boundary = deadlineEnd(half, end);
  if (boundary >= 0) end = boundary;
  return {
    kind: 'date',
    parts: { ...date, boundary: boundary >= 0 ? 'by' : 'on' },
    approximate: part?.value.vague === true,
    end,
    numberEnd: figuresEnd,
  };
}

/** 12月, 12月30日, 1—12月: from the month on. */
function monthDate(half: string, position: number, year: number | null): PlainDate | null {
  const month = shortNumber(half, position);
  if (!isMonth(month)) return null;
  let end = skipSpaces(half, month.end);
  const sign = rangeSignEnd(half, end);
  if (sign >= 0) {
    const last = shortNumber(half, sign);
    if (!isMonth(last) || half.charCodeAt(last.end) !== MONTH || last.value < month.value) return null;
    const tail = finished(half, { year, month: last.value, day: null }, last.end + 1);
    return { ...tail, kind: 'period', first: { year, month: month.value, day: null, boundary: 'on' } };
  }
  if (half.charCodeAt(end) !== MONTH) return null;
  end += 1;
  if (half.startsWith('龄', end) || half.startsWith('报', end)) return null;
  const dayStart = skipSpaces(half, end);
  const day = shortNumber(half, dayStart);
  const dayEnd = isDay(day) ? skipSpaces(half, day.end) : -1;
  if (isDay(day) && (half.charCodeAt(dayEnd) === DAY || half.charCodeAt(dayEnd) === DAY_NUMBER)) {
    return finished(half, { year, month: month.value, day: day.value }, dayEnd + 1);
  }
  return finished(half, { year, month: month.value, day: null }, end);
}

/** 2022年…: a date where a month or an end follows, else a name. */
function yearDate(half: string, year: Digits, position: number): DateReading {
  const behind = skipSpaces(half, position);
  const month = monthDate(half, behind, year.value);
  if (month !== null) return month;
  const ends = yearEnds.at(half, behind);
  if (
    ends !== null &&
    notDeadlines.at(half, behind) === null &&
    !isNumeral(half.charCodeAt(ends.end)) &&
    !isDigit(half.charCodeAt(ends.end))
  ) {
    return {
      kind: 'date',
      parts: { year: year.value, month: MONTHS, day: null, boundary: namedBoundary(ends.word) },
      approximate: false,
      end: ends.end,
      numberEnd: position,
    };
  }
  return { kind: 'name', end: position };
}

/** 2022.12.30, 2022-12-30, 2022/12; a year and a month with a point only where a deadline follows. */
function separatedDate(half: string, year: Digits): PlainDate | null {
  const separator = half.charCodeAt(year.end);
  if (!SEPARATORS.has(separator)) return null;
  const month = shortNumber(half, year.end + 1);
  if (!isMonth(month)) return null;
  if (half.charCodeAt(month.end) === separator) {
    const day = shortNumber(half, month.end + 1);
    return isDay(day) && !isDigit(half.charCodeAt(day.end))
      ? finished(half, { year: year.value, month: month.value, day: day.value }, day.end)
      : null;
  }
  const written = separator === POINT ? false : month.length === 2 && measureAt(half, month.end) === null;
  const hinted =
    MONTH_ENDS.has(half.charCodeAt(month.end)) ||
    deadlineEnd(half, month.end) >= 0 ||
    half.startsWith('完成', month.end);
  return written || hinted
    ? finished(half, { year: year.value, month: month.value, day: null }, month.end)
    : null;
}

/** 30日前: only the day is said. */
function dayDate(half: string, position: number): PlainDate | null {
  const day = shortNumber(half, position);
  if (!isDay(day) || half.charCodeAt(day.end) !== DAY) return null;
  const end = deadlineEnd(half, day.end + 1);
  if (end < 0 || half.charCodeAt(end - 1) === INNER) return null;
  return {
    kind: 'date',
    parts: { year: null, month: null, day: day.value, boundary: 'by' },
    approximate: false,
    end,
    numberEnd: day.end + 1,
  };
}

function singleDate(half: string, position: number, year: number | null): DateReading | null {
  const digits = shortDigitsEnd(half, position) - position;
  // Most numbers begin no date: that is seen before anything is made of them.
  if (digits <= DIGITS_OF_MONTH && !MAKES_DATE.has(half.charCodeAt(skipSpaces(half, position + digits))))
    return null;
  const number = digits === DIGITS_OF_MONTH + 1 ? null : shortNumber(half, position);
  if (number === null) return null;
  if (isYear(number)) {
    if (half.charCodeAt(number.end) === YEAR) return yearDate(half, number, number.end + 1);
    const separated = separatedDate(half, number);
    if (separated !== null) return separated;
    const sign = rangeSignEnd(half, number.end);
    const other = sign < 0 ? null : shortNumber(half, sign);
    if (isYear(other) && half.charCodeAt(other.end) === YEAR) return { kind: 'name', end: other.end + 1 };
    return null;
  }
  return monthDate(half, position, year) ?? dayDate(half, position);
}

/** Reads the date or the period at `position`; `null` where the digits there begin none. */
export function dateAt(half: string, position: number): DateReading | null {
  const first = singleDate(half, position, null);
  if (first === null || first.kind !== 'date') return first;
  const sign = rangeSignEnd(half, first.end);
  if (sign < 0) return first;
  const last = singleDate(half, sign, first.parts.year);
  if (last === null || last.kind !== 'date') return first;
  return { ...last, kind: 'period', first: first.parts };
}

function isDeadlineVerb(half: string, position: number): boolean {
  return deadlineVerbs.at(half, position) !== null && notDeadlineVerbs.at(half, position) === null;
}

/** 年底前 and the like: a deadline without a figure. */
export function dateWordAt(half: string, position: number): PlainDate | null {
  const match = dateWords.at(half, position);
  if (match === null) return null;
  if (notDeadlines.at(half, match.end - 1) !== null) return null;
  const end = Math.max(match.end, deadlineEnd(half, match.end));
  const bare = end === match.end && (match.word.endsWith('底') || match.word.endsWith('末'));
  if (bare && isIdeograph(half.charCodeAt(end)) && !isDeadlineVerb(half, end)) return null;
  return {
    kind: 'date',
    parts: { year: null, month: MONTHS, day: null, boundary: namedBoundary(half.slice(position, end)) },
    approximate: false,
    end,
    numberEnd: match.end,
  };
}

/** The date as one number, for `Quantity.value`. */
export function dateNumber(date: DateParts): number {
  return (date.year ?? 0) * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0);
}
