import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'none',

  valid: [
    { name: 'dates as they are', rows: [asks('timeliness', '2023年6月30日前', '2023年5月31日')] },
    { name: '29 February of a leap year', rows: [asks('timeliness', '2024年2月29日前', '2024.2.29')] },
    { name: '29 February of no year', rows: [asks('timeliness', '2月29日前', '2月28日')] },
    { name: 'a code', rows: [asks('quality', '按2023-45-12号文执行', '合同2023-02-45')] },
    { name: 'months and other figures', rows: [asks('quantity', '1-6月31次', '6月31次')] },
  ],
  invalid: [
    {
      name: '30 February',
      rows: [asks('timeliness', '2月30日前完成', '2月28日')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.target',
          text: '“2月30日前完成”中的日期“2月30日”不存在。请核对。',
          actual: '2月30日',
        },
      ],
    },
    {
      name: '31 June with its year',
      rows: [asks('timeliness', '2023年6月底前', '2023年6月31日')],
      findings: [{ row: 0, field: 'indicator.timeliness.result', actual: '2023年6月31日' }],
    },
    {
      name: '29 February of a common year, in figures',
      rows: [asks('timeliness', '2023年3月前', '2023-02-29')],
      findings: [{ row: 0, field: 'indicator.timeliness.result', actual: '2023-02-29' }],
    },
    {
      name: 'in a goal',
      rows: [{ budget: 40, actual: 40, annualGoal: '9月31日前建成护岸2公里，13月1日前验收' }],
      findings: [{ row: 0, field: 'annualGoal', actual: '9月31日' }],
    },
  ],
};
