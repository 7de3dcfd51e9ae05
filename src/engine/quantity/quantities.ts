import { amountAt, codeEnd, isCode, rangeEndOf, type Amount } from './amounts';
import { CharacterMarks } from './character-marks';
import { CharacterSet } from './character-set';
import {
  codeOf,
  endsClause,
  endsItem,
  isDigit,
  isIdeograph,
  isLatinLetter,
  isSpace,
  NEW_LINE,
  skipSpaces,
} from './characters';
import {
  DATE_WORD_FIRST_CHARACTERS,
  dateAt,
  dateNumber,
  dateWordAt,
  rangeSignEnd,
  type DateReading,
} from './dates';
import { isNumeral, NUMERAL_CHARACTER_CODES, readChineseNumeral, readDigits, scaled } from './numerals';
import { isMisreadEquals, OPERATOR_FIRST_CHARACTERS, prefixOperatorAt, suffixOperatorAt } from './operators';
import type { Approximation, Operator, Quantity, QuantityUnit, TextSpan } from './statement';
import { toleranceOf, type Tolerance } from './tolerance';
import { dividedBy, measureAt, NO_UNIT, periodAt, unitAt } from './units';
import { APPROXIMATE_BEFORE, APPROXIMATE_BEHIND } from './vocabulary/approximations';
import { AVERAGES } from './vocabulary/measures';
import {
  FIGURE_NOUNS,
  NAMED_PERIODS,
  NAMES,
  NOT_FIGURE_NOUNS,
  ROUND_THE_CLOCK,
  ROUND_THE_CLOCK_SERVICES,
} from './vocabulary/names';
import { CHANGE_WORDS } from './vocabulary/rates';
import { WordTable } from './word-table';

const names = WordTable.of(NAMES);
const averages = new WordTable(AVERAGES);
const changeWords = new WordTable(CHANGE_WORDS);
const approximateBefore = new WordTable(APPROXIMATE_BEFORE);
const approximateBehind = new WordTable(APPROXIMATE_BEHIND);
const roundTheClock = WordTable.of(ROUND_THE_CLOCK_SERVICES);
const namedPeriods = WordTable.of(NAMED_PERIODS);
const figureNouns = WordTable.of(FIGURE_NOUNS);
const notFigureNouns = WordTable.of(NOT_FIGURE_NOUNS);

/** How far behind a word such as 增长 its figure may begin. */
const CHANGE_REACH = 4;
const LONGEST_FIGURE_NOUN = 2;
/** No plan has so many phases: a Chinese numeral from here on counts whatever stands behind it. */
const FEWEST_COUNTED = 10;
const PERCENT_WORDS = new WordTable<string>([
  ['百分之', '%'],
  ['千分之', '‰'],
]);
const HALVES = WordTable.of(['半年', '半个月', '半天', '半小时', '半个小时', '半个学期']);
const PLACE_FIRST = CharacterSet.of('百千万亿');
/** 百分百 and 百分之百: all of it, as a figure. */
const ALL_PERCENT = WordTable.of(['百分百', '百分之百', '百分之一百']);

const codesOf = (characters: string): number[] => Array.from(characters, codeOf);
const ORDINAL = codeOf('第');
const EACH = codeOf('每');
const REACHING = CharacterSet.of('至到');
const PLUS_MINUS = codeOf('±');
const ONE = codeOf('一');
const YEAR = codeOf('年');
const DAY = codeOf('日');
const COLON = codeOf(':');
const MINUS = codeOf('-');
const POINT = codeOf('.');
const PAUSE = codeOf('、');
const OPENING = codeOf('(');
const CLOSING = codeOf(')');

/** What the words begin with that the scanner looks for, in the order of the bits below. */
const LEADING: readonly (readonly number[])[] = [
  [...PERCENT_WORDS.firstCharacters],
  [...changeWords.firstCharacters],
  [...averages.firstCharacters],
  [...names.firstCharacters],
  OPERATOR_FIRST_CHARACTERS,
  [...approximateBefore.firstCharacters],
  [...HALVES.firstCharacters],
  DATE_WORD_FIRST_CHARACTERS,
  codesOf('第每至到±'),
  [...ALL_PERCENT.firstCharacters],
];
const [PERCENT_WORD, CHANGE, AVERAGE, NAME, OPERATOR, APPROXIMATE, HALF, DATE_WORD, , ALL] = LEADING.map(
  (_, i) => 1 << i,
) as [number, number, number, number, number, number, number, number, number, number];
const leading = new CharacterMarks(LEADING);

/** The characters that the scanner looks at: all others are passed over. */
const NOTABLE = new CharacterSet([
  ...LEADING.flat(),
  ...NUMERAL_CHARACTER_CODES,
  ...codesOf(' \t\r\n,;。!?、:-0123456789(《〈“‘「『'),
]);

/** Every quantity begins with one of these, operators and the like apart: a text without them has none. */
const FIGURES = new CharacterSet([
  ...NUMERAL_CHARACTER_CODES,
  ...codesOf('0123456789'),
  ...HALVES.firstCharacters,
  ...DATE_WORD_FIRST_CHARACTERS,
]);
const NO_QUANTITIES: readonly Quantity[] = [];

/** The operator that waits for its number. */
interface PendingOperator {
  readonly operator: Operator;
  readonly weak: boolean;
  readonly start: number;
  readonly end: number;
}

/** 二期 and 三类 name something, 十二期 counts. */
function isLargeCount(value: number, unit: QuantityUnit): boolean {
  return unit.dimension === 'count' && value >= FEWEST_COUNTED;
}

/** Everything a quantity is made of but for what stands around it. */
interface Body {
  readonly value: number;
  readonly upper: number | null;
  readonly scale: number;
  readonly unit: QuantityUnit;
  readonly unitSpan: TextSpan | null;
  readonly approximation: Approximation | null;
  readonly numberSpan: TextSpan;
  readonly end: number;
  readonly date?: Quantity['date'];
  readonly tolerance?: true;
}

const DATE_UNIT: QuantityUnit = { dimension: 'date', measure: '日期', base: '日期', factor: 1, per: null };
const PERCENT_UNIT: QuantityUnit = { dimension: 'percent', measure: '%', base: '%', factor: 1, per: null };
const PERMILLE_UNIT: QuantityUnit = { dimension: 'percent', measure: '‰', base: '%', factor: 0.1, per: null };

function dateBody(reading: Exclude<DateReading, { kind: 'name' }>, start: number): Body {
  const last = dateNumber(reading.parts);
  return {
    value: reading.kind === 'period' ? dateNumber(reading.first) : last,
    upper: reading.kind === 'period' ? last : null,
    scale: 1,
    unit: DATE_UNIT,
    unitSpan: null,
    approximation: reading.approximate ? 'around' : null,
    numberSpan: { start, end: reading.numberEnd },
    end: reading.end,
    date: reading.parts,
  };
}

/** The second and the third item of a numbered list. */
const SECOND_ITEM = /[;。\s]2\./;
const THIRD_ITEM = /[;。\s]3\./;
/** Hardly anything is measured to more decimals than this. */
const MOST_DECIMALS = 2;

/**
 * Goes through a text once, from left to right. Whatever it looks at ahead of its position is either bounded or
 * passed over as a whole afterwards, so that its time is linear in the length of the text.
 */
class QuantityScanner {
  private readonly quantities: Quantity[] = [];

  private operator: PendingOperator | null = null;
  private approximation: { readonly kind: Approximation; readonly start: number } | null = null;
  /** What the numbers of this clause are divided by. */
  private per: string | null = null;
  private changeEnd = -1;
  /** Which way the change of this clause goes, where its words tell. */
  private sense: 'rise' | 'fall' | null = null;
  private atItemStart = true;
  /** The number of the next item where the text is a numbered list ("1.12场；2.30人"); 0 where it is none. */
  private nextItem = 0;
  /** Where the number of an item ends that stands directly before another number. */
  private numberedTo = -1;

  constructor(
    private readonly text: string,
    private readonly half: string,
    private readonly core: TextSpan,
    private readonly passages: ReadonlyMap<number, number>,
  ) {}

  scan(): Quantity[] {
    let i = 0;
    while (i < this.half.length) {
      if (this.isPlain(i)) {
        this.operator = null;
        this.approximation = null;
        i += 1;
        continue;
      }
      const next = this.step(i);
      i = next > i ? next : i + 1;
    }
    return this.quantities;
  }

  /** Whether nothing begins at `i` and nothing ends there; most characters of most texts are so. */
  private isPlain(i: number): boolean {
    const { half, text } = this;
    if (this.atItemStart || NOTABLE.has(half.charCodeAt(i))) return false;
    return half === text || !NOTABLE.has(text.charCodeAt(i));
  }

  /** Reads what begins at `i` and answers the position to go on from. */
  private step(i: number): number {
    const code = this.half.charCodeAt(i);
    if (isSpace(code) && code !== NEW_LINE) return i + 1;
    const passageEnd = this.passages.size === 0 ? undefined : this.passages.get(i);
    if (passageEnd !== undefined) return this.pass(passageEnd);
    if (endsClause(code)) return this.endClause(i, code);
    if (code === COLON) return i + 1;

    const itemStart = this.atItemStart;
    this.atItemStart = false;
    if (itemStart) {
      const markerEnd = this.listMarkerEnd(i);
      if (markerEnd >= 0) return this.pass(markerEnd);
    }
    if (isDigit(code)) return this.digitsAt(i);
    return this.minusAt(i) ?? this.wordAt(i) ?? this.numeralAt(i) ?? this.pass(i + 1);
  }

  /** Passes over something that is no quantity. */
  private pass(end: number): number {
    this.operator = null;
    this.approximation = null;
    return end;
  }

  private endClause(i: number, code: number): number {
    this.per = null;
    this.changeEnd = -1;
    this.sense = null;
    if (endsItem(code)) this.atItemStart = true;
    return this.pass(i + 1);
  }

  /** 1. 1、 1) (1): the position behind the number of an item, or -1. */
  private listMarkerEnd(i: number): number {
    const { half } = this;
    const bracket = half.charCodeAt(i) === OPENING;
    let end = bracket ? i + 1 : i;
    const digitsStart = end;
    while (end < digitsStart + 2 && isDigit(half.charCodeAt(end))) end += 1;
    if (end === digitsStart) return -1;
    const sign = half.charCodeAt(end);
    if (bracket) return sign === CLOSING && skipSpaces(half, end + 1) < half.length ? end + 1 : -1;
    if (sign === PAUSE || sign === CLOSING) return end + 1;
    if (sign !== POINT) return -1;
    const numbersItem = this.numbersItem(i, end);
    if (!isDigit(half.charCodeAt(end + 1))) return skipSpaces(half, end + 1) < half.length ? end + 1 : -1;
    // "1.2022年…" numbers an item that begins with a year.
    const year = readDigits(half, end + 1);
    if (year !== null && year.end === end + 5 && half.charCodeAt(year.end) === YEAR) return end + 1;
    return numbersItem ? end + 1 : -1;
  }

  /** Whether "1.12场" is the first item of a numbered list, or "2.30人" the next one: alone, 1.12 is a decimal. */
  private numbersItem(start: number, end: number): boolean {
    const { half } = this;
    const number = Number(half.slice(start, end));
    if (number === 1 && start === this.core.start) this.nextItem = this.opensList(start) ? 1 : 0;
    if (number === 0 || number !== this.nextItem) return false;
    this.nextItem += 1;
    this.numberedTo = end + 1;
    return true;
  }

  /**
   * Whether "1." opens a numbered list. "1.12场；2.30人" does, for nobody holds 1.12 of what is counted;
   * "1.5公里；2.3亩" are decimals, unless a third item follows.
   */
  private opensList(start: number): boolean {
    const { half } = this;
    const second = SECOND_ITEM.exec(half);
    if (second === null) return false;
    const next = second.index + 1;
    if (!isDigit(half.charCodeAt(start + 2)) || !isDigit(half.charCodeAt(next + 2))) return true;
    return this.isNoDecimal(start) || this.isNoDecimal(next) || THIRD_ITEM.test(half);
  }

  /** 1.12场, 1.316天 and 1.89.3分 are no decimal numbers of anything. */
  private isNoDecimal(position: number): boolean {
    const amount = amountAt(this.half, position);
    if (amount === null) return false;
    const decimals = amount.numberEnd - position - 2;
    return (
      amount.unit?.unit.dimension === 'count' ||
      decimals > MOST_DECIMALS ||
      (this.half.charCodeAt(amount.numberEnd) === POINT &&
        isDigit(this.half.charCodeAt(amount.numberEnd + 1)))
    );
  }

  /** A minus sign, where nothing but an operator stands before it. */
  private minusAt(i: number): number | null {
    if (this.half.charCodeAt(i) !== MINUS || !isDigit(this.half.charCodeAt(i + 1))) return null;
    if (this.operator === null && i !== this.core.start) return null;
    return this.digitsAt(i);
  }

  private wordAt(i: number): number | null {
    const { half, text } = this;
    const code = half.charCodeAt(i);
    const marks = leading.of(code);
    const given = leading.of(text.charCodeAt(i));
    if ((marks | given) === 0) return null;
    if (marks & (ALL | PERCENT_WORD | CHANGE | AVERAGE)) {
      const read = this.ratioWordAt(i);
      if (read !== null) return read;
    }
    const name = marks & NAME ? names.at(half, i) : null;
    // Symbols are told by the text as given: made half-width, some are others.
    const prefix = given & OPERATOR ? prefixOperatorAt(text, i) : null;
    if (name !== null && prefix === null) return this.pass(name.end);
    if (isMisreadEquals(half, i, this.core.start)) return this.waitFor('=', false, i, i + 1);
    if (prefix !== null) {
      if (name !== null && name.end > prefix.end) return this.pass(name.end);
      return this.waitFor(prefix.operator, prefix.weak, i, prefix.end);
    }
    if (marks & APPROXIMATE) {
      const approximate = approximateBefore.at(half, i);
      if (approximate !== null) {
        this.approximation = { kind: approximate.value, start: i };
        return approximate.end;
      }
    }
    if (marks & HALF && HALVES.at(half, i) !== null) return this.halfAt(i);
    if (code === ORDINAL) return this.ordinalAt(i + 1);
    if (code === EACH) return this.eachAt(i + 1);
    if (REACHING.has(code)) this.changeEnd = -1;
    if (code === PLUS_MINUS) return i + 1;
    const date = marks & DATE_WORD ? dateWordAt(half, i) : null;
    return date === null ? null : this.accept(i, dateBody(date, i));
  }

  /** 百分百, 百分之, 增长, 平均: words that say all of it, a share, a change, or what a number is divided by. */
  private ratioWordAt(i: number): number | null {
    const { half } = this;
    const all = ALL_PERCENT.at(half, i);
    if (all !== null) {
      return this.accept(i, this.percentBody(100, PERCENT_UNIT, i, all.end, all.end));
    }
    const percent = PERCENT_WORDS.at(half, i);
    if (percent !== null) return this.percentInWords(i, percent.end, percent.value);
    const change = changeWords.at(half, i);
    if (change !== null) {
      this.changeEnd = change.end;
      if (change.value !== null) this.sense = change.value;
      return this.pass(change.end);
    }
    const average = averages.at(half, i);
    if (average === null) return null;
    this.per = average.value;
    return this.pass(average.end);
  }

  /** Remembers an operator; one directly behind another gives way only to a firmer one. */
  private waitFor(operator: Operator, weak: boolean, start: number, end: number): number {
    const before = this.operator;
    const adjacent = before !== null && skipSpaces(this.half, before.end) === start;
    const keeps = adjacent && weak;
    this.operator = {
      operator: keeps ? before.operator : operator,
      weak: keeps ? before.weak : weak,
      start: adjacent ? before.start : start,
      end,
    };
    return end;
  }

  /** 第三, 第3期, 第1-5章: an ordinal with its measure word. */
  private ordinalAt(position: number): number {
    const { half } = this;
    const start = skipSpaces(half, position);
    const numberEnd = (at: number) => readDigits(half, at)?.end ?? readChineseNumeral(half, at)?.end ?? -1;
    let end = numberEnd(start);
    if (end < 0) return this.pass(position);
    const sign = rangeSignEnd(half, end);
    const second = sign < 0 ? -1 : numberEnd(sign);
    if (second >= 0) end = second;
    return this.pass(measureAt(half, end)?.end ?? end);
  }

  /** 半年, 半个月. */
  private halfAt(i: number): number {
    const match = unitAt(this.half, i + 1);
    if (match === null) return this.pass(i + 1);
    return this.accept(i, {
      value: 1 / 2,
      upper: null,
      scale: 1,
      unit: match.unit,
      unitSpan: { start: match.start, end: match.end },
      approximation: null,
      numberSpan: { start: i, end: i + 1 },
      end: match.end,
    });
  }

  /** 每月, 每人, 每3年: what the numbers behind it are divided by. */
  private eachAt(position: number): number {
    const { half } = this;
    const numberEnd = readDigits(half, position)?.end ?? readChineseNumeral(half, position)?.end ?? position;
    const measure = periodAt(half, numberEnd);
    if (measure === null) return this.pass(position);
    const count = half.slice(position, numberEnd);
    this.per = (count === '一' || count === '1' ? '' : count) + measure.measure.measure;
    return this.pass(measure.end);
  }

  private percentBody(
    value: number,
    unit: QuantityUnit,
    start: number,
    numberEnd: number,
    end: number,
  ): Body {
    return {
      value,
      upper: null,
      scale: 1,
      unit,
      unitSpan: { start, end },
      approximation: null,
      numberSpan: { start, end: numberEnd },
      end,
    };
  }

  /** 百分之九十五, 百分之95. */
  private percentInWords(start: number, position: number, sign: string): number {
    const { half } = this;
    const unit = sign === '%' ? PERCENT_UNIT : PERMILLE_UNIT;
    const digits = readDigits(half, position);
    if (digits !== null && digits.digits !== '') {
      const body = this.percentBody(Number(digits.digits), unit, start, digits.end, digits.end);
      return this.accept(start, { ...body, numberSpan: { start: position, end: digits.end } });
    }
    const numeral = readChineseNumeral(half, position);
    if (numeral === null || numeral.value === null) return this.pass(numeral?.end ?? position);
    const body = this.percentBody(numeral.value, unit, start, numeral.end, numeral.end);
    return this.accept(start, {
      ...body,
      upper: numeral.upper,
      numberSpan: { start: position, end: numeral.end },
    });
  }

  private digitsAt(i: number): number {
    const { half } = this;
    const date = dateAt(half, i);
    if (date !== null && !isLatinLetter(half.charCodeAt(i - 1))) {
      return date.kind === 'name' ? this.pass(date.end) : this.accept(i, dateBody(date, i));
    }
    const first = amountAt(half, i);
    if (first === null) return this.pass(readDigits(half, i)?.end ?? i + 1);
    if (i !== this.numberedTo && isCode(half, i, first)) return this.pass(codeEnd(half, first.numberEnd));
    return this.amount(i, first);
  }

  /** 一份, 十二场, 三十余家. */
  private numeralAt(i: number): number | null {
    const { half } = this;
    if (!isNumeral(half.charCodeAt(i))) return null;
    const numeral = readChineseNumeral(half, i)!;
    // 百家争鸣, 万人大会: a numeral that begins with its place names no number.
    if (numeral.value === null || PLACE_FIRST.has(half.charCodeAt(i))) return this.pass(numeral.end);
    if (half.startsWith('分之', numeral.end)) {
      const denominator = readChineseNumeral(half, numeral.end + 2);
      return this.pass(denominator?.end ?? numeral.end + 2);
    }
    const first = amountAt(half, i);
    const unit = first === null ? null : (first.unit ?? rangeEndOf(half, first)?.unit ?? null);
    if (first === null || unit === null || (unit.digitsOnly && !isLargeCount(numeral.value, unit.unit)))
      return this.pass(numeral.end);
    // 一人一档: one to each, not a count.
    if (half.charCodeAt(i) === ONE && half.charCodeAt(first.end) === ONE) return this.pass(first.end);
    return this.amount(i, first);
  }

  /** Goes on behind the first number: a second end of a range, what the whole means, whether it is a quantity. */
  private amount(i: number, first: Amount): number {
    const tolerance = toleranceOf(this.half, first);
    if (tolerance !== null) return this.tolerated(i, tolerance);
    const second = rangeEndOf(this.half, first);
    const last = second ?? first;
    const scale = second !== null && first.scale === 1 && first.unit === null ? second.scale : first.scale;
    const match = last.unit ?? first.unit;
    const value = scale === first.scale ? first.value : scaled(first.digits, scale);
    let unit = match?.unit ?? NO_UNIT;
    if (
      this.per !== null &&
      unit.per === null &&
      unit.dimension !== 'percent' &&
      unit.dimension !== 'duration'
    ) {
      unit = dividedBy(unit, this.per);
    }
    const body: Body = {
      value,
      upper: second?.value ?? first.upper,
      scale,
      unit,
      unitSpan: match === null ? null : { start: match.start, end: match.end },
      approximation: last.approximation ?? first.approximation,
      numberSpan: { start: i, end: last.numberEnd },
      end: last.end,
    };
    if (this.isName(body, first) || (match === null && !this.standsAlone(i, body))) {
      return this.pass(Math.max(last.end, first.end));
    }
    return this.accept(i, body);
  }

  /** 500±20人: what is right lies between two ends. */
  private tolerated(i: number, { low, high, scale, unit, end }: Tolerance): number {
    const body: Body = {
      value: low,
      upper: high,
      scale,
      unit: unit?.unit ?? NO_UNIT,
      unitSpan: unit === null ? null : { start: unit.start, end: unit.end },
      approximation: null,
      numberSpan: { start: i, end },
      end,
      tolerance: true,
    };
    return unit === null && !this.standsAlone(i, body) ? this.pass(end) : this.accept(i, body);
  }

  /** 24小时自助, 五年行动计划: a duration that belongs to a name. */
  private isName(body: Body, first: Amount): boolean {
    if (body.unit.dimension !== 'duration') return false;
    // 每月15日 is a day of the month.
    if (this.per === '月' && this.half.charCodeAt(body.end - 1) === DAY) return true;
    const behind = skipSpaces(this.half, body.end);
    if (
      body.unit.measure === '小时' &&
      first.value === ROUND_THE_CLOCK &&
      roundTheClock.at(this.half, behind)
    )
      return true;
    return namedPeriods.at(this.half, behind) !== null;
  }

  /** Whether a number without a unit is a quantity all the same. */
  private standsAlone(i: number, body: Body): boolean {
    const { half } = this;
    const start = this.leadStart(i);
    const end = this.tail(body.end, NO_UNIT).end;
    if (start === this.core.start && end === this.core.end) return true;
    const behind = half.charCodeAt(skipSpaces(half, end));
    if (this.operator !== null && !this.operator.weak && !isLatinLetter(behind)) return true;
    if (isIdeograph(behind) || isLatinLetter(behind)) return false;
    if (body.scale > 1) return true;
    let before = start;
    while (
      before > 0 &&
      before > start - 3 &&
      (isSpace(half.charCodeAt(before - 1)) || half.charAt(before - 1) === ':')
    )
      before -= 1;
    return (
      figureNouns.endsAt(half, before, LONGEST_FIGURE_NOUN) &&
      !notFigureNouns.endsAt(half, before, LONGEST_FIGURE_NOUN)
    );
  }

  /** Where the words before the number that belong to it begin. */
  private leadStart(i: number): number {
    return Math.min(i, this.operator?.start ?? i, this.approximation?.start ?? i);
  }

  /** The words behind the unit that belong to the quantity. */
  private tail(
    position: number,
    unit: QuantityUnit,
  ): { operator: Operator | null; approximation: Approximation | null; end: number } {
    const behind = approximateBehind.at(this.half, position);
    const start = behind?.end ?? position;
    const suffix = suffixOperatorAt(
      this.half,
      start,
      unit.dimension === 'duration' || unit.dimension === 'percent',
    );
    return {
      operator: suffix?.operator ?? null,
      approximation: behind?.value ?? null,
      end: suffix?.end ?? start,
    };
  }

  private accept(i: number, body: Body): number {
    const tail =
      body.date === undefined
        ? this.tail(body.end, body.unit)
        : { operator: null, approximation: null, end: body.end };
    const before = this.operator;
    const firm = before !== null && !before.weak;
    const operator = firm ? before.operator : (tail.operator ?? before?.operator ?? null);
    const approximation = body.approximation ?? this.approximation?.kind ?? tail.approximation;
    const quantity: Quantity = {
      operator,
      weak: operator !== null && !firm && tail.operator === null,
      value: body.value,
      upper: body.upper,
      scale: body.scale,
      unit: body.unit,
      approximate: approximation !== null,
      approximation,
      change: this.changeEnd >= 0 && this.leadStart(i) - this.changeEnd <= CHANGE_REACH,
      span: { start: this.leadStart(i), end: tail.end },
      numberSpan: body.numberSpan,
      operatorSpan: before === null ? null : { start: before.start, end: before.end },
      unitSpan: body.unitSpan,
    };
    this.quantities.push({
      ...quantity,
      ...(body.date !== undefined && { date: body.date }),
      ...(body.tolerance && { tolerance: body.tolerance }),
      ...(quantity.change && this.sense !== null && { sense: this.sense }),
    });
    this.changeEnd = -1;
    return this.pass(tail.end);
  }
}

/**
 * The quantities of a text, in its order.
 * @param half the text with full-width forms made half-width
 * @param core where it begins and ends without white space and closing punctuation
 * @param passages the passages that name something, with their ends
 */
export function readQuantities(
  text: string,
  half: string,
  core: TextSpan,
  passages: ReadonlyMap<number, number>,
): readonly Quantity[] {
  if (FIGURES.next(half, 0, half.length) === half.length) return NO_QUANTITIES;
  return new QuantityScanner(text, half, core, passages).scan();
}
