import type { Limits } from './printed-rule';

/** Limits that a text sets to a figure, with where they stand (`end` is not included). Percentages are fractions. */
export interface Interval extends Limits {
  readonly percent: boolean;
  readonly start: number;
  readonly end: number;
}

const FIGURE = String.raw`(\d+(?:\.\d+)?)(%|分)?`;
/** (含), (不含), (含80%), (含以上). */
const INCLUDED = String.raw`(?:\((?:不?含|包含|不包含)[^()]{0,6}\))?`;
const NAMED = String.raw`[^\d,;。:()≤<≥>=]{0,8}`;

const BETWEEN = new RegExp(
  String.raw`${FIGURE}${INCLUDED}(?:以上)?(?:[-–—~]|至|到|以上至)${FIGURE}${INCLUDED}(?:之间|以下|以内)?`,
  'y',
);
const AROUND = new RegExp(String.raw`${FIGURE}(?:≤|<=|≦|<)${NAMED}(?:≤|<=|≦|<)${FIGURE}`, 'y');
const AROUND_DOWN = new RegExp(String.raw`${FIGURE}(?:≥|>=|≧|>)${NAMED}(?:≥|>=|≧|>)${FIGURE}`, 'y');
const AT_LEAST = new RegExp(
  String.raw`(?:≥|>=|≧|>|大于或?等于|大于|不低于|不少于|不小于|高于|超过|达到|达|满)${FIGURE}${INCLUDED}(?:及?以上)?`,
  'y',
);
const LESS = new RegExp(
  String.raw`(?:≤|<=|≦|<|小于或?等于|小于|低于|少于|不足|不到|未达到?|不满|不超过)${FIGURE}${INCLUDED}(?:及?以下)?`,
  'y',
);
const UPWARDS = new RegExp(String.raw`${FIGURE}${INCLUDED}(?:及|\(含\))?(?:以上|及以上)`, 'y');
const DOWNWARDS = new RegExp(String.raw`${FIGURE}${INCLUDED}(?:及)?(?:以下|以内)`, 'y');

const NEGATED = /[未不]/;

/** All limits in a folded text, from the left. */
export function findIntervals(text: string): Interval[] {
  const found: Interval[] = [];
  if (!/\d/.test(text)) return found;
  for (let at = 0; at < text.length;) {
    const interval = intervalAt(text, at);
    if (interval) {
      found.push(interval);
      at = interval.end;
    } else at += /\d/.test(text[at]!) ? (/^[\d.]+/.exec(text.slice(at))?.[0].length ?? 1) : 1;
  }
  return found;
}

function intervalAt(text: string, at: number): Interval | null {
  const exec = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const two = exec(BETWEEN) ?? exec(AROUND) ?? exec(AROUND_DOWN);
  if (two) {
    const percent = two[2] === '%' || two[4] === '%';
    const ends = [two[1]!, two[3]!].map((figure) => Number(figure) / (percent ? 100 : 1));
    return {
      from: Math.min(...ends),
      to: Math.max(...ends),
      percent,
      start: at,
      end: at + two[0].length,
    };
  }
  const less = exec(LESS) ?? exec(DOWNWARDS);
  if (less) return open(less, at, 'to');
  if (NEGATED.test(text[at - 1] ?? '')) return null;
  const more = exec(AT_LEAST) ?? exec(UPWARDS);
  return more && open(more, at, 'from');
}

function open(match: RegExpExecArray, at: number, side: 'from' | 'to'): Interval {
  const percent = match[2] === '%';
  const figure = Number(match[1]) / (percent ? 100 : 1);
  return {
    from: side === 'from' ? figure : null,
    to: side === 'to' ? figure : null,
    percent,
    start: at,
    end: at + match[0].length,
  };
}
