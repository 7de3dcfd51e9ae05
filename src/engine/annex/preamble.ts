import { isCellError, isUnknown } from '../sheet/cell-value';
import type { SheetSnapshot } from '../sheet/snapshot';
import { foldText } from './text';
import { readMoneyUnit, type MoneyUnit } from './vocabulary/money-units';

/** What stands above a table: its title, and who, when and in which unit. */
export interface Preamble {
  readonly title: string | null;
  readonly year: number | null;
  readonly department: string | null;
  readonly moneyUnit: MoneyUnit | null;
  /** 0-based sheet row where the annex begins: its title, or an attachment mark above it. */
  readonly firstRow: number;
  /** The folded texts of the rows above the header, which repeat on later printed pages. */
  readonly texts: ReadonlySet<string>;
}

/** Rows above a header are looked at no further up than this. */
const FARTHEST = 12;

const TITLE_WORDS: readonly (readonly [RegExp, number])[] = [
  [/自评/, 4],
  [/绩效/, 3],
  [/表$|表\(.*\)$/, 3],
  [/评价|评审|执行情况|完成情况|目标/, 2],
  [/20\d\d年?/, 1],
  [/^附(?:件|表)/, -4],
  [/:./, -4],
];

const DEPARTMENT =
  /^(?:预算|主管|一级预算|填报|编报|编制|报送|上报)?(?:部门|单位|主管部门|预算部门|单位名称|部门名称)(?:名称)?(?:\((?:盖章|公章|签章|章)\))?:(?!(?:人民币)?(?:元|万元|亿元))(.+?)(?=单位:|金额单位|填报日期|日期:|$)/;

/**
 * Reads the rows above a table's header.
 *
 * @param fromRow 0-based first row that may belong to this table (below the table before it)
 * @param headerRow 0-based first row of the header
 */
export function readPreamble(sheet: SheetSnapshot, fromRow: number, headerRow: number): Preamble {
  const texts = new Set<string>();
  let best: { text: string; score: number } | null = null;
  let firstRow = headerRow;
  let department: string | null = null;
  let moneyUnit: MoneyUnit | null = null;
  let year: number | null = null;

  for (let row = headerRow - 1; row >= Math.max(fromRow, headerRow - FARTHEST); row--) {
    for (const value of sheet.values[row - sheet.firstRow] ?? []) {
      if (value === null || isCellError(value) || isUnknown(value)) continue;
      const text = String(value).trim();
      if (text === '' || text.length > 200) continue;
      firstRow = row;
      const folded = foldText(text);
      texts.add(folded);
      moneyUnit ??= readMoneyUnit(folded);
      department ??= DEPARTMENT.exec(folded)?.[1] ?? null;
      year ??= /^\(?20\d\d年(?:度)?\)?$/.test(folded) ? readYear(folded) : null;
      const score = titleScore(folded) - (headerRow - row) * 0.01;
      if (typeof value === 'string' && (!best || score >= best.score))
        best = { text: text.replace(/\s*\n\s*/g, ''), score };
    }
  }
  const title = best && best.score > -1 ? best.text : null;
  const titleYear = title ? readYear(foldText(title)) : null;
  return { title, year: titleYear ?? year ?? firstYear(texts), department, moneyUnit, firstRow, texts };
}

function titleScore(folded: string): number {
  return TITLE_WORDS.reduce((score, [pattern, weight]) => score + (pattern.test(folded) ? weight : 0), 0);
}

function firstYear(texts: ReadonlySet<string>): number | null {
  for (const text of texts) {
    const year = readYear(text);
    if (year !== null) return year;
  }
  return null;
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** The budget year that a folded text states: "2020年", "(2023年度)", "二〇二〇年"; `null` where none. */
export function readYear(folded: string): number | null {
  const digits = /(?<!\d)(20\d\d)(?=年|-|财政|预算|\D|$)/.exec(folded)?.[1];
  if (digits) return Number(digits);
  const chinese = /二[〇○O0零]([〇○O0零一二三四五六七八九])([〇○O0零一二三四五六七八九])年/.exec(folded);
  if (!chinese) return null;
  const digit = (text: string): number => Math.max(0, CHINESE_DIGITS.indexOf(text));
  return 2000 + digit(chinese[1]!) * 10 + digit(chinese[2]!);
}
