import { percent, scoredIndicator } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

/** A project whose indicator earned so many of 90 points. */
function scored(score: number | null, more: AnnexRow): AnnexRow {
  return scoredIndicator('quantity', '≥12场', '12场', 90, score, more);
}

export const cases: RuleCases = {
  severity: 'warning',
  message: 'parts',
  valid: [
    {
      name: 'half of the budget was spent',
      rows: [scored(90, { budget: 80, actual: 40, totalScore: 95 })],
    },
    {
      name: 'a share of the points below the limit',
      rows: [scored(80.9, { budget: 80, actual: 20, totalScore: 83.4 })],
    },
    {
      name: 'a reason in its own column',
      rows: [
        scored(90, { budget: 80, actual: 20, totalScore: 92.5, deviation: '合同约定次年3月支付尾款。' }),
      ],
    },
    {
      name: 'the completion says why the money was not paid',
      rows: [
        scored(90, {
          budget: 80,
          actual: 20,
          totalScore: 92.5,
          goalCompletion: '12场活动全部办结，因发票未开具，款项尚未支付。',
        }),
      ],
    },
    { name: 'no budget', rows: [scored(90, { budget: 0, actual: 0, totalScore: 90 })] },
    {
      name: 'a total that the execution may have made',
      rows: [{ budget: 80, actual: 20, totalScore: 90.9 }],
    },
    {
      name: 'the score of a part is not there, and the total is blank',
      rows: [
        {
          ...scored(90, { budget: 80, actual: 20, totalScore: null }),
          'indicator.quality.target': '≥95%',
          'indicator.quality.result': '96%',
          'indicator.quality.weight': 10,
          'indicator.quality.score': null,
        },
      ],
    },
    {
      name: 'spending in another unit',
      rows: [scored(90, { budget: 800000, actual: 79.2, totalScore: 98 })],
      unit: '元',
    },
    {
      name: 'a place where less is little',
      rows: [scored(90, { budget: 80, actual: 24, totalScore: 93 })],
      profile: { littleSpent: 0.3 },
    },
    {
      name: 'a place where nearly all is more',
      rows: [scored(85, { budget: 80, actual: 24, totalScore: 88 })],
      profile: { nearlyAllPoints: 0.95 },
    },
  ],
  invalid: [
    {
      name: 'a quarter spent, all points earned',
      rows: [scored(90, { budget: 80, actual: 20, executionRate: percent(0.25), totalScore: 92.5 })],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          actual: 90,
          related: ['executionRate', 'actual', 'budget'],
          text: '执行率为 25.00%，而各项得分合计 90（分值合计 90），得分率 100%，未说明原因。请核对得分，或说明资金支出很少而指标如何完成。',
        },
      ],
    },
    {
      name: 'exactly the share, and a hair below half of the budget',
      rows: [scored(81, { budget: 80, actual: 39.9 })],
      findings: [{ row: 0, field: 'indicator.quantity.score', actual: 81, related: ['actual', 'budget'] }],
    },
    {
      name: 'only the rate and the total are told',
      rows: [
        { annualGoal: '开展普法宣讲', executionRate: percent(0.37), totalScore: 97 },
        { annualGoal: '更换消防栓', executionRate: percent(0.99), totalScore: 98 },
      ],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'total',
          actual: 97,
          related: ['executionRate'],
          text: '执行率为 37.00%，而总分为 97，扣除执行率分值 10 后得分率仍不低于 96%，未说明原因。请核对得分，或说明资金支出很少而指标如何完成。',
        },
      ],
    },
    {
      name: 'what stands under problems says nothing of the money',
      rows: [{ budget: 80, actual: 20, totalScore: 96, problems: '绩效管理意识有待加强。' }],
      findings: [
        { row: 0, field: 'totalScore', message: 'total', actual: 96, related: ['actual', 'budget'] },
      ],
    },
    {
      name: 'points by groups',
      rows: [{ budget: 80, actual: 8, 'group.weight': 100, 'group.rate': percent(0.96), 'group.score': 96 }],
      findings: [{ row: 0, field: 'group.score', actual: 96, related: ['actual', 'budget'] }],
    },
    {
      name: 'nothing spent at all',
      rows: [scored(88, { budget: 80, actual: 0, totalScore: 88 })],
      findings: [{ row: 0, field: 'totalScore', actual: 88, related: ['actual', 'budget'] }],
    },
    {
      name: 'the place gives the execution 20 points',
      rows: [{ budget: 80, actual: 20, totalScore: 93 }],
      profile: { executionWeight: 20 },
      findings: [
        { row: 0, field: 'totalScore', message: 'total', actual: 93, related: ['actual', 'budget'] },
      ],
    },
  ],
};
