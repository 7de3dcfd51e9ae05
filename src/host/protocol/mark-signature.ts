import type { MarkSeverity } from '../port';

/**
 * The formula of a mark's conditional format. It is always true, refers to no cell, and tells whose mark it is
 * from the file alone.
 */
export function markFormula(severity: MarkSeverity): string {
  return `="annex-reviewer:${severity}"<>""`;
}

/**
 * The severity that a conditional format's formula signs for, or `null` where the format is not ours. Other programs
 * write the same in other words: in brackets, the sides exchanged, or as what is not equal.
 */
export function markSeverity(formula: string): MarkSeverity | null {
  const match = MARK.exec(withoutBrackets(formula.replace(/\s+/g, '').replace(/^[=+]+/, '')));
  return match ? ((match[1] ?? match[2] ?? match[3]) as MarkSeverity) : null;
}

const SIGNED = '"annex-reviewer:(error|warning|info)"';
const MARK = new RegExp(`^(?:${SIGNED}<>""|""<>${SIGNED}|NOT\\(${SIGNED}=""\\))$`, 'i');

function withoutBrackets(formula: string): string {
  const inside = /^\((.*)\)$/.exec(formula)?.[1];
  return inside === undefined || /^[^"]*\)/.test(inside) ? formula : withoutBrackets(inside);
}

/** The first line of a note of ours. */
export const NOTE_SIGNATURE = '绩效自评审核';

/** The whole text of a note of ours. */
export function noteText(findings: string): string {
  return `${NOTE_SIGNATURE}\n${findings}`;
}

/** How the lines below it begin: how bad a finding is, and what would correct it. */
const NOTE_FINDING = /^(?:【(?:错误|警告|提示)】|(?:Error|Warning|Note): )/;
const NOTE_WORDS = [
  '【错误】',
  '【警告】',
  '【提示】',
  '建议：',
  'Error: ',
  'Warning: ',
  'Note: ',
  'Suggestion: ',
];

/**
 * Whether a note is ours: by its first line, as long as nobody has written a line of his own below our findings. Programs
 * that save the workbook put a colon behind the first line, as behind the name of an author, write line ends out, or join
 * it with the line that follows.
 */
export function isOwnNote(text: string): boolean {
  const plain = text.replace(/_x000[dD]_|[\u200b\ufeff]/g, '').trimStart();
  const found = new RegExp(`^${NOTE_SIGNATURE}[:：]?[^\\S\\n\\r]*([\\r\\n]?)([^]*)$`).exec(plain);
  if (!found) return false;
  const [, end, rest] = found as unknown as readonly [string, string, string];
  const [first, ...others] = rest.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (first === undefined) return true;
  return NOTE_FINDING.test(first) ? others.every(isNoteLine) : end !== '';
}

/** The last line of a long note is cut short, wherever that is. */
function isNoteLine(line: string): boolean {
  const cut = line.endsWith('…') ? line.slice(0, -1) : null;
  return NOTE_WORDS.some((word) => line.startsWith(word) || (cut !== null && word.startsWith(cut)));
}
