import type { Annex, Project, TotalRow } from '../../annex/annex';
import { RATE_FIELDS, type MoneyField, type ScoreField } from '../../annex/field-id';
import type { NumberCell } from '../../annex/values/number-cell';
import type { RateCell } from '../../annex/values/rate-cell';
import type { FactContext } from '../../rule/rule';
import { withFurther } from './number-cells';
import { moneyFields, scoreFields } from './places';

/** Goes through the cells that hold figures by what they bear: money, rates, weights, and scores of all parties. */
export class FigureCells {
  private readonly money: readonly MoneyField[];
  private readonly scores: readonly ScoreField[];

  constructor(annex: Pick<Annex, 'fields'>) {
    this.money = moneyFields(annex);
    this.scores = scoreFields(annex);
  }

  ofProject(project: Project, visit: (cell: NumberCell | RateCell) => void): void {
    const { money, rates, scores, groups, reviews } = project;
    for (const field of this.money) withFurther(money[field]).forEach(visit);
    const visitAll = (cells: readonly (NumberCell | RateCell | null | undefined)[]): void => {
      for (const cell of cells) if (cell) visit(cell);
    };
    visitAll(RATE_FIELDS.map((field) => rates[field]));
    for (const field of this.scores) withFurther(scores[field]).forEach(visit);
    for (const { weight, rate, score } of groups) visitAll([weight, rate, score]);
    for (const { score } of reviews) visitAll([score]);
    for (const { weight, coefficient, score, reviewedScore } of project.indicators)
      visitAll([weight, coefficient, score, reviewedScore]);
  }

  ofTotal({ money, rate }: TotalRow, visit: (cell: NumberCell | RateCell) => void): void {
    for (const field of this.money) if (money[field]) visit(money[field]);
    if (rate) visit(rate);
  }
}

/** One reader for all rules that ask. */
export function figureCellsOf(context: FactContext): FigureCells {
  return context.fact(readFigureCells);
}

function readFigureCells({ annex }: FactContext): FigureCells {
  return new FigureCells(annex);
}
