import { LONGEST_CELL_TEXT } from './longest-text';
import type { IssueKey } from './issue-key';
import { cellsNamed } from './issue-texts';
import type { ListedFinding } from './listed-findings';
import type { IssueRow } from './read-issue-sheet';
import { readStatus, type RollupTexts } from './texts';

/** A row that was there and what of a row of the plan it is of. */
export interface Contribution {
  readonly old: IssueRow;
  /** `null`: of the whole row. */
  readonly finding: ListedFinding | null;
}

/** What is put into a row of the plan; `null` where nothing was typed. */
export interface TypedInput {
  readonly status: string | null;
  readonly feedback: string | null;
  /** Rows of which the cell had no room for what was typed. */
  readonly left: readonly IssueRow[];
}

/** Whether anyone typed into the row: an answer, or another status than we wrote. */
export function hasInput({ key, texts }: IssueRow): boolean {
  return texts.feedback.trim() !== '' || statusIsTyped(key, texts.status);
}

export function statusIsTyped(key: IssueKey, status: string): boolean {
  return status.trim() !== '' && readStatus(status) !== key.written;
}

/** A status in the plan's language; one of the reviewer's own stays as typed. */
export function inLanguage(status: string, texts: RollupTexts): string {
  const known = readStatus(status);
  return known ? texts.statuses[known] : status;
}

/**
 * What was typed of a row of the plan. Where several rows have become one (slips became a habit, or a list was written row
 * by row) and not the same was typed of all its cells, each answer names its cells, with the status that was chosen for them.
 *
 * @param cells how many the row is of
 */
export function typedInput(
  contributions: readonly Contribution[],
  cells: number,
  texts: RollupTexts,
): TypedInput {
  const said = new Map<string, [Said, ...Said[]]>();
  const whole = contributions.some(({ finding }) => finding === null);
  for (const { old, finding } of contributions) {
    if (whole && finding !== null && !hasInput(old)) continue;
    const status = statusIsTyped(old.key, old.texts.status) ? inLanguage(old.texts.status, texts) : null;
    const one: Said = { status, feedback: old.texts.feedback, old, finding };
    const name = JSON.stringify([status, one.feedback.trim()]);
    const alike = said.get(name);
    if (alike) alike.push(one);
    else said.set(name, [one]);
  }
  const groups = [...said.values()];
  const [only] = groups;
  if (only && groups.length === 1 && (only[0].finding === null || only.length >= cells)) {
    const [{ status, feedback }] = only;
    return { status, feedback: feedback === '' ? null : feedback, left: [] };
  }
  const answers: string[] = [];
  const left: IssueRow[] = [];
  let length = 0;
  for (const alike of groups) {
    const answer = answerOf(alike, texts);
    if (answer === null) continue;
    length += answer.length + 1;
    if (length > LONGEST_CELL_TEXT) left.push(...alike.map(({ old }) => old));
    else answers.push(answer);
  }
  return { status: null, feedback: answers.length === 0 ? null : answers.join('\n'), left };
}

interface Said extends Contribution {
  /** `null`: none was typed. */
  readonly status: string | null;
  readonly feedback: string;
}

/** What was typed of some cells of a row, in one text; `null` where nothing was. */
function answerOf(alike: readonly [Said, ...Said[]], texts: RollupTexts): string | null {
  const [{ status, feedback, old, finding }] = alike;
  const typed = [status ?? '', feedback.trim()].filter((text) => text !== '').join(texts.separators.texts);
  if (typed === '') return null;
  // What was said of a habit as a whole is said of it still.
  if (finding === null && status === null) return feedback.trim();
  const findings = alike.flatMap((one) => one.finding?.key ?? []);
  return texts.ofCells(findings.length > 0 ? cellsNamed(findings, texts) : old.texts.cell, typed);
}
