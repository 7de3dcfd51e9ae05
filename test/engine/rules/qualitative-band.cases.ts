import { scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const scored = scoredIndicator.bind(null, 'social');

const BANDS = '注：定性指标分三档计分：100%-80%、80%-50%、50%-0%。';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'above',

  valid: [
    {
      name: 'done: 80 to 100 %',
      rows: [scored('完善管护制度', '已完成', 10, 10), scored('完善管护制度', '已完成', 10, 8)],
    },
    {
      name: 'partly: 60 to 80 %',
      rows: [scored('完善管护制度', '部分完成', 10, 7.5), scored('完善管护制度', '部分达成预期指标', 15, 9)],
    },
    {
      name: 'not done: up to 60 %',
      rows: [scored('完善管护制度', '未完成', 10, 3), scored('完善管护制度', '未开展', 10, 0)],
    },
    {
      name: 'whole points beside a band',
      rows: [scored('完善管护制度', '部分完成', 3, 2), scored('完善管护制度', '部分完成', 2, 1)],
    },
    { name: 'nearly all', rows: [scored('完善管护制度', '基本完成', 10, 9)] },
    { name: 'late, but done', rows: [scored('完善管护制度', '延期完成', 10, 7.5)] },
    { name: 'words that name no grade', rows: [scored('改善人居环境', '明显改善', 10, 6)] },
    { name: 'a figure', rows: [scored('≥90%', '完成85%', 10, 5)] },
    { name: 'nothing was to happen', rows: [scored('不发生安全事故', '未发生', 10, 10)] },
    {
      name: 'the reason is given',
      rows: [scored('完善管护制度', '已完成', 10, 6, { 'indicator.social.deviation': '制度印发较晚' })],
    },
    {
      name: 'no score',
      rows: [scored('完善管护制度', '部分完成', 10, null), scored('完善管护制度', '部分完成', null, 9)],
    },
    {
      name: 'a long result that tells of several things',
      rows: [
        scored(
          '完善管护制度',
          '管护制度已印发并组织了宣讲，各村护林员全部到岗，巡查台账部分完成补录，其余按月报送',
          10,
          10,
        ),
      ],
    },
    {
      name: 'wider bands of a place',
      rows: [scored('完善管护制度', '部分完成', 10, 5.2)],
      profile: {
        bands: { achieved: { from: 0.8, to: 1 }, partial: { from: 0.5, to: 0.8 }, not: { from: 0, to: 0.5 } },
      },
    },
    {
      name: 'a longer result says more than a grade',
      rows: [
        scoredIndicator(
          'social',
          '提升居民参与度',
          '部分完成，沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸',
          10,
          10,
        ),
      ],
    },

    {
      name: 'a printed band that is wider',
      rows: [scored('完善管护制度', '部分完成', 10, 5.5)],
      below: [[BANDS]],
    },
    {
      name: 'a printed rule that nobody can compute',
      rows: [scored('完善管护制度', '部分完成', 10, 9.5)],
      below: [['注：定性指标由评审专家酌情评分。']],
    },
  ],
  invalid: [
    {
      name: 'the lower end of the band above',
      rows: [scored('完善管护制度', '部分完成', 10, 8), scored('完善管护制度', '未完成', 10, 6)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
        {
          row: 1,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'full marks for a part',
      rows: [scored('完善管护制度', '部分完成', 10, 10)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          text: '完成情况为“部分完成”，属“部分达成预期指标”，得分应为分值 10 的 60%–80%，即 6–8 分（不含 8 分），表内为 10，偏高。请核对得分。',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'the words of the form',
      rows: [scored('带动周边就业', '部分达成预期指标并具有一定效果', 15, 14)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'full marks for nothing',
      rows: [scored('建立长效机制', '未完成', 10, 10)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'under way, yet full',
      rows: [scored('建立长效机制', '正在推进', 10, 10)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'nearly all, yet full',
      rows: [scored('建立长效机制', '基本建成', 20, 20)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'half the points for what is done',
      rows: [scored('建立长效机制', '已完成', 10, 5)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'below',
          related: ['indicator.social.result', 'indicator.social.weight'],
          text: '完成情况为“已完成”，属“达成预期指标”，得分应为分值 10 的 80%–100%，即 8–10 分，表内为 5，偏低。请核对得分，或说明扣分原因。',
        },
      ],
    },
    {
      name: 'too little for a part',
      rows: [scored('建立长效机制', '部分实现', 10, 2.5)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'below',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'not in time, yet full',
      rows: [scored('建立长效机制', '未按时完成', 10, 10)],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },
    {
      name: 'a result of thirty characters',
      rows: [
        scoredIndicator(
          'social',
          '提升居民参与度',
          '部分完成，沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿',
          10,
          10,
        ),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'above',
          related: ['indicator.social.result', 'indicator.social.weight'],
        },
      ],
    },

    {
      name: 'outside a printed band',
      rows: [scored('完善管护制度', '部分完成', 10, 9.5), scored('完善管护制度', '部分达成预期指标', 10, 4)],
      below: [[BANDS]],
      findings: [
        {
          row: 0,
          field: 'indicator.social.score',
          message: 'aboveByNote',
          text: `完成情况为“部分完成”，属“部分达成预期指标”，按表内说明（A7：“${BANDS}”）得分应为分值 10 的 50%–80%，即 5–8 分，表内为 9.5，偏高。请核对得分。`,
          related: ['indicator.social.result', 'indicator.social.weight', '@A7'],
        },
        {
          row: 1,
          field: 'indicator.social.score',
          message: 'belowByNote',
          text: `完成情况为“部分达成预期指标”，属“部分达成预期指标”，按表内说明（A7：“${BANDS}”）得分应为分值 10 的 50%–80%，即 5–8 分，表内为 4，偏低。请核对得分，或说明扣分原因。`,
          related: ['indicator.social.result', 'indicator.social.weight', '@A7'],
        },
      ],
    },
  ],
};
