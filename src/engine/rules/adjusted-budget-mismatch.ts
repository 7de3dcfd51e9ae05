import type { Project } from '../annex/annex';
import { labelPath } from '../annex/place';
import {
  amountFixes,
  amountOfTerms,
  AMOUNT_FIX_MESSAGES,
  termsText,
  type Term,
} from '../facts/money/amount-fixes';
import { sumTolerance } from '../facts/money/funds';
import { unitConflictsOf } from '../facts/money/unit-conflicts';
import { isFigure, isUnreadable, type Figure } from '../facts/table/number-cells';
import { amountLabelOf } from '../facts/table/places';
import { moneyText, roundNoise } from '../rule/figures';
import { defineRule, type FactContext, type Learning } from '../rule/rule';

/** Rows needed before the annex's own habit says that its adjusted budgets are made of more than it shows. */
const ENOUGH_ROWS = 4;

/** Columns of what was taken away hold it without a sign. */
const TAKEN = /调减|核减|压减|追减|减少/;

interface Compared {
  rows: number;
  wrong: number;
}

/** Whether most adjusted budgets are something else than what is shown of them. */
const madeOfMore: Learning<Compared, boolean> = {
  empty: () => ({ rows: 0, wrong: 0 }),
  add(learnt, project, context) {
    const sum = sumOf(project, context);
    if (!sum) return;
    learnt.rows++;
    if (!sum.agrees) learnt.wrong++;
  },
  merge(learnt, { rows, wrong }) {
    learnt.rows += rows;
    learnt.wrong += wrong;
  },
  settle: ({ rows, wrong }) => rows >= ENOUGH_ROWS && wrong * 2 > rows,
};

export const rule = defineRule({
  meta: {
    id: 'adjusted-budget-mismatch',
    name: { 'zh-CN': '调整后预算与年初、调整数不符', en: 'Adjusted budget disagrees with its adjustment' },
    description: {
      'zh-CN':
        '全年（调整后）预算数应等于年初预算数加调整数；表内有上年结转的，计入与不计入结转均可（误差 0.01 万元以内）。调减数不带负号的、“调整预算”一栏填写调整后总额的，同样认可；多数项目都不相符的，可能另有未列出的资金，不足十个项目的表只作提示，十个项目以上的仍报告，不提供改数。金额单位填错的由“万元与元混用”检查。',
      en: 'The budget of the year as adjusted must be the initial budget and its adjustment, with money carried over or without where the annex has it (within 0.01 万元). A cut written without its sign and an "adjustment" that states the adjusted budget itself are accepted; where most projects disagree, since other money may not be shown, a note in a table of fewer than ten projects, and in a longer one a finding that offers no figure. Amounts in another unit are left to that rule.',
    },
    topic: 'money',
    severity: 'error',
    severities: ['info'],
    settings: ['moneyTolerance'],
    requires: [['initialBudget'], ['budget.adjustment'], ['budget']],
    fix: 'suggestion',
    basis: ['省级预算绩效系统的校验', '评审惯例'],
    yieldsTo: ['unit-conflict', 'negative-amount', 'number-as-text'],
    compares: true,
    notesMost: true,
    messages: {
      sum: {
        'zh-CN': '{column} {shown} 与{parts} 之和 {sum} 相差 {difference}。请核对。',
        en: '{column} {shown} and {parts}, which make {sum}, differ by {difference}. Check them.',
      },
      ...AMOUNT_FIX_MESSAGES,
    },
  },
  learn: madeOfMore,
  project(project, context, report) {
    const { annex } = context;
    const sum = sumOf(project, context);
    if (!sum || sum.agrees) return;
    const { budget, initial, adjustment, terms, amount } = sum;
    if (unitConflictsOf(context).concerns(project, ['budget', 'initialBudget', 'budget.adjustment'])) return;
    report({
      severity: context.learnt ? 'info' : undefined,
      cell: budget,
      related: terms.map(({ cell }) => cell),
      project,
      message: 'sum',
      data: {
        column: amountLabelOf(annex, budget),
        shown: moneyText(budget.number, annex),
        parts: termsText(annex, terms),
        sum: moneyText(amount, annex),
        difference: moneyText(Math.abs(roundNoise(budget.number - amount)), annex),
      },
      expected: amount,
      actual: budget.number,
      // Which of the three is wrong, only the unit knows.
      suggestions: [
        ...amountFixes(annex, budget, terms),
        ...amountFixes(annex, adjustment, [{ cell: budget }, { cell: initial, minus: true }]),
      ],
    });
  },
});

/**
 * Whether figures that were not read stand among the columns that make the adjusted budget (压减, 收回): they may be one of
 * its parts, so that nothing can be said of the sum.
 */
function hasUnreadPart({ annex: { places } }: FactContext): boolean {
  const lines = places.flatMap(({ field, along, line }) =>
    along === 'column' && (field === 'budget' || field === 'initialBudget' || field === 'budget.adjustment')
      ? [line]
      : [],
  );
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return places.some(
    ({ field, along, line, content }) =>
      field === null && along === 'column' && content === 'figures' && line > first && line < last,
  );
}

interface Sum {
  readonly budget: Figure;
  readonly initial: Term['cell'];
  readonly adjustment: Term['cell'];
  readonly terms: readonly Term[];
  /** What the initial budget and the adjustment make. */
  readonly amount: number;
  readonly agrees: boolean;
}

/** `null` where the budget is blank, both others are, or one cannot be read. A blank one counts as 0. */
function sumOf({ money }: Project, context: FactContext): Sum | null {
  const { budget, initialBudget: initial, 'budget.adjustment': adjustment } = money;
  if (!isFigure(budget) || !initial || !adjustment) return null;
  if (isUnreadable(initial) || isUnreadable(adjustment)) return null;
  if (!isFigure(initial) && !isFigure(adjustment)) return null;
  if (context.fact(hasUnreadPart)) return null;
  const { annex, profile } = context;
  const tolerance = sumTolerance(annex, profile);
  const carried = money['budget.carryover'] ?? money['initialBudget.carryover'];
  const taken = TAKEN.test(labelPath(annex.places[adjustment.place] ?? { labels: [] }).join(' '));
  const terms: readonly Term[] = [
    { cell: initial },
    taken && (adjustment.number ?? 0) > 0 ? { cell: adjustment, minus: true } : { cell: adjustment },
  ];
  const amount = amountOfTerms(terms);
  const by = adjustment.number ?? 0;
  const ways = [amount, by, (initial.number ?? 0) - by];
  // Money carried over may be counted or not; where it cannot be read it may be anything.
  if (isUnreadable(carried)) return null;
  const agrees = [0, carried?.number ?? 0].some((more) =>
    ways.some((way) => Math.abs(roundNoise(budget.number - way - more)) <= tolerance),
  );
  return { budget, initial, adjustment, terms, amount, agrees };
}
