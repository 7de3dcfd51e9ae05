/** A year that a text names as a date or as the time that it is about. */
export interface NamedYear {
  readonly year: number;
  /** Position of its first digit. */
  readonly start: number;
  /** Position behind 年, 年度 or the month. */
  readonly end: number;
  /** A month follows: 2021年6月, 2021.6. */
  readonly dated: boolean;
}

const NOTHING: readonly NamedYear[] = [];

/** Years of plans that run for several years, and texts about what other years left over. */
const SPAN =
  /20\d\d年?度?(?:[-~—–－～至到]+|、|和|及)(?:20)?\d\d(?:年|学年|-|$|\D)|20\d\d[-—/]20\d\d|十[三四五]五|三年|五年|跨年|多年|分年|学年|中长期/;
const CARRIED =
  /结转|(?:上年|去年|上一年)度?(?:结|未|续|遗留|项目|资金|任务)|续建|往年|历年|以前年度|滚动|延续|遗留|清欠|欠款|尾款|质保金|尾欠/;

/** Whether a text speaks of several years on purpose, so that years tell nothing. */
export function spansYears(text: string): boolean {
  return SPAN.test(text) || CARRIED.test(text);
}

/** Behind these a year is one to compare with: 较2019年, 比2019年. */
const COMPARED = '较比同与于自从以按对';
const BASE_BEHIND =
  /^(?:度)?(?:末|底)?(?:相比|同期|水平|基数|基准|以来|以前|之前|以后|起|级|届|版|款|新增|增长|前后)/;
/** What is of an earlier year by its nature: what was built, agreed or is paid for then. */
const HISTORY_BEHIND =
  /^(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?[^,，。;；:：]{0,4}(?:建成的|购置的|采购的|实施的|启动|开工|立项|签订|批复|印发|下达|成立|投入使用|审计|考核|决算|结算|清算|汇算|评价|奖补|奖励|补贴|补助|资金|项目|工程|课题|普查|预算|指标文|公告|招标|中标)/;

const ZERO = 0x30;
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

/** The years that a text names: not those of document numbers, titles, comparisons and history. */
export function namedYears(text: string): readonly NamedYear[] {
  let at = text.indexOf('20');
  if (at < 0) return NOTHING;
  let years: NamedYear[] | null = null;
  for (; at >= 0; at = text.indexOf('20', at + 2)) {
    const named = yearAt(text, at);
    if (named) (years ??= []).push(named);
  }
  return years ?? NOTHING;
}

function yearAt(text: string, at: number): NamedYear | null {
  if (
    !isDigit(text.charCodeAt(at + 2)) ||
    !isDigit(text.charCodeAt(at + 3)) ||
    isDigit(text.charCodeAt(at + 4))
  )
    return null;
  const before = text.charAt(at - 1);
  if (at > 0 && (/[\dA-Za-z.\-/〔[【《“"]/.test(before) || COMPARED.includes(before))) return null;
  const sign = text.charAt(at + 4);
  const rest = text.slice(at + 4, at + 12);
  const month = /^(?:年(\d{1,2})月|[./-](\d{1,2})(?:[./-]\d|[月\D]|$))/.exec(rest);
  if (sign !== '年' && !month) return null;
  if (inQuotes(text.slice(Math.max(0, at - LONGEST_TITLE), at), text.slice(at, at + LONGEST_TITLE)))
    return null;
  const end = at + 4 + (month ? month[0].length : text.charAt(at + 5) === '度' ? 2 : 1);
  const behind = text.slice(at + 5, at + 25);
  if (sign === '年' && (BASE_BEHIND.test(behind) || HISTORY_BEHIND.test(behind))) return null;
  return { year: Number(text.slice(at, at + 4)), start: at, end, dated: month !== null };
}

const LONGEST_TITLE = 60;

/** Whether a title or a quotation that begins before a position ends behind it. */
function inQuotes(before: string, behind: string): boolean {
  const open = Math.max(before.lastIndexOf('《'), before.lastIndexOf('“'));
  if (open < 0) return false;
  const close = before.charAt(open) === '《' ? '》' : '”';
  return !before.includes(close, open) && behind.includes(close);
}
