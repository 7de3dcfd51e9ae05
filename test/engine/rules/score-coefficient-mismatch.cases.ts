import { percent, scoredIndicator } from '../../support/annexes/cells';
import type { CellInput } from '../../support/annexes/sheet-builder';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

/** An indicator with its coefficient. */
function row(
  target: string,
  result: string,
  weight: CellInput,
  coefficient: CellInput,
  score: CellInput,
): AnnexRow {
  return {
    ...scoredIndicator('quantity', target, result, weight, score),
    'indicator.quantity.coefficient': coefficient,
  };
}

const COEFFICIENT = 'indicator.quantity.coefficient';
const SCORE = 'indicator.quantity.score';
const BESIDE = ['indicator.quantity.weight', COEFFICIENT] as const;
const TEXTS = ['indicator.quantity.target', 'indicator.quantity.result'] as const;

export const cases: RuleCases = {
  severity: 'error',
  message: 'score',
  valid: [
    { name: 'all of the points', rows: [row('≥12场', '12场', 20, 1, 20)] },
    { name: 'a share of them', rows: [row('≥26次', '13次', 20, 0.5, 10)] },
    { name: 'in percent', rows: [row('≥26次', '13次', 20, percent(0.5), 10)] },
    { name: 'in hundreds', rows: [row('≥26次', '13次', 20, 50, 10)] },
    { name: 'as a text', rows: [row('≥12场', '12场', 20, '100%', 20)] },
    { name: 'rounded to hundredths', rows: [row('≥26次', '12次', 20, 0.46, 9.23)] },
    { name: 'less than the result bears', rows: [row('≥26次', '13次', 20, 0.4, 8)] },
    { name: 'no coefficient', rows: [row('≥26次', '13次', 20, null, 10), row('≥26次', '13次', 20, '—', 10)] },
    { name: 'no score', rows: [row('≥12场', '12场', 20, 1, null)] },
    { name: 'an effect in words', rows: [row('明显改善', '有所改善', 20, 0.8, 16)] },
    { name: 'a table without coefficients', rows: [{ budget: 20, actual: 18 }], notChecked: true },
  ],
  invalid: [
    {
      name: 'a score that is not their product',
      rows: [row('≥12场', '12场', 20, 0.9, 20)],
      findings: [
        {
          row: 0,
          field: SCORE,
          related: BESIDE,
          expected: 18,
          suggested: [{ value: 18, says: '改为 18 分' }],
          text: '得分应为 18（权重 20 × 得分系数 90%），表内为 20。请核对得分和得分系数。',
        },
      ],
    },
    {
      name: 'a coefficient in hundreds',
      rows: [row('≥12场', '12场', 10, 80, 9)],
      findings: [
        {
          row: 0,
          field: SCORE,
          related: BESIDE,
          expected: 8,
          suggested: [{ value: 8 }],
        },
      ],
    },
    {
      name: '12 of 26 times is no 100 %',
      rows: [row('≥26次', '12次', 20, percent(1), 20)],
      findings: [
        {
          row: 0,
          field: COEFFICIENT,
          message: 'unearned',
          related: TEXTS,
          actual: 1,
          text: '指标为“≥26次”，完成情况为“12次”，完成 46.15%，得分系数为 100%，偏高。请核对得分系数。',
        },
      ],
    },
    {
      name: 'neither borne by the result nor followed by the score',
      rows: [row('≥26次', '12次', 20, 0.9, 20)],
      findings: [
        { row: 0, field: SCORE, related: BESIDE, expected: 18, suggested: [{ value: 18 }] },
        { row: 0, field: COEFFICIENT, message: 'unearned', related: TEXTS, actual: 0.9 },
      ],
    },
    {
      name: 'just above what shown digits leave open',
      rows: [row('≥100次', '80次', 20, 0.82, 16.4)],
      findings: [{ row: 0, field: COEFFICIENT, message: 'unearned', related: TEXTS, actual: 0.82 }],
    },
  ],
};
