import type { Project } from '../../annex/annex';
import { decimalsOf, type NumberCell } from '../../annex/values/number-cell';
import { YUAN_PER_UNIT } from '../../annex/vocabulary/money-units';
import { isMismatch, quotientOf } from '../../facts/money/rates';
import { isFigure } from '../../facts/table/number-cells';
import type { FactContext } from '../../rule/rule';
import { positionOf, type CellPosition } from '../../sheet/address';

/** Which budget the label of a column means; `null` where it does not say. */
export type BudgetScope = 'initial' | 'whole' | null;

/** A figure of a project, as it is shown. Plain. */
export interface ShownFigure {
  readonly cell: CellPosition;
  /** Money in the annex's own unit, rates as fractions. */
  readonly value: number;
  /** Half a unit of the last digit shown. */
  readonly half: number;
}

/** What of a project is compared. Plain; what is missing is not stated. */
export interface ProjectFigures {
  readonly initialBudget?: ShownFigure;
  readonly budget?: ShownFigure;
  /** What the label of `budget` says. */
  readonly scope: BudgetScope;
  readonly actual?: ShownFigure;
  readonly rate?: ShownFigure;
  /** What the rate is to the money of its own annex: one that is off is told of there; `null`: there is no such money. */
  readonly rateIs: 'right' | 'off' | null;
  readonly score?: ShownFigure;
  /** The full marks, where they are stated. */
  readonly full: number | null;
  /** Of a form the amounts of single sources, which a table may have listed as if they were all. */
  readonly parts: readonly { readonly of: 'budget' | 'actual'; readonly value: number }[];
}

/** The figures of a project that are stated; `null` where none is, or all of them are 0 as in a form not filled in. */
export function figuresOf(project: Project, { annex, profile }: FactContext): ProjectFigures | null {
  const { money, rate, scores } = project;
  const { initialBudget, budget, actual } = money;
  const quotient = quotientOf(project, profile);
  const { totalScore, totalWeight } = scores;
  const figures: ProjectFigures = {
    initialBudget: isFigure(initialBudget) ? shownMoney(initialBudget, annex) : undefined,
    budget: isFigure(budget) ? shownMoney(budget, annex) : undefined,
    scope: budget ? scopeOf(annex, budget) : null,
    actual: isFigure(actual) ? shownMoney(actual, annex) : undefined,
    rate: rate && rate.fraction !== null ? shown(rate, rate.fraction, rate.halfUnit) : undefined,
    rateIs: rate && quotient ? (isMismatch(rate, quotient.value) ? 'off' : 'right') : null,
    score: isFigure(totalScore) ? shown(totalScore, totalScore.number, halfOf(totalScore)) : undefined,
    full: totalWeight?.number ?? null,
    parts: annex.layout === 'form' ? partsOf(project) : NO_PARTS,
  };
  return isStated(figures.initialBudget) ||
    isStated(figures.budget) ||
    isStated(figures.actual) ||
    isStated(figures.rate) ||
    isStated(figures.score)
    ? figures
    : null;
}

const NO_PARTS: ProjectFigures['parts'] = [];

function isStated(figure: ShownFigure | undefined): boolean {
  return figure !== undefined && figure.value !== 0;
}

function shown(cell: CellPosition, value: number, half: number): ShownFigure {
  return { cell: positionOf(cell), value, half };
}

/** An amount in the unit of the annex, whatever unit stands in the cell. */
function shownMoney(
  cell: NumberCell & { readonly number: number },
  { moneyUnit }: FactContext['annex'],
): ShownFigure {
  const { writtenUnit } = cell;
  const factor = writtenUnit && moneyUnit ? YUAN_PER_UNIT[writtenUnit] / YUAN_PER_UNIT[moneyUnit] : 1;
  return shown(cell, cell.number * factor, halfOf(cell) * factor);
}

/** Half a unit of the last digit that the cell shows. */
function halfOf(cell: NumberCell): number {
  return 0.5 * 10 ** -decimalsOf(cell);
}

const INITIAL = /年初|期初|初始|原(?:批复|预算)/;
const WHOLE = /全年|调整|年度预算数/;

function scopeOf({ places }: FactContext['annex'], { place }: NumberCell): BudgetScope {
  const labels = places[place]?.labels ?? [];
  if (labels.some(({ text }) => INITIAL.test(text))) return 'initial';
  return labels.some(({ text }) => WHOLE.test(text)) ? 'whole' : null;
}

function partsOf({ money }: Project): ProjectFigures['parts'] {
  return Object.entries(money).flatMap(([field, cell]) => {
    const [base, source] = field.split('.');
    if ((base !== 'budget' && base !== 'actual') || source === undefined || source === 'adjustment')
      return [];
    return isFigure(cell) && cell.number !== 0 ? [{ of: base, value: cell.number }] : [];
  });
}
