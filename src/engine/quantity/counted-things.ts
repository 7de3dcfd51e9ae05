import { CharacterSet } from './character-set';
import { codeOf, isDigit, isIdeograph, isLatinLetter, toHalfWidth } from './characters';
import { NUMERAL_CHARACTER_CODES, readChineseNumeral, readDigits, readMultiplier, scaled } from './numerals';
import { MEASURES } from './vocabulary/measures';
import { WordTable } from './word-table';
import { withoutLeadingVerbs, withoutTrailingVerbs } from './action-words';

/** What is counted, once somebody asks. */
interface Named {
  readonly noun: string;
  readonly actions: number;
}

interface Bound {
  readonly bound: 'exact' | 'least' | 'most';
  /** Where what the number belongs to ends. */
  readonly start: number;
}

/**
 * A number of things that a text names: 11个街道, 修复古籍不少于120册, 合格率≥95%. Most are never compared with
 * anything, so that what they count is read only when it is asked for.
 */
export class CountedThing {
  private knownBound: Bound | null | undefined;
  private knownName: Named | null | undefined;

  /**
   * @param measure what the measure word counts in the end: 个, 人, 米, %
   * @param value in `measure`; of a range, its lower end
   * @param upper the upper end of a range (36-42辆), or `null`
   * @param step what one of the last written digit is worth: 1000 in 2.3万
   */
  constructor(
    private readonly half: string,
    private readonly start: number,
    private readonly end: number,
    private readonly boundBehind: Bound['bound'] | null,
    private readonly lead: string,
    readonly measure: string,
    readonly value: number,
    readonly upper: number | null,
    readonly step: number,
  ) {}

  /** What is counted and what is done with it, as bits; `null` where the text does not say, or says about so many. */
  get name(): Named | null {
    if (this.knownName === undefined) {
      const { before } = this;
      this.knownName = before === null ? null : this.readName(runBefore(this.half, before.start));
    }
    return this.knownName;
  }

  get bound(): Bound['bound'] {
    return this.boundBehind ?? this.before?.bound ?? 'exact';
  }

  /** Whether it is a part of something (其中), for each of something (每), or there already (现有). */
  get apart(): boolean {
    const { before, half } = this;
    return before !== null && isApart(half, before.start, runBefore(half, before.start));
  }

  /** The number with its measure word and its bound. */
  get figure(): string {
    const bound = this.before?.bound;
    const sign = bound === 'least' ? '≥' : bound === 'most' ? '≤' : '';
    return sign + this.half.slice(this.start, this.end);
  }

  private get before(): Bound | null {
    if (this.knownBound === undefined) this.knownBound = boundBefore(this.half, this.start);
    return this.knownBound;
  }

  private readName(run: string): Named | null {
    const lead = run === '' || this.measure !== '%' ? leadOf(this.lead) : '';
    return this.measure === '%' ? rateName(run, lead) : nounOf(this.half, this.end, run, lead);
  }
}

const NOTHING: readonly CountedThing[] = [];
/** A text that counts more than this is a table of its own. */
const MOST_THINGS = 60;

const DIGITS = '0123456789０１２３４５６７８９';
const starts = new CharacterSet([
  ...NUMERAL_CHARACTER_CODES,
  ...Array.from(DIGITS, (char) => char.charCodeAt(0)),
]);
const measures = new WordTable(MEASURES);

/** Whether a text may hold a number at all. */
export function mayCount(text: string): boolean {
  return starts.next(text, 0, text.length) < text.length;
}

/**
 * The things that a text counts, without those that only look so: ordinals, approximations, money, time.
 * @param lead a text that names what the numbers are of where this one does not: the name of the indicator
 */
export function countedThings(text: string, lead = ''): readonly CountedThing[] {
  if (!mayCount(text)) return NOTHING;
  let half = toHalfWidth(text);
  if (half.includes(' ')) half = half.replace(/ +/g, '');
  const things: CountedThing[] = [];
  let position = 0;
  for (;;) {
    const start = starts.next(half, position, half.length);
    if (start >= half.length) break;
    const number = readNumber(half, start);
    position = number.end;
    if (number.value === null || number.value === 0) continue;
    const thing = thingAt(half, start, number.value, number, lead);
    if (thing && things.push(thing) >= MOST_THINGS) break;
  }
  return things;
}

interface ReadNumber {
  /** `null` where it is no plain number: about so many, part of a name. */
  readonly value: number | null;
  readonly upper: number | null;
  readonly step: number;
  readonly end: number;
  readonly chinese: boolean;
}

const ABOUT_BEHIND = '余多几来';
const RANGE = '-~—–至到';

/** Longer rows of digits are accounts, telephone numbers or codes. */
const MOST_DIGITS = 12;
const multiplies = CharacterSet.of('十百千万亿');
const ranges = CharacterSet.of(RANGE);
const aboutBehind = CharacterSet.of(ABOUT_BEHIND);
/** Behind these no plain number stands: 第3批, 2.0A, 几十. */
const namesBefore = new CharacterSet([
  ...Array.from('第初几.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (char) => char.charCodeAt(0)),
]);

function readNumber(half: string, start: number): ReadNumber {
  return isDigit(half.charCodeAt(start)) ? readDigitNumber(half, start, false) : readWordNumber(half, start);
}

function readWordNumber(half: string, start: number): ReadNumber {
  const { value, upper, end } = readChineseNumeral(half, start)!;
  const named = namesBefore.has(half.charCodeAt(start - 1)) || aboutBehind.has(half.charCodeAt(end));
  return { value: upper !== null || named ? null : value, upper: null, step: 1, end, chinese: true };
}

/** Digits with their thousands separators, decimals and multiplier, and the upper end of a range. */
function readDigitNumber(half: string, start: number, upperEnd: boolean): ReadNumber {
  const { digits, integer, end: digitsEnd } = readDigits(half, start)!;
  let end = digitsEnd;
  let scale = 1;
  if (multiplies.has(half.charCodeAt(end))) ({ scale, end } = readMultiplier(half, end));
  const next = half.charCodeAt(end);
  const before = half.charCodeAt(start - 1);
  const ranged = ranges.has(next) && isDigit(half.charCodeAt(end + 1));
  const range = ranged && !upperEnd ? readDigitNumber(half, end + 1, true) : null;
  const named =
    end - start > MOST_DIGITS ||
    namesBefore.has(before) ||
    aboutBehind.has(next) ||
    (ranged && upperEnd) ||
    (!upperEnd && ranges.has(before) && !isIdeograph(half.charCodeAt(start - 2)));
  const value = scaled(digits, scale);
  const step = integer ? scale : scale / 10 ** (digits.length - 1 - digits.indexOf('.'));
  const upper = range === null ? null : range.value;
  return {
    value: named || (range && (upper === null || upper <= value)) ? null : value,
    upper,
    step,
    end: range === null ? end : range.end,
    chinese: false,
  };
}

/** 一个平台 counts nothing; 一台, 一座 do. */
const ARTICLES = new Set('个种批项次条张支道家人块片面轮段方部本股组件'.split(''));

/** 二期, 三类 are names; 十二期 counts. */
function isName(value: number, digitsOnly: boolean, measure: string): boolean {
  return (digitsOnly && value < 10) || (value === 1 && ARTICLES.has(measure));
}

function thingAt(
  half: string,
  start: number,
  value: number,
  number: ReadNumber,
  lead: string,
): CountedThing | null {
  const match = measures.at(half, number.end);
  if (match === null) return null;
  const { dimension, base, factor, digitsOnly } = match.value;
  if (dimension !== 'count' && dimension !== 'physical' && base !== '%') return null;
  if (number.chinese && isName(value, digitsOnly, match.value.measure)) return null;
  const behind = boundBehind(half, match.end);
  if (behind === null) return null;
  const upper = number.upper === null ? null : number.upper * factor;
  return new CountedThing(
    half,
    start,
    behind.end,
    behind.bound,
    lead,
    base,
    value * factor,
    upper,
    number.step * factor,
  );
}

/** What bounds a number in front, and the name of a rate or the thing before it, without what follows a bracket. */
const LEAD_END = /[（(\d０-９≥≧>＞》≤≦<＜《=＝:：]/;
const LEAD_BOUND = /(?:不少于|不低于|不小于|不超过|不高于|达到|至少|控制在|达|为|共)+$/;

/** A name without its brackets, or a target up to its number: 改造面积（平方米） → 改造面积. */
function leadOf(text: string): string {
  if (text === '') return '';
  const end = text.search(LEAD_END);
  return (end >= 0 ? text.slice(0, end) : text).trim().replace(LEAD_BOUND, '');
}

const SLASH = codeOf('/');
const AND_OR = CharacterSet.of('及或');
const MORE = CharacterSet.of('多余');
const boundsBehind = new WordTable<'least' | 'most' | 'about'>([
  ['以上', 'least'],
  ['以内', 'most'],
  ['以下', 'most'],
  ['之内', 'most'],
  ['左右', 'about'],
  ['上下', 'about'],
]);

/** 以上 and 以内 behind the measure word; `null` where the number is for each of something, or about so many. */
function boundBehind(half: string, end: number): { bound: Bound['bound'] | null; end: number } | null {
  const next = half.charCodeAt(end);
  if (next === SLASH) return null;
  if (ranges.has(next)) return isDigit(half.charCodeAt(end + 1)) ? null : { bound: null, end };
  if (MORE.has(next)) return null;
  const at = AND_OR.has(next) ? end + 1 : end;
  const word = boundsBehind.at(half, at);
  if (word === null) return { bound: null, end };
  return word.value === 'about' ? null : { bound: word.value, end: word.end };
}

/** Signs and words before a number, the longest first. */
const LEAST = ['大于等于', '不少于', '不低于', '不小于', '至少', '超过', '大于', '多于', '高于'];
const MOST = ['小于等于', '不超过', '不高于', '不大于', '不多于', '控制在', '小于', '低于', '少于'];
const WEAK = ['达到', '合计', '共计', '总计', '达', '为', '共', '是', ':', '='];
const ABOUT = ['约', '近', '超', '逾'];

/** The characters that end a bound; before most numbers stands another one. */
const ENDS_BOUND = CharacterSet.of('于少过在到计达为共是:=约近超逾≥≧>》〉≤≦<');

const LEAST_SIGNS = CharacterSet.of('≥≧>》〉');
const MOST_SIGNS = CharacterSet.of('≤≦<');

/** What bounds the number, and where what it belongs to ends; `null` where it is about so many. */
function boundBefore(half: string, start: number): Bound | null {
  let bound: Bound['bound'] = 'exact';
  let at = start;
  while (at > 0 && ENDS_BOUND.has(half.charCodeAt(at - 1))) {
    const sign = half.charCodeAt(at - 1);
    if (LEAST_SIGNS.has(sign) || MOST_SIGNS.has(sign)) {
      bound = MOST_SIGNS.has(sign) ? 'most' : 'least';
      at -= 1;
      continue;
    }
    const weak = wordBefore(half, at, WEAK);
    const least = weak === 0 ? wordBefore(half, at, LEAST) : 0;
    const most = weak + least === 0 ? wordBefore(half, at, MOST) : 0;
    if (weak + least + most === 0) {
      if (wordBefore(half, at, ABOUT) > 0) return null;
      break;
    }
    if (weak === 0) bound = least > 0 ? 'least' : 'most';
    at -= weak + least + most;
  }
  return { bound, start: at };
}

/** The length of the first of the words that ends at the position; 0 where none does. */
function wordBefore(half: string, at: number, words: readonly string[]): number {
  for (const word of words) if (half.endsWith(word, at)) return word.length;
  return 0;
}

/** More words than this before a number name nothing. Characters. */
const LONGEST_RUN = 40;

/** The words directly before a position: ideographs and letters, without a break. */
function runBefore(half: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_RUN && isWord(half.charCodeAt(start - 1))) start -= 1;
  return half.slice(start, end);
}

function isWord(code: number): boolean {
  return isIdeograph(code) || isLatinLetter(code);
}

/** Numbers for each of something, parts of a whole, and what is there already. */
const APART =
  /每|均|其中|包括|包含|含|分别|另|单个|单次|单台|单位成本|累计|现有|已有|共有|原有|拥有|下辖|所辖|其余|剩余|合同|上年|去年|全[区市县镇省国州乡村]$|辖$|各$|由$|从$|在$/;
/** A sentence is hardly longer than this. Characters. */
const FARTHEST = 80;
const PARTS = ['其中', '包括', '包含', '分别', '(含', '累计', '十四五', '十三五', '规划期'];

/** Whether the number counts something else than what the text as a whole is about. */
function isApart(half: string, start: number, run: string): boolean {
  if (APART.test(run)) return true;
  const from = Math.max(0, start - FARTHEST);
  const before = half.slice(from, start);
  for (const word of PARTS) {
    const at = before.lastIndexOf(word);
    if (at >= 0 && !/[。;\n]/.test(before.slice(at))) return true;
  }
  return false;
}

/** How an indicator's name says that a number follows. */
const COUNT_TAIL =
  /(?:数量|总数|总量|个数|人数|人次数|次数|场次|场数|期数|户数|件数|台数|套数|份数|册数|株数|座数|面积|里程|长度|规模|数)$/;

/** Characters of the longest name of a count. */
const LONGEST_TAIL = 3;

function withoutCountTail(run: string): string {
  const from = Math.max(0, run.length - LONGEST_TAIL);
  const tail = run.slice(from).search(COUNT_TAIL);
  return tail < 0 ? run : run.slice(0, from + tail);
}

/** The noun behind the measure word (11个街道), or else the one before the number (修复古籍120册). */
function nounOf(half: string, end: number, run: string, lead: string): Named | null {
  const head = withoutLeadingVerbs(withoutCountTail(run));
  const behind = nounBehind(half, end);
  if (behind !== null) return { noun: behind.noun, actions: behind.actions | head.actions };
  if (head.noun.length >= 2) return withoutTail(head);
  if (lead !== '') {
    const led = withoutLeadingVerbs(withoutCountTail(lead));
    const noun = led.noun || led.verb;
    return noun.length < 2 ? null : led.noun === '' ? { noun, actions: 0 } : withoutTail(led);
  }
  return head.verb.length >= 2 && run !== '' ? { noun: head.verb, actions: 0 } : null;
}

/** 救护车购置: what is done may stand behind the thing, too. */
function withoutTail({ noun, actions }: Named): Named {
  const bare = withoutTrailingVerbs(noun);
  return { noun: bare.noun, actions: actions | bare.actions };
}

/** The particles that end a noun, and words that begin what is done with it. */
const CUT =
  /[的和与及等并以由,]|进行|提供|开展|实施|通过|完成|确保|达到|参加|用于|(?:更换|新建|改建|扩建|修建|修缮|购置|配备|安装|发放|举办|召开|栽植|种植|清理|疏浚|拆除|铺设|架设)(?=..)/;
/** A thing of its own that the measure word does not count: 10个街道|设备. */
const NOT_COUNTED = /(?:设备|人员|工作|任务)$/;
/** What does not say which of the things: 总体体系. */
const NO_RESTRICTION = /^(?:总体|整体|全部|所有|相关|有关|各类|不同|大|主要)(?=..)/;
const LONGEST_NOUN = 16;
/** Nouns that stand for anything. */
const ANYTHING = new Set([
  '方面',
  '问题',
  '环节',
  '内容',
  '指标',
  '任务',
  '单位',
  '以上',
  '以内',
  '工作',
  '部分',
  '项目',
  '左右',
  '不等',
]);

function nounBehind(half: string, start: number): Named | null {
  let end = start;
  while (end < half.length && end - start <= LONGEST_RUN && isWord(half.charCodeAt(end))) end += 1;
  let run = half.slice(start, end);
  const cut = run.search(CUT);
  if (cut >= 0) run = run.slice(0, cut);
  if (run.length < 2 || run.length > LONGEST_NOUN) return null;
  const { noun, actions } = withoutTrailingVerbs(run);
  // 12场培训 counts trainings; 12场，共600人 does not count anything behind.
  if (/^[共约计达均]/.test(noun)) return null;
  const things = noun.length > 3 ? noun.replace(NOT_COUNTED, '') : noun;
  const plain = things.replace(NO_RESTRICTION, '');
  return plain.length < 2 || ANYTHING.has(plain) ? null : { noun: plain, actions };
}

/** Verbs belong to the names of rates (修复合格率); these do not. */
const RATE_LEAD =
  /^(?:确保|保证|保障|力争|实现|做到|使|全年|年内|本年度|本年|按计划|截至年末|截至年底|并|和|且|其|要求|项目(?=..))+/;
const RATE = /[率度比]$|比例$|覆盖面$/;

function rateName(run: string, lead: string): Named | null {
  for (const name of [run, lead]) {
    const noun = name.replace(RATE_LEAD, '');
    if (noun.length >= 3 && RATE.test(noun)) return { noun, actions: 0 };
    if (noun !== '') return null;
  }
  return null;
}
