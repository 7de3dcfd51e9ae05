import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const result = 'indicator.quantity.result';

export const cases: RuleCases = {
  severity: 'error',
  message: 'overall',

  valid: [
    {
      name: 'the whole is not done, and the total or a reason says so',
      rows: [
        { budget: 40, actual: 38, goalCompletion: '未完成', totalScore: 62 },
        {
          budget: 40,
          actual: 38,
          goalCompletion: '未完成',
          totalScore: 99.5,
          problems: '因汛期停工，顺延至次年',
        },
        { budget: 40, actual: 38, goalCompletion: '未完成招标的1个标段已启动，其余完工', totalScore: 95 },
      ],
    },
    {
      name: 'all done',
      rows: [asks('quantity', '建站3座', '3座', { goalCompletion: '已完成', problems: '无' })],
    },
    {
      name: 'the problem is named',
      rows: [
        asks('quantity', '建站3座', '基本完成', {
          goalCompletion: '已完成',
          problems: '1座因征地受阻未开工',
        }),
      ],
    },
    {
      name: 'the overall completion says so, too',
      rows: [asks('quantity', '建站3座', '部分完成', { goalCompletion: '基本完成年度目标' })],
    },
    {
      name: 'the project’s reason is given',
      rows: [
        asks('quantity', '建站3座', '未完成', {
          goalCompletion: '已完成',
          totalScore: 92,
          deviation: '征地受阻',
        }),
      ],
    },
    {
      name: 'the indicator’s reason is given',
      rows: [
        asks('quantity', '建站3座', '未完成', {
          goalCompletion: '已完成',
          'indicator.quantity.deviation': '征地受阻',
        }),
      ],
    },
    {
      name: 'words that only hold such words',
      rows: [
        asks('quality', '完成率100%', '完成率100%，未发现未完成情况', {
          goalCompletion: '完成',
          problems: '无',
        }),
      ],
    },
    {
      name: 'vague is not partial',
      rows: [asks('social', '改善人居环境', '有效改善', { goalCompletion: '已完成', problems: '无' })],
    },
    {
      name: 'no result',
      rows: [asks('quantity', '建站3座', '—', { goalCompletion: '已完成', problems: '无' })],
    },
    {
      name: 'not overdue',
      rows: [asks('timeliness', '6月底前', '未逾期', { goalCompletion: '已完成', problems: '无' })],
    },
    {
      name: 'nothing that could hide it',
      notChecked: true,
      rows: [asks('quantity', '建站3座', '基本完成', { annualGoal: '建成3座变电站' })],
    },
    {
      name: 'full marks where the problem is named',
      rows: [
        asks('quantity', '建站3座', '基本完成', {
          'indicator.quantity.weight': 10,
          'indicator.quantity.score': 10,
          problems: '1座因征地受阻未开工',
        }),
      ],
    },
    {
      name: 'points are deducted',
      rows: [
        asks('quantity', '建站3座', '基本完成', {
          'indicator.quantity.weight': 10,
          'indicator.quantity.score': 7,
        }),
      ],
    },
  ],
  invalid: [
    {
      name: 'all is done, they say',
      rows: [asks('quantity', '建站3座', '基本完成', { goalCompletion: '已完成', problems: '无' })],
      findings: [
        {
          row: 0,
          field: result,
          message: 'overall',
          text: '完成情况为“基本完成”，与总体完成情况“已完成”不符。请如实填写，并在存在的问题中说明。',
          related: ['indicator.quantity.target', 'goalCompletion', 'problems'],
        },
      ],
    },
    {
      name: 'no problem, they say',
      rows: [asks('quantity', '建站3座', '正在进行', { problems: '无' })],
      findings: [
        {
          row: 0,
          field: result,
          message: 'problems',
          text: '完成情况为“正在进行”，存在的问题未作说明。请如实填写未完成的内容和原因。',
          related: ['indicator.quantity.target', 'problems'],
        },
      ],
    },
    {
      name: 'the problems are left blank',
      rows: [asks('quantity', '建站3座', '部分完成，余下一座在建', { problems: undefined })],
      fields: ['problems'],
      findings: [
        { row: 0, field: result, message: 'problems', related: ['indicator.quantity.target', 'problems'] },
      ],
    },
    {
      name: '“无。” names no problem',
      rows: [asks('quantity', '建站3座', '未完成', { problems: '无。' })],
      findings: [
        { row: 0, field: result, message: 'problems', related: ['indicator.quantity.target', 'problems'] },
      ],
    },
    {
      name: 'a vague overall completion',
      rows: [asks('quality', '验收合格', '尚未验收', { goalCompletion: '良好' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'overall',
          related: ['indicator.quality.target', 'goalCompletion'],
        },
      ],
    },
    {
      name: 'under way, with a figure',
      rows: [asks('quantity', '建站3座', '2座已建成，1座建设中', { goalCompletion: '全部完成' })],
      findings: [
        {
          row: 0,
          field: result,
          message: 'overall',
          related: ['indicator.quantity.target', 'goalCompletion'],
        },
      ],
    },
    {
      name: 'each of two results',
      rows: [
        {
          ...asks('quantity', '建站3座', '未完成', { goalCompletion: '已完成' }),
          'indicator.timeliness.target': '10月底前',
          'indicator.timeliness.result': '延期',
        },
      ],
      findings: [
        { row: 0, field: result, related: ['indicator.quantity.target', 'goalCompletion'] },
        {
          row: 0,
          field: 'indicator.timeliness.result',
          related: ['indicator.timeliness.target', 'goalCompletion'],
        },
      ],
    },
    {
      name: 'full marks for a part of it',
      rows: [
        asks('quality', '竣工资料齐全', '基本完成，两卷待移交', {
          'indicator.quality.weight': 10,
          'indicator.quality.score': 10,
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'fullScore',
          text: '完成情况为“基本完成，两卷待移交”，但得分为满分 10。请说明未完成的内容和原因，并核对得分。',
          related: ['indicator.quality.target', 'indicator.quality.score'],
        },
      ],
    },
    {
      name: 'full marks although the overall completion is open about it',
      rows: [
        asks('quantity', '建站3座', '正在建设', {
          goalCompletion: '基本完成',
          'indicator.quantity.weight': 15,
          'indicator.quantity.score': 15,
        }),
      ],
      findings: [
        {
          row: 0,
          field: result,
          message: 'fullScore',
          related: ['indicator.quantity.target', 'indicator.quantity.score'],
        },
      ],
    },
    {
      name: 'a dash for the indicator’s reason',
      rows: [
        asks('quantity', '建站3座', '未完成', {
          goalCompletion: '已完成',
          'indicator.quantity.deviation': '—',
        }),
      ],
      findings: [{ row: 0, field: result, related: ['indicator.quantity.target', 'goalCompletion'] }],
    },
    {
      name: 'the whole is not done, and nearly all points are given',
      rows: [{ budget: 40, actual: 38, goalCompletion: '未完成', totalScore: 99.5 }],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          message: 'total',
          related: ['totalScore'],
          text: '总体完成情况为“未完成”，但自评总分为 99.5。请核对得分，或写明完成的内容和未完成的原因。',
        },
      ],
    },
  ],
};
