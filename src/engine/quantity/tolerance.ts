import { amountAt, type Amount } from './amounts';
import { codeOf, skipSpaces } from './characters';
import type { UnitMatch } from './units';

const PLUS_MINUS = codeOf('±');
const OPENING = codeOf('(');
const CLOSING = codeOf(')');
const WHOLE = 100;

/** What a figure may be off: the ends of what is right, and their unit. */
export interface Tolerance {
  readonly low: number;
  readonly high: number;
  /** The multiplier that was written. */
  readonly scale: number;
  /** `null` where none is written. */
  readonly unit: UnitMatch | null;
  /** Behind the amount and its closing bracket. */
  readonly end: number;
}

/**
 * The tolerance behind a figure: 500±20人, 500人(±5%). A share is one of the figure, or, of a percentage, so many points.
 * `null` where none stands there, or the two are in different units.
 */
export function toleranceOf(half: string, of: Amount): Tolerance | null {
  if (of.upper !== null) return null;
  let at = skipSpaces(half, of.end);
  const bracket = half.charCodeAt(at) === OPENING;
  if (bracket) at = skipSpaces(half, at + 1);
  if (half.charCodeAt(at) !== PLUS_MINUS) return null;
  const by = amountAt(half, skipSpaces(half, at + 1));
  if (by === null || by.chinese || by.upper !== null || by.approximation !== null || by.value < 0)
    return null;
  let end = by.end;
  if (bracket) {
    end = skipSpaces(half, end);
    if (half.charCodeAt(end) !== CLOSING) return null;
    end += 1;
  }
  const read = readOff(of, by);
  return read && { ...read, end };
}

/** The ends and their unit; `null` where the units do not go together. */
function readOff(of: Amount, by: Amount): Omit<Tolerance, 'end'> | null {
  const share = by.unit?.unit.measure === '%';
  // 95±5% is in percent both, 500±5% is a figure and a share of it.
  const ownUnit = share && of.unit === null && of.value > WHOLE ? null : (of.unit ?? by.unit);
  if (share && ownUnit?.unit.measure !== '%')
    return ends(of.value, (of.value * by.value) / WHOLE, of.scale, ownUnit);
  if (of.unit !== null && by.unit !== null && of.unit.unit.measure !== by.unit.unit.measure) return null;
  // 5±2万元 is in 万元 both.
  const scale = of.unit === null && of.scale === 1 ? by.scale : of.scale;
  return ends(scale === of.scale ? of.value : of.value * scale, by.value, scale, ownUnit);
}

function ends(value: number, off: number, scale: number, unit: UnitMatch | null): Omit<Tolerance, 'end'> {
  return { low: value - off, high: value + off, scale, unit };
}
