import type { Annex, Indicator } from '../annex/annex';
import {
  answersAll,
  answersNothingHappened,
  asksForNone,
  figuresToAnswer,
  givesNumber,
} from '../facts/indicators/indicators';
import { isNotYetDue, missOf } from '../facts/indicators/misses';

/**
 * What became of an indicator, as far as its texts tell:
 * - `met`, `missed`: its result reaches what was asked, or does not
 * - `unquantified`: a figure was asked for, and the result has none
 * - `missing`: there is no result
 * - `words`: what was asked is told in words, is not due yet, or cannot be held against the result
 */
export const OUTCOMES = ['met', 'missed', 'unquantified', 'missing', 'words'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** @param year that of the annex */
export function outcomeOf(indicator: Indicator, { year }: Pick<Annex, 'year'>): Outcome {
  const { kind, target, result, verdict, asked } = indicator;
  if (!result?.answered) {
    const none = result?.statement.negated === true && target !== null;
    return none && (answersNothingHappened(target.statement, result.statement) || asksForNone(indicator))
      ? 'met'
      : 'missing';
  }
  const said = result.statement;
  if (verdict?.verdict === 'met') return 'met';
  if (missOf(indicator) || said.quality === 'partial' || said.quality === 'not') return 'missed';
  if (!target?.answered) return 'words';
  if (answersAll(target.statement, said) || answersNothingHappened(target.statement, said)) return 'met';
  if (isNotYetDue(indicator, year) || givesNumber(result, asked ?? target.statement)) return 'words';
  const isRate = target.statement.namesRate || kind === 'satisfaction';
  return figuresToAnswer(target.statement, kind).length > 0 || isRate ? 'unquantified' : 'words';
}

/** Whether an indicator says anything. A wide annex has room for every kind in each row. */
export function saysAnything({ name, target, result }: Indicator): boolean {
  return [name, target, result].some((cell) => cell?.answered === true);
}
