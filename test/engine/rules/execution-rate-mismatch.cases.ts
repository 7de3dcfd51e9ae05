import { computed, percent } from '../../support/annexes/cells';
import type { CellInput } from '../../support/annexes/sheet-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const _ = null;

/** A form of which the row of a source has a rate of its own. */
const form = (
  rate: CellInput,
  source: readonly CellInput[] = [60, 30],
  all: CellInput = '75%',
): (readonly CellInput[])[] => [
  ['项目名称', '校舍屋面防水补助资金'],
  ['项目资金（万元）', _, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [_, '年度资金总额', 100, 75, 10, all, 7.5],
  [_, '其中：财政拨款', source[0] ?? _, source[1] ?? _, '—', rate, '—'],
  [_, '其他资金', 40, 45, '—', '—', '—'],
  ['绩效指标', '一级指标', '三级指标', '年度指标值', '分值', '实际完成值', '得分'],
  [_, '产出指标', '翻新屋面面积', '≥2400平方米', 90, '2460平方米', 90],
];

const percents = { executionRate: '执行率(%)' };

export const cases: RuleCases = {
  severity: 'error',
  message: 'mismatch',

  valid: [
    {
      name: 'rounded to two decimals',
      rows: [{ budget: 27.69, actual: 25.88, executionRate: percent(0.9346) }],
    },
    {
      name: 'exactly between two roundings: either will do',
      rows: [
        { budget: 20, actual: 18.691, executionRate: percent(0.9346) },
        { budget: 20, actual: 18.691, executionRate: percent(0.9345) },
      ],
    },
    {
      name: 'whole percents shown',
      rows: [{ budget: 27.69, actual: 25.88, executionRate: percent(0.93, 0) }],
    },
    {
      name: 'typed as text with one decimal',
      rows: [{ budget: 27.69, actual: 25.88, executionRate: '93.5％' }],
    },
    { name: '100% as text of 99.6 %', rows: [{ budget: 250, actual: 249, executionRate: '100%' }] },
    {
      name: 'percents of a column of percents',
      rows: [
        { budget: 27.69, actual: 25.88, executionRate: 93.46 },
        { budget: 30, actual: 30, executionRate: 1 },
        { budget: 30, actual: 30, executionRate: 100 },
      ],
      labels: percents,
    },
    {
      name: 'a fraction with closing zeros dropped',
      rows: [
        { budget: 3, actual: 2.7, executionRate: 0.9 },
        { budget: 27.69, actual: 25.88, executionRate: 0.9346 },
      ],
    },
    { name: 'no budget', rows: [{ budget: 0, actual: 0, executionRate: percent(1) }] },
    { name: 'no rate', rows: [{ budget: 50, actual: 40 }], fields: ['executionRate'] },
    { name: 'a dash for the rate', rows: [{ budget: 50, actual: 40, executionRate: '—' }] },
    {
      name: 'an amount that shows an error',
      rows: [{ budget: 50, actual: { error: '#VALUE!' }, executionRate: percent(0.3) }],
    },
    {
      name: 'a rate that shows an error',
      rows: [{ budget: 50, actual: 40, executionRate: { error: '#REF!' } }],
    },
    { name: 'an amount in words', rows: [{ budget: '同上', actual: 40, executionRate: percent(0.3) }] },
    {
      name: '93.46 among fractions is another defect',
      rows: [
        { budget: 27.69, actual: 25.88, executionRate: 93.46 },
        { budget: 20, actual: 19, executionRate: 0.95 },
        { budget: 20, actual: 18, executionRate: 0.9 },
      ],
    },
    {
      name: 'on the adjusted budget, not the initial one',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: percent(0.95) }],
    },
    { name: 'over 100 % and right', rows: [{ budget: 40, actual: 42, executionRate: percent(1.05) }] },
    { name: 'nothing spent', rows: [{ budget: 40, actual: 0, executionRate: percent(0) }] },
    {
      name: 'a formula that shows two decimals and stores more',
      rows: [{ budget: 30, actual: 10, executionRate: computed('=C5/B5', 10 / 30, '0.00%') }],
    },
    {
      name: 'a budget in 元 among 万元 is another defect',
      rows: [{ budget: 276900, actual: 25.88, executionRate: percent(0.9346) }],
    },
    {
      name: 'spending whose cell names another unit is another defect',
      rows: [{ budget: 276900, actual: '25.88万元', executionRate: percent(0.9346) }],
      unit: '元',
    },
    {
      name: 'in 元, money as text',
      rows: [{ budget: '276,900', actual: '258,800元', executionRate: percent(0.9346) }],
      unit: '元',
    },
    {
      name: 'several rates, each on the money that it names',
      rows: [
        {
          initialBudget: 800,
          budget: 880,
          received: 850,
          actual: 836,
          executionRate: percent(0.95),
          'executionRate.initial': percent(1.045),
          'executionRate.received': percent(836 / 850),
        },
      ],
    },
    { name: 'the rate of a source, as its money gives it', rows: [], form: form('50%') },
    { name: 'a sign for nothing beside a source', rows: [], form: form('—') },
    { name: 'a rate beside a source without money', rows: [], form: form('80%', [_, _]) },
    { name: 'a rate beside nothing budgeted', rows: [], form: form('0%', [0, 0]) },
  ],
  invalid: [
    {
      name: 'a rate of another year',
      rows: [{ budget: 27.69, actual: 25.88, executionRate: percent(0.95) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          suggested: [{ formula: '=C5/B5', says: '改为公式 =C5/B5（93.46%）' }],
          message: 'mismatch',
          expected: 25.88 / 27.69,
          fixed: { value: 0.934633441675695, says: '改为 93.46%' },
          text: '执行率应为 93.46%（实际支出 25.88 ÷ 年度预算 27.69），表内为 95.00%。',
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'one unit of the last digit off',
      rows: [{ budget: 10000, actual: 9345.6, executionRate: percent(0.9347) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'mismatch',
          fixed: { value: 0.93456 },
          expected: 0.93456,
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: 'a hair more than half a unit, seen only with more digits',
      rows: [{ budget: 100000, actual: 93454, executionRate: percent(0.9346) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          fixed: { value: 0.93454 },
          text: '执行率应为 93.45%（实际支出 93454.00 ÷ 年度预算 100000.00），表内为 93.46%。',
          expected: 0.93454,
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: '100% as text of 99.4 %',
      rows: [{ budget: 500.25, actual: 497.25, executionRate: '100%' }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'mismatch',
          fixed: { value: '99%' },
          expected: 0.99400299850075,
          actual: 1,
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: 'text with decimals stays text',
      rows: [{ budget: 500, actual: 410, executionRate: '80.00％' }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          fixed: { value: '82.00%' },
          expected: 0.82,
          actual: 0.8,
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: 'in a column of percents',
      rows: [
        { budget: 64, actual: 48, executionRate: 57 },
        { budget: 40, actual: 38, executionRate: 95 },
      ],
      labels: percents,
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0.75,
          fixed: { value: 75 },
          actual: 0.57,
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5*100' }],
        },
      ],
    },
    {
      name: 'where the others are formulas, a formula',
      rows: [
        { budget: 20, actual: 19, executionRate: computed('=C5/B5', 0.95, '0.00%') },
        { budget: 40, actual: 30, executionRate: computed('=C6/B6', 0.75, '0.00%') },
        { budget: 50, actual: 45, executionRate: percent(0.99) },
      ],
      findings: [
        {
          row: 2,
          field: 'executionRate',
          expected: 0.9,
          fixed: { formula: '=C7/B7' },
          related: ['actual', 'budget'],
          suggested: [{ value: 0.9 }],
        },
      ],
    },
    {
      name: 'divided by the initial budget',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: percent(0.76) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'mismatch',
          expected: 0.95,
          fixed: { value: 0.95 },
          related: ['actual', 'budget'],
          suggested: [{ formula: '=D5/C5' }],
        },
      ],
    },
    {
      name: 'small amounts: rounding of the money may explain it',
      rows: [{ budget: 0.83, actual: 0.82, executionRate: percent(0.995) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          suggested: [{ value: 0.82 / 0.83 }, { formula: '=C5/B5' }],
          severity: 'info',
          message: 'rounding',
          expected: 0.82 / 0.83,
          text: '执行率按表内金额计算为 98.80%（0.82 ÷ 0.83），表内为 99.50%，差异可能来自金额的四舍五入。请核对。',
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'an amount with many decimals elsewhere says nothing of the rounding of this row',
      rows: [
        { budget: 0.84, actual: 0.83, executionRate: percent(0.993) },
        { budget: 12.345678, actual: 12.345678, executionRate: percent(1) },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          severity: 'info',
          message: 'rounding',
          suggested: [{ value: 0.83 / 0.84 }, { formula: '=C5/B5' }],
          expected: 0.988095238095238,
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'money that formulas compute is not rounded',
      rows: [
        {
          budget: computed('=0.5+0.33', 0.83),
          actual: computed('=0.4+0.42', 0.82),
          executionRate: percent(0.995),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          severity: 'error',
          message: 'mismatch',
          fixed: { value: 0.82 / 0.83 },
          expected: 0.987951807228916,
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: 'a rate although nothing was spent',
      rows: [{ budget: 40, actual: 0, executionRate: percent(1) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0,
          fixed: { value: 0 },
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: 'numerator and denominator changed places',
      rows: [{ budget: 50, actual: 40, executionRate: percent(1.25) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0.8,
          fixed: { value: 0.8 },
          related: ['actual', 'budget'],
          suggested: [{ formula: '=C5/B5' }],
        },
      ],
    },
    {
      name: 'a rate on the initial budget, and one on the money received',
      rows: [
        {
          initialBudget: 800,
          budget: 880,
          received: 850,
          actual: 836,
          executionRate: percent(0.95),
          'executionRate.initial': percent(0.95),
          'executionRate.received': percent(0.9),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.initial',
          message: 'mismatchOf',
          expected: 1.045,
          text: '年初预算执行率应为 104.50%（实际支出 836.00 ÷ 年初预算数 800.00），表内为 95.00%。',
          related: ['actual', 'initialBudget'],
          fixed: { value: 1.045 },
          suggested: [{ formula: '=E5/B5' }],
        },
        {
          row: 0,
          field: 'executionRate.received',
          message: 'mismatchOf',
          expected: 836 / 850,
          related: ['actual', 'received'],
          fixed: { value: 836 / 850 },
          suggested: [{ formula: '=E5/D5' }],
        },
      ],
    },
    {
      name: 'the rounding of the money may explain a rate on the initial budget',
      rows: [
        {
          initialBudget: 0.83,
          budget: 0.83,
          actual: 0.82,
          executionRate: percent(0.82 / 0.83),
          'executionRate.initial': percent(0.99),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.initial',
          message: 'roundingOf',
          severity: 'info',
          expected: 0.82 / 0.83,
          text: '年初预算执行率按表内金额计算为 98.80%（0.82 ÷ 年初预算数 0.83），表内为 99.00%，差异可能来自金额的四舍五入。请核对。',
          related: ['actual', 'initialBudget'],
          suggested: [{ value: 0.82 / 0.83 }, { formula: '=D5/B5' }],
        },
      ],
    },
    {
      name: 'the rate of a source in a form',
      rows: [],
      form: form('80%'),
      findings: [
        {
          cell: 'F4',
          message: 'mismatchIn',
          expected: 0.5,
          actual: 0.8,
          related: ['@D4', '@C4'],
          fixed: { value: '50%' },
          suggested: [],
          text: '“财政拨款”一行的执行率应为 50.00%（实际支出 30.00 ÷ 年度预算 60.00），表内为 80.00%。请核对。',
        },
      ],
    },
  ],
};
