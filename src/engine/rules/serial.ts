import { foldText } from '../annex/text';
import { cellOf, placeText } from '../facts/across/place-on-sheet';
import { identityOf, type ProjectIdentity } from '../facts/across/same-project';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import { positionOf, type CellPosition } from '../sheet/address';
import { defineRule, refOf, type AnnexOfWorkbook, type Learning, type ProjectRef } from '../rule/rule';
import {
  addNumber,
  mergeNumbers,
  noNumbers,
  wrongNumbers,
  type SerialNumbers,
  type WrongNumber,
} from './serial/numbers';
import { addName, namesakes, type NamedProject } from './serial/repeated-names';

interface LearntProjects {
  readonly numbers: SerialNumbers;
  readonly names: NamedProject[];
  form: FormProject | null;
}

/** What is out of line, by the index of the project: its number, or its name with the cell that has it already. */
interface OutOfLine {
  readonly numbers: Readonly<Record<number, WrongNumber>>;
  readonly names: Readonly<Record<number, CellPosition>>;
  /** The project of a form, which may have another form in the workbook. */
  readonly form: FormProject | null;
}

interface FormProject {
  readonly project: ProjectRef;
  readonly identity: ProjectIdentity;
  readonly cell: CellPosition;
}

const outOfLine: Learning<LearntProjects, OutOfLine> = {
  empty: () => ({ numbers: noNumbers(), names: [], form: null }),
  add(learnt, project, context) {
    const { numbers, names } = learnt;
    const { fields, layout } = context.annex;
    if (fields.includes('sequence')) addNumber(numbers, project);
    // Where only departments are named, their units may have the same projects.
    if (fields.includes('unit') || !fields.includes('department')) addName(names, project);
    const identity = layout === 'form' ? identityOf(project, context) : null;
    if (identity) learnt.form = { project: refOf(project), identity, cell: positionOf(project.nameCell) };
  },
  merge(learnt, further) {
    const { numbers, names } = learnt;
    learnt.form ??= further.form;
    mergeNumbers(numbers, further.numbers);
    for (const name of further.names) names.push(name);
  },
  settle: ({ numbers, names, form }) => ({
    numbers: wrongNumbers(numbers),
    names: namesakes(names),
    form,
  }),
};

export const rule = defineRule({
  meta: {
    id: 'serial',
    name: { 'zh-CN': '序号不连续或项目重复', en: 'Serial numbers or projects repeat' },
    description: {
      'zh-CN':
        '序号应连续：跳号、重号、顺序颠倒即提示；每个单位或每段从 1 重新编号不算，1.1、（1）、一 等写法和用作编码的序号不检查。同一单位内项目名称完全相同的，或在同一工作簿有两张同样的自评表的，也提示核对（名称中批次、年度不同的是不同项目）。',
      en: 'Serial numbers run on: gaps, repetitions and wrong order are noted. Beginning anew at 1 for a unit or a section is fine; 1.1, (1), 一 and numbers used as codes are left alone. Projects of one unit with the very same name in a table, or with two forms of one kind in a workbook, are noted too (another batch or year in the name makes another project).',
    },
    topic: 'table',
    severity: 'info',
    requires: [['sequence', 'projectName']],
    fix: 'suggestion',
    basis: ['评审惯例'],
    habit: 'none',
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
        'zh-CN': '序号 {actual} 次序有误，按顺序应为 {expected}。请重新编号。',
        en: 'The serial number {actual} is out of order; in order it is {expected}. Number anew.',
      },
      name: {
        'zh-CN': '同一单位已有项目“{name}”（第 {row} 行）。请核对是否重复填报。',
        en: 'This unit already has a project "{name}" (row {row}). Check that it is not reported twice.',
      },
      form: {
        'zh-CN': '同一单位的项目“{name}”在本工作簿已有一张自评表（{place}）。请核对是否重复填报。',
        en: 'The project "{name}" of this unit has a form in this workbook already ({place}). Check that it is not reported twice.',
      },
      write: { 'zh-CN': '序号改为 {expected}', en: 'Write {expected} for it' },
    },
  },
  learn: outOfLine,
  project(project, { learnt }, report) {
    const { index } = project;
    const wrong = learnt.numbers[index];
    const sequence = wrong && project.sequence;
    if (wrong && sequence) {
      const { kind, before, expected, beside } = wrong;
      const actual = Number(sequence.raw);
      report({
        cell: sequence,
        project,
        related: beside,
        message: kind,
        data: { actual: String(actual), before: String(before), expected: String(expected) },
        expected,
        actual,
        suggestions: [
          {
            title: 'write',
            data: { expected: String(expected) },
            edits: [
              editOf(sequence, { value: typeof sequence.raw === 'string' ? String(expected) : expected }),
            ],
          },
        ],
      });
    }
    const first = learnt.names[index];
    if (first)
      report({
        cell: project.nameCell,
        related: [first],
        project,
        message: 'name',
        data: { name: quote(project.name), row: String(first.row + 1) },
      });
  },
  workbook({ annexes }) {
    const firsts = new Map<string, Annex>();
    for (const one of annexes) {
      const { form } = one.learnt;
      const { unit, name } = form?.project ?? { unit: null, name: '' };
      // Forms that do not name their unit may be of as many units.
      if (!form || unit === null) continue;
      const key = JSON.stringify([
        form.identity.name,
        form.identity.code,
        foldText(unit),
        one.annex.year,
        // Another form of the same project asks for something else.
        foldText(one.annex.title ?? ''),
      ]);
      const first = firsts.get(key);
      if (first)
        one.report({
          cell: form.cell,
          related: [cellOf(first.learnt.form!.cell, first.annex)],
          project: form.project,
          message: 'form',
          data: { name: quote(name), place: placeText(first.learnt.form!.cell, first.annex, one.annex) },
        });
      else firsts.set(key, one);
    }
  },
});

type Annex = AnnexOfWorkbook<OutOfLine>;
