import { percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'text',

  valid: [
    { name: 'numbers', rows: [{ budget: 620.82, actual: 600 }] },
    { name: 'numbers in a text format', rows: [{ budget: { value: 620.82, format: '@' }, actual: 600 }] },
    {
      name: 'blanks and placeholders',
      rows: [{ budget: '—', 'budget.fiscal': null, 'budget.other': '/', actual: '无' }],
      fields: ['budget.fiscal'],
    },
    { name: 'an error', rows: [{ budget: { error: '#REF!' }, actual: 600 }] },
    { name: 'rates have a rule of their own', rows: [{ budget: 100, actual: 96, executionRate: '96%' }] },
    {
      name: 'figures in columns of words',
      rows: [
        {
          budget: 100,
          actual: 96,
          annualGoal: '120',
          'indicator.quantity.target': '36',
          'indicator.quantity.result': '36',
          remarks: '1,234.00',
        },
      ],
    },
    {
      name: 'scores as numbers',
      rows: [
        {
          budget: 9,
          actual: 9,
          'indicator.quantity.target': '4场',
          'indicator.quantity.result': '4场',
          'indicator.quantity.weight': 20,
          'indicator.quantity.score': 20,
          totalScore: 98.5,
        },
      ],
    },
    { name: 'white space', rows: [{ budget: '  ', actual: 3 }] },
  ],
  invalid: [
    {
      name: 'the unit of the table beside the number',
      rows: [{ budget: '620.82万元', actual: 600 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'text',
          expected: 620.82,
          fixed: { value: 620.82, says: '转换为数值 620.82' },
          text: '全年预算数“620.82万元”是文本，不能参与计算。请改为数值 620.82。',
        },
      ],
    },
    {
      name: 'thousands separators in a text format',
      rows: [{ budget: 1300, actual: { value: '1,234.00', format: '@' } }],
      findings: [{ row: 0, field: 'actual', fixed: { value: 1234, format: 'General' }, expected: 1234 }],
    },
    {
      name: 'full-width digits and a leading quote',
      rows: [
        { budget: '１２.５', actual: 12 },
        { budget: "'48", actual: 12 },
      ],
      findings: [
        { row: 0, field: 'budget', fixed: { value: 12.5 }, expected: 12.5 },
        { row: 1, field: 'budget', fixed: { value: 48 }, expected: 48 },
      ],
    },
    {
      name: 'another unit is for the reviewer to judge',
      rows: [{ budget: '6208200元', actual: 600 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          suggested: [{ value: 620.82 }],
          message: 'unit',
          expected: 620.82,
          text: '全年预算数填报为“6208200元”，与表内金额单位万元不符，折合 620.82万元。请核对后改为数值。',
        },
      ],
    },
    {
      name: '万元 in a table kept in 元',
      rows: [{ budget: '3.2万元', actual: 32000 }],
      unit: '元',
      findings: [
        { row: 0, field: 'budget', message: 'unit', expected: 32000, suggested: [{ value: 32000 }] },
      ],
    },
    {
      name: '元 in a table kept in 元',
      rows: [{ budget: '￥12,000.50元', actual: 12000 }],
      unit: '元',
      findings: [{ row: 0, field: 'budget', message: 'text', fixed: { value: 12000.5 }, expected: 12000.5 }],
    },
    {
      name: 'yuan and fen of a large amount',
      rows: [{ budget: '12345678901.23', actual: '１２３４５６７８９０１．２３' }],
      unit: '元',
      findings: [
        { row: 0, field: 'budget', fixed: { value: 12345678901.23 }, expected: 12345678901.23 },
        { row: 0, field: 'actual', fixed: { value: 12345678901.23 }, expected: 12345678901.23 },
      ],
    },
    {
      name: 'more digits than a cell keeps',
      rows: [{ budget: '12345678901234567', actual: '0.0012345678901234567' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'digits',
          text: '全年预算数“12345678901234567”是文本，不能参与计算；位数超过单元格能保存的 15 位，转为数值会改变数额。请核对。',
        },
        { row: 0, field: 'actual', message: 'digits' },
      ],
    },
    {
      name: 'words in a column of money',
      rows: [{ budget: '约50', actual: '按实结算' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'words',
          text: '全年预算数填报为“约50”，不是数值。请填写金额或分数。',
        },
        { row: 0, field: 'actual', message: 'words' },
      ],
    },
    {
      name: '0 as text',
      rows: [{ budget: 10, 'budget.fiscal': 10, 'budget.other': '0', actual: 10 }],
      findings: [{ row: 0, field: 'budget.other', fixed: { value: 0 }, expected: 0 }],
    },
    {
      name: 'weights and scores',
      rows: [
        {
          budget: 10,
          actual: 10,
          executionRate: percent(1),
          'executionRate.weight': '10',
          'executionRate.score': 10,
          'indicator.quality.target': '合格',
          'indicator.quality.result': '合格',
          'indicator.quality.weight': 20,
          'indicator.quality.score': '１９.5',
          totalScore: '97.5',
        },
      ],
      findings: [
        { row: 0, field: 'executionRate.weight', fixed: { value: 10 }, expected: 10 },
        {
          row: 0,
          field: 'indicator.quality.score',
          fixed: { value: 19.5 },
          text: '得分“１９.5”是文本，不能参与计算。请改为数值 19.5。',
          expected: 19.5,
        },
        { row: 0, field: 'totalScore', fixed: { value: 97.5 }, expected: 97.5 },
      ],
    },
    {
      name: 'a score with its unit',
      rows: [
        {
          budget: 10,
          actual: 10,
          'indicator.quality.target': '合格',
          'indicator.quality.result': '合格',
          'indicator.quality.score': '9.5分',
        },
      ],
      findings: [
        { row: 0, field: 'indicator.quality.score', message: 'text', fixed: { value: 9.5 }, expected: 9.5 },
      ],
    },
  ],
};
