import type { AnnexRow } from '../../support/annexes/annex-builder';
import { ministryForm, type MinistryForm } from '../../support/annexes/ministry-form';
import type { RuleCases } from '../../support/annexes/rule-tester';

const numbered = (...numbers: readonly (number | string | null)[]): AnnexRow[] =>
  numbers.map((sequence, i) => ({ sequence, budget: 10 + i, actual: 10 + i }));

/** Rows of two units, each with its own numbers. */
const ofUnits = (first: readonly (number | string)[], second: readonly (number | string)[]): AnnexRow[] => [
  ...first.map((sequence, i): AnnexRow => ({ sequence, unit: '县水文站', budget: 10 + i, actual: 10 + i })),
  ...second.map((sequence, i): AnnexRow => ({ sequence, unit: '县气象台', budget: 20 + i, actual: 20 + i })),
];

const named = (...names: readonly string[]): AnnexRow[] =>
  names.map((projectName, i) => ({ unit: '市青少年宫', projectName, budget: 10 + i, actual: 10 + i }));

const form = (input: Partial<MinistryForm> = {}) => ministryForm({ name: '古树名木保护', ...input });

export const cases: RuleCases = {
  severity: 'info',
  message: 'gap',

  valid: [
    { name: 'one after the other', rows: numbered(1, 2, 3, 4) },
    { name: 'typed as text, with zeros in front', rows: numbered('01', '02', '03', '04') },
    { name: 'anew for each unit', rows: ofUnits([1, 2, 3], [1, 2]) },
    { name: 'on from unit to unit', rows: ofUnits([1, 2, 3], [4, 5]) },
    { name: 'anew within a unit', rows: numbered(1, 2, 3, 1, 2) },
    {
      name: 'anew below a subtotal',
      rows: [
        ...numbered(1, 2, 3),
        { projectName: '小计', budget: 33, actual: 33 },
        { sequence: 1, budget: 5, actual: 5 },
      ],
    },
    { name: 'levels', rows: numbered('1.1', '1.2', '2.1', '2.2', '4.1') },
    { name: 'Chinese numerals', rows: numbered('一', '二', '四', '三') },
    { name: 'in brackets', rows: numbered('（1）', '（2）', '（2）', '（4）') },
    { name: 'codes', rows: numbered(2130104, 2130199, 2130205, 2130108) },
    { name: 'blanks between', rows: numbered(1, null, 2, null, 3) },
    { name: 'does not begin at 1', rows: numbered(12, 13, 14) },
    { name: 'levels with whole numbers as headings', rows: numbered(1, 1.1, 1.2, 2, 2.1) },
    { name: 'too few to tell', rows: numbered(3, 7) },
    {
      name: 'batches and years make other projects',
      rows: named('馆校合作（第一批）', '馆校合作（第二批）', '2022年馆校合作', '2023年馆校合作'),
    },
    {
      name: 'two units with projects of the same name',
      rows: [
        { unit: '市青少年宫', projectName: '办公设备更新', budget: 5, actual: 5 },
        { unit: '市少年军校', projectName: '办公设备更新', budget: 6, actual: 6 },
      ],
    },
    {
      name: 'departments whose units are not named',
      rows: [
        { department: '市体育局', projectName: '设备更新', budget: 5, actual: 5 },
        { department: '市文物局', projectName: '设备更新', budget: 6, actual: 6 },
      ],
    },
    {
      name: 'more than one in five is wrong',
      rows: [
        { sequence: 1, budget: 40, actual: 38 },
        { sequence: 2, budget: 40, actual: 38 },
        { sequence: 13, budget: 40, actual: 38 },
        { sequence: 4, budget: 40, actual: 38 },
        { sequence: 5, budget: 40, actual: 38 },
        { sequence: 6, budget: 40, actual: 38 },
        { sequence: 17, budget: 40, actual: 38 },
        { sequence: 8, budget: 40, actual: 38 },
        { sequence: 9, budget: 40, actual: 38 },
        { sequence: 20, budget: 40, actual: 38 },
        { sequence: 11, budget: 40, actual: 38 },
        { sequence: 12, budget: 40, actual: 38 },
        { sequence: 13, budget: 40, actual: 38 },
        { sequence: 14, budget: 40, actual: 38 },
      ],
    },
  ],
  invalid: [
    {
      name: 'a number is left out',
      rows: numbered(1, 2, 4, 5),
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'gap',
          expected: 3,
          suggested: [{ value: 3, says: '序号改为 3', leaves: ['serial'] }],
          text: '序号从 2 跳到 4，中间缺号。请核对是否漏项，或重新编号。',
          related: ['1 sequence'],
        },
      ],
    },
    {
      name: 'a number stands twice',
      rows: numbered(1, 2, 2, 4),
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'repeated',
          suggested: [{ value: 3 }],
          text: '序号 2 重复，按顺序应为 3。请重新编号。',
          expected: 3,
          related: ['1 sequence'],
        },
      ],
    },
    {
      name: 'a number is put in between: all below are one behind',
      rows: numbered(1, 2, 2, 3, 4),
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'repeated',
          expected: 3,
          related: ['1 sequence'],
          suggested: [{ value: 3, leaves: ['serial'] }],
        },
      ],
    },
    {
      name: 'two numbers changed places',
      rows: numbered(1, 3, 2, 4, 5),
      findings: [
        {
          row: 1,
          field: 'sequence',
          message: 'order',
          expected: 2,
          related: ['0 sequence', '2 sequence'],
          suggested: [{ value: 2, leaves: ['serial'] }],
          text: '序号 3 次序有误，按顺序应为 2。请重新编号。',
        },
      ],
    },
    {
      name: 'one number out of line',
      rows: numbered(1, 2, 13, 4, 5),
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'order',
          suggested: [{ value: 3 }],
          expected: 3,
          related: ['1 sequence'],
        },
      ],
    },
    {
      name: 'the last one repeats',
      rows: numbered(1, 2, 3, 3),
      findings: [
        {
          row: 3,
          field: 'sequence',
          message: 'repeated',
          expected: 4,
          related: ['2 sequence'],
          suggested: [{ value: 4 }],
        },
      ],
    },
    {
      name: 'text stays text',
      rows: numbered('1', '2', '3', '5', '6'),
      findings: [
        {
          row: 3,
          field: 'sequence',
          message: 'gap',
          suggested: [{ value: '4', leaves: ['serial'] }],
          expected: 4,
          actual: 5,
          related: ['2 sequence'],
        },
      ],
    },
    {
      name: 'the last of a unit, on from which the next one counts',
      rows: ofUnits([1, 2, 9], [4, 5]),
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'order',
          expected: 3,
          related: ['1 sequence'],
          suggested: [{ value: 3 }],
        },
      ],
    },
    {
      name: 'within the second unit',
      rows: ofUnits([1, 2, 3], [1, 2, 4]),
      findings: [
        {
          row: 5,
          field: 'sequence',
          message: 'gap',
          expected: 3,
          related: ['4 sequence'],
          suggested: [{ value: 3 }],
        },
      ],
    },
    {
      name: 'the same project twice in a unit',
      rows: named('美育课程开发', '馆藏标本修复', '美育课程 开发'),
      findings: [
        {
          row: 2,
          field: 'projectName',
          message: 'name',
          text: '同一单位已有项目“美育课程 开发”（第 5 行）。请核对是否重复填报。',
          actual: null,
          related: ['0 projectName'],
        },
      ],
    },
    {
      name: 'the same project twice where no unit is named',
      rows: [
        { projectName: '古树名木保护', budget: 5, actual: 5 },
        { projectName: '绿道养护', budget: 6, actual: 6 },
        { projectName: '古树名木保护', budget: 7, actual: 7 },
      ],
      findings: [{ row: 2, field: 'projectName', message: 'name', actual: null, related: ['0 projectName'] }],
    },
    {
      name: 'three numbers',
      rows: [
        { sequence: 1, budget: 40, actual: 38 },
        { sequence: 2, budget: 40, actual: 38 },
        { sequence: 2, budget: 40, actual: 38 },
      ],
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'repeated',
          expected: 3,
          related: ['1 sequence'],
          suggested: [{ value: 3 }],
        },
      ],
    },
    {
      name: 'one in five is wrong',
      rows: [
        { sequence: 1, budget: 40, actual: 38 },
        { sequence: 2, budget: 40, actual: 38 },
        { sequence: 13, budget: 40, actual: 38 },
        { sequence: 4, budget: 40, actual: 38 },
        { sequence: 5, budget: 40, actual: 38 },
        { sequence: 6, budget: 40, actual: 38 },
        { sequence: 17, budget: 40, actual: 38 },
        { sequence: 8, budget: 40, actual: 38 },
        { sequence: 9, budget: 40, actual: 38 },
        { sequence: 10, budget: 40, actual: 38 },
      ],
      findings: [
        {
          row: 2,
          field: 'sequence',
          message: 'order',
          expected: 3,
          related: ['1 sequence'],
          suggested: [{ value: 3 }],
        },
        {
          row: 6,
          field: 'sequence',
          message: 'order',
          expected: 7,
          related: ['5 sequence'],
          suggested: [{ value: 7 }],
        },
      ],
    },
  ],

  across: {
    valid: [
      { name: 'forms of two projects', sheets: { 表1: form(), 表2: form({ name: '绿道养护' }) } },
      {
        name: 'two units with a project of one name',
        sheets: { 表1: form(), 表2: form({ unit: '市林业站' }) },
      },
      {
        name: 'batches',
        sheets: {
          表1: form({ name: '古树名木保护（第一批）' }),
          表2: form({ name: '古树名木保护（第二批）' }),
        },
      },
      { name: 'two years', sheets: { 表1: form(), 表2: form({ year: 2023 }) } },
      { name: 'forms of two kinds', sheets: { 表1: form(), 表2: form({ title: '专项资金绩效自评表' }) } },
      { name: 'templates', sheets: { 表1: form({ name: null }), 表2: form({ name: null }) } },
      { name: 'no unit is named', sheets: { 表1: form({ unit: null }), 表2: form({ unit: null }) } },
      {
        name: 'a table and a form of the same project',
        sheets: {
          汇总: [
            ['2024年度项目支出绩效自评汇总表'],
            ['单位：万元'],
            ['单位名称', '项目名称', '全年预算数', '全年执行数'],
            ['市水务处', '古树名木保护', 100, 95],
          ],
          表1: form(),
        },
      },
    ],
    invalid: [
      {
        name: 'a second form of one project, on another worksheet',
        sheets: {
          表1: form(),
          表2: form({ name: '绿道养护' }),
          '表1 (2)': form({ name: '古树 名木保护', actual: 90 }),
        },
        findings: [
          {
            at: '表1 (2)!C3',
            message: 'form',
            related: ['表1!C3'],
            text: '同一单位的项目“古树 名木保护”在本工作簿已有一张自评表（“表1”表 C3）。请核对是否重复填报。',
          },
        ],
      },
      {
        name: 'below each other on one worksheet',
        sheets: { 自评表: [...form(), [], [], ...form()] },
        findings: [
          {
            at: '自评表!C19',
            message: 'form',
            related: ['自评表!C3'],
            text: '同一单位的项目“古树名木保护”在本工作簿已有一张自评表（C3）。请核对是否重复填报。',
          },
        ],
      },
    ],
  },
};
