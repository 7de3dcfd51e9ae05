import { percent, scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const EXCESS = '注：反向指标未达标的，得分=分值×[1-(完成值-指标值)÷指标值]，完成值达到指标值2倍的不得分。';

export const cases: RuleCases = {
  severity: 'error',
  message: 'over',

  valid: [
    {
      name: 'in proportion',
      rows: [
        scoredIndicator('quantity', '≥40场', '30场', 20, 15),
        scoredIndicator('quality', '≥95%', '85%', 15, 13.42),
      ],
    },
    { name: 'rounded to one decimal', rows: [scoredIndicator('quality', '≥95%', '85%', 15, 13.4)] },
    { name: 'less is better', rows: [scoredIndicator('cost', '≤20万元', '25万元', 10, 8)] },
    {
      name: 'whole points throughout',
      rows: [
        scoredIndicator('quantity', '≥40场', '33场', 20, 17),
        scoredIndicator('quantity', '≥70户', '52户', 10, 7),
        scoredIndicator('quantity', '≥90份', '77份', 15, 13),
      ],
    },
    { name: 'a met target is another matter', rows: [scoredIndicator('quantity', '≥40场', '41场', 20, 18)] },
    {
      name: 'words cannot be compared',
      rows: [
        scoredIndicator('quantity', '≥40场', '已开展', 20, 20),
        scoredIndicator('social', '明显改善', '85%', 20, 20),
      ],
    },
    { name: 'other units', rows: [scoredIndicator('quantity', '200人', '80人次', 20, 20)] },
    {
      name: 'a late result',
      rows: [scoredIndicator('timeliness', '2023年10月底前', '2023年12月8日', 10, 8)],
    },
    {
      name: 'no score, no weight',
      rows: [
        scoredIndicator('quantity', '≥40场', '30场', 20, null),
        scoredIndicator('quantity', '≥40场', '30场', null, 20),
      ],
    },
    {
      name: 'several figures, points deducted',
      rows: [scoredIndicator('quantity', '培训8期，320人', '培训8期，300人', 20, 17)],
    },
    {
      name: 'something of what should not be, and no points',
      rows: [
        scoredIndicator('quality', '安全事故0起', '1起', 10, 0),
        scoredIndicator('quality', '=0次', '3次', 10, 0),
        scoredIndicator('quality', '零事故', '发生1起', 10, 4),
      ],
    },
    {
      name: 'less is better, in the other way',
      rows: [
        scoredIndicator('cost', '≤20万元', '25万元', 10, 7.5),
        scoredIndicator('cost', '≤20万元', '50万元', 10, 0),
      ],
    },
    {
      name: 'less is better, in the only way of the place',
      rows: [scoredIndicator('cost', '≤20万元', '28万元', 10, 6)],
      profile: { missedCeiling: 'difference' },
    },
    {
      name: 'months against days give no exact share',
      rows: [scoredIndicator('timeliness', '≤3个月', '105天', 10, 8)],
    },
    {
      name: 'above the weight is another defect',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 24)],
    },

    {
      name: 'by a printed formula for less is better',
      rows: [
        scoredIndicator('cost', '≤20万元', '25万元', 10, 7.5),
        scoredIndicator('cost', '≤20万元', '41万元', 10, 0),
      ],
      below: [[EXCESS]],
    },
    {
      name: 'by printed steps',
      rows: [
        scoredIndicator('quantity', '≥40场', '38场', 20, 15),
        scoredIndicator('quality', '≥95%', '93%', 15, 13),
      ],
      below: [['注：定量指标未达标的，每低于指标值1个百分点扣1分，扣完为止。']],
    },
    {
      name: 'a printed rule that nobody can compute',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 18)],
      below: [['注：定量指标未完成的，由主管部门酌情扣分。']],
    },
    {
      name: 'nothing for a miss, as printed above the table',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 0)],
      above: [['说明：定量指标未达标的不得分']],
    },
    {
      name: 'a printed rule about the execution of the budget is none about indicators',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 15)],
      below: [['注：预算执行率得分由主管部门酌情扣分。']],
    },
    {
      name: 'a group whose points are its weight times its share',
      rows: [
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(0.875),
          'group.score': 21,
          totalScore: 89.1,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(0.95),
          'group.score': 22.8,
          totalScore: 91,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(0.83, 0),
          'group.score': 20,
          totalScore: 88,
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'full marks for three quarters',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 20)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'over',
          expected: 15,
          fixed: { value: 15, says: '改为 15 分' },
          text: '指标为“≥40场”，完成情况为“30场”，完成 75%，得分应为 15（分值 20 × 75%），表内为 20，偏高。请核对。',
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'too high',
      rows: [scoredIndicator('satisfaction', '≥90%', '81%', 10, 9.5)],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.score',
          message: 'over',
          fixed: { value: 9 },
          expected: 9,
          related: [
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
    {
      name: 'too low',
      rows: [scoredIndicator('quality', '≥95%', '85.5%', 20, 12)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          severity: 'warning',
          message: 'under',
          suggested: [{ value: 18 }],
          expected: 18,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
          text: '指标为“≥95%”，完成情况为“85.5%”，完成 90%，得分应为 18（分值 20 × 90%），表内为 12，偏低。请核对。',
        },
      ],
    },
    {
      name: 'below a range',
      rows: [scoredIndicator('quantity', '50-60册', '40册', 20, 20)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          fixed: { value: 16 },
          expected: 16,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'full marks for what costs more',
      rows: [scoredIndicator('cost', '≤20万元', '25万元', 10, 10)],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.score',
          fixed: { value: 8 },
          expected: 8,
          related: ['indicator.cost.target', 'indicator.cost.result', 'indicator.cost.weight'],
        },
      ],
    },
    {
      name: 'nothing done, yet points',
      rows: [scoredIndicator('quantity', '巡护24次', '0次', 10, 6)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          fixed: { value: 0 },
          expected: 0,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'little done and no points: many places score so',
      rows: [scoredIndicator('quantity', '巡护24次', '10次', 10, 0)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          severity: 'info',
          message: 'under',
          suggested: [{ value: 4.17 }],
          expected: 4.17,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'full marks by rounding only',
      rows: [
        scoredIndicator('quantity', '≥40场', '39场', 10, 10),
        scoredIndicator('quantity', '≥70户', '52户', 10, 7),
        scoredIndicator('quantity', '≥90份', '77份', 15, 13),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          severity: 'info',
          expected: 9.75,
          text: '指标为“≥40场”，完成情况为“39场”，完成 97.5%，得分应为 9.75（分值 10 × 97.5%），表内为 10，偏高。请核对。',
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'points although something happened that should not',
      rows: [
        scoredIndicator('quality', '责任事故=0起', '2起', 30, 15),
        scoredIndicator('quality', '投诉≤0件', '1件', 10, 10),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          message: 'nothing',
          text: '指标为“责任事故=0起”，完成情况为“2起”，未达到指标，得分应为 0，表内为 15，偏高。请核对。',
          fixed: { value: 0 },
          expected: 0,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
        {
          row: 1,
          field: 'indicator.quality.score',
          message: 'nothing',
          fixed: { value: 0 },
          expected: 0,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'a ceiling that is missed, in neither way',
      rows: [scoredIndicator('cost', '≤20万元', '25万元', 10, 6)],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.score',
          severity: 'warning',
          message: 'under',
          suggested: [{ value: 7.5 }],
          expected: 7.5,
          related: ['indicator.cost.target', 'indicator.cost.result', 'indicator.cost.weight'],
        },
      ],
    },
    {
      name: 'a ceiling that is missed, in another way than that of the place',
      rows: [scoredIndicator('cost', '≤20万元', '25万元', 20, 16)],
      profile: { missedCeiling: 'difference' },
      findings: [
        {
          row: 0,
          field: 'indicator.cost.score',
          message: 'over',
          text: '指标为“≤20万元”，完成情况为“25万元”，完成 75%，得分应为 15（分值 20 × 75%），表内为 16，偏高。请核对。',
          fixed: { value: 15 },
          expected: 15,
          related: ['indicator.cost.target', 'indicator.cost.result', 'indicator.cost.weight'],
        },
      ],
    },
    {
      name: 'full marks, several figures',
      rows: [scoredIndicator('quantity', '培训8期，320人', '培训8期，300人', 20, 20)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'full',
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          text: '指标为“培训8期，320人”，完成情况为“培训8期，300人”，未达到指标，但得分为满分 20。请核对得分。',
        },
      ],
    },
    {
      name: 'full marks although something happened',
      rows: [scoredIndicator('quality', '安全事故0起', '1起', 10, 10)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          message: 'nothing',
          fixed: { value: 0 },
          expected: 0,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'points deducted in steps throughout',
      rows: [
        scoredIndicator('quantity', '≥40场', '30场', 20, 18),
        scoredIndicator('quantity', '≥60户', '42户', 20, 18),
        scoredIndicator('quantity', '≥90份', '55份', 20, 17),
        scoredIndicator('quantity', '≥80盏', '61盏', 20, 18),
        scoredIndicator('quantity', '≥80盏', '50盏', 20, 20),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          severity: 'info',
          suggested: [{ value: 15 }],
          expected: 15,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
        {
          row: 1,
          field: 'indicator.quantity.score',
          severity: 'info',
          suggested: [{ value: 14 }],
          expected: 14,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
        {
          row: 2,
          field: 'indicator.quantity.score',
          severity: 'info',
          suggested: [{ value: 12.22 }],
          expected: 12.22,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
        {
          row: 3,
          field: 'indicator.quantity.score',
          severity: 'info',
          suggested: [{ value: 15.25 }],
          expected: 15.25,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
        {
          row: 4,
          field: 'indicator.quantity.score',
          fixed: { value: 12.5 },
          expected: 12.5,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'the operator and the measure word in columns of their own',
      rows: [
        {
          ...scoredIndicator('quality', 95, '76%', 20, 20),
          'indicator.quality.operator': '≥',
          'indicator.quality.measureUnit': '%',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          fixed: { value: 16 },
          expected: 16,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'three in another way are no habit',
      rows: [
        scoredIndicator('quantity', '≥40场', '30场', 20, 18),
        scoredIndicator('quantity', '≥60户', '42户', 20, 18),
        scoredIndicator('quantity', '≥90份', '55份', 20, 17),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'over',
          expected: 15,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          fixed: { value: 15 },
        },
        {
          row: 1,
          field: 'indicator.quantity.score',
          message: 'over',
          expected: 14,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          fixed: { value: 14 },
        },
        {
          row: 2,
          field: 'indicator.quantity.score',
          message: 'over',
          expected: 12.22,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          fixed: { value: 12.22 },
        },
      ],
    },
    {
      name: 'no points for a little less than three fifths',
      rows: [scoredIndicator('quantity', '巡护25次', '14次', 10, 0)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'under',
          severity: 'info',
          expected: 5.6,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          suggested: [{ value: 5.6 }],
        },
      ],
    },
    {
      name: 'no points for three fifths',
      rows: [scoredIndicator('quantity', '巡护25次', '15次', 10, 0)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'under',
          severity: 'warning',
          expected: 6,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          suggested: [{ value: 6 }],
        },
      ],
    },
    {
      name: 'more than half a point off among whole points',
      rows: [
        scoredIndicator('quantity', '≥1000份', '552份', 10, 5),
        scoredIndicator('quantity', '≥70户', '52户', 10, 7),
        scoredIndicator('quantity', '≥90份', '77份', 15, 13),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'under',
          severity: 'warning',
          expected: 6,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
          suggested: [{ value: 6 }],
        },
      ],
    },

    {
      name: 'another score than the printed formula makes',
      rows: [
        scoredIndicator('cost', '≤20万元', '25万元', 10, 8.5),
        scoredIndicator('cost', '≤20万元', '24万元', 10, 6),
      ],
      below: [[EXCESS]],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.score',
          message: 'overByNote',
          expected: 7.5,
          fixed: { value: 7.5 },
          text: `指标为“≤20万元”，完成情况为“25万元”，按表内说明（A7：“${EXCESS}”）得分应为 7.5（分值 10），表内为 8.5，偏高。请核对。`,
          related: ['indicator.cost.target', 'indicator.cost.result', 'indicator.cost.weight', '@A7'],
        },
        {
          row: 1,
          field: 'indicator.cost.score',
          severity: 'warning',
          message: 'underByNote',
          expected: 8,
          suggested: [{ value: 8 }],
          text: `指标为“≤20万元”，完成情况为“24万元”，按表内说明（A7：“${EXCESS}”）得分应为 8（分值 10），表内为 6，偏低。请核对。`,
          related: ['indicator.cost.target', 'indicator.cost.result', 'indicator.cost.weight', '@A7'],
        },
      ],
    },
    {
      name: 'a printed rule by which nothing is lost',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 20)],
      below: [['注：所有指标一律计满分，不扣分。']],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          expected: 15,
          fixed: { value: 15 },
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'held to the profile in spite of a printed rule',
      rows: [scoredIndicator('quantity', '≥40场', '30场', 20, 19)],
      below: [['注：定量指标未完成的，由财务部门酌情扣分。']],
      profile: { printedRules: 'ignore' },
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          expected: 15,
          fixed: { value: 15 },
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'points of a group that are not its weight times its share',
      rows: [
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(0.875),
          'group.score': 23,
          totalScore: 89.1,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(0.95),
          'group.score': 22.8,
          totalScore: 91,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(0.75),
          'group.score': 17,
          totalScore: 88,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 24,
          'group.rate': percent(1),
          'group.score': 24,
          totalScore: 96,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'group.score',
          message: 'group',
          expected: 21,
          text: '“过程管理”得分应为 21（权重 24 × 得分率 87.5%），表内为 23。请核对得分和得分率。',
          related: ['group.weight', 'group.rate'],
          suggested: [{ value: 21 }],
        },
        {
          row: 2,
          field: 'group.score',
          message: 'group',
          severity: 'warning',
          expected: 18,
          related: ['group.weight', 'group.rate'],
          suggested: [{ value: 18 }],
        },
      ],
    },
  ],
};
