import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { CellInput } from '../../support/annexes/sheet-builder';

const KINDS = ['quantity', 'quality', 'social', 'satisfaction'] as const;

/** Targets of four kinds of indicators, results like them unless given, and weights where given. */
function row(
  targets: readonly CellInput[],
  results: readonly CellInput[] = targets,
  weights?: readonly CellInput[],
): AnnexRow {
  const cells: Record<string, CellInput> = { budget: 50 };
  KINDS.forEach((kind, i) => {
    cells[`indicator.${kind}.target`] = targets[i] ?? null;
    cells[`indicator.${kind}.result`] = results[i] ?? null;
    if (weights) cells[`indicator.${kind}.weight`] = weights[i] ?? null;
  });
  return cells;
}

const POINTS = [30, 20, 30, 10];

export const cases: RuleCases = {
  severity: 'error',
  message: 'points',

  valid: [
    {
      name: 'targets and results',
      rows: [row(['≥6座', '≥95%', '惠及3村', '≥90%'], ['6座', '97%', '3村', '92%'], POINTS)],
    },
    { name: 'numbers that are not the weights', rows: [row([6, 95, 3, 90], [6, 97, 3, 92], POINTS)] },
    { name: 'the same numbers with units', rows: [row(['30座', '20%', '30村', '10%'], undefined, POINTS)] },
    { name: 'numbers that add up to something else', rows: [row([6, 4, 12, 9])] },
    { name: 'one of them is no weight', rows: [row([30, 20, 12, 10], undefined, POINTS)] },
    { name: 'two indicators may agree by chance', rows: [row([50, 40])] },
    { name: 'results that differ', rows: [row([30, 20, 30, 10], [30, 19, 30, 10])] },
    { name: 'one of a hundred', rows: [row([1, 4, 95])] },
    {
      name: 'more than a weight',
      rows: [
        {
          'indicator.quantity.target': 61,
          'indicator.quantity.result': 61,
          'indicator.quality.target': 27,
          'indicator.quality.result': 27,
          'indicator.social.target': 2,
          'indicator.social.result': 2,
        },
      ],
    },
    {
      name: 'less than a weight',
      rows: [
        {
          'indicator.quantity.target': 60,
          'indicator.quantity.result': 60,
          'indicator.quality.target': 29,
          'indicator.quality.result': 29,
          'indicator.social.target': 1,
          'indicator.social.result': 1,
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'the weights over again',
      rows: [
        row(POINTS, POINTS, POINTS),
        row(['≥6座', '≥95%', '惠及3村', '≥90%'], ['6座', '97%', '3村', '92%'], POINTS),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          text: '4 项指标的指标值与完成值均为 30、20、30、10，合计 90，疑为分值。请填写指标值和实际完成值。',
          actual: 90,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.social.target',
            'indicator.social.result',
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
          ],
        },
      ],
    },
    {
      name: 'without a column for weights',
      rows: [row(POINTS)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          actual: 90,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.social.target',
            'indicator.social.result',
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
          ],
        },
      ],
    },
    {
      name: '100 together',
      rows: [row([40, 20, 30, 10])],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          actual: 100,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.social.target',
            'indicator.social.result',
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
          ],
        },
      ],
    },
    {
      name: 'typed as text',
      rows: [row(['30分', '20分', '30分', '10分'], ['30', '20', '30', '10'], POINTS)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          actual: 90,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.social.target',
            'indicator.social.result',
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
          ],
        },
      ],
    },
    {
      name: 'an indicator that is not in use',
      rows: [row([50, 30, '—', 10], [50, 30, '—', 10], [50, 30, '—', 10])],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          actual: 90,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
          ],
        },
      ],
    },
    {
      name: 'twenty for the execution',
      rows: [row([30, 20, 20, 10])],
      profile: { executionWeight: 20 },
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          actual: 80,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.social.target',
            'indicator.social.result',
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
          ],
        },
      ],
    },
    {
      name: 'no weight is less than 2 or more than 60',
      rows: [
        {
          'indicator.quantity.target': 60,
          'indicator.quantity.result': 60,
          'indicator.quality.target': 28,
          'indicator.quality.result': 28,
          'indicator.social.target': 2,
          'indicator.social.result': 2,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          actual: 90,
          related: [
            'indicator.quantity.result',
            'indicator.quality.target',
            'indicator.quality.result',
            'indicator.social.target',
            'indicator.social.result',
          ],
        },
      ],
    },
  ],
};
