import type { Project } from '../annex/annex';
import {
  amountFixes,
  amountOfTerms,
  AMOUNT_FIX_MESSAGES,
  termsText,
  type Term,
} from '../facts/money/amount-fixes';
import { sumTolerance } from '../facts/money/funds';
import { isMismatch, quotientOf } from '../facts/money/rates';
import { unitConflictsOf } from '../facts/money/unit-conflicts';
import { isFigure, isUnreadable, type Figure } from '../facts/table/number-cells';
import { amountLabelOf } from '../facts/table/places';
import { moneyText } from '../rule/figures';
import { defineRule, type FactContext, type Learning } from '../rule/rule';

/** Rows needed before the annex's own habit says what its balances are. */
const ENOUGH_ROWS = 4;

interface Balances {
  rows: number;
  /** How many balances are the budget less spending, the money received less spending, and neither. */
  budget: number;
  received: number;
  neither: number;
}

interface BalanceHabit {
  /** What most balances are made of, where not all of them are either; `null` where that is open. */
  readonly base: Base | null;
  /** Whether most are something else. */
  readonly elsewhere: boolean;
}

type Base = 'budget' | 'received';

const balanceHabit: Learning<Balances, BalanceHabit> = {
  empty: () => ({ rows: 0, budget: 0, received: 0, neither: 0 }),
  add(learnt, project, context) {
    const row = balanceOf(project, context);
    if (!row) return;
    learnt.rows++;
    const right = row.ways.filter(({ off }) => !off).map(({ base }) => base);
    if (right.length === 0) learnt.neither++;
    if (right.includes('budget')) learnt.budget++;
    if (right.includes('received')) learnt.received++;
  },
  merge(learnt, { rows, budget, received, neither }) {
    learnt.rows += rows;
    learnt.budget += budget;
    learnt.received += received;
    learnt.neither += neither;
  },
  settle: ({ rows, budget, received, neither }) => ({
    base:
      rows < ENOUGH_ROWS
        ? null
        : budget * 2 > rows && budget > received
          ? 'budget'
          : received * 2 > rows && received > budget
            ? 'received'
            : null,
    elsewhere: rows >= ENOUGH_ROWS && neither * 2 > rows,
  }),
};

export const rule = defineRule({
  meta: {
    id: 'balance-mismatch',
    name: { 'zh-CN': '结余与收支不符', en: 'Balance disagrees with budget and spending' },
    description: {
      'zh-CN':
        '结余应等于预算数减支出数，或到位资金（含上年结转）减支出数，两种口径都认（误差 0.01 万元以内）；两种都不符的报告。多数项目都不相符的，可能另有口径，不足十个项目的表只作提示，十个项目以上的仍报告，不提供改数。没有填写结余或支出的不检查；支出超过预算数、到位资金的另有规则检查；金额单位填错的由“万元与元混用”检查。',
      en: 'A balance is the budget less spending, or the money received (with what was carried over) less spending: either is accepted (within 0.01 万元), neither is reported. Where most projects disagree, since the place may reckon otherwise, a note in a table of fewer than ten projects, and in a longer one a finding that offers no figure. Blank balances and spending are left alone; spending above all there was, and amounts in another unit, are left to their own rules.',
    },
    topic: 'money',
    severity: 'error',
    severities: ['info'],
    settings: ['moneyTolerance', 'rateDenominator'],
    requires: [['balance'], ['actual'], ['budget', 'received']],
    fix: 'value',
    basis: ['评审惯例'],
    yieldsTo: ['unit-conflict', 'number-as-text'],
    yieldsAtRelated: ['negative-amount'],
    compares: true,
    notesMost: true,
    messages: {
      one: {
        'zh-CN': '{column}应为 {expected}（{way}），表内为 {shown}。请核对。',
        en: '{column} should be {expected} ({way}); the sheet says {shown}. Check it.',
      },
      either: {
        'zh-CN': '{column} {shown} 既不是 {expected}（{way}），也不是 {other}（{otherWay}）。请核对。',
        en: '{column} {shown} is neither {expected} ({way}) nor {other} ({otherWay}). Check it.',
      },
      ...AMOUNT_FIX_MESSAGES,
    },
  },
  learn: balanceHabit,
  project(project, context, report) {
    const { annex, learnt } = context;
    const row = balanceOf(project, context);
    if (!row || row.ways.some(({ off }) => !off)) return;
    if (unitConflictsOf(context).concerns(project, ['budget', 'actual', 'received', 'balance'])) return;
    const { balance, ways } = row;
    const possible = ways.filter(({ amount }) => amount >= 0 || row.balance.number < 0);
    // More was spent than there was, of which nothing is left: that is told of the spending.
    if (possible.length === 0) return;
    const usual = possible.filter(({ base }) => base === learnt.base);
    const told = distinct(usual.length > 0 ? usual : possible);
    const [first, second] = told as [Way, Way | undefined];
    const fixes = told.flatMap(({ terms }) => amountFixes(annex, balance, terms));
    // A rate that agrees with budget and spending says that these two are right.
    const isCertain = !second && !learnt.elsewhere && first.base === 'budget' && rateAgrees(project, context);
    const [fix, ...suggestions] = fixes;
    report({
      severity: learnt.elsewhere ? 'info' : undefined,
      cell: balance,
      related: [...new Set(told.flatMap(({ terms }) => terms.map(({ cell }) => cell)))],
      project,
      message: second ? 'either' : 'one',
      data: {
        column: amountLabelOf(annex, balance),
        shown: moneyText(balance.number, annex),
        expected: moneyText(first.amount, annex),
        way: termsText(annex, first.terms),
        other: second ? moneyText(second.amount, annex) : '',
        otherWay: second ? termsText(annex, second.terms) : '',
      },
      expected: first.amount,
      actual: balance.number,
      ...(isCertain ? { fix, suggestions } : { suggestions: fixes }),
    });
  },
});

/** One way to reckon a balance. */
interface Way {
  readonly base: Base;
  readonly terms: readonly Term[];
  readonly amount: number;
  /** Whether the balance is something else. */
  readonly off: boolean;
}

interface BalanceRow {
  readonly balance: Figure;
  /** One at least; money carried over counts with the money received, or not. */
  readonly ways: readonly Way[];
}

/** `null` where there is nothing to compare, or a figure of it cannot be read. */
function balanceOf({ money }: Project, { annex, profile }: FactContext): BalanceRow | null {
  const { balance, budget, received, actual } = money;
  if (!isFigure(balance) || !isFigure(actual) || isUnreadable(budget) || isUnreadable(received)) return null;
  const tolerance = sumTolerance(annex, profile);
  const spent: Term = { cell: actual, minus: true };
  const way = (base: Base, terms: readonly Term[]): Way => {
    const amount = amountOfTerms(terms);
    return { base, terms, amount, off: Math.abs(balance.number - amount) > tolerance };
  };
  const carried = money['budget.carryover'] ?? money['initialBudget.carryover'];
  if (isFigure(received) && isUnreadable(carried)) return null;
  const ways: Way[] = [];
  if (isFigure(budget)) ways.push(way('budget', [{ cell: budget }, spent]));
  if (isFigure(received)) {
    ways.push(way('received', [{ cell: received }, spent]));
    if (isFigure(carried)) ways.push(way('received', [{ cell: received }, { cell: carried }, spent]));
  }
  return ways.length > 0 ? { balance, ways } : null;
}

/** The ways that come to different amounts, two at most. */
function distinct(ways: readonly Way[]): Way[] {
  return ways.filter((way, i) => ways.findIndex(({ amount }) => amount === way.amount) === i).slice(0, 2);
}

function rateAgrees(project: Project, { profile }: FactContext): boolean {
  const quotient = quotientOf(project, profile);
  return (
    quotient !== null &&
    quotient.budget === project.money.budget &&
    project.rate?.fraction != null &&
    !isMismatch(project.rate, quotient.value)
  );
}
