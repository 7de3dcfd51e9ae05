import type { Project } from '../annex/annex';
import type { MoneyBase } from '../annex/field-id';
import { lowestLabel, type Place } from '../annex/place';
import { YUAN_PER_UNIT } from '../annex/vocabulary/money-units';
import { fundGroups, isFullySplit, MONEY_BASES, sumTolerance } from '../facts/money/funds';
import { unitConflictsOf } from '../facts/money/unit-conflicts';
import { isFigure, withFurther, type Figure } from '../facts/table/number-cells';
import { amountLabelOf } from '../facts/table/places';
import type { AnnexFacts } from '../rule/annex-facts';
import { moneyText, roundNoise } from '../rule/figures';
import { defineRule, type FactContext } from '../rule/rule';

/** A label that states its unit of money is called by its name alone. */
const MONEY_UNIT = /[（(](?:单位[:：])?(?:人民币)?(?:亿|万)?元[)）]$/;

export const rule = defineRule({
  meta: {
    id: 'department-sum-mismatch',
    name: { 'zh-CN': '基本支出与项目支出之和不符', en: 'Kinds of spending disagree with the total' },
    description: {
      'zh-CN':
        '部门整体自评表按支出性质分列的，基本支出与项目支出之和应等于该栏的资金总额（误差 0.01 万元以内），年初预算数、全年预算数、全年执行数各栏分别核对，金额写明单位的先换算；没有填写总额的，与按资金来源分列的各项之和核对。基本支出或项目支出未填写的不核对；其下还列有经营支出等其他支出的，只检查是否超过总额。“其中”各项属于所在的支出，不重复相加。',
      en: 'Where a form of a whole department parts its money by kind of spending, 基本支出 and 项目支出 must add up to the total of their column (within 0.01 万元), in each of the initial budget, the budget and the spending; amounts that name their unit are converted. Without a total they are held against the sum of the sources. Silent where one of both is blank; where further kinds of spending are listed below them, only a sum above the total is reported. What parts one kind (其中) is not added again.',
    },
    topic: 'money',
    severity: 'error',
    settings: ['moneyTolerance'],
    requires: [
      ['budget.basic', 'initialBudget.basic', 'actual.basic'],
      ['budget.projects', 'initialBudget.projects', 'actual.projects'],
    ],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: ['negative-amount'],
    compares: true,
    messages: {
      sum: {
        'zh-CN':
          '{total} {shown} 与{basic} {basicAmount}、{projects} {projectsAmount} 之和 {sum} 相差 {difference}。请核对。',
        en: '{total} {shown} and the sum {sum} of {basic} {basicAmount} and {projects} {projectsAmount} differ by {difference}. Check them.',
      },
      sources: {
        'zh-CN':
          '{basic} {basicAmount} 与{projects} {projectsAmount} 之和 {sum}，与按资金来源分列的各项之和 {shown} 相差 {difference}。请核对。',
        en: '{basic} {basicAmount} and {projects} {projectsAmount} make {sum}; the sources make {shown}, a difference of {difference}. Check them.',
      },
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const tolerance = sumTolerance(annex, profile);
    for (const base of MONEY_BASES) {
      const parts = partsOf(project, base);
      const whole = parts && wholeOf(project, base, annex);
      if (!parts || !whole) continue;
      const fields = [base, `${base}.basic`, `${base}.projects`] as const;
      const convertible = [whole.total, ...parts].some((cell) => cell?.writtenUnit);
      if (!convertible && unitConflictsOf(context).concerns(project, fields)) continue;
      const [basic, projects] = parts;
      const amounts = parts.map((cell) => amountIn(cell, annex));
      const sum = roundNoise(amounts[0]! + amounts[1]!);
      const difference = roundNoise(whole.amount - sum);
      if (Math.abs(difference) <= tolerance) continue;
      // What else was spent may be the rest.
      if (difference > 0 && hasFurtherKinds(context, parts)) continue;
      const called = (cell: Figure): string => labelText(amountLabelOf(annex, cell));
      report({
        cell: whole.total ?? basic,
        related: [...(whole.total ? [basic] : []), projects, ...whole.sources],
        project,
        message: whole.total ? 'sum' : 'sources',
        data: {
          total: whole.total ? called(whole.total) : '',
          shown: moneyText(whole.amount, annex),
          basic: called(basic),
          projects: called(projects),
          basicAmount: moneyText(amounts[0]!, annex),
          projectsAmount: moneyText(amounts[1]!, annex),
          sum: moneyText(sum, annex),
          difference: moneyText(Math.abs(difference), annex),
        },
        expected: whole.total ? sum : whole.amount,
        actual: whole.total ? whole.amount : sum,
      });
    }
  },
});

function labelText(label: string): string {
  return label.replace(MONEY_UNIT, '').replace(/^[（(]?[\d一二三四五六七八九十]+[)）、.]\s*/, '');
}

/** 基本支出 and 项目支出 of a column; `null` where one of them is not stated, or stands twice. */
function partsOf({ money }: Project, base: MoneyBase): readonly [Figure, Figure] | null {
  const [basic, projects] = [money[`${base}.basic`], money[`${base}.projects`]];
  const once = withFurther(basic).length === 1 && withFurther(projects).length === 1;
  return once && isFigure(basic) && isFigure(projects) ? [basic, projects] : null;
}

interface Whole {
  readonly amount: number;
  /** `null` where the sources tell. */
  readonly total: Figure | null;
  readonly sources: readonly Figure[];
}

/** All the money of a column: its total, else the sum of its sources where these are all there are. */
function wholeOf({ money }: Project, base: MoneyBase, annex: AnnexFacts): Whole | null {
  const total = money[base];
  if (isFigure(total)) return { amount: amountIn(total, annex), total, sources: [] };
  // A total that is no number, or stands twice, is not for others to say.
  if (total && total.presence === 'value') return null;
  const group = fundGroups([...annex.fields, base]).find((one) => one.total === base);
  if (!group || !isFullySplit(1, 1, group)) return null;
  const cells = group.parts.flatMap((field) => withFurther(money[field]));
  const sources = cells.filter(isFigure);
  if (sources.length < cells.length || sources.length < 2) return null;
  const amount = roundNoise(sources.reduce((sum, cell) => sum + amountIn(cell, annex), 0));
  return { amount, total: null, sources };
}

/** An amount in the unit of the annex. */
function amountIn({ number, writtenUnit }: Figure, { moneyUnit }: Pick<AnnexFacts, 'moneyUnit'>): number {
  return writtenUnit === null || moneyUnit === null || writtenUnit === moneyUnit
    ? number
    : roundNoise((number * YUAN_PER_UNIT[writtenUnit]) / YUAN_PER_UNIT[moneyUnit]);
}

/** So many rows below the kinds of spending others are listed. */
const MOST_BELOW = 6;

/**
 * Whether figures of which nobody knows what they are stand below both kinds of spending, in their column, and no 其中 says
 * that they are parts of what is above them.
 */
function hasFurtherKinds(
  { annex: { places } }: FactContext,
  [basic, projects]: readonly [Figure, Figure],
): boolean {
  const last = Math.max(basic.row, projects.row);
  const below = places.filter(
    ({ along, line, column, field }) =>
      along === 'cell' &&
      column === basic.column &&
      field === null &&
      line > last &&
      line <= last + MOST_BELOW,
  );
  const first = below.reduce(
    (least: Place | null, one) => (least && least.line <= one.line ? least : one),
    null,
  );
  return first !== null && !lowestLabel(first).startsWith('其中');
}
