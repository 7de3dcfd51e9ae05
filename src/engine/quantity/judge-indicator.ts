import type { IndicatorKind } from './indicator-kind';
import { intervalOf } from './interval';
import { compareQuantities, judge } from './judge';
import { isPlausible } from './one-unit';
import { readDirection, readOperator } from './operators';
import type { StatementCache } from './parse-statement';
import type { Quantity, Statement, Verdict } from './statement';

/** A text of an indicator: `answered` where it is neither blank nor a sign for nothing. */
export interface SaidText {
  readonly text: string;
  readonly answered: boolean;
  readonly statement: Statement;
}

/** What the judgement of an indicator follows from; `null`: there is no place for it. */
export interface JudgedTexts {
  readonly kind: IndicatorKind;
  readonly name: SaidText | null;
  readonly target: SaidText | null;
  readonly result: SaidText | null;
  readonly operator: SaidText | null;
  readonly measureUnit: SaidText | null;
}

/**
 * What the indicator asks: its target, put together with the operator (指标性质) and the measure word (度量单位)
 * that stand in columns of their own ("≥ | 90 | %" asks for ≥90%). `null` where the target is not answered.
 */
export function askedOf(
  { target, operator, measureUnit }: JudgedTexts,
  statements: StatementCache,
): Statement | null {
  if (!target?.answered) return null;
  const { statement, text } = target;
  if (!operator?.answered && !measureUnit?.answered) return statement;
  const [only, ...others] = statement.quantities;
  if (only === undefined || others.length > 0) return statement;
  const bare = only.unit.dimension === 'none' && only.numberSpan.end === text.length;
  const unit = bare && measureUnit?.answered ? measureUnit.text : '';
  const unsigned = only.operator === null && only.numberSpan.start === 0;
  const sign = unsigned && operator?.answered ? signOf(operator.text, only) : '';
  if (unit === '' && sign === '') return statement;
  const composed = statements.parse(`${sign}${text}${unit}`);
  // What does not hold together as one figure was not meant to be put together.
  return composed.quantities.length === 1 ? composed : statement;
}

/** The operator that a cell of its own gives a target; a direction gives none to a date, which is a deadline either way. */
function signOf(text: string, { date }: Quantity): string {
  return readOperator(text)?.operator ?? (date ? null : readDirection(text)) ?? '';
}

/**
 * Whether the result reaches what is asked; `null` where there is no target or no result.
 * @param year the year of the annex: of two dates of which one names no year, that one is in it
 */
export function verdictOf(
  { kind, name, result, measureUnit }: JudgedTexts,
  asked: Statement | null,
  year: number | null,
  statements: StatementCache,
): Verdict | null {
  if (asked === null || !result?.answered) return null;
  const said = result.statement;
  const verdict = judge(asked, said, kind, name?.text ?? '');
  if (verdict.verdict !== 'not-comparable' || verdict.beside !== undefined) return verdict;
  const inUnit = measureUnit?.answered ? withTheUnit(said, measureUnit.text, asked, statements) : null;
  if (inUnit !== null) return judge(asked, inUnit, kind, name?.text ?? '');
  if (year === null) return verdict;
  const [due, ...moreDue] = asked.quantities;
  const [done, ...moreDone] = said.quantities;
  if (!due?.date || !done?.date || moreDue.length > 0 || moreDone.length > 0) return verdict;
  if ((due.date.year === null) === (done.date.year === null)) return verdict;
  return compareQuantities(withYear(due, year), withYear(done, year), kind);
}

const WHOLE = 100;

/**
 * A bare number beside a unit in a column of its own, in that unit: 0.9 beside % is 0.9 %. `null` where it is none, or
 * where it is far from what is asked and near it as a share of one (0.96 for 95 %).
 */
function withTheUnit(
  said: Statement,
  unit: string,
  asked: Statement,
  statements: StatementCache,
): Statement | null {
  const [bare, ...others] = said.quantities;
  if (bare === undefined || others.length > 0 || bare.unit.dimension !== 'none') return null;
  if (bare.span.start > 0 || bare.numberSpan.end < said.text.length) return null;
  const inUnit = statements.parse(`${said.text}${unit}`);
  const [read, ...more] = inUnit.quantities;
  if (read === undefined || more.length > 0 || read.unit.dimension === 'none') return null;
  const [target] = asked.quantities;
  if (read.unit.dimension !== 'percent' || target === undefined) return inUnit;
  const wanted = intervalOf(target);
  const literal = intervalOf(read);
  const share = { low: literal.low * WHOLE, high: literal.high * WHOLE };
  return bare.value <= 1 && isPlausible(wanted, share) && !isPlausible(wanted, literal) ? null : inUnit;
}

function withYear(quantity: Quantity, year: number): Quantity {
  const { date } = quantity;
  return date?.year === null ? { ...quantity, date: { ...date, year } } : quantity;
}
