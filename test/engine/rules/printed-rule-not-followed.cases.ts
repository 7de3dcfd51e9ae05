import { scoredIndicator } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const EXCESS = '注：反向指标未达标的，得分=分值×[1-(完成值-指标值)÷指标值]。';
const STEPS = '注：预算执行率≥90%得满分，每低1个百分点扣1分。';

const cost = scoredIndicator.bind(null, 'cost');
const execution = (actual: number, score: number): AnnexRow => ({
  budget: 100,
  actual,
  'executionRate.weight': 10,
  'executionRate.score': score,
});

export const cases: RuleCases = {
  severity: 'warning',

  valid: [
    {
      name: 'followed',
      rows: [
        cost('≤20万元', '25万元', 10, 7.5),
        cost('≤10万元', '12万元', 10, 8),
        cost('≤8万元', '12万元', 10, 5),
      ],
      below: [[EXCESS]],
    },
    {
      name: 'two scores that are wrong by themselves',
      rows: [
        cost('≤20万元', '25万元', 10, 6),
        cost('≤10万元', '12万元', 10, 6),
        cost('≤8万元', '12万元', 10, 5),
      ],
      below: [[EXCESS]],
    },
    {
      name: 'three of many',
      rows: [
        ...[9.5, 9, 5].map((score) => execution(82, score)),
        ...[89, 88, 87, 86, 85, 84, 83].map((actual) => execution(actual, actual - 80)),
      ],
      below: [[STEPS]],
    },
    {
      name: 'nothing is lost by it anywhere',
      rows: [execution(95, 9.5), execution(96, 9.6), execution(97, 9.7)],
      below: [[STEPS]],
    },
    {
      name: 'points named in place of the weight: half of them are lost of half',
      rows: [execution(95, 19), execution(96, 19.2), execution(97, 19.4)].map((row) => ({
        ...row,
        'executionRate.weight': 20,
      })),
      below: [['注：预算执行率得分=20分×执行率。']],
    },
    {
      name: 'not understood',
      rows: [
        cost('≤20万元', '25万元', 10, 9),
        cost('≤10万元', '12万元', 10, 10),
        cost('≤8万元', '12万元', 10, 9),
      ],
      below: [['注：定量指标由评审专家酌情扣分。']],
    },
    {
      name: 'in proportion to points that are not ten',
      rows: [{ budget: 100, actual: 60, executionRate: 0.6, 'executionRate.score': 12 }],
      labels: { 'executionRate.score': '得分（20分*执行率）' },
    },
    {
      name: 'held to the profile',
      rows: [
        cost('≤20万元', '25万元', 10, 6),
        cost('≤10万元', '12万元', 10, 6),
        cost('≤8万元', '12万元', 10, 9),
      ],
      below: [['注：各项指标一律满分，不扣分。']],
      profile: { printedRules: 'ignore' },
    },
    {
      name: 'points × rate, in words of its own, loses what was not spent',
      rows: [{ budget: 50, actual: 50, 'executionRate.score': 20 }],
      labels: { 'executionRate.score': '执行率得分（20分*执行率）' },
    },
  ],
  invalid: [
    {
      name: 'a formula that most scores contradict',
      rows: [
        cost('≤20万元', '25万元', 10, 6),
        cost('≤10万元', '12万元', 10, 6),
        cost('≤8万元', '12万元', 10, 9),
        cost('≤8万元', '10万元', 10, 7.5),
      ],
      below: [[EXCESS]],
      findings: [
        {
          cell: 'A9',
          message: 'contradicted',
          actual: null,
          text: `表内说明“${EXCESS}”与得分不一致：按该说明应扣分的 4 项中，3 项得分与之不符。请核对计分办法和得分。`,
          related: ['@F5', '@F6', '@F7'],
        },
      ],
    },
    {
      name: 'steps, while scores are in proportion',
      rows: [execution(82, 8.2), execution(84, 8.4), execution(86, 8.6)],
      below: [[STEPS]],
      findings: [{ cell: 'A8', message: 'contradicted', actual: null, related: ['@E5', '@E6', '@E7'] }],
    },
    {
      name: 'three of nine',
      rows: [
        ...[9.5, 9, 5].map((score) => execution(82, score)),
        ...[89, 88, 87, 86, 85, 84].map((actual) => execution(actual, actual - 80)),
      ],
      below: [[STEPS]],
      findings: [{ cell: 'A14', message: 'contradicted', actual: null, related: ['@E5', '@E6', '@E7'] }],
    },
    {
      name: 'nothing is ever lost',
      rows: [cost('≤20万元', '25万元', 10, 10)],
      below: [['注：各项指标一律满分，不扣分。']],
      findings: [
        {
          cell: 'A6',
          message: 'absurd',
          actual: null,
          text: '按表内说明“注：各项指标一律满分，不扣分。”，未完成也几乎不扣分。审核未采用该说明，得分仍按规则口径检查。请核对。',
        },
      ],
    },
    {
      name: 'full points from next to nothing on',
      rows: [execution(40, 10)],
      below: [['注：执行率达到1%即得满分。']],
      findings: [{ cell: 'A6', message: 'absurd', actual: null }],
    },
  ],
};
