import { cellOf, placeText } from '../facts/across/place-on-sheet';
import { identityFrom, mayBeOfYear, sameProjects, type ProjectIdentity } from '../facts/across/same-project';
import type { MessageText } from '../language';
import { moneyText, rateText, roundNoise } from '../rule/figures';
import { defineRule, learning, refOf, type AnnexOfWorkbook, type ProjectRef } from '../rule/rule';
import { positionOf } from '../sheet/address';
import { plainNumber } from '../sheet/number-format';
import { differencesOf, type Difference } from './summary-form-mismatch/compare';
import { figuresOf, type ProjectFigures } from './summary-form-mismatch/figures';
import { reportUnlisted } from './summary-form-mismatch/unlisted';
import {
  mergePacked,
  noFigures,
  pack,
  packedProjects,
  unpack,
  type PackedFigures,
} from './summary-form-mismatch/packed';

/** A project with figures. */
interface StatedProject {
  readonly project: ProjectRef;
  readonly identity: ProjectIdentity;
  readonly figures: ProjectFigures;
}

const figuresOfProjects = learning<PackedFigures>({
  empty: noFigures,
  add(learnt, project, context) {
    const { layout } = context.annex;
    if (layout === 'department-form' || !project.nameCell.answered) return;
    const figures = figuresOf(project, context);
    if (figures) pack(learnt, refOf(project), positionOf(project.nameCell), figures, layout === 'form');
  },
  merge: mergePacked,
});

type Annex = AnnexOfWorkbook<PackedFigures>;

/** The projects of an annex with their figures, one after the other. */
function* statedIn(
  { annex, learnt }: Annex,
  isWanted: (identity: ProjectIdentity) => boolean,
): Generator<StatedProject> {
  for (const packed of packedProjects(learnt)) {
    const { project } = packed;
    const identity = identityFrom(project, annex);
    if (identity && isWanted(identity)) yield { project, identity, figures: unpack(learnt, packed) };
  }
}

/** A form with figures. */
interface Form {
  readonly annex: Annex;
  readonly stated: StatedProject;
}

export const rule = defineRule<PackedFigures>({
  meta: {
    id: 'summary-form-mismatch',
    name: { 'zh-CN': '汇总表与自评表不一致', en: 'Summary and form disagree' },
    description: {
      'zh-CN':
        '同一工作簿内既有汇总横表又有各项目自评表的，按项目名称（有单位、编码的一并核对）逐项比对预算数、执行数、执行率和总分，统一换算元、万元，按两表中较粗的显示精度比较。对应不上或对应到多张表的项目、只有一方填写的数据、不能确认口径相同的预算数（年初与全年、仅列某一资金来源）不比较。汇总表的多数项目有自评表的，没有自评表的项目和未列入汇总表的自评表作提示；项目名称末尾有无“项目”“（本级）”视为同名。只审核一张工作表时不比对。',
      en: 'Where a workbook has a summary and the forms of its projects, their budget, spending, rate and total score are held against each other, project by project (by name, and by unit and code where there are any), in one unit of money and at the coarser of the two precisions. Projects with no form or several, figures that only one side states, and budgets that may be others (of the start of the year, of one source) are left alone. Where most projects of the summary have forms, those without one, and forms that the summary does not list, are noted; 项目 or （本级） at the end of a name makes no other project. A review of one worksheet compares nothing.',
    },
    topic: 'table',
    severity: 'error',
    severities: ['info'],
    requires: [['budget', 'initialBudget', 'actual', 'executionRate', 'totalScore']],
    settings: ['rateDenominator'],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: [
      'execution-rate-mismatch',
      'execution-rate-as-text',
      'execution-denominator',
      'total-score-mismatch',
      'fund-sum-mismatch',
      'adjusted-budget-mismatch',
      'unit-conflict',
    ],
    compares: true,
    habit: 'none',
    messages: {
      initialBudget: {
        'zh-CN': '年初预算数为 {actual}，该项目自评表（{place}）为 {expected}，两表不一致。请核对。',
        en: 'The initial budget is {actual}; the form of the project ({place}) says {expected}. Check both.',
      },
      budget: {
        'zh-CN': '预算数为 {actual}，该项目自评表（{place}）为 {expected}，两表不一致。请核对。',
        en: 'The budget is {actual}; the form of the project ({place}) says {expected}. Check both.',
      },
      actual: {
        'zh-CN': '执行数为 {actual}，该项目自评表（{place}）为 {expected}，两表不一致。请核对。',
        en: 'The spending is {actual}; the form of the project ({place}) says {expected}. Check both.',
      },
      rate: {
        'zh-CN': '执行率为 {actual}，该项目自评表（{place}）为 {expected}，两表不一致。请核对。',
        en: 'The execution rate is {actual}; the form of the project ({place}) says {expected}. Check both.',
      },
      score: {
        'zh-CN': '自评总分为 {actual}，该项目自评表（{place}）为 {expected}，两表不一致。请核对。',
        en: 'The total score is {actual}; the form of the project ({place}) says {expected}. Check both.',
      },
      noForm: {
        'zh-CN':
          '本工作簿没有项目“{name}”的自评表，而表内 {matched} 个项目都有。请核对是否漏填自评表，或两处项目名称不一致。',
        en: 'The workbook has no form of "{name}", while {matched} projects of this table have theirs. Check whether it is missing or named otherwise.',
      },
      notListed: {
        'zh-CN':
          '项目“{name}”未列入汇总表（{place}），而其他 {matched} 张自评表的项目都已列入。请核对是否漏列，或两处项目名称不一致。',
        en: 'The project "{name}" is not in the summary ({place}), while those of {matched} other forms are. Check whether it was left out or is named otherwise.',
      },
      unit: {
        'zh-CN':
          '金额为 {actual}，该项目自评表（{place}）为 {expected}，相差一万倍。请核对两表的金额单位（元、万元）。',
        en: 'The amount is {actual}; the form of the project ({place}) says {expected}, ten thousand times apart. Check the units of money of both.',
      },
    },
  },
  learn: figuresOfProjects,
  workbook({ annexes }) {
    const forms = formsByName(annexes);
    if (forms.size === 0) return;
    const summaries = annexes.filter(({ annex }) => annex.layout === 'wide');
    for (const summary of summaries) compareSummary(summary, forms);
    reportUnlisted(
      summaries,
      annexes.filter(({ annex }) => annex.layout === 'form'),
    );
  },
});

function formsByName(annexes: readonly Annex[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  for (const annex of annexes) {
    if (annex.annex.layout !== 'form') continue;
    for (const stated of statedIn(annex, () => true)) {
      const { stem } = stated.identity;
      const own = forms.get(stem);
      if (own) own.push({ annex, stated });
      else forms.set(stem, [{ annex, stated }]);
    }
  }
  return forms;
}

function compareSummary(summary: Annex, forms: ReadonlyMap<string, readonly Form[]>): void {
  const rows = new Map<string, StatedProject[]>();
  for (const stated of statedIn(summary, ({ stem }) => forms.has(stem))) {
    const { stem } = stated.identity;
    const own = rows.get(stem);
    if (own) own.push(stated);
    else rows.set(stem, [stated]);
  }
  for (const [stem, namesakes] of rows)
    for (const stated of namesakes) {
      const form = onlyForm(stated, namesakes, forms.get(stem)!, summary);
      if (form) compare(summary, stated, form);
    }
}

/** The one form of a project of which that project is the only one; `null` where several may belong together. */
function onlyForm(
  { identity }: StatedProject,
  namesakes: readonly StatedProject[],
  forms: readonly Form[],
  { annex: { year } }: Annex,
): Form | null {
  const ofYear = forms.filter(({ annex }) => mayBeOfYear({ year }, annex.annex));
  const [form, ...others] = sameProjects(identity, ofYear, ({ stated }) => stated.identity);
  if (!form || others.length > 0) return null;
  const rows = sameProjects(form.stated.identity, namesakes, (other) => other.identity);
  return rows.length === 1 && rows[0]!.identity === identity ? form : null;
}

function compare(summary: Annex, { project, figures }: StatedProject, { annex, stated }: Form): void {
  summary.compared();
  annex.compared();
  const differences = differencesOf(
    { annex: summary.annex, figures },
    { annex: annex.annex, figures: stated.figures },
  );
  let byUnit = false;
  for (const difference of differences) {
    const { about, here, there, expected } = difference;
    // That one table is in another unit is said once of a project.
    if (difference.byUnit && byUnit) continue;
    byUnit ||= difference.byUnit;
    summary.report({
      cell: here.cell,
      related: [cellOf(there.cell, annex.annex)],
      project,
      message: difference.byUnit ? 'unit' : about,
      data: {
        place: placeText(there.cell, annex.annex, summary.annex),
        actual: textOf(difference, here.value, summary),
        expected: expectedText(difference, summary, annex),
      },
      expected: roundNoise(expected),
      actual: here.value,
    });
  }
}

function textOf({ about, here, there }: Difference, value: number, { annex }: Annex): string {
  if (about === 'rate')
    return rateText(value, Math.max(2, decimalsIn(here.half) - 2, decimalsIn(there.half) - 2));
  if (about === 'score') return plainNumber(roundNoise(value));
  return annex.moneyUnit ? `${moneyText(value, annex)} ${annex.moneyUnit}` : moneyText(value, annex);
}

/** What the form says, in its own unit and, where that is another one, in that of the summary. */
function expectedText(difference: Difference, summary: Annex, form: Annex): MessageText {
  const own = textOf(difference, difference.there.value, form);
  const isMoney = difference.about !== 'rate' && difference.about !== 'score';
  if (!isMoney || summary.annex.moneyUnit === form.annex.moneyUnit) return own;
  const here = textOf(difference, difference.expected, summary);
  return { 'zh-CN': `${own}，即 ${here}`, en: `${own}, that is ${here}` };
}

/** The digits after the point of which this is half a unit. */
function decimalsIn(half: number): number {
  return Math.max(0, Math.min(6, Math.round(-Math.log10(half * 2))));
}
