import { computed, percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

/** Projects of the usual size, in 万元. */
const usual: readonly AnnexRow[] = [
  { budget: 36.5, actual: 36.5, annualGoal: '维护门户网站' },
  { budget: 120, actual: 114.6, annualGoal: '整治背街小巷' },
  { budget: 8.2, actual: 8.2, annualGoal: '印制宣传折页' },
  { budget: 455, actual: 450.1, annualGoal: '改造泵站两座' },
  { budget: 64.8, actual: 60, annualGoal: '开展水质监测' },
];

export const cases: RuleCases = {
  severity: 'error',
  message: 'row',

  valid: [
    { name: 'amounts of one unit', rows: usual },
    {
      name: 'hardly anything was spent, and the rate says so',
      rows: [{ budget: 12500, actual: 1.3, executionRate: percent(0.000104, 4), remarks: '项目缓建' }],
    },
    {
      name: 'hardly anything was spent, without a rate',
      rows: [{ budget: 9600, actual: 0.2 }],
    },
    {
      name: 'a wrong rate that has nothing to do with units',
      rows: [{ budget: 120, actual: 96, executionRate: percent(0.96) }],
    },
    {
      name: 'a rate ten thousand times off beside sound money is the rate’s own fault',
      rows: [{ budget: 120, actual: 114, executionRate: 0.000095 }],
    },
    {
      name: 'one project is large',
      rows: [...usual, { budget: 31200, actual: 30800, annualGoal: '建设新院区一期' }],
    },
    {
      name: 'a budget raised many times over',
      rows: [{ initialBudget: 2, budget: 1600, actual: 1580, remarks: '上级追加' }],
    },
    {
      name: 'a small part of a large total',
      rows: [
        { budget: 26000, 'budget.fiscal': 25997.4, 'budget.other': 2.6, actual: 25000 },
        { budget: 31000, 'budget.fiscal': 31000, 'budget.other': 0, actual: 30000 },
      ],
    },
    {
      name: 'the words state another sum, or the same one',
      rows: [
        { budget: 260, actual: 255, annualGoal: '投入260万元，撬动社会投资2.6亿元' },
        { budget: 35, actual: 35, annualGoal: '发放补贴，每户3500元' },
      ],
    },
    {
      name: 'in 元, with small and large projects',
      unit: '元',
      rows: [
        { budget: 4800, actual: 4800 },
        { budget: 1260000, actual: 1190000 },
        { budget: 53000, actual: 52000 },
        { budget: 900, actual: 900 },
        { budget: 88000, actual: 88000 },
      ],
    },
    {
      name: 'the cell names its unit itself',
      unit: '元',
      rows: [{ budget: '120万元', actual: 1150000, executionRate: percent(0.9583) }],
    },
    {
      name: 'nothing planned and nothing spent',
      rows: [{ budget: 0, actual: 0, executionRate: percent(0) }],
    },
    {
      name: 'a provincial fund in 万元',
      rows: [
        { budget: 86000, actual: 85000 },
        { budget: 41500, actual: 41500 },
        { budget: 7300, actual: 7000 },
      ],
    },
    {
      name: 'a total far below its parts, but not by the factor',
      rows: [{ budget: 2.5, 'budget.fiscal': 2503, 'budget.other': 0, actual: 2.5 }],
    },
    {
      name: 'two large projects have no unit of their own',
      rows: [
        { budget: 2360000, actual: 2360000 },
        { budget: 1850000, actual: 1850000 },
      ],
    },
    {
      name: 'a usual project of less than 10 亿元',
      rows: [
        { budget: 96000, actual: 96000 },
        { budget: 85000, actual: 85000 },
        { budget: 98000, actual: 98000 },
      ],
    },
    {
      name: 'a usual project of more than 1000 元 may be one',
      unit: '元',
      rows: [
        { budget: 1010, actual: 1010 },
        { budget: 1150, actual: 1150 },
        { budget: 70000, actual: 70000 },
      ],
    },
    {
      name: 'the largest of a table in 万元 is no 10 亿元',
      unit: '元',
      rows: [
        { budget: 850, actual: 850 },
        { budget: 960, actual: 960 },
        { budget: 120000, actual: 120000 },
      ],
    },
    {
      name: 'the words of no more than two hundred rows are asked',
      rows: Array.from({ length: 202 }, (_, i) => ({
        budget: 12000,
        actual: 12000,
        annualGoal: i === 200 || i === 0 ? '投入1.2万元维护路灯' : '更换井盖',
      })),
    },
    {
      name: 'less than three hundred times the largest of a small table',
      rows: [
        { budget: 120, actual: 120 },
        { budget: 200, actual: 200 },
        { budget: 350, actual: 350 },
        { budget: 104000, actual: 104000 },
      ],
    },
    {
      name: 'an amount of less than 10 亿元 that stands by itself',
      rows: [
        { budget: 120, actual: 120 },
        { budget: 200, actual: 200 },
        { budget: 300, actual: 300 },
        { budget: 98000, actual: 98000 },
      ],
    },
    {
      name: 'a project of more than 2000 元 far below the others',
      unit: '元',
      rows: [
        { budget: 1200000, actual: 1200000 },
        { budget: 2400000, actual: 2400000 },
        { budget: 3100000, actual: 3100000 },
        { budget: 1800000, actual: 1800000 },
        { budget: 2200000, actual: 2200000 },
        { budget: 2100, actual: 2100 },
      ],
    },
    {
      name: 'more than a quarter of the rows is no exception',
      rows: [
        { budget: 30, actual: 30 },
        { budget: 35, actual: 35 },
        { budget: 40, actual: 40 },
        { budget: 45, actual: 45 },
        { budget: 50, actual: 50 },
        { budget: 38, actual: 38 },
        { budget: 42, actual: 42 },
        { budget: 33, actual: 33 },
        { budget: 400000, actual: 400000 },
        { budget: 410000, actual: 410000 },
        { budget: 420000, actual: 420000 },
      ],
    },
    {
      name: 'in a table of four the largest other one says it',
      rows: [
        { budget: 60, actual: 60 },
        { budget: 90, actual: 90 },
        { budget: 400, actual: 400 },
        { budget: 110000, actual: 110000 },
      ],
    },
    {
      name: 'the words of a row less than fifty times the usual one are not',
      rows: [
        { budget: 100, actual: 100 },
        { budget: 105, actual: 105 },
        { budget: 110, actual: 110 },
        { budget: 115, actual: 115 },
        { budget: 120, actual: 120 },
        { budget: 125, actual: 125 },
        { budget: 5500, actual: 5500, annualGoal: '投入0.55万元' },
      ],
    },
    {
      name: 'less than a thousand times the budget was spent',
      rows: [{ budget: 100, actual: 95000, executionRate: percent(0.095) }],
    },
    { name: 'more than 120 % of the budget in another unit', rows: [{ budget: 10, actual: 122000 }] },
    { name: 'less than 30 % of the budget in another unit', rows: [{ budget: 10, actual: 29000 }] },
    {
      name: 'a rate of less than half a percent proves nothing',
      rows: [{ budget: 1000000, actual: 0.48, executionRate: percent(0.0048) }],
    },
    {
      name: 'a rate of more than 150 % proves nothing',
      rows: [{ budget: 10, actual: 155000, executionRate: percent(1.55) }],
    },
    {
      name: 'words of less than 1000 元 state a price',
      rows: [{ budget: 950, actual: 950, annualGoal: '投入950元' }],
    },
    {
      name: 'words of more than 10 亿元 state what it brings about',
      rows: [{ budget: 11, actual: 11, annualGoal: '投入11亿元' }],
    },
  ],
  invalid: [
    {
      name: 'the budget is in 元: the rate tells',
      rows: [{ budget: 1200000, actual: 115, executionRate: percent(0.9583) }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          expected: 120,
          suggested: [{ value: 120, says: '除以 10000，改为 120.00' }],
          text: '全年预算数 1200000 与同行全年执行数 115 相差约一万倍，疑为元与万元混用；按本行口径应为 120.00。请核对后统一单位。',
          related: ['actual'],
        },
      ],
    },
    {
      name: 'the spending is in 元, and the rate was computed from it',
      rows: [...usual, { budget: 75, actual: 742500, executionRate: percent(9900) }],
      findings: [
        {
          row: 5,
          field: 'actual',
          message: 'row',
          expected: 74.25,
          suggested: [{ value: 74.25, leaves: ['execution-rate-mismatch'] }],
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the spending is in 亿元 among 万元',
      rows: [...usual, { budget: 138, actual: 0.01311, executionRate: percent(0.95) }],
      findings: [
        {
          row: 5,
          field: 'actual',
          message: 'row',
          expected: 131.1,
          suggested: [{ value: 131.1, says: '乘以 10000，改为 131.10' }],
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the spending is in 万元 among 元',
      unit: '元',
      rows: [{ budget: 350000, actual: 33.6, executionRate: percent(0.96) }],
      findings: [
        { row: 0, field: 'actual', expected: 336000, suggested: [{ value: 336000 }], related: ['budget'] },
      ],
    },
    {
      name: 'the budget is far above every other, without a rate',
      rows: [...usual, { budget: 2480000, actual: 241.5 }],
      findings: [
        {
          row: 5,
          field: 'budget',
          message: 'row',
          expected: 248,
          suggested: [{ value: 248 }],
          related: ['actual'],
        },
      ],
    },
    {
      name: 'the initial budget disagrees with the other two',
      rows: [{ initialBudget: 900000, budget: 96, actual: 95 }],
      findings: [
        { row: 0, field: 'initialBudget', expected: 90, suggested: [{ value: 90 }], related: ['budget'] },
      ],
    },
    {
      name: 'the adjusted budget disagrees with the initial one and the spending',
      rows: [{ initialBudget: 90, budget: 960000, actual: 95, executionRate: percent(0.9896) }],
      findings: [
        { row: 0, field: 'budget', expected: 96, suggested: [{ value: 96 }], related: ['initialBudget'] },
      ],
    },
    {
      name: 'the total is in 元, its parts are not',
      rows: [
        {
          budget: 583000,
          'budget.fiscal': 50,
          'budget.other': 8.3,
          actual: 58,
          executionRate: percent(0.9949),
        },
      ],
      findings: [
        { row: 0, field: 'budget', expected: 58.3, suggested: [{ value: 58.3 }], related: ['actual'] },
      ],
    },
    {
      name: 'one of the parts is in 元',
      rows: [{ budget: 58.3, 'budget.fiscal': 50, 'budget.other': 83000, actual: 58 }],
      findings: [
        {
          row: 0,
          field: 'budget.other',
          expected: 8.3,
          suggested: [{ value: 8.3 }],
          text: '其他资金 83000 与同行全年预算数 58.3 相差约一万倍，疑为元与万元混用；按本行口径应为 8.30。请核对后统一单位。',
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the only part is in 元',
      rows: [{ budget: 58, 'budget.generalPublic': 580000, actual: 58, executionRate: percent(1) }],
      findings: [
        {
          row: 0,
          field: 'budget.generalPublic',
          expected: 58,
          suggested: [{ value: 58 }],
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the goal says 万元, the row is in 元',
      rows: [
        {
          budget: 1250000,
          actual: 1250000,
          executionRate: percent(1),
          annualGoal: '投入125万元，完成校舍加固',
        },
        ...usual.slice(0, 2),
      ],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'text',
          expected: 125,
          text: '全年预算数为 1250000万元，本行文字表述为“125万元”，相差一万倍；折合应为 125.00万元。请核对后统一单位。',
          related: ['actual', 'annualGoal'],
          suggested: [{ edits: [{ value: 125 }, { value: 125, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'a whole row far from the others',
      rows: [...usual, { budget: 2480000, actual: 2415000, annualGoal: '升级数据中心' }],
      findings: [
        {
          row: 5,
          field: 'budget',
          severity: 'warning',
          message: 'others',
          expected: 248,
          related: ['actual'],
          suggested: [{ edits: [{ value: 248 }, { value: 241.5, at: 'actual' }] }],
          text: '全年预算数 2480000 与其他各行相差悬殊，疑为元与万元混用；如属实，应为 248.00。请核对单位。',
        },
      ],
    },
    {
      name: 'a ten-thousandth of the budget was spent, says the rate, and nobody says why',
      rows: [
        ...usual.map((row) => ({ ...row, remarks: null })),
        { budget: 24000, actual: 2.28, executionRate: percent(0.000095, 4), remarks: '无' },
      ],
      findings: [
        {
          row: 5,
          field: 'budget',
          severity: 'warning',
          message: 'row',
          expected: 2.4,
          suggested: [{ value: 2.4, leaves: ['execution-rate-mismatch'] }],
          related: ['actual'],
        },
      ],
    },
    {
      name: 'budget and parts in 元, the spending not; the total is a formula',
      rows: [
        {
          budget: computed('=C5+D5', 700000),
          'budget.fiscal': 600000,
          'budget.other': 100000,
          actual: 66.5,
          executionRate: percent(0.95),
        },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20, executionRate: percent(1) },
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44, executionRate: percent(1) },
        { budget: 13, 'budget.fiscal': 13, 'budget.other': 0, actual: 12, executionRate: percent(0.9231) },
        { budget: 92, 'budget.fiscal': 90, 'budget.other': 2, actual: 92, executionRate: percent(1) },
      ],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          expected: 70,
          related: ['budget.fiscal', 'budget.other', 'actual'],
          suggested: [
            {
              edits: [
                { value: 60, at: 'budget.fiscal' },
                { value: 10, at: 'budget.other' },
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'the whole table is in 元 under 万元, and its words say so',
      rows: [
        { budget: 360000, actual: 352000, annualGoal: '投入36万元维护路灯' },
        { budget: 185000, actual: 185000, annualGoal: '安排18.5万元更换井盖' },
        { budget: 92000, actual: 90000, annualGoal: '清掏雨水口' },
        { budget: 640000, actual: 640000, annualGoal: '整修桥梁' },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', actual: null }],
    },
    {
      name: 'the whole table is in 元 under 万元, by its size alone',
      rows: [
        { budget: 2360000, actual: 2352000 },
        { budget: 1850000, actual: 1850000 },
        { budget: 5920000, actual: 5900000 },
      ],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'table',
          text: '表头注明金额单位为万元，但各项目金额多在 2200000 上下，疑以元填报。请核对金额单位。',
          actual: null,
        },
      ],
    },
    {
      name: 'large amounts in 万元 may be right',
      rows: [
        { budget: 236000, actual: 235000 },
        { budget: 485000, actual: 485000 },
        { budget: 192000, actual: 190000 },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', severity: 'info', actual: null }],
    },
    {
      name: 'the whole table is in 万元 under 元',
      unit: '元',
      rows: [
        { budget: 22.04, actual: 22.04 },
        { budget: 127.6, actual: 120 },
        { budget: 860.5, actual: 855 },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', actual: null }],
    },
    {
      name: 'a usual project of more than 100 亿元 is none',
      rows: [
        { budget: 1010000, actual: 1010000 },
        { budget: 1150000, actual: 1150000 },
        { budget: 1200000, actual: 1200000 },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', actual: null }],
    },
    {
      name: 'a usual project of less than 100 亿元 may be one',
      rows: [
        { budget: 960000, actual: 960000 },
        { budget: 850000, actual: 850000 },
        { budget: 980000, actual: 980000 },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', severity: 'info', actual: null }],
    },
    {
      name: 'a usual project of more than 10 亿元',
      rows: [
        { budget: 101000, actual: 101000 },
        { budget: 115000, actual: 115000 },
        { budget: 120000, actual: 120000 },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', severity: 'info', actual: null }],
    },
    {
      name: 'a usual project of less than 1000 元 is none',
      unit: '元',
      rows: [
        { budget: 850, actual: 850 },
        { budget: 960, actual: 960 },
        { budget: 70000, actual: 70000 },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', actual: null }],
    },
    {
      name: 'words confirm a usual project of more than 10000 万元',
      rows: [
        { budget: 11000, actual: 11000, annualGoal: '投入1.1万元维护路灯' },
        { budget: 12000, actual: 12000, annualGoal: '投入1.2万元维护路灯' },
        { budget: 11500, actual: 11500, annualGoal: '更换井盖' },
      ],
      findings: [{ row: 0, field: 'budget', message: 'table', actual: null }],
    },
    {
      name: 'words of two rows confirm nothing where a usual project has less',
      rows: [
        { budget: 8100, actual: 8100, annualGoal: '投入0.81万元维护路灯' },
        { budget: 8200, actual: 8200, annualGoal: '投入0.82万元维护路灯' },
        { budget: 9700, actual: 9700, annualGoal: '更换井盖' },
      ],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'text',
          expected: 0.81,
          related: ['actual', 'annualGoal'],
          suggested: [{ edits: [{ value: 0.81 }, { value: 0.81, at: 'actual' }] }],
        },
        {
          row: 1,
          field: 'budget',
          message: 'text',
          expected: 0.82,
          related: ['actual', 'annualGoal'],
          suggested: [{ edits: [{ value: 0.82 }, { value: 0.82, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'the words of two hundred rows are asked',
      rows: Array.from({ length: 202 }, (_, i) => ({
        budget: 12000,
        actual: 12000,
        annualGoal: i === 199 || i === 0 ? '投入1.2万元维护路灯' : '更换井盖',
      })),
      findings: [{ row: 0, field: 'budget', message: 'table', actual: null }],
    },
    {
      name: 'three hundred times the largest of a small table',
      rows: [
        { budget: 120, actual: 120 },
        { budget: 200, actual: 200 },
        { budget: 350, actual: 350 },
        { budget: 106000, actual: 106000 },
      ],
      findings: [
        {
          row: 3,
          field: 'budget',
          message: 'others',
          severity: 'warning',
          expected: 10.6,
          related: ['actual'],
          suggested: [{ edits: [{ value: 10.6 }, { value: 10.6, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'an amount of more than 10 亿元 that stands by itself',
      rows: [
        { budget: 120, actual: 120 },
        { budget: 200, actual: 200 },
        { budget: 300, actual: 300 },
        { budget: 101000, actual: 101000 },
      ],
      findings: [
        {
          row: 3,
          field: 'budget',
          message: 'others',
          severity: 'warning',
          expected: 10.1,
          related: ['actual'],
          suggested: [{ edits: [{ value: 10.1 }, { value: 10.1, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'a project of less than 2000 元 far below the others',
      unit: '元',
      rows: [
        { budget: 1200000, actual: 1200000 },
        { budget: 2400000, actual: 2400000 },
        { budget: 3100000, actual: 3100000 },
        { budget: 1800000, actual: 1800000 },
        { budget: 2200000, actual: 2200000 },
        { budget: 1900, actual: 1900 },
      ],
      findings: [
        {
          row: 5,
          field: 'budget',
          message: 'others',
          severity: 'warning',
          expected: 19000000,
          related: ['actual'],
          suggested: [{ edits: [{ value: 19000000 }, { value: 19000000, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'a budget far above those of others proves that it is in another unit',
      rows: [
        { budget: 1900, actual: 1900 },
        { budget: 2000, actual: 2000 },
        { budget: 2100, actual: 2100 },
        { budget: 2300, actual: 2300 },
        { budget: 1500, actual: 1500 },
        { budget: 200000, actual: 19 },
      ],
      findings: [
        {
          row: 5,
          field: 'budget',
          message: 'row',
          expected: 20,
          related: ['actual'],
          suggested: [{ value: 20 }],
        },
      ],
    },
    {
      name: 'a budget that is not so far above them proves nothing',
      rows: [
        { budget: 1900, actual: 1900 },
        { budget: 2000, actual: 2000 },
        { budget: 2100, actual: 2100 },
        { budget: 2300, actual: 2300 },
        { budget: 1500, actual: 1500 },
        { budget: 110000, actual: 10.5 },
      ],
      findings: [
        {
          row: 5,
          field: 'budget',
          message: 'row',
          severity: 'warning',
          expected: 11,
          related: ['actual'],
          suggested: [{ value: 11 }],
        },
      ],
    },
    {
      name: 'a quarter of the rows stands far above the others',
      rows: [
        { budget: 30, actual: 30 },
        { budget: 35, actual: 35 },
        { budget: 40, actual: 40 },
        { budget: 45, actual: 45 },
        { budget: 50, actual: 50 },
        { budget: 38, actual: 38 },
        { budget: 400000, actual: 400000 },
        { budget: 410000, actual: 410000 },
      ],
      findings: [
        {
          row: 6,
          field: 'budget',
          message: 'others',
          severity: 'warning',
          expected: 40,
          related: ['actual'],
          suggested: [{ edits: [{ value: 40 }, { value: 40, at: 'actual' }] }],
        },
        {
          row: 7,
          field: 'budget',
          message: 'others',
          severity: 'warning',
          expected: 41,
          related: ['actual'],
          suggested: [{ edits: [{ value: 41 }, { value: 41, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'four rows say what is usual',
      rows: [
        { budget: 60, actual: 60 },
        { budget: 90, actual: 90 },
        { budget: 350, actual: 350 },
        { budget: 400, actual: 400 },
        { budget: 110000, actual: 110000 },
      ],
      findings: [
        {
          row: 4,
          field: 'budget',
          message: 'others',
          severity: 'warning',
          expected: 11,
          related: ['actual'],
          suggested: [{ edits: [{ value: 11 }, { value: 11, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'the words of a row fifty times the usual one are asked',
      rows: [
        { budget: 100, actual: 100 },
        { budget: 105, actual: 105 },
        { budget: 110, actual: 110 },
        { budget: 115, actual: 115 },
        { budget: 120, actual: 120 },
        { budget: 125, actual: 125 },
        { budget: 5700, actual: 5700, annualGoal: '投入0.57万元' },
      ],
      findings: [
        {
          row: 6,
          field: 'budget',
          message: 'text',
          expected: 0.57,
          related: ['actual', 'annualGoal'],
          suggested: [{ edits: [{ value: 0.57 }, { value: 0.57, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'a thousand times the budget was spent, as the rate says of another unit',
      rows: [{ budget: 100, actual: 105000, executionRate: percent(0.105) }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'row',
          expected: 10.5,
          related: ['budget'],
          suggested: [{ value: 10.5 }],
        },
      ],
    },
    {
      name: 'less than 120 % of the budget in another unit',
      rows: [{ budget: 10, actual: 118000 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'row',
          expected: 11.8,
          related: ['budget'],
          suggested: [{ value: 11.8, leaves: ['execution-over-100'] }],
        },
      ],
    },
    {
      name: 'more than 30 % of the budget in another unit',
      rows: [{ budget: 10, actual: 31000 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'row',
          expected: 3.1,
          related: ['budget'],
          suggested: [{ value: 3.1 }],
        },
      ],
    },
    {
      name: 'a rate of more than half a percent proves it',
      rows: [{ budget: 1000000, actual: 0.52, executionRate: percent(0.0052) }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          expected: 100,
          related: ['actual'],
          suggested: [{ value: 100 }],
        },
      ],
    },
    {
      name: 'a rate of less than 150 % proves it',
      rows: [{ budget: 10, actual: 145000, executionRate: percent(1.45) }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'row',
          expected: 14.5,
          related: ['budget'],
          suggested: [{ value: 14.5, leaves: ['execution-over-100'] }],
        },
      ],
    },
    {
      name: 'a rate within two percent of the quotient proves it',
      rows: [{ budget: 1000000, actual: 96.85, executionRate: percent(0.95) }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          expected: 100,
          related: ['actual'],
          suggested: [{ value: 100, leaves: ['execution-rate-mismatch'] }],
        },
      ],
    },
    {
      name: 'a rate more than two percent from the quotient proves nothing',
      rows: [{ budget: 1000000, actual: 97, executionRate: percent(0.95) }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          severity: 'warning',
          expected: 100,
          related: ['actual'],
          suggested: [{ value: 100, leaves: ['execution-rate-mismatch'] }],
        },
      ],
    },
    {
      name: 'no project has more than 100 亿元',
      unit: '元',
      rows: [{ budget: 10100000000, actual: 1010000 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          expected: 1010000,
          related: ['actual'],
          suggested: [{ value: 1010000 }],
        },
      ],
    },
    {
      name: 'one with less may be as large',
      unit: '元',
      rows: [{ budget: 9950000000, actual: 995000 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'row',
          expected: 9950000000,
          related: ['budget'],
          suggested: [{ value: 9950000000 }],
        },
      ],
    },
    {
      name: 'no project has less than 1000 元',
      rows: [{ budget: 951, actual: 0.0951 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'row',
          expected: 951,
          related: ['budget'],
          suggested: [{ value: 951 }],
        },
      ],
    },
    {
      name: 'one with more may be as small',
      rows: [{ budget: 1051, actual: 0.1051 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'row',
          expected: 0.1051,
          related: ['actual'],
          suggested: [{ value: 0.1051 }],
        },
      ],
    },
    {
      name: 'words of more than 1000 元 state the sum',
      rows: [{ budget: 1050, actual: 1050, annualGoal: '投入1050元' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'text',
          expected: 0.105,
          related: ['actual', 'annualGoal'],
          suggested: [{ edits: [{ value: 0.105 }, { value: 0.105, at: 'actual' }] }],
        },
      ],
    },
    {
      name: 'words of less than 10 亿元 state the sum',
      rows: [{ budget: 9.5, actual: 9.5, annualGoal: '投入9.5亿元' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'text',
          expected: 95000,
          related: ['actual', 'annualGoal'],
          suggested: [{ edits: [{ value: 95000 }, { value: 95000, at: 'actual' }] }],
        },
      ],
    },
  ],
};
