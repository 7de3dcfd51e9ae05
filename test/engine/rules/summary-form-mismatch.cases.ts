import { percent } from '../../support/annexes/cells';
import { ministryForm, type MinistryForm } from '../../support/annexes/ministry-form';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { withCells, type SheetRows } from '../../support/annexes/workbook-cases';

const HEADER = ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '自评总分'];

/** A summary: of each project unit, name, budget, spending, rate and score. The first row stands in row 4. */
const summary = (
  rows: readonly (readonly CellInput[])[],
  {
    unit = '万元',
    header = HEADER,
  }: { readonly unit?: string | null; readonly header?: readonly string[] } = {},
): SheetRows => [
  ['2024年度项目支出绩效自评汇总表'],
  unit === null ? ['示例市'] : [`单位：${unit}`],
  header,
  ...rows.map((row, i) => [i + 1, ...row]),
];

const form = (input: Partial<MinistryForm> = {}): SheetRows => ministryForm({ name: '河道巡查', ...input });

/** A row that agrees with `form()`. */
const AGREES: readonly CellInput[] = ['市水务处', '河道巡查', 100, 95, percent(0.95), 99.5];
const OTHER: readonly CellInput[] = ['市水务处', '泵站维修', 60, 57, percent(0.95), 98];

/** The form of that one. */
const OTHER_FORM: Partial<MinistryForm> = { initialBudget: 60, budget: 60, actual: 57, totalScore: 98 };

const row = (name: string): readonly CellInput[] => ['市水务处', name, 40, 38, percent(0.95), 97];

/** A summary of one project beside its form. */
const beside = (row: readonly CellInput[], input: Partial<MinistryForm> = {}) => ({
  汇总: summary([row, OTHER]),
  附表1: form(input),
});

export const cases: RuleCases = {
  severity: 'error',
  message: 'actual',

  valid: [],
  invalid: [],

  across: {
    valid: [
      { name: 'the same figures', sheets: beside(AGREES) },
      {
        name: 'the form in 元, the summary in 万元 to one decimal',
        sheets: beside(['市水务处', '河道巡查', 100.1, 95.3, percent(0.9515), 99.5], {
          moneyUnit: '元',
          initialBudget: 1000500,
          budget: 1001234.56,
          actual: 952674.8,
        }),
      },
      {
        name: 'amounts that formulas round for the eye only',
        sheets: beside(
          ['市水务处', '河道巡查', { value: 100.123456, format: '0.00' }, 95, percent(0.9488), 99.5],
          { initialBudget: 100.12, budget: 100.12 },
        ),
      },
      {
        name: 'another unit has a project of the same name',
        sheets: beside(['市林业站', '河道巡查', 40, 38, percent(0.95), 97]),
      },
      {
        name: 'two forms of one name and unit: nobody knows how the project was split',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', 200, 190, percent(0.95), 99], OTHER]),
          附表1: form(),
          附表2: form({ initialBudget: 100 }),
        },
      },
      {
        name: 'two rows of one name and unit',
        sheets: {
          汇总: summary([
            ['市水务处', '河道巡查', 60, 57, percent(0.95), 99.5],
            ['市水务处', '河道巡查', 40, 38, percent(0.95), 99.5],
          ]),
          附表1: form(),
        },
      },
      {
        name: 'subtotals and sums of a unit that is called like the project',
        sheets: {
          汇总: summary([
            AGREES,
            OTHER,
            [null, '小计', 160, 152, percent(0.95)],
            [null, '合计', 160, 152, percent(0.95)],
          ]),
          附表1: form(),
        },
      },
      {
        name: 'sub-projects under other names',
        sheets: {
          汇总: summary([AGREES, ['市水务处', '其中：河道巡查船租用', 30, 28, percent(0.9333), null], OTHER]),
          附表1: form(),
        },
      },
      {
        name: 'a summary of the budget at the start of the year, the form with both',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', 80, 95, percent(1.1875), 99.5], OTHER], {
            header: ['序号', '单位名称', '项目名称', '年初预算数', '全年执行数', '执行率', '自评总分'],
          }),
          附表1: form({ initialBudget: 80 }),
        },
      },
      {
        name: 'a budget that does not say which, and is one of the two of the form',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', 80, 95, percent(0.95), 99.5], OTHER], {
            header: ['序号', '单位名称', '项目名称', '预算金额', '实际支出', '执行率', '自评总分'],
          }),
          附表1: form({ initialBudget: 80 }),
        },
      },
      {
        name: 'a summary of the whole year, a form of the start of the year alone',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', 120, 95, percent(0.7917), 99.5], OTHER]),
          附表1: withCells(form(), { D5: '年初预算数', E5: '全年执行数', F5: null, E6: 95, F6: null }),
        },
      },
      {
        name: 'a summary of the money of one source',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', 70, 66, percent(0.9429), 99.5], OTHER]),
          附表1: [
            ...form().slice(0, 6),
            [null, '其中：当年财政拨款', null, 70, 70, 66, '—', '—', '—'],
            [null, '其他资金', null, 30, 30, 29, '—', '—', '—'],
            ...form().slice(6),
          ],
        },
      },
      {
        name: 'a form that is not filled in',
        sheets: beside(AGREES, {
          initialBudget: null,
          budget: null,
          actual: null,
          executionScore: null,
          totalScore: null,
        }),
      },
      {
        name: 'a form of which formulas show 0',
        sheets: beside(AGREES, { initialBudget: 0, budget: 0, actual: 0, executionScore: 0, totalScore: 0 }),
      },
      {
        name: 'figures that only one side states',
        sheets: beside(['市水务处', '河道巡查', null, '—', null, null]),
      },
      {
        name: 'a form of another year',
        sheets: beside(['市水务处', '河道巡查', 90, 70, percent(0.7778), 95], { year: 2023 }),
      },
      {
        name: 'nobody knows in what the form is kept, and it may be 元',
        sheets: beside(AGREES, { moneyUnit: null, initialBudget: 1000000, budget: 1000000, actual: 950000 }),
      },
      {
        name: 'the rate of the form is wrong by itself, which is said there',
        sheets: { 汇总: summary([AGREES, OTHER]), 附表1: withCells(form(), { H6: percent(0.9) }) },
      },
      {
        name: 'whole points of a score with a decimal',
        sheets: beside(['市水务处', '河道巡查', 100, 95, percent(0.95), 100]),
      },
      {
        name: 'two summaries and no form',
        sheets: {
          一: summary([AGREES, OTHER]),
          二: summary([['市水务处', '河道巡查', 1, 1, percent(1), 1], OTHER]),
        },
      },
      {
        name: 'an amount with another unit beside it in its cell',
        sheets: beside(['市水务处', '河道巡查', '1000000元', 95, percent(0.95), 99.5]),
      },
      {
        name: 'codes that differ',
        sheets: beside(['市水务处', '441900210000012-河道巡查', 1, 1, percent(1), 60], {
          name: '441900210000099-河道巡查',
        }),
      },
      {
        name: 'a name with 项目 behind it on one side is the same',
        sheets: {
          汇总: summary([AGREES, OTHER]),
          附表1: form({ name: '河道巡查项目' }),
          附表2: form({ ...OTHER_FORM, name: '泵站维修（本级）' }),
        },
      },
      {
        name: 'a form of a project that stands beside one with 项目 behind its name',
        sheets: {
          汇总: summary([AGREES, ['市水务处', '河道巡查项目', 40, 38, percent(0.95), 97], OTHER]),
          附表1: form(),
          附表2: form({ ...OTHER_FORM, name: '泵站维修' }),
        },
      },
      {
        name: 'a few forms of many projects, and forms of other projects',
        sheets: {
          汇总: summary([AGREES, OTHER, row('堤防加固'), row('闸门更换')]),
          附表1: form(),
          附表2: form({ ...OTHER_FORM, name: '泵站维修' }),
          附表3: form({ name: '水文监测' }),
          附表4: form({ name: '白蚁防治' }),
        },
      },
    ],
    invalid: [
      {
        name: 'a project without a form where most have theirs',
        sheets: {
          汇总: summary([AGREES, OTHER, row('堤防加固')]),
          附表1: form(),
          附表2: form({ ...OTHER_FORM, name: '泵站维修' }),
        },
        findings: [
          {
            at: '汇总!C6',
            severity: 'info',
            message: 'noForm',
            text: '本工作簿没有项目“堤防加固”的自评表，而表内 2 个项目都有。请核对是否漏填自评表，或两处项目名称不一致。',
          },
        ],
      },
      {
        name: 'a form that the summary does not list',
        sheets: {
          汇总: summary([AGREES, OTHER]),
          附表1: form(),
          附表2: form({ ...OTHER_FORM, name: '泵站维修' }),
          附表3: form({ name: '水文监测' }),
        },
        findings: [
          {
            at: '附表3!C3',
            severity: 'info',
            message: 'notListed',
            text: '项目“水文监测”未列入汇总表（“汇总”表 C4），而其他 2 张自评表的项目都已列入。请核对是否漏列，或两处项目名称不一致。',
          },
        ],
      },
      {
        name: 'another spending, from which the rate follows',
        sheets: beside(['市水务处', '河道巡查', 100, 92, percent(0.92), 99.5]),
        findings: [
          {
            at: '汇总!E4',
            related: ['附表1!F6'],
            expected: 95,
            actual: 92,
            text: '执行数为 92.00 万元，该项目自评表（“附表1”表 F6）为 95.00 万元，两表不一致。请核对。',
          },
        ],
      },
      {
        name: 'another budget, the form in 元',
        sheets: beside(['市水务处', '河道巡查', 110.5, 95, percent(0.8597), 99.5], {
          moneyUnit: '元',
          initialBudget: 1000000,
          budget: 1000000,
          actual: 950000,
        }),
        findings: [
          {
            at: '汇总!D4',
            message: 'budget',
            related: ['附表1!E6'],
            expected: 100,
            actual: 110.5,
            text: '预算数为 110.50 万元，该项目自评表（“附表1”表 E6）为 1000000.00 元，即 100.00 万元，两表不一致。请核对。',
          },
        ],
      },
      {
        name: 'budgets of both sorts',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', 85, 110, 95, percent(0.8636), 99.5]], {
            header: [
              '序号',
              '单位名称',
              '项目名称',
              '年初预算数',
              '全年预算数',
              '全年执行数',
              '执行率',
              '自评总分',
            ],
          }),
          附表1: form(),
        },
        findings: [
          {
            at: '汇总!D4',
            message: 'initialBudget',
            related: ['附表1!D6'],
            expected: 100,
            actual: 85,
            text: '年初预算数为 85.00 万元，该项目自评表（“附表1”表 D6）为 100.00 万元，两表不一致。请核对。',
          },
          { at: '汇总!E4', message: 'budget', related: ['附表1!E6'], expected: 100, actual: 110 },
        ],
      },
      {
        name: 'another score',
        sheets: beside(['市水务处', '河道巡查', 100, 95, percent(0.95), 96.5]),
        findings: [
          {
            at: '汇总!G4',
            message: 'score',
            related: ['附表1!I14'],
            expected: 99.5,
            actual: 96.5,
            text: '自评总分为 96.5，该项目自评表（“附表1”表 I14）为 99.5，两表不一致。请核对。',
          },
        ],
      },
      {
        name: 'another rate beside no money',
        sheets: {
          汇总: summary([['市水务处', '河道巡查', percent(0.98), 99.5], OTHER.slice(0, 2)], {
            header: ['序号', '单位名称', '项目名称', '执行率', '自评总分'],
          }),
          附表1: form(),
        },
        findings: [
          {
            at: '汇总!D4',
            message: 'rate',
            related: ['附表1!H6'],
            expected: 0.95,
            actual: 0.98,
            text: '执行率为 98.00%，该项目自评表（“附表1”表 H6）为 95.00%，两表不一致。请核对。',
          },
        ],
      },
      {
        name: 'one table is in another unit than it says: once of a project',
        sheets: beside(AGREES, { moneyUnit: '元' }),
        findings: [
          {
            at: '汇总!D4',
            message: 'unit',
            related: ['附表1!E6'],
            expected: 0.01,
            actual: 100,
            text: '金额为 100.00 万元，该项目自评表（“附表1”表 E6）为 100.00 元，即 0.01 万元，相差一万倍。请核对两表的金额单位（元、万元）。',
          },
        ],
      },
      {
        name: 'on one worksheet, one below the other, the unit with what it belongs to',
        sheets: {
          自评: [
            ...summary([['示例市水务处', '河道 巡查', 100, 92, percent(0.92), 99.5]]),
            [],
            [],
            ...form(),
          ],
        },
        findings: [
          {
            at: '自评!E4',
            related: ['自评!F12'],
            expected: 95,
            actual: 92,
            text: '执行数为 92.00 万元，该项目自评表（F12）为 95.00 万元，两表不一致。请核对。',
          },
        ],
      },
      {
        name: 'two units with projects of one name, each with its form',
        sheets: {
          汇总: summary([AGREES, ['市林业站', '河道巡查', 100, 91, percent(0.91), 99.5]]),
          附表1: form(),
          附表2: form({ unit: '市林业站', department: '市林草局' }),
        },
        findings: [{ at: '汇总!E5', related: ['附表2!F6'], expected: 95, actual: 91 }],
      },
      {
        name: 'half a unit of the last digit shown, and a little more',
        sheets: {
          汇总: summary([
            ['市水务处', '河道巡查', 100.1, 95, percent(0.9491), 99.5],
            ['市水务处', '泵站维修', 100.1, 95, percent(0.9491), 99.5],
          ]),
          附表1: form({ moneyUnit: '元', initialBudget: 1001500, budget: 1001500, actual: 950000 }),
          附表2: form({
            name: '泵站维修',
            moneyUnit: '元',
            initialBudget: 1001501,
            budget: 1001501,
            actual: 950000,
          }),
        },
        findings: [
          { at: '汇总!D5', message: 'budget', related: ['附表2!E6'], expected: 100.1501, actual: 100.1 },
        ],
      },
    ],
  },
};
