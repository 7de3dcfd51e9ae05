import type { Indicator } from '../../annex/annex';
import { decimalsOf, type NumberCell } from '../../annex/values/number-cell';
import type { FactContext } from '../../rule/rule';
import type { CellContent } from '../../sheet/edit';
import { shownDigits } from '../../sheet/number-format';
import { editOf } from '../../rule/edits';
import { roundNoise } from '../../rule/figures';
import type { Fix } from '../../rule/finding';

/** Binary noise of sums of points. */
export const NOISE = 1e-6;
/** Half a point: half a unit of a score in whole points. */
export const HALF_POINT = 0.5;

/** The points of a cell; 50 where it shows 50%. `null` where it holds none. */
export function pointsOf(cell: NumberCell | null | undefined): number | null {
  if (!cell || cell.number === null) return null;
  return cell.format.includes('%') && !cell.asText ? roundNoise(cell.number * 100) : cell.number;
}

/** The cell that gives an indicator points: its score, else its weight; `null` where neither does. */
export function pointsCellOf({ score, weight }: Pick<Indicator, 'score' | 'weight'>): NumberCell | null {
  return [score, weight].find((cell) => (cell?.number ?? 0) > 0) ?? null;
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
function pointsContent(cell: NumberCell, points: number): CellContent {
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
  if (difference > HALF_POINT + NOISE) return false;
  if (Number.isInteger(points)) return whole;
  // Stored with decimals, shown as a whole number.
  return decimalsOf(cell) === 0;
}

/** The points of 预算执行率 in an annex: as its header or most of its rows say, else as the profile does. */
export function executionWeightOf({ annex, profile }: Pick<FactContext, 'annex' | 'profile'>): number {
  return annex.executionWeight?.points ?? profile.executionWeight;
}
