import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'atLeast',

  valid: [
    {
      name: '100 % is as good as it gets',
      rows: [
        asks('quality', '100%', '100%'),
        asks('quality', '=100%', '100%'),
        asks('quality', percent(1, 0), '100%'),
      ],
    },
    {
      name: 'below 100 %',
      rows: [asks('quality', '≥99.9%', '100%'), asks('satisfaction', '不低于90%', '95%')],
    },
    {
      name: 'at most 100 %',
      rows: [asks('quality', '≤100%', '97%'), asks('quality', '成本控制率不超过100%', '98%')],
    },
    { name: 'counts', rows: [asks('quantity', '≥100人', '120人'), asks('quantity', '150', '150')] },
    {
      name: 'growth',
      rows: [
        asks('economic', '增长120%', '增长130%'),
        asks('economic', '产值增长率≥105%', '108%'),
        asks('economic', '同比提高100%以上', '110%'),
      ],
    },
    { name: 'more than the year before', rows: [asks('economic', '达到上年的110%', '112%')] },
    {
      name: 'what is planned may be exceeded',
      rows: [
        asks('quality', '采购计划完成率≥100%', '104%'),
        asks('quantity', '目标达成率不低于100%', '100%'),
        asks('quality', '国有资产保值增值率≥100%', '101%'),
      ],
    },
    { name: 'ratios that are no shares', rows: [asks('quality', '拨备覆盖率≥150%', '182%')] },
    { name: 'percentage points', rows: [asks('quality', '提高2个百分点', '2.5个百分点')] },
    { name: 'a result above 100 %', rows: [asks('quality', '100%', '104%')] },
    { name: 'no target', rows: [asks('quality', undefined, '≥100%'), asks('quality', '—', '≥100%')] },
  ],
  invalid: [
    {
      name: 'at least 100 %',
      rows: [asks('quality', '≥100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          suggested: [{ value: '=100%', says: '改为“=100%”' }],
          message: 'atLeast',
          text: '指标“≥100%”：比率最高为 100%，“不低于”“超过”100% 表述不当。请改为 100% 或合理的指标值。',
          actual: 1,
        },
      ],
    },
    {
      name: 'in words',
      rows: [asks('satisfaction', '满意度不低于100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.target',
          suggested: [{ value: '满意度100%' }],
          message: 'atLeast',
          actual: 1,
        },
      ],
    },
    {
      name: 'with 以上',
      rows: [asks('timeliness', '发放及时率100%以上', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.target',
          suggested: [{ value: '发放及时率100%' }],
          message: 'atLeast',
          actual: 1,
        },
      ],
    },
    {
      name: 'more than 100 %',
      rows: [asks('quality', '＞100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'atLeast',
          actual: 1,
          suggested: [{ value: '=100%' }],
        },
      ],
    },
    {
      name: 'with a slip for the sign',
      rows: [asks('quality', '》100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'atLeast',
          actual: 1,
          suggested: [{ value: '=100%' }],
        },
      ],
    },
    {
      name: 'above 100 %',
      rows: [asks('quality', '疫苗接种率105%', '98%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'over',
          text: '指标“疫苗接种率105%”：比率不会超过 100%。请核对指标值。',
          actual: 1.05,
        },
      ],
    },
    {
      name: 'a number shown as a percentage',
      rows: [asks('satisfaction', percent(9.5, 0), '95%')],
      findings: [{ row: 0, field: 'indicator.satisfaction.target', suggested: [], message: 'over' }],
    },
    {
      name: 'a share by the name of the indicator',
      rows: [asks('quantity', '≥120%', '100%', { 'indicator.quantity.name': '低保覆盖率' })],
      findings: [{ row: 0, field: 'indicator.quantity.target', message: 'over', actual: 1.2 }],
    },
    {
      name: 'the second of two figures',
      rows: [asks('quality', '培训3期，合格率≥100%', '3期，100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          suggested: [{ value: '培训3期，合格率100%' }],
          message: 'atLeast',
          actual: 1,
        },
      ],
    },
    {
      name: 'operator, number and unit in three columns',
      rows: [
        asks('quality', 100, 100, {
          'indicator.quality.name': '物资验收合格率',
          'indicator.quality.operator': '≥',
          'indicator.quality.measureUnit': '%',
        }),
      ],
      findings: [{ row: 0, field: 'indicator.quality.target', message: 'atLeast', suggested: [], actual: 1 }],
    },
    {
      name: 'greater than 100 % in words',
      rows: [asks('social', '适龄儿童入学覆盖率大于100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'atLeast',
          actual: 1,
          suggested: [{ value: '适龄儿童入学覆盖率100%' }],
        },
      ],
    },
    {
      name: 'a satisfaction of 120 %',
      rows: [asks('satisfaction', '120%', '98%')],
      findings: [{ row: 0, field: 'indicator.satisfaction.target', message: 'over', actual: 1.2 }],
    },
    {
      name: 'just above 100 %',
      rows: [asks('quality', '100.5%', '100%')],
      findings: [{ row: 0, field: 'indicator.quality.target', message: 'over', actual: 1.005 }],
    },
  ],
};
