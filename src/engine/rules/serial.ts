import type { AnnexView, Project } from '../annex/annex';
import { foldText } from '../annex/text';
import type { NumberCell } from '../annex/values/number-cell';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { Report, Rule } from '../rule/rule';

export const rule: Rule = {
  meta: {
    id: 'serial',
    name: { 'zh-CN': '序号不连续或项目重复', en: 'Serial numbers or projects repeat' },
    description: {
      'zh-CN':
        '序号应连续：跳号、重号、顺序颠倒即提示；每个单位或每段从 1 重新编号不算，1.1、（1）、一 等写法和用作编码的序号不检查。同一单位内项目名称完全相同的，也提示核对（名称中批次、年度不同的是不同项目）。',
      en: 'Serial numbers run on: gaps, repetitions and wrong order are noted. Beginning anew at 1 for a unit or a section is fine; 1.1, (1), 一 and numbers used as codes are left alone. Projects of one unit with the very same name are noted too (another batch or year in the name makes another project).',
    },
    topic: 'table',
    severity: 'info',
    requires: [['sequence', 'projectName']],
    fix: 'suggestion',
    basis: ['评审惯例'],
    messages: {
      gap: {
        'zh-CN': '序号从 {before} 跳到 {actual}，中间缺号。请核对是否漏项，或重新编号。',
        en: 'The serial number goes from {before} to {actual}. Check that no project is missing, or number anew.',
      },
      repeated: {
        'zh-CN': '序号 {actual} 重复，按顺序应为 {expected}。请重新编号。',
        en: 'The serial number {actual} repeats; in order it is {expected}. Number anew.',
      },
      order: {
        'zh-CN': '序号 {actual} 顺序不对，按顺序应为 {expected}。请重新编号。',
        en: 'The serial number {actual} is out of order; in order it is {expected}. Number anew.',
      },
      name: {
        'zh-CN': '同一单位已有项目“{name}”（第 {row} 行）。请核对是否重复填报。',
        en: 'This unit already has a project "{name}" (row {row}). Check that it is not reported twice.',
      },
      write: { 'zh-CN': '序号改为 {expected}', en: 'Write {expected} for it' },
    },
  },
  check(annex, report) {
    if (annex.fields.includes('sequence')) for (const wrong of wrongNumbers(annex)) report(wrong);
    reportRepeatedNames(annex, report);
  },
};

/** A project with its number, where it has a plain one; sections begin where something else stands between. */
interface Numbered {
  readonly project: Project;
  readonly cell: NumberCell;
  readonly number: number;
  readonly opens: boolean;
}

/** Rows that have to be numbered before anything is said. */
const ENOUGH = 3;
/** Beyond this share of numbers out of line they are no serial numbers, but codes or numbers of something else. */
const MOST_WRONG = 0.2;

function wrongNumbers(annex: AnnexView): Report[] {
  // Which number follows which is known only where all are.
  if (annex.projects.some(({ sequence }) => sequence?.presence === 'unknown')) return [];
  const numbered = plainNumbers(annex);
  if (numbered.length < ENOUGH) return [];
  const wrong: Report[] = [];
  const most = Math.max(1, Math.floor(numbered.length * MOST_WRONG));
  let before: number | null = null;
  for (let i = 0; i < numbered.length; i++) {
    const { project, cell, number, opens } = numbered[i]!;
    const next = numbered[i + 1];
    if (before === null || number === before + 1 || (number === 1 && (opens || restarts(next)))) {
      before = number;
      continue;
    }
    if (wrong.length === most) return [];
    const expected: number = before + 1;
    // Two numbers that changed places, one number that is wrong by itself, or numbers left out.
    const swapped: boolean = next !== undefined && number === expected + 1 && next.number === expected;
    const alone: boolean = next?.number === expected + 1;
    const gap: boolean = !swapped && !alone && number > expected;
    wrong.push({
      cell,
      project,
      related: [numbered[i - 1]!.cell, ...(swapped && next ? [next.cell] : [])],
      message: gap ? 'gap' : number <= before ? 'repeated' : 'order',
      data: { actual: String(number), before: String(before), expected: String(expected) },
      expected,
      actual: number,
      suggestions: [
        {
          title: 'write',
          data: { expected: String(expected) },
          edits: [editOf(cell, { value: typeof cell.raw === 'string' ? String(expected) : expected })],
        },
      ],
    });
    if (swapped) {
      i++;
      before = number;
    } else before = alone ? expected : number;
  }
  return wrong;
}

/** A 1 that a 2 follows, or that nothing follows, begins a count of its own. */
function restarts(next: Numbered | undefined): boolean {
  return next !== undefined && next.number === 2;
}

function plainNumbers({ projects }: AnnexView): Numbered[] {
  const numbered: Numbered[] = [];
  let opens = true;
  let above: Project | null = null;
  for (const project of projects) {
    // Something else stands between: a heading, a sum, a header of the next page.
    if (above && (project.row > above.lastRow + 1 || project.unit !== above.unit)) opens = true;
    above = project;
    const { sequence } = project;
    if (!sequence || sequence.presence === 'blank') continue;
    const number = plainNumber(sequence);
    if (number === null) {
      opens = true;
      continue;
    }
    numbered.push({ project, cell: sequence, number, opens });
    opens = false;
  }
  return numbered;
}

/** 7 and "07"; no 1.1, （1）, 一 or 1、 */
function plainNumber({ raw }: NumberCell): number | null {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw > 0 ? raw : null;
  return typeof raw === 'string' && /^\s*\d{1,6}\s*$/.test(raw) ? Number(raw) : null;
}

function reportRepeatedNames({ projects, fields }: AnnexView, report: (finding: Report) => void): void {
  // Where only departments are named, their units may have the same projects.
  if (!fields.includes('unit') && fields.includes('department')) return;
  let unit: string | null | undefined;
  const byUnit = new Map<string | null, Map<string, Project>>();
  let names = new Map<string, Project>();
  for (const project of projects) {
    if (project.unit !== unit) {
      unit = project.unit;
      const known = byUnit.get(unit);
      if (known) names = known;
      else byUnit.set(unit, (names = new Map<string, Project>()));
    }
    if (!project.nameCell.answered) continue;
    const name = foldText(project.name);
    const first = names.get(name);
    if (!first) {
      names.set(name, project);
      continue;
    }
    report({
      cell: project.nameCell,
      related: [first.nameCell],
      project,
      message: 'name',
      data: { name: quote(project.name), row: String(first.row + 1) },
    });
  }
}
