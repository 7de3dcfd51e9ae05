import type { Project } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import type { Profile } from '../../profile/profile';
import type { AnnexFacts } from '../../rule/annex-facts';
import type { FactContext } from '../../rule/rule';
import { toAddress } from '../../sheet/address';
import { rateText } from '../../rule/figures';
import { isEmpty, isUnreadable } from '../table/number-cells';
import { quotientOf, type Quotient } from '../money/rates';
import type { PointsRule } from '../../annex/stated/printed-rule';
import { nearestPoints, noteTexts, printedPointsOf, type ByNote, type PrintedPoints } from './printed-points';
import { executionWeightOf, HALF_POINT, NOISE, pointsOf, pointsText, roundPoints } from './scores';

/** What the score for the execution of the budget follows from. */
export interface ExecutionPoints {
  readonly score: NumberCell;
  /** The weight's own cell; `null` where the header or the profile says it. */
  readonly weightCell: NumberCell | null;
  readonly weight: number;
  /** The rate that counts, as a fraction; more than 1 where more was spent. */
  readonly rate: number;
  readonly quotient: Quotient | null;
  /** 分值 × min(1, 执行率), or what a text of the table makes of these, to the hundredth. */
  readonly expected: number;
  /** The computed score that is nearest to the one given, where several are as good. */
  readonly nearest: number;
  /** The text of the table by which the points follow, or that speaks of them and was not understood. */
  readonly note: PointsRule | null;
  /** Whether it is not known how the points follow: `expected` is what the profile makes of it. */
  readonly unread: boolean;
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
    private readonly printed: PrintedPoints,
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
    const { actual, budget } = quotient ?? {};
    const byNote = this.printed.ofExecution(weight, rate, actual?.number ?? null, budget?.number ?? null);
    const exact = byNote?.said === 'points' ? byNote.usual : weight * Math.min(1, rate);
    const slack = weight * this.uncertainty(project, quotient);
    const points = pointsOf(score);
    return {
      score,
      weightCell: pointsOf(weightCell) === null ? null : weightCell,
      weight,
      rate,
      quotient,
      expected: roundPoints(exact),
      nearest:
        byNote?.said === 'points'
          ? this.nearestByNote(byNote, points, weight, rate, stated, slack)
          : this.nearest(points, weight, exact, stated),
      slack: byNote?.said === 'points' ? 0 : slack,
      note: byNote?.rule ?? null,
      unread: byNote !== null && byNote.said !== 'points',
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

  /** The same by a text of the table: also where the rate rounds to another step. */
  private nearestByNote(
    byNote: Extract<ByNote, { said: 'points' }>,
    points: number | null,
    weight: number,
    rate: number,
    stated: number | null,
    slack: number,
  ): number {
    if (points === null) return byNote.usual;
    const off = slack / weight;
    const at = (each: number): Extract<ByNote, { said: 'points' }> | null => {
      const said = this.printed.ofExecution(weight, Math.max(0, each), null, null);
      return said?.said === 'points' ? said : null;
    };
    const byStated = stated === null || stated < 0 ? null : at(stated);
    const ranges = [byNote, ...(byStated ? [byStated] : [])];
    if (ranges.some((range) => nearestPoints(range, points) === points)) return points;
    const rounded = [at(rate - off), at(rate + off)].flatMap((range) => range?.usual ?? []);
    return rounded.find((usual) => Math.abs(usual - points) <= NOISE) ?? byNote.usual;
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
export function executionFormula({ weightCell, weight, quotient, note }: ExecutionPoints): string | null {
  const cells = [weightCell, quotient?.actual, quotient?.budget];
  // What stands in one cell with its label is no number to a formula.
  if (!quotient || note || cells.some((cell) => cell?.label !== undefined)) return null;
  const address = ({ row, column }: { row: number; column: number }): string => toAddress(row, column);
  const points = weightCell ? address(weightCell) : String(weight);
  return `=ROUND(${points}*MIN(1,${address(quotient.actual)}/${address(quotient.budget)}),2)`;
}

/**
 * What the texts about a score for the execution name: `{weight}`, `{rate}` in percent, `{points}`, `{score}`, and of a text
 * of the table that it follows `{noteCell}` and `{note}`.
 */
export function executionTexts({
  weight,
  rate,
  expected,
  score,
  note,
}: ExecutionPoints): Record<string, string> {
  const points = pointsOf(score);
  return {
    weight: pointsText(weight),
    rate: rateText(rate),
    points: pointsText(expected),
    score: points === null ? '' : pointsText(points),
    ...(note && noteTexts(note)),
  };
}

/** One reader for all rules that ask. */
export function executionScoresOf(context: FactContext): ExecutionScores {
  return context.fact(readExecutionScores);
}

function readExecutionScores(context: FactContext): ExecutionScores {
  return new ExecutionScores(context.annex, context.profile, printedPointsOf(context));
}
