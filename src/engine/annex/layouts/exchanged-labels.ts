import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import { indicatorParts, rowIndicatorRole, type IndicatorRole } from '../field-id';
import type { HeaderBlock } from '../header/find-header';
import type { Place } from '../place';
import { foldText } from '../text';
import { readTextNumber } from '../values/number-cell';

/** Rows of the body that are looked at. */
const SAMPLE = 400;
/** So many different pairs that tell, without one that tells the contrary, are no slip, copied from row to row or not. */
const ENOUGH_PAIRS = 3;

/**
 * Unsettles pairs of columns whose labels were exchanged by what their cells hold: 完成值 over conditions that the bare
 * figures under 指标值 meet, 得分 over what is never below 分值 and often above it. What follows from such a pair would
 * accuse every row.
 *
 * @returns the places with the fields of such pairs as guesses; the same where there are none
 */
export function unsettleExchanged(
  sheet: SheetSnapshot,
  block: HeaderBlock,
  places: readonly Place[],
): readonly Place[] {
  const doubted = new Map<Place, Place>();
  for (const [a, b, isExchanged] of pairsOf(places)) {
    if (!isExchanged(rowsOf(sheet, block, a, b))) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      doubted.set(one, { ...one, field: null, guess: { field: one.field!, runnerUp: other.field } });
  }
  return doubted.size === 0 ? places : places.map((place) => doubted.get(place) ?? place);
}

type Row = readonly [unknown, unknown];

function* pairsOf(
  places: readonly Place[],
): Generator<readonly [Place, Place, (rows: readonly Row[]) => boolean]> {
  const byIndicator = new Map<string, Partial<Record<IndicatorRole, Place>>>();
  for (const place of places) {
    const { field, indicator } = place;
    const role = field && (rowIndicatorRole(field) ?? indicatorParts(field)?.role);
    if (!role || role === 'level1' || role === 'level2') continue;
    const key = String(indicator);
    const roles = byIndicator.get(key) ?? {};
    byIndicator.set(key, roles);
    roles[role] ??= place;
  }
  for (const { target, result, weight, score } of byIndicator.values()) {
    if (target && result) yield [target, result, areResultsConditions];
    if (weight && score) yield [weight, score, areScoresWeights];
  }
}

function rowsOf(sheet: SheetSnapshot, { bodyRow }: HeaderBlock, a: Place, b: Place): Row[] {
  const end = Math.min(bodyRow + SAMPLE, sheet.firstRow + sheet.rowCount);
  return Array.from({ length: Math.max(0, end - bodyRow) }, (_, i) => [
    valueAt(sheet, bodyRow + i, a.line),
    valueAt(sheet, bodyRow + i, b.line),
  ]);
}

const CONDITION = /^(?:[≥≧>》]=?|不低于|不少于|[≤≦<《]=?|不超过|不高于)(\d+(?:\.\d+)?)/;
const AT_MOST = /^(?:[≤≦<《]|不超过|不高于)/;
const FIGURE = /^(\d+(?:\.\d+)?)/;

/** Conditions stand under the result alone, and the bare figures under the target meet them without being the same. */
function areResultsConditions(rows: readonly Row[]): boolean {
  const beyond = new Set<string>();
  for (const [target, result] of rows) {
    const asked = textOf(result);
    // 98 % is stored as a fraction.
    const told = textOf(typeof target === 'number' && asked.includes('%') ? target * 100 : target);
    if (CONDITION.test(told)) return false;
    const condition = CONDITION.exec(asked);
    const figure = FIGURE.exec(told);
    if (!condition || !figure) {
      if (figure && FIGURE.test(asked)) return false;
      continue;
    }
    const [limit, reached] = [Number(condition[1]), Number(figure[1])];
    if (AT_MOST.test(asked) ? reached < limit : reached > limit) beyond.add(`${told} ${asked}`);
    else if (reached !== limit) return false;
  }
  return beyond.size >= ENOUGH_PAIRS;
}

/** What is called the score is above what is called the weight in many rows, and below it in none. */
function areScoresWeights(rows: readonly Row[]): boolean {
  const above = new Set<string>();
  for (const [weight, score] of rows) {
    const [most, got] = [numberOf(weight), numberOf(score)];
    if (most === null || got === null) continue;
    if (got < most) return false;
    if (got > most) above.add(`${most} ${got}`);
  }
  return above.size >= ENOUGH_PAIRS;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? foldText(value) : typeof value === 'number' ? String(value) : '';
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.length < 24 ? (readTextNumber(value)?.number ?? null) : null;
}
