import type { QualityGrade, TextSpan } from './statement';
import { GRADES, NO_GRADES, NOT_UNIVERSAL, UNIVERSAL, WHOLE_TEXT_ONLY } from './vocabulary/grades';
import { WordTable } from './word-table';

/** The grade that speaks where several are said, first. */
const PRECEDENCE: readonly QualityGrade[] = ['not', 'partial', 'achieved', 'vague'];

const words = new WordTable<QualityGrade | null>([
  ...PRECEDENCE.flatMap((grade) => GRADES[grade].map((word) => [word, grade] as const)),
  ...NO_GRADES.map((word) => [word, null] as const),
]);

const universal = new WordTable<boolean>([
  ...UNIVERSAL.map((word) => [word, true] as const),
  ...NOT_UNIVERSAL.map((word) => [word, false] as const),
]);

/** The grade of a half-width text and the word that makes it. */
export function readGrade(
  half: string,
  core: TextSpan,
): { grade: QualityGrade | null; span: TextSpan | null } {
  let rank = PRECEDENCE.length;
  let span: TextSpan | null = null;
  let i = words.next(half, core.start);
  while (i < core.end) {
    const match = words.at(half, i);
    if (match === null) {
      i = words.next(half, i + 1);
      continue;
    }
    const whole = i === core.start && match.end === core.end;
    if (match.value !== null && (match.word.length > WHOLE_TEXT_ONLY || whole)) {
      const found = PRECEDENCE.indexOf(match.value);
      if (found < rank) {
        rank = found;
        span = { start: i, end: match.end };
      }
    }
    i = words.next(half, match.end);
  }
  return { grade: PRECEDENCE[rank] ?? null, span };
}

/** Whether the text says “all of it” in words. */
export function saysAll(half: string): boolean {
  for (let i = universal.next(half, 0); i < half.length;) {
    const match = universal.at(half, i);
    if (match?.value === true) return true;
    i = universal.next(half, match?.end ?? i + 1);
  }
  return false;
}
