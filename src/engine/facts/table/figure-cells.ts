import type { Annex, Project, TotalRow } from '../../annex/annex';
import type { MoneyField, ScoreField } from '../../annex/field-id';
import type { NumberCell } from '../../annex/values/number-cell';
import type { RateCell } from '../../annex/values/rate-cell';
import type { FactContext } from '../../rule/rule';
import { withFurther } from './number-cells';
import { moneyFields, scoreFields } from './places';

/** Goes through the cells that hold figures by their column: money, rates, weights and scores. */
export class FigureCells {
  private readonly money: readonly MoneyField[];
  private readonly scores: readonly ScoreField[];

  constructor(annex: Pick<Annex, 'fields'>) {
    this.money = moneyFields(annex);
    this.scores = scoreFields(annex);
  }

  ofProject(project: Project, visit: (cell: NumberCell | RateCell) => void): void {
    const { money, rate, scores } = project;
    for (const field of this.money) withFurther(money[field]).forEach(visit);
    if (rate) visit(rate);
    for (const field of this.scores) if (scores[field]) visit(scores[field]);
    for (const { weight, score } of project.indicators) {
      if (weight) visit(weight);
      if (score) visit(score);
    }
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
