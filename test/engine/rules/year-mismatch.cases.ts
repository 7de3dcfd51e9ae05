import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const aims = (annualGoal: string, more: AnnexRow = {}): AnnexRow => ({ actual: 40, annualGoal, ...more });

export const cases: RuleCases = {
  severity: 'warning',
  message: 'other',

  valid: [
    { name: 'the year of the annex', rows: [aims('2023年检修涵闸18座')] },
    { name: 'no year at all', rows: [aims('检修涵闸18座')] },
    {
      name: 'a year to compare with',
      rows: [aims('漏损率较2021年下降2个百分点'), aims('与2019年相比，水质提升')],
    },
    {
      name: 'a document',
      rows: [aims('按照豫水〔2021〕16号文件检修涵闸'), aims('落实《灌区规划（2021年）》')],
    },
    {
      name: 'several years',
      rows: [aims('2021-2023年检修涵闸60座'), aims('“十四五”期间，2025年底前覆盖全部灌区')],
    },
    { name: 'carried over', rows: [aims('2022年续建涵闸完工，支付尾款')] },
    { name: 'the name says so', rows: [aims('2022年完成检修', { projectName: '2022年度涵闸检修' })] },
    { name: 'money for another year', rows: [aims('兑付2022年度种粮大户奖补资金')] },
    { name: 'history', rows: [aims('2020年建成的泵站运行维护'), aims('自2018年以来管网老化')] },
    { name: 'next year in a completion', rows: [aims('检修涵闸', { goalCompletion: '预计2024年3月完成' })] },
    { name: 'not due before next year', rows: [asks('timeliness', '2024年6月底前', '尚未到期')] },
    { name: 'a classical number', rows: [aims('改造2015盏路灯，编号20210035')] },
    { name: 'an annex without a year', rows: [aims('2021年检修涵闸')], title: '项目支出绩效自评表' },
  ],
  invalid: [
    {
      name: 'the goal of an earlier year',
      rows: [aims('2021年度计划：检修涵闸18座')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'other',
          expected: 2023,
          text: '“2021年度计划：检修涵闸18座”所列年度为 2021 年，与自评年度 2023 年不符。请核对年份。',
          actual: 2021,
        },
      ],
    },
    {
      name: 'the completion of an earlier year',
      rows: [aims('检修涵闸', { goalCompletion: '2022年全年检修涵闸18座，通过验收' })],
      findings: [{ row: 0, field: 'goalCompletion', message: 'other', expected: 2023, actual: 2022 }],
    },
    {
      name: 'the name of the project has the right year, the text does not',
      rows: [
        aims('检修涵闸', {
          projectName: '2023年涵闸检修',
          goalCompletion: '2021年全年工作：2023年涵闸检修资金全部用于涵闸，支出低于上年',
        }),
      ],
      findings: [{ row: 0, field: 'goalCompletion', message: 'other', expected: 2023, actual: 2021 }],
    },
    {
      name: 'goals of an earlier year within a sentence',
      rows: [aims('做好灌区管护，完成2021年度目标任务')],
      findings: [{ row: 0, field: 'annualGoal', message: 'other', expected: 2023, actual: 2021 }],
    },
    {
      name: 'a deadline in an earlier year',
      rows: [aims('检修涵闸', { ...asks('timeliness', '2021年11月底前', '11月20日') })],
      findings: [
        { row: 0, field: 'indicator.timeliness.target', message: 'other', expected: 2023, actual: 2021 },
      ],
    },
    {
      name: 'a date of completion that lies ahead',
      rows: [asks('timeliness', '11月底前', '2026年11月20日')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          message: 'later',
          text: '“2026年11月20日”的时间为 2026 年，晚于自评年度 2023 年。请核对年份。',
          expected: 2023,
          actual: 2026,
        },
      ],
    },
    {
      name: 'a deadline in the next year',
      rows: [asks('timeliness', '2024年3月底前完工', '按期')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.target',
          message: 'later',
          severity: 'info',
          expected: 2023,
          actual: 2024,
        },
      ],
    },
    {
      name: 'a whole table of another year: its title is in doubt',
      rows: [aims('2022年检修涵闸18座'), aims('2022年清淤沟渠6公里'), aims('2022年更换水泵9台')],
      findings: [
        { row: 0, field: 'annualGoal', severity: 'info', expected: 2023, actual: 2022 },
        { row: 1, field: 'annualGoal', severity: 'info', expected: 2023, actual: 2022 },
        { row: 2, field: 'annualGoal', severity: 'info', expected: 2023, actual: 2022 },
      ],
    },
    {
      name: 'two rows of another year are not the table’s own',
      rows: [
        { budget: 40, actual: 38, annualGoal: '2022年检修涵闸18座' },
        { budget: 40, actual: 38, annualGoal: '2022年清淤沟渠6公里' },
      ],
      findings: [
        { row: 0, field: 'annualGoal', message: 'other', expected: 2023, actual: 2022 },
        { row: 1, field: 'annualGoal', message: 'other', expected: 2023, actual: 2022 },
      ],
    },
  ],
};
