import type { Project } from '../annex/annex';
import type { FieldId } from '../annex/field-id';
import type { TextCell } from '../annex/values/text-cell';
import { rateText } from '../rule/figures';
import { lowRateOf, quotientTexts, type LowRate } from '../facts/money/rates';
import { EXPLAINING, isLowSpendingExplained, reasonCells } from '../facts/texts/reasons';
import { MOST_RELATED } from '../rule/finding';
import { defineRule, learning, refOf, type FactContext, type ProjectRef } from '../rule/rule';
import { positionOf, type CellPosition } from '../sheet/address';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

/** The unexplained rates of an annex that has no place for a reason at all. */
interface PlacelessRates {
  count: number;
  first: { readonly cell: CellPosition; readonly project: ProjectRef; readonly rate: number } | null;
  /** Where the others stand, as many as a finding may relate to. */
  others: CellPosition[];
}

const placelessRates = learning<PlacelessRates>({
  empty: () => ({ count: 0, first: null, others: [] }),
  add(learnt, project, context) {
    if (context.annex.fields.some(isPlaceForReasons)) return;
    const low = unexplainedRate(project, context);
    const cell = low && (project.rate ?? low.quotient?.actual);
    if (!cell) return;
    learnt.count++;
    if (learnt.first === null)
      learnt.first = { cell: positionOf(cell), project: refOf(project), rate: low.rate };
    else if (learnt.others.length < MOST_RELATED) learnt.others.push(positionOf(cell));
  },
  merge(learnt, { count, first, others }) {
    learnt.count += count;
    const further = learnt.first === null || first === null ? others : [first.cell, ...others];
    learnt.first ??= first;
    learnt.others.push(...further.slice(0, MOST_RELATED - learnt.others.length));
  },
});

const PLACES: ReadonlySet<string> = new Set(EXPLAINING);

function isPlaceForReasons(field: FieldId): boolean {
  return PLACES.has(field) || field.endsWith('.deviation');
}

export const rule = defineRule({
  meta: {
    id: 'low-execution-unexplained',
    name: { 'zh-CN': '执行率偏低未说明', en: 'Low execution without a reason' },
    description: {
      'zh-CN':
        '执行率低于规定比例（默认 90%）的项目应说明原因。原因栏写明了内容，问题、整改或备注栏的内容涉及资金、进度或原因，或总体完成情况写明资金未支付的原因，即视为已说明；只有表格自带的填写提示不算。表内没有可以说明原因的栏目的，全表只报一次。',
      en: "A rate below the limit (90 % by default) needs a reason. Words in a column for reasons count as one, as do problems, measures or remarks that speak of money, time or a cause, and an overall completion that says why money was not paid; the form's own printed note does not. A table without any place for a reason is told so once.",
    },
    topic: 'rate',
    severity: 'warning',
    settings: ['explainBelow', 'rateDenominator', 'moneyTolerance'],
    requires: [
      ['executionRate', 'budget'],
      ['executionRate', 'actual'],
    ],
    fix: 'none',
    basis: ['四川省级自评表填表说明（预算执行率未达到 90% 的需说明原因）'],
    messages: {
      low: {
        'zh-CN':
          '执行率 {rate}（实际支出 {spent} ÷ 年度预算 {budget}）低于 {limit}，未说明原因。请说明执行率偏低的原因。',
        en: 'The execution rate {rate} ({spent} ÷ {budget}) is below {limit} and no reason is given. Give one.',
      },
      rate: {
        'zh-CN': '执行率 {rate} 低于 {limit}，未说明原因。请说明执行率偏低的原因。',
        en: 'The execution rate {rate} is below {limit} and no reason is given. Give one.',
      },
      noPlace: {
        'zh-CN': '执行率 {rate} 低于 {limit}，本表没有可以说明原因的栏目。请补充说明执行率偏低的原因。',
        en: 'The execution rate {rate} is below {limit}, and the table has no place for a reason. Give one.',
      },
      noPlaces: {
        'zh-CN':
          '有 {count} 个项目的执行率低于 {limit}，本表没有可以说明原因的栏目。请补充说明各项目执行率偏低的原因。',
        en: 'The execution rates of {count} projects are below {limit}, and the table has no place for a reason. Give the reasons.',
      },
    },
  },
  learn: placelessRates,
  atOnce(project, context, report) {
    const { annex, profile } = context;
    const { explainBelow } = profile;
    if (reasonCells(project).length === 0) return;
    const low = unexplainedRate(project, context);
    if (!low) return;
    const { rate, quotient } = low;
    // A reason beside an indicator is that indicator's: the rate itself calls for its own.
    const place = placeOfReason(project) ?? project.rate ?? quotient?.actual;
    if (!place) return;
    const limit = rateText(explainBelow, 0);
    report({
      cell: place,
      related: [
        ...(project.rate ? [project.rate] : []),
        ...(quotient ? [quotient.actual, quotient.budget] : []),
      ].filter((cell) => cell !== place),
      project,
      message: quotient ? 'low' : 'rate',
      data: {
        rate: rateText(rate),
        limit,
        ...(quotient ? quotientTexts(quotient, annex) : {}),
      },
      expected: explainBelow,
      actual: rate,
    });
  },
  annex({ profile: { explainBelow }, learnt: { count, first, others } }, report) {
    if (!first) return;
    const { cell, project, rate } = first;
    report({
      cell,
      related: others,
      project,
      message: count > 1 ? 'noPlaces' : 'noPlace',
      data: { rate: rateText(rate), limit: rateText(explainBelow, 0), count: String(count) },
      expected: explainBelow,
      actual: rate,
    });
  },
});

/** The first of the project's own places for a reason; `undefined` where only its indicators have one. */
function placeOfReason({ narrative }: Project): TextCell | undefined {
  return EXPLAINING.map((field) => narrative[field]).find((cell) => cell !== undefined);
}

/** The low execution rate of a project that nothing explains; `null` where there is none. */
function unexplainedRate(project: Project, context: FactContext): LowRate | null {
  const low = lowRateOf(project, context.profile);
  if (!low || isLowSpendingExplained(project)) return null;
  return unitConflictsOf(context).concerns(project, RATE_MONEY) ? null : low;
}
