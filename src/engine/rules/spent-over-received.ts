import { sumTolerance } from '../facts/money/funds';
import { unitConflictsOf } from '../facts/money/unit-conflicts';
import { isFigure, isUnreadable } from '../facts/table/number-cells';
import { amountLabelOf } from '../facts/table/places';
import { moneyText, roundNoise } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'spent-over-received',
    name: { 'zh-CN': '支出大于到位资金', en: 'More spent than received' },
    description: {
      'zh-CN':
        '支出数不应大于到位资金；上年结转视为到位（误差 0.01 万元以内）。没有填写到位资金的不检查；支出同时超过预算的由“执行数大于预算数”检查，金额单位填错的由“万元与元混用”检查。',
      en: 'No more can be spent than was received, money carried over counted as received (within 0.01 万元). Blank receipts are left alone; spending above the budget, too, is left to that rule, and so are amounts in another unit.',
    },
    topic: 'money',
    severity: 'error',
    settings: ['moneyTolerance'],
    requires: [['received'], ['actual']],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: ['execution-over-100', 'unit-conflict', 'negative-amount', 'number-as-text'],
    compares: true,
    messages: {
      over: {
        'zh-CN':
          '{spentName} {spent} 大于{receivedName} {received}，超出 {difference}。请核对支出数和到位数。',
        en: '{spentName} {spent} exceeds {receivedName} {received} by {difference}. Check both.',
      },
      carried: {
        'zh-CN':
          '{spentName} {spent} 大于{receivedName} {received} 与上年结转 {carried} 之和，超出 {difference}。请核对支出数和到位数。',
        en: '{spentName} {spent} exceeds {receivedName} {received} and the {carried} carried over by {difference}. Check them.',
      },
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const { money } = project;
    const { received, actual } = money;
    if (!isFigure(received) || !isFigure(actual) || received.number < 0) return;
    // Money carried over is mostly named with the budget; below the money received it may be part of it.
    const carriers = [
      money['received.carryover'],
      money['budget.carryover'],
      money['initialBudget.carryover'],
    ];
    if (carriers.some(isUnreadable)) return;
    const [carried] = carriers.filter(isFigure).sort((a, b) => b.number - a.number);
    const more = Math.max(0, carried?.number ?? 0);
    const limit = roundNoise(received.number + more);
    const difference = roundNoise(actual.number - limit);
    if (difference <= sumTolerance(annex, profile)) return;
    if (unitConflictsOf(context).concerns(project, ['actual', 'received', 'budget'])) return;
    report({
      cell: actual,
      related: more > 0 ? [received, carried!] : [received],
      project,
      message: more > 0 ? 'carried' : 'over',
      data: {
        spentName: amountLabelOf(annex, actual),
        spent: moneyText(actual.number, annex),
        receivedName: amountLabelOf(annex, received),
        received: moneyText(received.number, annex),
        carried: moneyText(more, annex),
        difference: moneyText(difference, annex),
      },
      expected: limit,
      actual: actual.number,
    });
  },
});
