import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'info',
  message: 'typo',

  valid: [
    { name: 'the right signs', rows: [asks('quality', '≥95%', '96%'), asks('quality', '≤3%', '1.2%')] },
    { name: 'words for signs', rows: [asks('quality', '不低于95%', '达到96%')] },
    {
      name: 'a pair of title brackets',
      rows: [asks('quantity', '印发《防汛手册》3000册', '《防汛手册》3000册')],
    },
    {
      name: 'a title that begins with a number',
      rows: [asks('quantity', '编制《2024年招商指南》1部', '完成《5G基站布局规划》初稿')],
    },
    {
      name: 'a title that ends in a number',
      rows: [asks('quantity', '《执法案例汇编2023》印发2批次', '2批次')],
    },
    { name: '二 that counts', rows: [asks('quality', '二级水质达标率100%', '二次供水合格率100%')] },
    {
      name: 'another spelling is another rule’s',
      rows: [asks('quality', '≧95%', '＞95%'), asks('quality', '＝100%', '100%')],
    },
    { name: 'brackets at the end of a text', rows: [asks('social', '参照《条例》', '按《办法》执行')] },
    {
      name: 'blanks and placeholders',
      rows: [asks('quality', '—', undefined), asks('quality', undefined, '……')],
    },
    { name: 'a number shown as a percentage', rows: [asks('quality', percent(0.95), percent(0.96))] },
    { name: 'full-width letters and brackets', rows: [asks('quantity', '（一期）安装Ａ型探头36个', '36个')] },
    {
      name: 'names and goals are no targets',
      rows: [
        asks('quality', '≥95%', '96%', { annualGoal: '合格率》95%', 'indicator.quality.name': '合格率》' }),
      ],
    },
  ],
  invalid: [
    {
      name: '》 for ≥ changes the meaning',
      rows: [asks('quality', '》90%', '93%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'error',
          message: 'typo',
          expected: '≥90%',
          fixed: { value: '≥90%', says: '改为“≥90%”' },
          text: '“》90%”中的“》”应为“≥”。',
        },
      ],
    },
    {
      name: '》= for ≥',
      rows: [asks('quality', '》=90%', '93%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'error',
          fixed: { value: '≥90%' },
          expected: '≥90%',
        },
      ],
    },
    {
      name: '《 for ≤',
      rows: [asks('cost', '《12万元', '11万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.target',
          severity: 'error',
          fixed: { value: '≤12万元' },
          expected: '≤12万元',
        },
      ],
    },
    {
      name: '〉 for >',
      rows: [asks('quantity', '抽检批次〉300批次', '312批次')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          severity: 'error',
          fixed: { value: '抽检批次>300批次' },
          expected: '抽检批次>300批次',
        },
      ],
    },
    {
      name: 'in a result',
      rows: [asks('quantity', '≥20场', '》20场')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'error',
          fixed: { value: '≥20场' },
          expected: '≥20场',
        },
      ],
    },
    {
      name: 'a double line for =',
      rows: [asks('quality', '═100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'info',
          message: 'typo',
          fixed: { value: '=100%' },
          expected: '=100%',
        },
      ],
    },
    {
      name: '二 that a scanner made of =',
      rows: [asks('quality', '二100%', '100%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'info',
          message: 'typo',
          fixed: { value: '=100%' },
          text: '“二100%”中的“二”应为“=”。',
          expected: '=100%',
        },
      ],
    },
    {
      name: 'full-width digits',
      rows: [asks('quality', '≥９５％', '96%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'info',
          message: 'fullwidth',
          fixed: { value: '≥95%' },
          text: '“≥９５％”中的“９５％”是全角字符，应为“95%”。',
          expected: '≥95%',
        },
      ],
    },
    {
      name: 'only the percent sign is full-width',
      rows: [asks('satisfaction', '90%', '92.5％')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.result',
          severity: 'info',
          message: 'fullwidth',
          fixed: { value: '92.5%' },
          expected: '92.5%',
        },
      ],
    },
    {
      name: 'everything in one cell is corrected at once',
      rows: [asks('quality', '出勤率》９０％，差错率≦１％', '出勤率92%，差错率0.5%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'error',
          message: 'typo',
          fixed: { value: '出勤率≥90%，差错率≤1%' },
          expected: '出勤率≥90%，差错率≤1%',
        },
      ],
    },
    {
      name: 'a matched title beside a slip',
      rows: [asks('quantity', '《河长制简报》》12期', '12期')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          severity: 'error',
          fixed: { value: '《河长制简报》≥12期' },
          expected: '《河长制简报》≥12期',
        },
      ],
    },
    {
      name: 'target and result, each by itself',
      rows: [asks('quality', '》98%', '》98%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'error',
          fixed: { value: '≥98%' },
          expected: '≥98%',
        },
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'error',
          fixed: { value: '≥98%' },
          expected: '≥98%',
        },
      ],
    },
  ],
};
