import { SEVERITIES, type Severity } from '../severity';
import { toAddress } from '../sheet/address';
import { LONGEST_MESSAGE, shortened } from '../sheet/shortened';
import { statusOf, type IssueFinding } from './issue-key';
import { cellsNamed, type FindingWords } from './issue-texts';
import type { OpinionTexts } from './opinion-texts';
import type { RollupTexts } from './texts';

/** What is put to a unit in one line: the findings of one rule that say the same kind of thing. */
export interface OpinionItem {
  readonly problem: string;
  readonly advice: string;
  readonly place: string;
  readonly count: number;
  /** The cell of the first. */
  readonly sheetName: string;
  readonly address: string;
}

/** So many projects, worksheets and pieces of advice are named. */
const NAMED = 3;

interface ItemWords {
  readonly texts: OpinionTexts;
  readonly common: RollupTexts;
  readonly words: FindingWords;
  /** Whether places need the name of their worksheet. */
  readonly manySheets: boolean;
}

/** The lines of one unit, the gravest first; notes are not put to it. @param findings of the unit */
export function opinionItems(findings: readonly IssueFinding[], context: ItemWords): OpinionItem[] {
  const groups = new Map<string, [IssueFinding, ...IssueFinding[]]>();
  for (const finding of findings) {
    if (statusOf(finding) !== 'pending' || finding.severity === 'info') continue;
    const key = `${finding.severity} ${finding.rule} ${finding.message}`;
    const own = groups.get(key);
    if (own) own.push(finding);
    else groups.set(key, [finding]);
  }
  const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
  return [...groups.values()]
    .sort(
      ([a, ...others], [b, ...rest]) => rank(a.severity) - rank(b.severity) || rest.length - others.length,
    )
    .map((group) => itemOf(group, context));
}

function itemOf(group: readonly [IssueFinding, ...IssueFinding[]], context: ItemWords): OpinionItem {
  const { words, common } = context;
  const [first] = group;
  const { sheetName, cell } = first;
  return {
    problem: shortened(problemOf(group, context), LONGEST_MESSAGE),
    advice: adviceOf(group, words, common),
    place: placeOf(group, context),
    count: group.length,
    sheetName,
    address: toAddress(cell.row, cell.column),
  };
}

function problemOf(group: readonly [IssueFinding, ...IssueFinding[]], { texts, words }: ItemWords): string {
  const [first, ...others] = group;
  const problem = words.problem(first);
  const projects = distinct(group.map(({ project }) => project?.trim() ?? ''));
  const named = projects.slice(0, NAMED).map(texts.quoted).join(texts.and);
  const same = others.every((other) => words.problem(other) === problem);
  if (projects.length === 0) return problem;
  const [only, another] = projects as [string, ...string[]];
  if (another === undefined && (same || others.length === 0)) return texts.ofProject(only, problem);
  if (same) return texts.ofProjects(named, projects.length, problem);
  const all = another === undefined ? named : texts.severalProjects(named, projects.length);
  return texts.example(all, words.rule(first.rule), problem);
}

/** What all are asked to do; where a figure is right for one alone, to check. */
function adviceOf(
  group: readonly [IssueFinding, ...IssueFinding[]],
  words: FindingWords,
  common: RollupTexts,
): string {
  const advice = distinct(group.map((finding) => words.advice(finding) ?? ''));
  if (advice.length > 0 && advice.length <= NAMED) return advice.join(common.sentences);
  const ways = distinct(group.map((finding) => words.suggestions(finding).slice(-1).join('')));
  const [way, ...others] = ways;
  return way !== undefined && others.length === 0 ? way : common.askUnit;
}

function placeOf(
  group: readonly [IssueFinding, ...IssueFinding[]],
  { texts, common, manySheets }: ItemWords,
): string {
  const sheets = distinct(group.map(({ sheetName }) => sheetName));
  if (sheets.length > 1) {
    const named = sheets.slice(0, NAMED).join(common.separators.cells);
    return sheets.length > NAMED ? texts.onSheets(named, sheets.length) : named;
  }
  const cells = cellsNamed(group, common);
  return manySheets ? texts.onSheet(group[0].sheetName, cells) : cells;
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].filter((text) => text !== '');
}
