import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'over',

  valid: [
    { name: 'all there is', rows: [asks('satisfaction', '≥90%', '100%')] },
    { name: 'a plan may be exceeded', rows: [asks('quality', '任务完成率≥100%', '120%')] },
    { name: 'growth', rows: [asks('quality', '产值增长率≥50%', '112%')] },
    { name: 'a change', rows: [asks('quality', '合格率≥95%', '较上年提高105%')] },
    { name: 'a ratio of an economic kind', rows: [asks('economic', '投入产出比≥100%', '130%')] },
    { name: 'a bound is no figure', rows: [asks('satisfaction', '≥90%', '≤120%')] },
    { name: 'a number that is no share', rows: [asks('satisfaction', '≥90%', '发放问卷120份，满意度95%')] },
    { name: 'the target is in doubt instead', rows: [asks('satisfaction', '120%', '120%')] },
  ],
  invalid: [
    {
      name: 'satisfaction',
      rows: [asks('satisfaction', '≥90%', '120%')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.result',
          text: '完成情况为“120%”，其中 120% 超过 100%，此类比率不会超过 100%。请核对数值。',
          expected: 1,
          actual: 1.2,
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'a pass rate by its name',
      rows: [asks('quality', '≥95%', '101.5%', { 'indicator.quality.name': '验收合格率' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          expected: 1,
          actual: 1.015,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a coverage among benefits',
      rows: [asks('social', '疫苗接种覆盖率≥90%', '接种覆盖率108%')],
      findings: [
        {
          row: 0,
          field: 'indicator.social.result',
          expected: 1,
          actual: 1.08,
          related: ['indicator.social.target'],
        },
      ],
    },
    {
      name: 'punctuality',
      rows: [asks('timeliness', '发放及时率100%', '110%')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          expected: 1,
          actual: 1.1,
          related: ['indicator.timeliness.target'],
        },
      ],
    },
  ],
};
