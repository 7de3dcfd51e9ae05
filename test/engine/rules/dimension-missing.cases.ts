import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const project = (more: AnnexRow = {}): AnnexRow => ({
  budget: 60,
  'indicator.quantity.target': '巡检变电站26座',
  'indicator.quantity.result': '26座',
  'indicator.quality.target': '缺陷消除率≥98%',
  'indicator.quality.result': '99%',
  'indicator.social.target': '供电可靠',
  'indicator.social.result': '供电可靠',
  'indicator.ecological.target': '减少噪声',
  'indicator.ecological.result': '减少',
  'indicator.satisfaction.target': '用户满意度≥90%',
  'indicator.satisfaction.result': '94%',
  ...more,
});
const without = (...kinds: readonly string[]): AnnexRow =>
  Object.fromEntries(
    kinds.flatMap((kind) => [
      [`indicator.${kind}.target`, '—'],
      [`indicator.${kind}.result`, '—'],
    ]),
  );
const weighted = (...weights: readonly number[]): AnnexRow =>
  Object.fromEntries(
    ['quantity', 'quality', 'social', 'satisfaction'].map((kind, i) => [
      `indicator.${kind}.weight`,
      weights[i] ?? null,
    ]),
  );

export const cases: RuleCases = {
  severity: 'warning',
  message: 'satisfaction',

  valid: [
    { name: 'all of them', rows: [project()] },
    { name: 'one benefit of two', rows: [project(without('ecological'))] },
    { name: 'one output of two', rows: [project(without('quality'))] },
    {
      name: 'no indicators at all',
      rows: [project(), project(without('quantity', 'quality', 'social', 'ecological', 'satisfaction'))],
    },
    {
      name: 'a result without a target is another rule’s',
      rows: [project({ 'indicator.satisfaction.target': null })],
    },
    { name: 'points that are spread', rows: [project(weighted(30, 20, 30, 10))] },
    {
      name: 'too few indicators to tell',
      rows: [project(), project(without('quality', 'social', 'ecological', 'satisfaction'))],
    },
    {
      name: 'a lone column for ecological benefit need not be used',
      rows: [
        {
          budget: 9,
          'indicator.quantity.target': '3座',
          'indicator.quality.target': '合格',
          'indicator.ecological.target': '/',
          'indicator.satisfaction.target': '≥90%',
          actual: 9,
        },
        {
          budget: 9,
          'indicator.quantity.target': '5座',
          'indicator.quality.target': '合格',
          'indicator.ecological.target': '减排',
          'indicator.satisfaction.target': '≥90%',
          actual: 9,
        },
      ],
    },
    {
      name: 'a little less than three fifths of the points',
      rows: [
        {
          ...asks('quantity', '巡河≥52次', '54次', { 'indicator.quantity.weight': 52 }),
          'indicator.social.target': '减少溺水事件',
          'indicator.social.result': '减少',
          'indicator.social.weight': 25,
          'indicator.satisfaction.target': '≥90%',
          'indicator.satisfaction.result': '93%',
          'indicator.satisfaction.weight': 13,
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'no satisfaction',
      rows: [project(without('satisfaction'))],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.target',
          message: 'satisfaction',
          text: '该项目未填写满意度指标。请补填服务对象满意度指标；确无服务对象的，请说明。',
          actual: null,
        },
      ],
    },
    {
      name: 'blank cells are none either',
      rows: [
        project(),
        project({ 'indicator.satisfaction.target': null, 'indicator.satisfaction.result': null }),
      ],
      findings: [{ row: 1, field: 'indicator.satisfaction.target', message: 'satisfaction' }],
    },
    {
      name: 'no benefit at all',
      rows: [project(without('social', 'ecological'))],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'benefit',
          text: '该项目未填写效益指标。请补填经济、社会、生态效益或可持续影响指标。',
          actual: null,
        },
      ],
    },
    {
      name: 'no output at all',
      rows: [project(without('quantity', 'quality'))],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'output',
          actual: null,
          text: '该项目未填写产出指标。请补填数量、质量、时效等指标。',
        },
      ],
    },
    {
      name: 'two levels',
      rows: [project(without('social', 'ecological', 'satisfaction'))],
      findings: [
        { row: 0, field: 'indicator.social.target', message: 'benefit', actual: null },
        { row: 0, field: 'indicator.satisfaction.target', message: 'satisfaction', actual: null },
      ],
    },
    {
      name: 'one indicator with most of the points',
      rows: [project(weighted(60, 10, 10, 10))],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.weight',
          message: 'weight',
          text: '该指标分值 60，占全部指标分值 90 的 67%。请核对分值设置。',
        },
      ],
    },
    {
      name: 'an annex without a column for satisfaction',
      rows: [
        {
          budget: 9,
          actual: 9,
          'indicator.quantity.target': '3座',
          'indicator.quantity.result': '3座',
          'indicator.social.target': '供电可靠',
          'indicator.social.result': '供电可靠',
        },
      ],
      findings: [
        {
          cell: 'D3',
          severity: 'info',
          message: 'noSatisfaction',
          text: '本表未设满意度指标栏。请核对是否应设满意度指标。',
          actual: null,
        },
      ],
    },
    {
      name: 'an annex without a column for benefits',
      rows: [
        {
          budget: 9,
          actual: 9,
          'indicator.quantity.target': '3座',
          'indicator.quantity.result': '3座',
          'indicator.satisfaction.target': '≥90%',
          'indicator.satisfaction.result': '95%',
        },
      ],
      findings: [
        {
          cell: 'D3',
          severity: 'info',
          message: 'noBenefit',
          actual: null,
          text: '本表未设效益指标栏。请核对是否应设效益指标。',
        },
      ],
    },
    {
      name: 'exactly three fifths of the points',
      rows: [
        {
          ...asks('quantity', '巡河≥52次', '54次', { 'indicator.quantity.weight': 54 }),
          'indicator.social.target': '减少溺水事件',
          'indicator.social.result': '减少',
          'indicator.social.weight': 24,
          'indicator.satisfaction.target': '≥90%',
          'indicator.satisfaction.result': '93%',
          'indicator.satisfaction.weight': 12,
        },
      ],
      findings: [{ row: 0, field: 'indicator.quantity.weight', message: 'weight' }],
    },
  ],
};
