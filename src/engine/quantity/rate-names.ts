import { codeOf, endsClause } from './characters';
import type { TextSpan } from './statement';
import { CHANGE_ADVERBS, CHANGE_VERBS, NOT_RATES, RATE_ENDINGS } from './vocabulary/rates';
import { WordTable } from './word-table';

const rateEndings = WordTable.of(RATE_ENDINGS);
const notRates = WordTable.of(NOT_RATES);
const changeVerbs = WordTable.of(CHANGE_VERBS);
const changeAdverbs = WordTable.of(CHANGE_ADVERBS);
const CLOSING = codeOf(')');
const LONGEST_ENDING = 4;
/** A unit in brackets behind the name is no longer than this: 合格率(%). */
const LONGEST_NOTE = 6;
const MOST_ADVERBS = 4;

/** Whether the last clause of a half-width text is the name of a rate: 合格率, 群众满意度. */
export function endsInRateName(half: string, core: TextSpan): boolean {
  let end = core.end;
  if (half.charCodeAt(end - 1) === CLOSING) {
    const open = half.lastIndexOf('(', end);
    if (open >= core.start && end - open <= LONGEST_NOTE) end = open;
  }
  if (!rateEndings.endsAt(half, end, LONGEST_ENDING) || notRates.endsAt(half, end, LONGEST_ENDING))
    return false;
  let start = end;
  while (start > core.start && !endsClause(half.charCodeAt(start - 1))) start -= 1;
  for (let skipped = 0; skipped < MOST_ADVERBS; skipped += 1) {
    const adverb = changeAdverbs.at(half, start);
    if (adverb === null) break;
    start = adverb.end;
  }
  return changeVerbs.at(half, start) === null;
}
