import type { Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { isNotYetDue } from '../facts/indicators/misses';
import { quote } from '../rule/figures';
import { defineRule, type Learning, type Report } from '../rule/rule';
import { namedYears, spansYears, type NamedYear } from './year-mismatch/years';

/** As many projects of one year make it the table's own. */
const USUAL = 3;

/** The years other than that of the annex, as far as it has one, that projects name. */
interface OtherYears {
  readonly any: boolean;
  /** Those that the table itself may be about. */
  readonly usual: readonly number[];
}

/** Counts the projects that name each year. */
const yearsNamed: Learning<Record<number, number>, OtherYears> = {
  empty: () => ({}),
  add(learnt, project, { annex: { year } }) {
    if (year === null) return;
    const dated = datedCells(project, year);
    if (dated.length === 0) return;
    const named = new Set(dated.flatMap(({ years }) => years.map((each) => each.year)));
    for (const each of named) learnt[each] = (learnt[each] ?? 0) + 1;
  },
  merge(learnt, further) {
    for (const [year, count] of Object.entries(further))
      learnt[Number(year)] = (learnt[Number(year)] ?? 0) + count;
  },
  settle(learnt, { annex: { year } }) {
    const own = learnt[year ?? 0] ?? 0;
    const others = Object.entries(learnt).filter(([other]) => Number(other) !== year);
    const usual = others.filter(([, count]) => count >= USUAL && count > own);
    return { any: others.length > 0, usual: usual.map(([other]) => Number(other)) };
  },
};

export const rule = defineRule({
  meta: {
    id: 'year-mismatch',
    name: { 'zh-CN': '年度不一致', en: 'Another year' },
    description: {
      'zh-CN':
        '目标、指标或完成情况写的是其他年度（如2023年度自评表写“2021年度计划”），或完成时间在自评年度的次年之后。跨年、结转、对比基期、文号、项目名称中的年份等不报；目标时间在次年的为提示，完成情况写明尚未到期的不报。',
      en: 'A goal, target or result is about another year than the annex ("2021年度计划" in that of 2023), or a date of completion lies beyond the following year. Spans of years, carry-over, years to compare with, document numbers and the years of the name are left alone; a note where a target date lies in the following year, and nothing where the result says that it is not due yet.',
    },
    topic: 'table',
    severity: 'warning',
    severities: ['info'],
    requires: [['annualGoal', 'goalCompletion', 'indicator.*.target', 'indicator.*.result']],
    fix: 'none',
    basis: ['评审惯例'],
    habit: { text: 'year' },
    messages: {
      other: {
        'zh-CN': '“{text}”所列年度为 {year} 年，与自评年度 {annexYear} 年不符。请核对年份。',
        en: '"{text}" is about {year}, the self-evaluation about {annexYear}. Check the year.',
      },
      later: {
        'zh-CN': '“{text}”的时间为 {year} 年，晚于自评年度 {annexYear} 年。请核对年份。',
        en: 'The time in "{text}" is {year}, after the year of the self-evaluation, {annexYear}. Check the year.',
      },
    },
  },
  learn: yearsNamed,
  project(project, { annex: { year }, learnt: { any, usual } }, report) {
    if (year !== null && any)
      for (const candidate of candidatesIn(datedCells(project, year), project, year))
        report(findingOf(candidate, project, year, usual.includes(candidate.year)));
  },
});

interface Candidate {
  readonly cell: TextCell;
  readonly year: number;
}

/** @param usual whether the whole table speaks of that year: then its title is in doubt, not its rows */
function findingOf({ cell, year }: Candidate, project: Project, annexYear: number, usual: boolean): Report {
  return {
    severity: usual || year === annexYear + 1 ? 'info' : undefined,
    cell,
    project,
    message: year > annexYear ? 'later' : 'other',
    data: { text: quote(cell.text), year: String(year), annexYear: String(annexYear) },
    expected: annexYear,
    actual: year,
  };
}

type Place = 'goal' | 'completion' | 'target' | 'result';

/** A cell of a project with the years that it names. */
interface Dated {
  readonly cell: TextCell;
  readonly place: Place;
  readonly years: readonly NamedYear[];
}

/** The cells of a project that name years. */
function datedCells({ name, narrative, indicators }: Project, year: number): Dated[] {
  const dated: Dated[] = [];
  take(dated, narrative.annualGoal ?? null, 'goal', name);
  take(dated, narrative.goalCompletion ?? null, 'completion', name);
  for (const indicator of indicators) {
    // What is not due before next year is rightly dated so.
    if (isNotYetDue(indicator, year)) continue;
    const { target, result } = indicator;
    take(dated, target, 'target', name);
    take(dated, result, 'result', name);
  }
  return dated;
}

/** The cells that are about another year than the annex is. */
function candidatesIn(dated: readonly Dated[], project: Project, year: number): Candidate[] {
  if (dated.every(({ years }) => years.every((named) => named.year === year))) return [];
  const { annualGoal } = project.narrative;
  if (spansYears(project.name) || dated.some(({ cell }) => spansYears(cell.text))) return [];
  if (annualGoal && spansYears(annualGoal.text)) return [];
  return dated.flatMap(({ cell, place, years }) => {
    if (years.some((named) => named.year === year)) return [];
    const wrong = years.find((named) => isWrong(named, cell.text, place, year));
    return wrong && !project.name.includes(String(wrong.year)) ? [{ cell, year: wrong.year }] : [];
  });
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
