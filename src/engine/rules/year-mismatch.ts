import type { Annex, Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { quote } from '../rule/figures';
import { refOf, type ProjectRef, rollingRule, type Report, type Rule } from '../rule/rule';
import { namedYears, spansYears, type NamedYear } from './year-mismatch/years';

export const rule: Rule = rollingRule(
  {
    id: 'year-mismatch',
    name: { 'zh-CN': '年度不一致', en: 'Another year' },
    description: {
      'zh-CN':
        '目标、指标或完成情况写的是其他年度（如2023年度自评表写“2021年度计划”），或完成时间在自评年度的次年之后。跨年、结转、对比基期、文号、项目名称中的年份等不报；目标时间在次年的为提示。',
      en: 'A goal, target or result is about another year than the annex ("2021年度计划" in that of 2023), or a date of completion lies beyond the following year. Spans of years, carry-over, years to compare with, document numbers and the years of the name are left alone; a note where a target date lies in the following year.',
    },
    topic: 'table',
    severity: 'warning',
    severities: ['info'],
    requires: [['annualGoal', 'goalCompletion', 'indicator.*.target', 'indicator.*.result']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      other: {
        'zh-CN': '“{text}”写的是 {year} 年，自评年度为 {annexYear} 年。请核对年份。',
        en: '"{text}" is about {year}, the self-evaluation about {annexYear}. Check the year.',
      },
      later: {
        'zh-CN': '“{text}”的时间为 {year} 年，晚于自评年度 {annexYear} 年。请核对年份。',
        en: 'The time in "{text}" is {year}, after the year of the self-evaluation, {annexYear}. Check the year.',
      },
    },
  },
  (annex, report) => {
    const { year } = annex;
    const found: Candidate[] = [];
    const counts = new Map<number, number>();
    return {
      project(project) {
        if (year !== null) candidatesIn(project, year, found, counts);
      },
      close() {
        const own = counts.get(year ?? 0) ?? 0;
        for (const candidate of found) {
          const others = counts.get(candidate.year) ?? 0;
          // Where a whole table speaks of another year, its title is in doubt, not its rows.
          report(findingOf(candidate, annex, others >= USUAL && others > own));
        }
      },
    };
  },
);

/** As many projects of one year make it the table's own. */
const USUAL = 3;

interface Candidate {
  readonly project: ProjectRef;
  readonly cell: TextCell;
  readonly year: number;
  readonly message: 'other' | 'later';
  readonly note: boolean;
}

function findingOf({ project, cell, year, message, note }: Candidate, annex: Annex, usual: boolean): Report {
  return {
    severity: note || usual ? 'info' : undefined,
    cell,
    project,
    message,
    data: { text: quote(cell.text), year: String(year), annexYear: String(annex.year) },
    expected: annex.year!,
    actual: year,
  };
}

type Place = 'goal' | 'completion' | 'target' | 'result';

/** Cells of a project with the years that they name. */
interface Dated {
  readonly cell: TextCell;
  readonly place: Place;
  readonly years: readonly NamedYear[];
}

function candidatesIn(project: Project, year: number, found: Candidate[], counts: Map<number, number>): void {
  const dated: Dated[] = [];
  const { annualGoal, goalCompletion } = project.narrative;
  const { name } = project;
  take(dated, annualGoal ?? null, 'goal', name);
  take(dated, goalCompletion ?? null, 'completion', name);
  for (const { target, result } of project.indicators) {
    take(dated, target, 'target', name);
    take(dated, result, 'result', name);
  }
  if (dated.length === 0) return;
  if (dated.every(({ years }) => years.every((named) => named.year === year))) {
    counts.set(year, (counts.get(year) ?? 0) + 1);
    return;
  }
  const seen = new Set(dated.flatMap(({ years }) => years.map((named) => named.year)));
  for (const other of seen) counts.set(other, (counts.get(other) ?? 0) + 1);
  if (spansYears(project.name) || dated.some(({ cell }) => spansYears(cell.text))) return;
  if (annualGoal && spansYears(annualGoal.text)) return;
  for (const { cell, place, years } of dated) {
    if (years.some((named) => named.year === year)) continue;
    const wrong = years.find((named) => isWrong(named, cell.text, place, year));
    if (!wrong || project.name.includes(String(wrong.year))) continue;
    found.push({
      project: refOf(project),
      cell,
      year: wrong.year,
      message: wrong.year > year ? 'later' : 'other',
      note: wrong.year === year + 1,
    });
  }
}

/** `name` is that of the project: its years say nothing about the text. */
function take(dated: Dated[], cell: TextCell | null, place: Place, name: string): void {
  if (!cell?.answered || typeof cell.raw !== 'string') return;
  let years = namedYears(cell.text);
  if (years.length > 1 && name !== '' && cell.text.includes(name))
    years = namedYears(cell.text.replace(name, ''));
  if (years.length > 0) dated.push({ cell, place, years });
}

/** Characters before a year that still leave it at the head of the text: 目标1：, 截至. */
const HEAD = /^(?:按照|根据|完成|实现|截至|截止|在|于|年度目标[:：]|(?:目标|指标|任务)?\d?[.、:：])?$/;
const YEARLY = /^(?:年度?)(?:全年|各项|总体|目标|任务|工作|重点|绩效|计划|底|末|内)/;
const DUE = /^[^,，。；;]{0,8}(?:前|底|完成|完工|竣工|验收|结束|到位|交付)/;

function isWrong(
  { year: named, start, end, dated }: NamedYear,
  text: string,
  place: Place,
  year: number,
): boolean {
  if (named > year + 1) {
    // What is done cannot lie ahead; a goal may look further.
    return place === 'result' || place === 'completion' ? dated || start <= 2 : place === 'target' && dated;
  }
  if (named === year + 1) return place === 'target' && DUE.test(text.slice(end));
  if (HEAD.test(text.slice(0, start))) return true;
  if (place === 'target' || place === 'result') return dated;
  return dated ? DUE.test(text.slice(end)) && place === 'goal' : YEARLY.test(text.slice(start + 4));
}
