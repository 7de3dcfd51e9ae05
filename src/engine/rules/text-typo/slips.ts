import { TYPOS_BY_FIRST } from './typos';

/** Something that was probably not meant to be written so: [start, end) in UTF-16 code units. */
export interface Slip {
  readonly kind: 'doubled' | 'punctuation' | 'bracket' | 'word';
  readonly start: number;
  readonly end: number;
  readonly what: string;
  /** What to write instead; `null` where only the author knows. */
  readonly replacement: string | null;
}

const NONE: readonly Slip[] = [];

/** What a character code is to the search; 0 for most. */
const PLAIN = 0;
const MARK = 1;
const BRACKET = 2;
const WORD = 3;

const sorts = new Uint8Array(0x10000);
/** Opening brackets and quotation marks, each before its closing one; both widths of a bracket are one. */
const PAIRS = ['（(', '）)', '“', '”', '【', '】', '「', '」', '《', '》'];
const MARKS = '。，、；：';
for (const char of MARKS) sorts[char.charCodeAt(0)] = MARK;
const pairOf = new Map<number, number>();
PAIRS.forEach((forms, i) => {
  for (const char of forms) {
    sorts[char.charCodeAt(0)] = BRACKET;
    pairOf.set(char.charCodeAt(0), i);
  }
});
/** The characters that stand second in a confusion. */
const seconds = new Uint8Array(0x10000);
for (const [code, typos] of TYPOS_BY_FIRST) {
  sorts[code] = WORD;
  for (const { second } of typos) seconds[second] = 1;
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN;

/** Finds the slips of a text, in its order, in one pass. */
export function findSlips(text: string): readonly Slip[] {
  const { length } = text;
  let slips: Slip[] | null = null;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  // How many characters up to here repeat those two, three and four before them.
  let two = 0;
  let three = 0;
  let four = 0;
  let brackets = false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === b) two++;
    else {
      if (two >= 2) slips = join(slips, doubled(text, i, 2));
      two = 0;
    }
    if (code === c) three++;
    else {
      if (three >= 3) slips = join(slips, doubled(text, i, 3));
      three = 0;
    }
    if (code === d) four++;
    else {
      if (four >= 4) slips = join(slips, doubled(text, i, 4));
      four = 0;
    }
    if (code === a && code === DE) slips = join(slips, doubledParticle(text, i));
    const sort = sorts[code]!;
    if (sort !== PLAIN) {
      if (sort === MARK) slips = join(slips, doubledMark(text, i));
      else if (sort === BRACKET) brackets = true;
      else if (seconds[text.charCodeAt(i + 1)] === 1) slips = join(slips, typoAt(text, i));
    }
    d = c;
    c = b;
    b = a;
    a = code;
  }
  if (two >= 2) slips = join(slips, doubled(text, length, 2));
  if (three >= 3) slips = join(slips, doubled(text, length, 3));
  if (four >= 4) slips = join(slips, doubled(text, length, 4));
  if (brackets) slips = join(slips, looseBracket(text));
  return slips === null ? NONE : slips.sort((x, y) => x.start - y.start);
}

/** Nothing is allocated for a text without slips. */
function join(slips: Slip[] | null, slip: Slip | null): Slip[] | null {
  if (slip === null) return slips;
  if (slips === null) return [slip];
  slips.push(slip);
  return slips;
}

/** The text with every slip replaced of which it is known by what. */
export function correct(text: string, slips: readonly Slip[]): string {
  let from = 0;
  let corrected = '';
  for (const { start, end, replacement } of slips) {
    if (replacement === null || start < from) continue;
    corrected += text.slice(from, start) + replacement;
    from = end;
  }
  return from === 0 ? text : corrected + text.slice(from);
}

/** 一次一次, 三三两两: numerals are repeated on purpose. */
const NUMERALS = '一二两三四五六七八九十百千万零几每年月日';
/** 志愿服务|服务对象, 管理|管理人员: the second word goes on. */
const GOES_ON = /^(?:对象|人员|人数|机构|单位|中心|能力|水平|质量|[员费业班师站所者率度点区化性力品队处])/;

/** A word of `size` characters stands twice before `end`. Of 务服务服务 the last two are meant. */
function doubled(text: string, end: number, size: number): Slip | null {
  const start = end - 2 * size;
  const word = text.slice(end - size, end);
  let same = true;
  for (let i = 0; i < size; i++) {
    if (!isHan(word.charCodeAt(i)) || NUMERALS.includes(word.charAt(i))) return null;
    if (word.charAt(i) !== word.charAt(0)) same = false;
  }
  if (same || GOES_ON.test(text.slice(end, end + 2))) return null;
  return { kind: 'doubled', start, end, what: word, replacement: word };
}

const DE = '的'.charCodeAt(0);

/** 的的, but not 目的|的, 标的|的, 的|的确. */
function doubledParticle(text: string, last: number): Slip | null {
  if ('目标'.includes(text.charAt(last - 2) || ' ') || '确士'.includes(text.charAt(last + 1) || ' '))
    return null;
  return { kind: 'doubled', start: last - 1, end: last + 1, what: '的', replacement: '的' };
}

/** Two marks in a row. Three or more are dots of somebody's own, and “：” may follow anything. */
function doubledMark(text: string, i: number): Slip | null {
  const mark = text.charAt(i);
  const before = text.charAt(i - 1);
  const last = text.charAt(i + 1);
  if (before === '' || !MARKS.includes(before) || (last !== '' && MARKS.includes(last))) return null;
  if (i > 1 && MARKS.includes(text.charAt(i - 2))) return null;
  if (before !== mark && (mark === '：' || before === '：')) return null;
  const stronger = before === '。' || (before === '；' && mark !== '。') ? before : mark;
  return {
    kind: 'punctuation',
    start: i - 1,
    end: i + 1,
    what: before + mark,
    replacement: stronger,
  };
}

function typoAt(text: string, i: number): Slip | null {
  const next = text.charCodeAt(i + 1);
  for (const { wrong, right, second, notAfter, notBefore } of TYPOS_BY_FIRST.get(text.charCodeAt(i))!) {
    if (next !== second || !text.startsWith(wrong, i)) continue;
    const end = i + wrong.length;
    if (i > 0 && notAfter.includes(text.charAt(i - 1))) continue;
    if (end < text.length && notBefore.includes(text.charAt(end))) continue;
    return { kind: 'word', start: i, end, what: wrong, replacement: right };
  }
  return null;
}

/** What may stand before the bracket of a list: 1）, a), 一）. */
const LISTED = /[\dA-Za-z０-９①-⑳一二三四五六七八九十]/;
const TITLE = PAIRS.indexOf('《');

/** The first bracket or quotation mark without its other half. */
function looseBracket(text: string): Slip | null {
  const open: number[][] = [[], [], [], [], []];
  let loose = -1;
  for (let i = 0; i < text.length; i++) {
    const pair = pairOf.get(text.charCodeAt(i));
    if (pair === undefined || (pair >= TITLE && boundsNumber(text, i))) continue;
    const waiting = open[pair >> 1]!;
    if (pair % 2 === 0) waiting.push(i);
    else if (waiting.length > 0) waiting.pop();
    else if (pair > 1 || !LISTED.test(text.charAt(i - 1))) {
      loose = i;
      break;
    }
  }
  for (const waiting of open)
    if (waiting.length > 0 && (loose < 0 || waiting[0]! < loose)) loose = waiting[0]!;
  if (loose < 0) return null;
  return { kind: 'bracket', start: loose, end: loose + 1, what: text.charAt(loose), replacement: null };
}

/** 》90%, 《=5: a sign for ≥ or ≤. */
function boundsNumber(text: string, i: number): boolean {
  const next = text.charAt(i + 1);
  return next === '=' || next === '＝' || /[\d０-９]/.test(next);
}
