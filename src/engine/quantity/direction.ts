import { CharacterSet } from './character-set';
import type { IndicatorKind } from './indicator-kind';
import type { Quantity } from './statement';
import { INVERSE_NOUNS, REMEDIES } from './vocabulary/rates';
import { WordTable } from './word-table';

/**
 * What a target asks of a result.
 * - `least`, `most`: no less, no more than the target; `above`, `under`: and not the target itself
 * - `exact`: the target itself; less is a miss, of more nobody can tell
 * - `equal`: the target itself; nobody can tell which side of it is the better one
 * - `within`: what lies between its ends (500±20); on either side of them it is missed
 */
export type Direction = 'least' | 'above' | 'most' | 'under' | 'exact' | 'equal' | 'within';

const inverseNouns = WordTable.of(INVERSE_NOUNS);
const remedies = WordTable.of(REMEDIES);
const notable = new CharacterSet([...inverseNouns.firstCharacters, ...remedies.firstCharacters]);

/** Whether less is better of what the text names: 投诉率, 故障次数, but not 投诉办结率. */
export function namesInverse(text: string): boolean {
  let inverse = false;
  for (
    let i = notable.next(text, 0, text.length);
    i < text.length;
    i = notable.next(text, i + 1, text.length)
  ) {
    if (remedies.at(text, i) !== null) return false;
    if (inverseNouns.at(text, i) !== null) inverse = true;
  }
  return inverse;
}

/** What the target asks; `inverse` where the indicator names something of which less is better. */
export function directionOf(target: Quantity, kind: IndicatorKind, inverse: boolean): Direction {
  switch (target.operator) {
    case '≥':
      return 'least';
    case '>':
      return 'above';
    case '≤':
      return 'most';
    case '<':
      return 'under';
    default:
      return bareDirection(target, kind, inverse);
  }
}

function bareDirection(target: Quantity, kind: IndicatorKind, inverse: boolean): Direction {
  const insists = target.operator === '=' && !target.weak;
  if (target.tolerance) return 'within';
  // So much less, or saved, is asked for at least, whatever is to fall: 事故下降3%, 节约5万元.
  if (target.sense === 'fall') return 'least';
  // Nothing is less than none: a target of 0 is a ceiling.
  if (target.value === 0 && target.upper === null) return 'most';
  switch (target.unit.dimension) {
    case 'percent':
    case 'count':
    case 'score':
      return inverse || kind === 'cost' ? 'equal' : 'least';
    case 'physical':
      if (inverse || kind === 'cost') return 'equal';
      return insists ? 'exact' : 'least';
    case 'money':
      if (kind === 'cost') return insists ? 'equal' : 'most';
      if (insists && !inverse) return 'exact';
      return kind === 'economic' && !inverse ? 'least' : 'equal';
    case 'none':
      if (kind === 'cost') return insists ? 'equal' : 'most';
      return inverse || kind === 'timeliness' ? 'equal' : 'least';
    case 'date':
    case 'duration':
      return 'equal';
  }
}
