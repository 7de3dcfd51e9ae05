import type { Annex, Project } from '../../annex/annex';
import { FUND_SOURCES, SPENDING_KINDS, type MoneyField } from '../../annex/field-id';
import { decimalsOf, type NumberCell } from '../../annex/values/number-cell';
import type { RateCell } from '../../annex/values/rate-cell';
import type { Profile } from '../../profile/profile';
import { toAddress } from '../../sheet/address';
import type { CellContent } from '../../sheet/edit';
import { editOf } from '../../rule/edits';
import { moneyText, rateText } from '../../rule/figures';
import type { Fix, MessageData } from '../../rule/finding';
import { isFigure, withFurther, type Figure } from '../table/number-cells';

/** Spending and budget of a project where both are numbers and the budget is not 0. */
export interface Quotient {
  readonly actual: Figure;
  readonly budget: Figure;
  /** Spending ÷ budget, a fraction. */
  readonly value: number;
}

/**
 * The execution rate that the money gives: 执行数 ÷ 全年（调整后）预算数, or ÷ 年初预算数 where the profile says so and
 * the annex has both. `null` where it cannot be computed.
 */
export function quotientOf(
  { money }: Pick<Project, 'money'>,
  { rateDenominator }: Pick<Profile, 'rateDenominator'>,
): Quotient | null {
  const { actual } = money;
  return divided(actual, money[rateDenominator] ?? money.budget);
}

function divided(actual: NumberCell | undefined, budget: NumberCell | undefined): Quotient | null {
  if (!isFigure(actual) || !isFigure(budget) || budget.number === 0) return null;
  const value = actual.number / budget.number;
  // Larger than any percentage that could be written.
  return Number.isFinite(value * 100) ? { actual, budget, value } : null;
}

/** What each rate of spending divides by, where that is not for the profile to say. */
const BASES = {
  'executionRate.initial': 'initialBudget',
  'executionRate.adjusted': 'budget',
  'executionRate.received': 'received',
} as const;

/** The rates of spending, the primary one first: each is checked against the money that its field names. */
export const SPENDING_RATES = [
  'executionRate',
  'executionRate.initial',
  'executionRate.adjusted',
  'executionRate.received',
] as const;
export type SpendingRate = (typeof SPENDING_RATES)[number];

/** What the money of a project gives for one of its rates; `null` where it cannot be computed. */
export function quotientFor(
  field: SpendingRate,
  project: Pick<Project, 'money'>,
  profile: Pick<Profile, 'rateDenominator'>,
): Quotient | null {
  if (field === 'executionRate') return quotientOf(project, profile);
  const { money } = project;
  return divided(money.actual, money[BASES[field]]);
}

/**
 * What the money of one source gives for a rate that stands in its row of a form: the quotients by either budget, that of the
 * year first. Empty where the row has no spending or no budget of its own.
 */
export function quotientsInRow(
  { row }: Pick<RateCell, 'row'>,
  { money }: Pick<Project, 'money'>,
): readonly Quotient[] {
  const inRow = (field: MoneyField): NumberCell | undefined =>
    withFurther(money[field]).find((cell) => cell.row === row);
  return [...FUND_SOURCES, ...SPENDING_KINDS].flatMap((source) => {
    const actual = inRow(`actual.${source}`);
    return (['budget', 'initialBudget'] as const).flatMap(
      (base) => divided(actual, inRow(`${base}.${source}`)) ?? [],
    );
  });
}

/** A rate below the limit from which on nothing needs to be explained. */
export interface LowRate {
  /** A fraction: that of the money, else the one stated. */
  readonly rate: number;
  /** `null` where only the stated rate is known. */
  readonly quotient: Quotient | null;
}

/**
 * The execution rate of a project where it is below the profile's `explainBelow`, to the hundredth of a percent:
 * one that reads 90.00% is not below 90 %. `null` also where there is none, and where nothing was budgeted.
 */
export function lowRateOf(
  project: Pick<Project, 'money' | 'rate'>,
  profile: Pick<Profile, 'rateDenominator' | 'explainBelow'>,
): LowRate | null {
  const quotient = quotientOf(project, profile);
  const rate = quotient?.value ?? project.rate?.fraction ?? null;
  if (rate === null || rate < 0 || Math.round(rate * 1e4) / 1e4 >= profile.explainBelow) return null;
  return !quotient && project.money.budget?.number === 0 ? null : { rate, quotient };
}

/** Spending and budget as the annex writes them, for messages: `{spent}` and `{budget}`. */
export function quotientTexts(
  { actual, budget }: Quotient,
  annex: Pick<Annex, 'moneyDecimals'>,
): { readonly spent: string; readonly budget: string } {
  return { spent: moneyText(actual.number, annex), budget: moneyText(budget.number, annex) };
}

/** Amounts in 万元 carry two decimals, whatever closing zeros are dropped. */
const USUAL_DECIMALS = 2;

/**
 * The decimals to which the money of one row is rounded: as many as the annex uses, but where another row carries
 * more than usual that says nothing of this one.
 */
export function decimalsInRow(
  { actual, budget }: Quotient,
  { moneyDecimals }: Pick<Annex, 'moneyDecimals'>,
): number {
  return Math.min(moneyDecimals, Math.max(USUAL_DECIMALS, decimalsOf(actual), decimalsOf(budget)));
}

/** Whether a rate differs from the quotient by more than rounding of the rate as shown can explain. */
export function isMismatch(rate: RateCell, quotient: number): boolean {
  return rate.fraction !== null && Math.abs(rate.fraction - quotient) > rate.halfUnit;
}

/** Whether 98.5 was typed where the column holds fractions: the digits are right, the scale is not. */
export function isPercentTyped(rate: RateCell, quotient: number): boolean {
  return (
    rate.fraction !== null &&
    rate.fraction > 1.5 &&
    Math.abs(rate.fraction / 100 - quotient) <= Math.max(rate.halfUnit / 100, 0.5e-4)
  );
}

/**
 * Whether the money, rounded to the decimals shown, could come from amounts whose quotient is the rate: 0.82 ÷
 * 0.83 in 万元 may stand for any quotient from 97.6 % to 100 %.
 */
export function roundingExplains(rate: RateCell, quotient: Quotient, moneyDecimals: number): boolean {
  if (rate.fraction === null || quotient.actual.formula || quotient.budget.formula) return false;
  const half = 0.5 * 10 ** -moneyDecimals;
  const { actual, budget } = quotient;
  if (budget.number <= half) return false;
  const low = (actual.number - half) / (budget.number + half);
  const high = (actual.number + half) / (budget.number - half);
  return rate.fraction >= low - rate.halfUnit && rate.fraction <= high + rate.halfUnit;
}

/** What a rate is to be, and how a formula says it (without `=`). */
interface RightRate {
  /** A fraction. */
  readonly value: number;
  /** `null` where none can: amounts stand in one cell with their labels. */
  readonly formula: string | null;
}

/** Writes the right rate, spending ÷ budget, as `rateFixOf` does. */
export function rateFix(rate: RateCell, { actual, budget, value }: Quotient, as: 'formula' | 'value'): Fix {
  const isPlain = actual.label === undefined && budget.label === undefined;
  const formula = isPlain
    ? `${toAddress(actual.row, actual.column)}/${toAddress(budget.row, budget.column)}`
    : null;
  return rateFixOf(rate, { value, formula }, as);
}

/**
 * Writes the right rate: a formula where asked for, else the unrounded quotient where the cell holds a number,
 * else the rounded text where it holds text. A blank cell gets a number and, if it shows none, a percent format.
 */
export function rateFixOf(rate: RateCell, right: RightRate, as: 'formula' | 'value'): Fix {
  const isFormula = as === 'formula' && right.formula !== null && rate.label === undefined;
  const content = isFormula ? formulaContent(rate, right.formula) : valueContent(rate, right);
  const needsFormat =
    !rate.asText &&
    !rate.percentSign &&
    rate.scale === 'fraction' &&
    rate.format === 'General' &&
    rate.presence !== 'value';
  const data: MessageData = {
    after: rateText(right.value, shownDecimals(rate)),
    formula: 'formula' in content ? content.formula : '',
  };
  return {
    title: isFormula ? 'fixFormula' : 'fixValue',
    data,
    edits: [editOf(rate, content, needsFormat ? '0.00%' : undefined)],
  };
}

/** Titles that every rule with a rate fix needs among its messages. */
export const RATE_FIX_MESSAGES = {
  fixFormula: { 'zh-CN': '改为公式 {formula}（{after}）', en: 'Write the formula {formula} ({after})' },
  fixValue: { 'zh-CN': '改为 {after}', en: 'Write {after}' },
} as const;

/** Decimals of the percentage that the cell shows; two where it shows none worth keeping. */
export function shownDecimals(rate: RateCell): number {
  if (rate.presence !== 'value' || rate.fraction === null) return 2;
  return rate.percentSign || rate.scale === 'percent'
    ? Math.max(rate.decimals, 2)
    : Math.max(rate.decimals - 2, 2);
}

function formulaContent(rate: RateCell, formula: string): CellContent {
  const scale = rate.scale === 'percent' && !rate.percentSign ? '*100' : '';
  return { formula: `=${formula}${scale}` };
}

function valueContent(rate: RateCell, { value }: RightRate): CellContent {
  if (rate.asText && rate.percentSign) return { value: rateText(value, rate.decimals) };
  const scaled = rate.scale === 'percent' && !rate.percentSign ? value * 100 : value;
  return rate.asText ? { value: scaled.toFixed(Math.max(rate.decimals, 2)) } : { value: scaled };
}
