import type { CellInput } from '../../support/annexes/sheet-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const _ = null;

/** A form of which the two rows of money hold some points. */
function form(total: readonly CellInput[], source: readonly CellInput[]): (readonly CellInput[])[] {
  return [
    ['项目名称', '校舍屋面防水补助资金'],
    ['项目资金（万元）', _, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [_, '年度资金总额', 60, 57, total[0] ?? _, '95%', total[1] ?? _],
    [_, '其中：财政拨款', 60, 57, source[0] ?? _, '95%', source[1] ?? _],
    ['绩效指标', '一级指标', '三级指标', '年度指标值', '分值', '实际完成值', '得分'],
    [_, '产出指标', '翻新屋面面积', '≥2400平方米', 90, '2460平方米', 90],
  ];
}

export const cases: RuleCases = {
  severity: 'info',
  message: 'again',
  valid: [
    { name: 'a sign for nothing', rows: [], form: form([10, 9.5], ['—', '—']) },
    { name: 'blanks', rows: [], form: form([10, 9.5], []) },
    { name: 'zeros', rows: [], form: form([10, 9.5], [0, 0]) },
    { name: 'points that stand beside a source alone', rows: [], form: form(['—', '—'], [10, 9.5]) },
    {
      name: 'a table has no rows of sources',
      rows: [{ budget: 60, actual: 57, 'executionRate.weight': 10 }],
    },
  ],
  invalid: [
    {
      name: 'weight and score again',
      rows: [],
      form: form([10, 9.5], [10, 9.5]),
      findings: [
        {
          cell: 'E4',
          related: ['@E3'],
          fixed: { value: '—', says: '此处改为“—”' },
          text: '“财政拨款”一行填写了分值 10，执行率分值已在资金总额一行填写（10），属重复计分。请改为“—”。',
        },
        {
          cell: 'G4',
          related: ['@G3'],
          fixed: { value: '—' },
          text: '“财政拨款”一行填写了得分 9.5，执行率得分已在资金总额一行填写（9.5），属重复计分。请改为“—”。',
        },
      ],
    },
    {
      name: 'the score alone',
      rows: [],
      form: form([10, 9.5], ['—', 9.5]),
      findings: [{ cell: 'G4', related: ['@G3'], fixed: { value: '—' } }],
    },
    {
      name: 'other points than those of all money',
      rows: [],
      form: form([10, 9.5], [5, '—']),
      findings: [{ cell: 'E4', related: ['@E3'], fixed: { value: '—' } }],
    },
    {
      name: 'a formula is left to the reader',
      rows: [],
      form: form([10, 9.5], ['—', { value: 9.5, formula: '=E3*0.95' }]),
      findings: [{ cell: 'G4', related: ['@G3'] }],
    },
  ],
};
