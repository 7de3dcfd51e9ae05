import { YUAN_PER_UNIT } from '../../annex/vocabulary/money-units';
import { UNIT_FACTOR } from '../../facts/money/unit-factor';
import type { AnnexInWorkbook } from '../../rule/rule';
import type { ProjectFigures, ShownFigure } from './figures';

/** A figure of a summary that is another one in the form of the project. */
export interface Difference {
  readonly about: 'initialBudget' | 'budget' | 'actual' | 'rate' | 'score';
  /** Whether it is the same figure in another unit of money. */
  readonly byUnit: boolean;
  readonly here: ShownFigure;
  readonly there: ShownFigure;
  /** The form's figure in the unit of the summary. */
  readonly expected: number;
}

/** One side of a comparison. */
export interface Side {
  readonly annex: Pick<AnnexInWorkbook, 'moneyUnit' | 'fields'>;
  readonly figures: ProjectFigures;
}

/**
 * What a summary says otherwise than the form of the same project, at the coarser of the two precisions. Of what cannot be
 * known to be the same figure nothing is said: the budget at the start of the year beside that of the whole year, or an
 * amount that is that of one source.
 */
export function differencesOf(summary: Side, form: Side): Difference[] {
  const differences = moneyDifferences(summary, form);
  const [here, there] = [summary.figures, form.figures];
  if (rateSpeaks(summary, form)) {
    const rate = difference('rate', here.rate, there.rate, 1);
    if (rate) differences.push(rate);
  }
  if (here.full === null || there.full === null || here.full === there.full) {
    const score = difference('score', here.score, there.score, 1);
    if (score) differences.push(score);
  }
  return differences;
}

/** Rates that both follow from the money beside them differ as it does, and one that does not is told of at its own annex. */
function rateSpeaks(summary: Side, form: Side): boolean {
  const [here, there] = [summary.figures.rateIs, form.figures.rateIs];
  if (there === 'off' || (here === 'right' && there === 'right')) return false;
  // On which budget a rate stands is not known where the budgets cannot be compared.
  return budgetPairs(summary, form) !== null;
}

function moneyDifferences(summary: Side, form: Side): Difference[] {
  const differences: Difference[] = [];
  const [here, there] = [summary.figures, form.figures];
  const compare = (
    about: Difference['about'],
    own?: ShownFigure,
    others: readonly ShownFigure[] = [],
  ): void => {
    if (!own || others.length === 0) return;
    const found = others.map((other) => amountDifference(about, own, other, summary, form));
    // It agrees with one of those that may be meant.
    if (found.includes(null)) return;
    differences.push(found[0]!);
  };
  compare('initialBudget', here.initialBudget, there.initialBudget ? [there.initialBudget] : []);
  if (!isPart('budget', summary, form)) compare('budget', here.budget, budgetPairs(summary, form) ?? []);
  if (!isPart('actual', summary, form)) compare('actual', here.actual, there.actual ? [there.actual] : []);
  return differences;
}

/** The budgets of a form that the one of a summary may be; `null` where none is known to be comparable. */
function budgetPairs({ figures: here }: Side, { figures: there }: Side): readonly ShownFigure[] | null {
  const all = (...those: readonly (ShownFigure | undefined)[]) => those.filter((one) => one !== undefined);
  if (!here.budget) return [];
  if (here.scope === 'initial') {
    if (there.initialBudget) return [there.initialBudget];
    return there.scope === 'initial' ? all(there.budget) : null;
  }
  if (there.scope === 'initial') return null;
  // One of two that is not named may be either.
  return here.scope === null && here.initialBudget === undefined
    ? all(there.budget, there.initialBudget)
    : all(there.budget);
}

/** Whether a summary that has no columns of sources lists one of them. */
function isPart(of: 'budget' | 'actual', summary: Side, form: Side): boolean {
  const own = summary.figures[of];
  if (!own || summary.annex.fields.some((field) => field.startsWith(`${of}.`))) return false;
  const factor = factorBetween(summary, form) ?? 1;
  return form.figures.parts.some(
    (part) => part.of === of && Math.abs(part.value * factor - own.value) <= own.half,
  );
}

/** What an amount of the form is multiplied by to be one of the summary; `null` where a unit is not known. */
function factorBetween({ annex: here }: Side, { annex: there }: Side): number | null {
  if (!here.moneyUnit || !there.moneyUnit) return null;
  return YUAN_PER_UNIT[there.moneyUnit] / YUAN_PER_UNIT[here.moneyUnit];
}

/** Where a unit is not known, amounts differ only if they do so in any. */
const ANY_FACTOR = [1, UNIT_FACTOR, 1 / UNIT_FACTOR, UNIT_FACTOR ** 2, 1 / UNIT_FACTOR ** 2];

function amountDifference(
  about: Difference['about'],
  own: ShownFigure,
  other: ShownFigure,
  summary: Side,
  form: Side,
): Difference | null {
  const factor = factorBetween(summary, form);
  if (factor === null) {
    const all = ANY_FACTOR.map((any) => difference(about, own, other, any));
    return all.includes(null) ? null : nearest(all as Difference[]);
  }
  const found = difference(about, own, other, factor);
  if (!found || own.value === 0 || other.value === 0) return found;
  const byUnit = [UNIT_FACTOR, 1 / UNIT_FACTOR].some((off) => !difference(about, own, other, factor * off));
  return { ...found, byUnit };
}

/** Nobody knows the unit: the one in which the amounts come nearest to each other. */
function nearest(all: readonly Difference[]): Difference {
  const distance = ({ here, expected }: Difference): number => Math.abs(Math.log(here.value / expected));
  return all.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

function difference(
  about: Difference['about'],
  here: ShownFigure | undefined,
  there: ShownFigure | undefined,
  factor: number,
): Difference | null {
  if (!here || !there) return null;
  const expected = there.value * factor;
  // With room for binary noise.
  const allowed = Math.max(here.half, there.half * factor) * (1 + 1e-6) + 1e-12 * Math.abs(expected);
  return Math.abs(here.value - expected) <= allowed ? null : { about, byUnit: false, here, there, expected };
}
