import { CharacterSet } from '../../annex/quantity/character-set';
import { isDigit, isIdeograph, isLatinLetter, toHalfWidth } from '../../annex/quantity/characters';
import {
  NUMERAL_CHARACTER_CODES,
  readChineseNumeral,
  readDigits,
  readMultiplier,
} from '../../annex/quantity/numerals';
import { MEASURES } from '../../annex/quantity/vocabulary/measures';
import { WordTable } from '../../annex/quantity/word-table';
import { withoutLeadingVerbs, withoutTrailingVerbs } from './action-words';

/** A number of things that a text names: 11个街道, 修复古籍不少于120册, 合格率≥95%. */
export interface CountedThing {
  /** What the measure word counts in the end: 个, 人, 米, %. */
  readonly measure: string;
  readonly noun: string;
  /** What is done with the things, as bits; 0 where the text does not say. */
  readonly actions: number;
  readonly bound: 'exact' | 'least' | 'most';
  /** In `measure`; of a range, its lower end. */
  readonly value: number;
  /** The upper end of a range (36-42辆), or `null`. */
  readonly upper: number | null;
  /** What one of the last written digit is worth: 1000 in 2.3万. */
  readonly step: number;
  /** The number with its measure word and its bound, as written. */
  readonly figure: string;
}

const NOTHING: readonly CountedThing[] = [];

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
 * The things that a text counts, without those that only look so: ordinals, approximations, parts (其中),
 * numbers for each (每), what is there already, money, time.
 * @param lead what the number is of where the text does not say: the name of the indicator
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
    const thing = thingAt(half, start, { ...number, value: number.value }, lead);
    if (thing) things.push(thing);
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

function readNumber(half: string, start: number, upperEnd = false): ReadNumber {
  const before = half.charAt(start - 1);
  const digits = readDigits(half, start);
  if (digits === null) {
    const numeral = readChineseNumeral(half, start)!;
    const { value, upper, end } = numeral;
    const named =
      before === '第' || before === '初' || ABOUT_BEHIND.includes(half.charAt(end) || ' ') || before === '几';
    return { value: upper !== null || named ? null : value, upper: null, step: 1, end, chinese: true };
  }
  const { scale, end } = readMultiplier(half, digits.end);
  const next = half.charAt(end);
  const range =
    RANGE.includes(next || ' ') && isDigit(half.charAt(end + 1)) ? readNumber(half, end + 1, true) : null;
  const named =
    digits.digits === '' ||
    before === '第' ||
    before === '.' ||
    isLatinLetter(before) ||
    ABOUT_BEHIND.includes(next || ' ') ||
    (!upperEnd && RANGE.includes(before || ' ') && !isIdeograph(half.charAt(start - 2)));
  const decimals = digits.integer ? 0 : digits.digits.length - digits.digits.indexOf('.') - 1;
  const value = Number((Number(digits.digits) * scale).toPrecision(15));
  const upper = range?.value ?? null;
  return {
    value: named || (range && (upper === null || upper <= value)) ? null : value,
    upper,
    step: scale / 10 ** decimals,
    end: range?.end ?? end,
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
  number: ReadNumber & { readonly value: number },
  lead: string,
): CountedThing | null {
  const match = measures.at(half, number.end);
  if (match === null) return null;
  const { dimension, base, factor, digitsOnly } = match.value;
  if (dimension !== 'count' && dimension !== 'physical' && base !== '%') return null;
  if (number.chinese && isName(number.value, digitsOnly, match.value.measure)) return null;
  const behind = boundBehind(half, match.end);
  if (behind === null) return null;
  const before = boundBefore(half, start);
  if (before === null) return null;
  const run = runBefore(half, before.start);
  if (isApart(half, before.start, run)) return null;
  const named = base === '%' ? rateName(run, lead) : nounOf(half, behind.end, run, lead);
  if (named === null) return null;
  const bound = behind.bound ?? before.bound ?? 'exact';
  return {
    measure: base,
    ...named,
    bound,
    value: number.value * factor,
    upper: number.upper === null ? null : number.upper * factor,
    step: number.step * factor,
    figure: `${before.bound === 'least' ? '≥' : before.bound === 'most' ? '≤' : ''}${half.slice(start, behind.end)}`,
  };
}

/** 以上 and 以内 behind the measure word; `null` where the number is for each of something, or about so many. */
function boundBehind(half: string, end: number): { bound: CountedThing['bound'] | null; end: number } | null {
  const next = half.charAt(end);
  if (next === '/' || RANGE.includes(next || ' '))
    return isDigit(half.charAt(end + 1)) || next === '/' ? null : { bound: null, end };
  const at = next === '(' ? end : next === '及' || next === '或' ? end + 1 : end;
  const word = half.slice(at, at + 2);
  if (word === '以上') return { bound: 'least', end: at + 2 };
  if (word === '以内' || word === '以下' || word === '之内') return { bound: 'most', end: at + 2 };
  if (word === '左右' || word === '上下') return null;
  if ('多余'.includes(next || ' ')) return null;
  return { bound: null, end };
}

/** Signs and words before a number, the longest first. */
const LEAST = ['大于等于', '不少于', '不低于', '不小于', '至少', '超过', '大于', '多于', '高于'];
const MOST = ['小于等于', '不超过', '不高于', '不大于', '不多于', '控制在', '小于', '低于', '少于'];
const WEAK = ['达到', '合计', '共计', '总计', '达', '为', '共', '是', ':', '='];
const ABOUT = ['约', '近', '超', '逾'];

/** What bounds the number, and where what it belongs to ends; `null` where it is about so many. */
function boundBefore(
  half: string,
  start: number,
): { bound: CountedThing['bound'] | null; start: number } | null {
  let bound: CountedThing['bound'] | null = null;
  let at = start;
  for (;;) {
    const sign = half.charAt(at - 1);
    if ('≥≧>》〉'.includes(sign || ' ')) bound = 'least';
    else if ('≤≦<'.includes(sign || ' ')) bound = 'most';
    else {
      const weak = WEAK.find((word) => half.endsWith(word, at));
      if (weak !== undefined) {
        at -= weak.length;
        continue;
      }
      const least = LEAST.find((word) => half.endsWith(word, at));
      const most = least === undefined ? MOST.find((word) => half.endsWith(word, at)) : undefined;
      const word = least ?? most;
      if (word === undefined)
        return ABOUT.some((about) => half.endsWith(about, at)) ? null : { bound, start: at };
      bound = least === undefined ? 'most' : 'least';
      at -= word.length;
      continue;
    }
    at -= 1;
  }
}

/** The words directly before a position: ideographs and letters, without a break. */
function runBefore(half: string, end: number): string {
  let start = end;
  while (start > 0 && isWord(half.charAt(start - 1))) start -= 1;
  return half.slice(start, end);
}

function isWord(char: string): boolean {
  return isIdeograph(char) || isLatinLetter(char);
}

/** Numbers for each of something, parts of a whole, and what is there already. */
const APART =
  /每|均|其中|包括|包含|含|分别|另|单个|单次|单台|单位成本|累计|现有|已有|共有|原有|拥有|下辖|所辖|其余|剩余|合同|上年|去年|全[区市县镇省国州乡村]$|辖$|各$|由$|从$|在$/;
const PARTS = ['其中', '包括', '包含', '分别', '(含', '累计', '十四五', '十三五', '规划期'];

/** Whether the number counts something else than what the text as a whole is about. */
function isApart(half: string, start: number, run: string): boolean {
  if (APART.test(run)) return true;
  for (const word of PARTS) {
    const at = half.lastIndexOf(word, start);
    if (at >= 0 && !/[。;\n]/.test(half.slice(at, start))) return true;
  }
  return false;
}

type Named = Pick<CountedThing, 'noun' | 'actions'>;

/** How an indicator's name says that a number follows. */
const COUNT_TAIL =
  /(?:数量|总数|总量|个数|人数|人次数|次数|场次|场数|期数|户数|件数|台数|套数|份数|册数|株数|座数|面积|里程|长度|规模|数)$/;

/** The noun behind the measure word (11个街道), or else the one before the number (修复古籍120册). */
function nounOf(half: string, end: number, run: string, lead: string): Named | null {
  const head = withoutLeadingVerbs(run.replace(COUNT_TAIL, ''));
  const behind = nounBehind(half, end);
  if (behind !== null) return { noun: behind.noun, actions: behind.actions | head.actions };
  if (head.noun.length >= 2) return head;
  if (lead !== '') {
    const led = withoutLeadingVerbs(lead.replace(COUNT_TAIL, ''));
    const noun = led.noun || led.verb;
    return noun.length >= 2 ? { noun, actions: led.noun === '' ? 0 : led.actions } : null;
  }
  return head.verb.length >= 2 && run !== '' ? { noun: head.verb, actions: 0 } : null;
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
  while (end < half.length && isWord(half.charAt(end))) end += 1;
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
