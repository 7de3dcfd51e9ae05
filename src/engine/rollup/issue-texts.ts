import type { Finding } from '../rule/finding';
import { columnLetters, toAddress, type CellPosition } from '../sheet/address';
import type { CellTexts } from './cell-texts';
import type { FieldLabels } from './field-labels';
import type { IssueEntry } from './issue-entries';
import { statusOf, writeKey, type IssueFinding } from './issue-key';
import type { IssueColumn, RollupTexts } from './texts';

/** Texts of findings, which the rollup itself does not make. */
export interface FindingWords {
  /** What is wrong. */
  problem(finding: Finding): string;
  /** What to do about it; `null` where the message does not say. */
  advice(finding: Finding): string | null;
  /** What is to be said of all of a habit; `null`: nothing. */
  habit(finding: Finding): string | null;
  /** What each fix and suggestion would do, the best first. */
  suggestions(finding: Finding): readonly string[];
  /** The name of a rule. */
  rule(id: string): string;
}

/** Of the runs of cells of a habit, of its projects and of the texts in its cells, so many are named. */
const RUNS_NAMED = 6;
const PROJECTS_NAMED = 3;
const TEXTS_NAMED = 3;
/** From so many cells on, one below the other, a run is named by its first and last. */
const SHORTEST_RUN = 3;

/** What a row of 问题清单 says. */
export type IssueTexts = Readonly<Record<Exclude<IssueColumn, 'sequence' | 'count'>, string>> &
  Readonly<Record<'sequence' | 'count', number>>;

/** @param sequence the row's 序号 */
export function issueTexts(
  entry: IssueEntry,
  sequence: number,
  { cells, fields }: { readonly cells: CellTexts; readonly fields: FieldLabels },
  texts: RollupTexts,
  words: FindingWords,
): IssueTexts {
  const { key, unit, findings } = entry;
  const [first] = findings;
  const projects = distinct(findings.map(({ project }) => project ?? ''));
  return {
    sequence,
    unit,
    project: named(projects, PROJECTS_NAMED, 'projects', texts),
    field: named(distinct(findings.map((finding) => fields.of(finding))), TEXTS_NAMED, 'texts', texts),
    cell: cellsNamed(findings, texts),
    count: findings.length,
    original: named(distinct(findings.map(originalIn(cells))), TEXTS_NAMED, 'texts', texts),
    problem: [ofAll(findings, words.problem, texts), words.habit(first)]
      .filter((text) => text !== null)
      .join(texts.sentences),
    suggestion: ofAll(findings, (finding) => suggestionOf(finding, texts, words), texts),
    severity: texts.severities[first.severity],
    rule: words.rule(key.rule),
    status: texts.statuses[statusOf(first)],
    feedback: '',
    key: writeKey(key),
  };
}

/** What the cell of a finding says. */
export function originalIn(cells: CellTexts): (finding: IssueFinding) => string {
  return ({ sheetId, cell, actual, original }) =>
    original ?? cells.at(sheetId, cell) ?? (typeof actual === 'string' ? actual : '');
}

/** Cells for people, a bounded number of them: "Y6:Y12、Y14". */
export function cellsNamed(findings: readonly { readonly cell: CellPosition }[], texts: RollupTexts): string {
  const runs: { readonly from: CellPosition; to: CellPosition }[] = [];
  const ends = new Map<number, (typeof runs)[number]>();
  for (const { cell } of findings) {
    const run = ends.get(cell.column);
    if (run?.to.row === cell.row - 1) run.to = cell;
    else {
      const begun = { from: cell, to: cell };
      runs.push(begun);
      ends.set(cell.column, begun);
    }
  }
  const parts = runs.flatMap(({ from, to }) => {
    const column = columnLetters(from.column);
    if (to.row - from.row + 1 >= SHORTEST_RUN) return [`${column}${from.row + 1}:${column}${to.row + 1}`];
    return to.row > from.row
      ? [toAddress(from.row, from.column), toAddress(to.row, to.column)]
      : [toAddress(from.row, from.column)];
  });
  const some = parts.slice(0, RUNS_NAMED).join(texts.separators.cells);
  return parts.length > RUNS_NAMED ? texts.more.cells(some, findings.length) : some;
}

function named(
  all: readonly string[],
  most: number,
  what: 'projects' | 'texts',
  { separators, more }: RollupTexts,
): string {
  const some = all.slice(0, most).join(separators[what]);
  return all.length > most ? more[what](some, all.length) : some;
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].filter((text) => text !== '');
}

/** What is said of every finding of a row; where figures differ, of the first as an example. */
function ofAll(
  findings: IssueEntry['findings'],
  textOf: (finding: IssueFinding) => string,
  texts: RollupTexts,
): string {
  const [first, ...others] = findings;
  const text = textOf(first);
  if (others.every((other) => textOf(other) === text)) return text;
  return texts.example(toAddress(first.cell.row, first.cell.column), text);
}

function suggestionOf(finding: IssueFinding, texts: RollupTexts, words: FindingWords): string {
  if (finding.state === 'ignored' && finding.ignoredBecause)
    return texts.ignoredBecause(finding.ignoredBecause);
  const suggestion = whatToDo(finding, texts, words);
  return finding.receivedDismissal
    ? texts.saidToBeIgnored(suggestion, finding.receivedDismissal.reason)
    : suggestion;
}

/** A fix is the one right answer; of what is to be chosen from, the unit is first told what to do. */
function whatToDo(finding: IssueFinding, texts: RollupTexts, words: FindingWords): string {
  const ways = words.suggestions(finding).join(texts.or);
  const advice = finding.fix ? null : words.advice(finding);
  if (advice === null) return ways || texts.askUnit;
  return ways === '' ? advice : texts.withWays(advice, ways);
}
