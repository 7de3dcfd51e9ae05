import type { Project } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import type { Profile } from '../../profile/profile';
import type { AnnexFacts } from '../../rule/annex-facts';
import type { FactContext } from '../../rule/rule';
import { toAddress } from '../../sheet/address';
import { rateText } from '../../rule/figures';
import { isEmpty, isUnreadable } from '../table/number-cells';
import { quotientOf, type Quotient } from '../money/rates';
import { executionWeightOf, HALF_POINT, pointsOf, pointsText, roundPoints } from './scores';

/** What the score for the execution of the budget follows from. */
export interface ExecutionPoints {
  readonly score: NumberCell;
  /** The weight's own cell; `null` where the header or the profile says it. */
  readonly weightCell: NumberCell | null;
  readonly weight: number;
  /** The rate that counts, as a fraction; more than 1 where more was spent. */
  readonly rate: number;
  readonly quotient: Quotient | null;
  /** 分值 × min(1, 执行率), to the hundredth. */
  readonly expected: number;
  /** The computed score that is nearest to the one given, where several are as good. */
  readonly nearest: number;
  /** How far rounding of what it is computed from may lead, beside rounding of the score itself. Points. */
  readonly slack: number;
}

/** Computes the scores for the execution of the budget of one annex. */
export class ExecutionScores {
  private readonly stated: number;
  private readonly half: number;
  private readonly weighsIndicators: boolean;

  constructor(
    annex: AnnexFacts,
    private readonly profile: Profile,
  ) {
    this.stated = executionWeightOf({ annex, profile });
    this.half = HALF_POINT * 10 ** -annex.moneyDecimals;
    this.weighsIndicators = annex.fields.some((f) => f.startsWith('indicator.') && f.endsWith('.weight'));
  }

  /** `null` where there is no such column, or no weight or rate to compute it from. */
  of(project: Project): ExecutionPoints | null {
    const score = project.scores['executionRate.score'];
    if (!score) return null;
    const weightCell = project.scores['executionRate.weight'] ?? null;
    if (isUnreadable(weightCell) || (isEmpty(weightCell) && isEmpty(score))) return null;
    const weight = pointsOf(weightCell) ?? this.stated;
    if (weight <= 0) return null;
    const quotient = quotientOf(project, this.profile);
    const stated = rateOf(project);
    const rate = quotient?.value ?? stated;
    if (rate === null || rate < 0) return null;
    const exact = weight * Math.min(1, rate);
    return {
      score,
      weightCell: pointsOf(weightCell) === null ? null : weightCell,
      weight,
      rate,
      quotient,
      expected: roundPoints(exact),
      nearest: this.nearest(pointsOf(score), weight, exact, stated),
      slack: weight * this.uncertainty(project, quotient),
    };
  }

  /**
   * A score that follows the rate as the sheet states it is right as far as it goes, and so is one of the usual
   * weight where only this project's weight differs: the rate and the weight have rules of their own.
   */
  private nearest(points: number | null, weight: number, exact: number, stated: number | null): number {
    if (points === null) return exact;
    const off = (candidate: number): number => Math.abs(candidate - points);
    let nearest = exact;
    if (stated !== null && stated >= 0 && off(weight * Math.min(1, stated)) < off(nearest))
      nearest = weight * Math.min(1, stated);
    if (this.weighsIndicators && weight !== this.stated) {
      const usual = (exact / weight) * this.stated;
      if (off(usual) < off(nearest)) nearest = usual;
    }
    return nearest;
  }

  private uncertainty({ rate }: Project, quotient: Quotient | null): number {
    if (!quotient) return rate?.halfUnit ?? 0;
    if (quotient.actual.formula || quotient.budget.formula) return 0;
    return Math.min(0.05, (this.half * (1 + Math.abs(quotient.value))) / Math.abs(quotient.budget.number));
  }
}

/** The stated rate; none where nothing was budgeted. */
function rateOf({ rate, money: { budget } }: Project): number | null {
  return budget?.number === 0 ? null : (rate?.fraction ?? null);
}

/** The score as a formula: "=ROUND(H5*MIN(1,F5/E5),2)"; `null` where the money cannot be divided. */
export function executionFormula({ weightCell, weight, quotient }: ExecutionPoints): string | null {
  if (!quotient) return null;
  const address = ({ row, column }: { row: number; column: number }): string => toAddress(row, column);
  const points = weightCell ? address(weightCell) : String(weight);
  return `=ROUND(${points}*MIN(1,${address(quotient.actual)}/${address(quotient.budget)}),2)`;
}

/** What the texts about a score for the execution name: `{weight}`, `{rate}` in percent, `{points}`, `{score}`. */
export function executionTexts({ weight, rate, expected, score }: ExecutionPoints): Record<string, string> {
  const points = pointsOf(score);
  return {
    weight: pointsText(weight),
    rate: rateText(rate),
    points: pointsText(expected),
    score: points === null ? '' : pointsText(points),
  };
}

/** One reader for all rules that ask. */
export function executionScoresOf(context: FactContext): ExecutionScores {
  return context.fact(readExecutionScores);
}

function readExecutionScores({ annex, profile }: FactContext): ExecutionScores {
  return new ExecutionScores(annex, profile);
}
