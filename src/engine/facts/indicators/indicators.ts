import type { Indicator } from '../../annex/annex';
import type { IndicatorKind } from '../../annex/field-id';
import { isTemplateName, withoutNumbering } from '../../annex/template-name';
import type { Quantity, Statement } from '../../quantity';
import type { TextCell } from '../../annex/values/text-cell';

/** Whether the target is a figure by its nature: that of quantities and costs is. */
export function mustCount({ kind, kindGuessed }: Indicator): boolean {
  return !kindGuessed && (kind === 'quantity' || kind === 'cost');
}

/** The figures of a target that a result has to answer: a date only answers to a deadline. */
export function figuresToAnswer(target: Statement, kind: IndicatorKind): readonly Quantity[] {
  return target.quantities.filter(
    ({ unit, date }) => unit.dimension !== 'date' || (kind === 'timeliness' && isDeadline(date)),
  );
}

/** A year alone names a plan ("2024年升级改造"), it sets no date. */
function isDeadline(date: Quantity['date']): boolean {
  return date !== undefined && (date.boundary === 'by' || date.month !== null);
}

/**
 * Whether 无 is what the target asks for: beside the name of something of which less is better (安全事故 | 无), beside a
 * result that answers that none there was (重大舆情 | 无 | 未发生), or at the end of the text that names it (安全事故无).
 */
export function asksForNone({
  name,
  target,
  result,
}: Pick<Indicator, 'name' | 'target' | 'result'>): boolean {
  if (!target) return false;
  if (target.presence !== 'placeholder') return NONE_AT_END.test(target.text) && target.statement.inverse;
  if (!target.statement.negated || name?.answered !== true) return false;
  return name.statement.inverse || (SAYS_NONE.test(target.text) && result?.statement.negated === true);
}

const NONE_AT_END = /无[。.\s]*$/;
const SAYS_NONE = /^\s*无[。.\s]*$/;

/**
 * Whether an indicator is named, and its target and its result are blank. Where the annex has a place for points, these
 * tell whether it is in use: forms print names for all that may be asked.
 */
export function isOnlyNamed({ name, target, result, weight }: Indicator): boolean {
  if (weight !== null || !name?.answered || isTemplateName(name.text)) return false;
  return target?.presence === 'blank' && result?.presence === 'blank';
}

/** Whether an indicator is a part of the one above it, in whose points it is counted: "其中：本级…" without any of its own. */
export function isPart({ name, weight, score }: Indicator): boolean {
  return (
    name !== null &&
    /^其中/.test(name.text) &&
    (weight === null || weight.presence !== 'value') &&
    score?.presence !== 'value'
  );
}

/** Whether the result may answer in words: nothing was to happen, and nothing did. */
export function answersNothingHappened(target: Statement, result: Statement): boolean {
  const zero = target.negated || target.quantities.some((quantity) => quantity.value === 0);
  return zero && (result.negated || result.placeholder);
}

/** Whether the result says in words that all of a percentage was reached (全覆盖). */
export function answersAll(target: Statement, result: Statement): boolean {
  return result.universal && target.quantities.some(({ unit }) => unit.dimension === 'percent');
}

/** Numbers that only date or name something: a year, an attachment, a document. */
const NO_FIGURE = /20\d\d年(?:度)?(?!\d)|附件\d+|第?\d+号/g;

/** 九十七点五 */
const DECIMAL_IN_WORDS = /[零一二三四五六七八九十百]点[零一二三四五六七八九]/;

/**
 * Whether a result gives any figure, also one with a measure word nobody has thought of, or in Chinese numerals
 * that were read as a quantity or count what was asked (培训八期): then it cannot be said to have none.
 */
export function givesNumber({ statement, text }: TextCell, asked: Statement): boolean {
  return (
    statement.quantities.length > 0 ||
    /\d/.test(text.normalize('NFKC').replace(NO_FIGURE, '')) ||
    DECIMAL_IN_WORDS.test(text) ||
    asked.quantities.some(({ unit }) => countsInWords(text, unit.measure))
  );
}

/** Whether a Chinese numeral that is no ordinal stands before the measure word. */
function countsInWords(text: string, measure: string): boolean {
  if (measure === '') return false;
  for (let at = text.indexOf(measure); at >= 0; at = text.indexOf(measure, at + 1)) {
    if (/(?<!第)[一二两三四五六七八九十]$/.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

/** Measure words that make a number of a Chinese numeral before them: 一份, 两场. 一批 is none. */
const COUNTED_IN_WORDS =
  /(?<![第统唯同一二两三四五六七八九十百千])[一二两三四五六七八九十百千]{1,15}(?:余|多)?(?:个|份|次|条|家|户|人|名|位|套|台|辆|座|处|项|场|所|间|栋|张|册|本|篇|部|支|种|例|笔|班|节|株|只|组|期|类|起|对|面|段|口|块|门|届|轮|幅|公里|米|亩|平方|吨|天|月|年)/;

/** Whether a text holds any number at all: a target or a name that does cannot be said to have none. */
export function holdsNumber({ statement, text }: TextCell): boolean {
  return (
    statement.quantities.length > 0 ||
    /\d/.test(withoutNumbering(text).normalize('NFKC').replace(NO_FIGURE, '')) ||
    COUNTED_IN_WORDS.test(text)
  );
}

/** Whether the result is the target over again: the same inequality, in whatever spelling (=100% is a value). */
export function copiesTarget(target: Statement, result: Statement): boolean {
  const said = result.quantities;
  if (said.length === 0 || !said.some(({ operator, weak }) => operator !== null && operator !== '=' && !weak))
    return false;
  const asked = target.quantities;
  return said.length === asked.length && said.every((quantity, i) => sameQuantity(quantity, asked[i]!));
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  return (
    a.operator === b.operator &&
    a.value === b.value &&
    a.upper === b.upper &&
    a.unit.measure === b.unit.measure
  );
}
