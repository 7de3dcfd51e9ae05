import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const result = 'indicator.satisfaction.result';

export const cases: RuleCases = {
  severity: 'info',
  message: 'whole',

  valid: [
    { name: 'less than all', rows: [asks('satisfaction', '≥90%', '99.5%')] },
    {
      name: 'the sample is named',
      rows: [
        asks('satisfaction', '≥90%', '发放问卷86份，满意度100%'),
        asks('satisfaction', '≥90%', '100%（走访32户）'),
      ],
    },
    { name: 'words are another rule’s', rows: [asks('satisfaction', '≥90%', '非常满意')] },
    { name: 'a target of 100 %', rows: [asks('satisfaction', '100%', '96%')] },
    {
      name: 'other rates',
      fields: ['indicator.satisfaction.result'],
      rows: [asks('quality', '≥95%', '100%')],
    },
    { name: 'no result', rows: [asks('satisfaction', '≥90%', undefined)] },
    { name: 'an inequality', rows: [asks('satisfaction', '≥90%', '≤100%')] },
    {
      name: 'the remarks tell of the survey',
      rows: [asks('satisfaction', '≥90%', '100%', { remarks: '开展问卷调查，收回有效问卷150份' })],
    },
  ],
  invalid: [
    {
      name: 'all of them',
      rows: [asks('satisfaction', '≥90%', '100%')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'whole',
          text: '满意度为“100%”，未注明样本。请补充调查方式、样本量，或核对数值。',
          actual: 1,
        },
      ],
    },
    {
      name: 'a number shown as a percentage',
      rows: [asks('satisfaction', percent(0.9, 0), percent(1, 0))],
      findings: [{ row: 0, field: result }],
    },
    {
      name: 'with its name',
      rows: [asks('satisfaction', '≥90%', '住户满意度达到100%')],
      findings: [{ row: 0, field: result, actual: 1 }],
    },
    {
      name: 'a survey without its size',
      rows: [asks('satisfaction', '≥90%', '经问卷调查，满意度100%')],
      findings: [{ row: 0, field: result, actual: 1 }],
    },
    {
      name: 'full marks',
      rows: [asks('satisfaction', '≥90分', '100分')],
      findings: [{ row: 0, field: result, actual: 1 }],
    },
    {
      name: 'remarks on something else',
      rows: [asks('satisfaction', '≥95%', '100.0%', { remarks: '上级补助资金' })],
      findings: [{ row: 0, field: result, actual: 1 }],
    },
  ],
};
