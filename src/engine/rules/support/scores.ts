import type { Annex, Project } from '../../annex/annex';
import { decimalsOf, type NumberCell } from '../../annex/values/number-cell';
import { statedExecutionWeight } from '../../profile/execution-weight';
import type { Profile } from '../../profile/profile';
import { toAddress } from '../../sheet/address';
import type { CellContent } from '../../sheet/edit';
import { shownDigits } from '../../sheet/number-format';
import { editOf } from './edits';
import { roundNoise } from './figures';
import type { Fix } from './finding';
import { quotientOf, type Quotient } from './rates';

/** Binary noise of sums of points. */
export const NOISE = 1e-6;
/** Half a unit of a whole number. */
const HALF = 0.5;

/** The points of a cell; 50 where it shows 50%. `null` where it holds none. */
export function pointsOf(cell: NumberCell | null | undefined): number | null {
  if (!cell || cell.number === null) return null;
  return cell.format.includes('%') && !cell.asText ? roundNoise(cell.number * 100) : cell.number;
}

/** Whether nothing stands in the cell: it is blank or holds a sign for nothing. */
export function isEmpty(cell: NumberCell | null | undefined): boolean {
  return cell?.presence === 'blank' || cell?.presence === 'placeholder';
}

/** Whether the cell holds words or an error where points are due: nothing can be said of it. */
export function isUnreadable(cell: NumberCell | null | undefined): boolean {
  return cell != null && cell.number === null && !isEmpty(cell);
}

/** Points to the hundredth, as scores are given. */
export function roundPoints(points: number): number {
  return Math.round((points + 1e-9) * 100) / 100;
}

/** Points for a message: two decimals at most, without closing zeros. */
export function pointsText(points: number): string {
  return String(roundPoints(points));
}

/** Writes points into a cell, in percent where the cell shows percent. */
export function pointsContent(cell: NumberCell, points: number): CellContent {
  const percent = shownDigits(cell.format).percent && !cell.asText;
  return { value: percent ? roundNoise(points / 100) : roundPoints(points) };
}

/** Titles that every rule that writes points needs among its messages. */
export const POINTS_FIX_MESSAGES = {
  writePoints: { 'zh-CN': '改为 {points} 分', en: 'Write {points}' },
} as const;

/** Writes points; the title is among `POINTS_FIX_MESSAGES`. */
export function pointsFix(cell: NumberCell, points: number): Fix {
  return {
    title: 'writePoints',
    data: { points: pointsText(points) },
    edits: [editOf(cell, pointsContent(cell, points))],
  };
}

/**
 * Whether the scores of an annex are rounded to whole points: then one that is within half a point of the
 * computed one is right. Fed with every score and what it should be, before any of them is judged.
 */
export class WholePoints {
  private fractional = 0;
  private rounded = 0;
  private roundedUp = 0;

  constructor(private readonly tolerance: number) {}

  /** @param full the most points there are: full marks need no rounding, and say little about it */
  add(cell: NumberCell, points: number, expected: number, full: number): void {
    if (decimalsOf(cell) > 0 || !Number.isInteger(points)) {
      this.fractional++;
      return;
    }
    const difference = Math.abs(points - expected);
    if (difference <= this.tolerance || difference > HALF + NOISE) return;
    if (points >= full) this.roundedUp++;
    else this.rounded++;
  }

  /** Whether scores are seen to be rounded, or several are full where only rounding makes them so. */
  get usual(): boolean {
    if (this.fractional > 0) return this.rounded > this.fractional;
    return this.rounded > 0 || this.roundedUp > 1;
  }

  /** Whether a score was rounded to a whole that is not the full marks. */
  get seen(): boolean {
    return this.rounded > this.fractional;
  }
}

/** Whether a score is within the rounding of its own last digit, or of whole points where those are usual. */
export function isRoundedTo(
  cell: NumberCell,
  points: number,
  expected: number,
  tolerance: number,
  whole: boolean,
): boolean {
  const difference = Math.abs(points - expected);
  if (difference <= tolerance + NOISE) return true;
  if (difference > HALF + NOISE) return false;
  if (Number.isInteger(points)) return whole;
  // Stored with decimals, shown as a whole number.
  return decimalsOf(cell) === 0;
}

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
    annex: Annex,
    private readonly profile: Pick<Profile, 'executionWeight' | 'rateDenominator'>,
  ) {
    this.stated = executionWeightOf(annex, profile);
    this.half = HALF * 10 ** -annex.moneyDecimals;
    this.weighsIndicators = [...annex.fields].some(
      (f) => f.startsWith('indicator.') && f.endsWith('.weight'),
    );
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

/** The points of 预算执行率 in an annex: as its header or most of its rows say, else as the profile does. */
export function executionWeightOf(
  annex: Annex,
  { executionWeight }: Pick<Profile, 'executionWeight'>,
): number {
  return statedExecutionWeight(annex, 200)?.points ?? executionWeight;
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
    rate: `${(rate * 100).toFixed(2)}%`,
    points: pointsText(expected),
    score: points === null ? '' : pointsText(points),
  };
}
