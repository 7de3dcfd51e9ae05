import { RULES } from '../../src/engine/rules';
import { findingToJson } from '../../src/cli/to-json';
import type { Finding } from '../../src/engine/rule/finding';
import { buildXlsx, type BuilderCell, type BuilderSheet } from '../support/xlsx/xlsx-builder';
import { annexWorkbook, CLEAN, run, temporaryFolder, TEXT_BUDGET, WRONG_RATE } from './run-command';

const { folder, write } = temporaryFolder();

/** A shape: a check of a plain value, the shape of every item of an array, or the shapes of an object's fields. */
type Shape = ((value: unknown) => boolean) | readonly [Shape] | { readonly [key: string]: Shape };

const isText = (v: unknown): boolean => typeof v === 'string' && v !== '';
const isCount = (v: unknown): boolean => Number.isInteger(v) && (v as number) >= 0;
const isRow = (v: unknown): boolean => Number.isInteger(v) && (v as number) >= 1;
const isCell = (v: unknown): boolean => typeof v === 'string' && /^[A-Z]{1,3}[1-9]\d*$/.test(v);
const isRange = (v: unknown): boolean =>
  typeof v === 'string' && /^[A-Z]{1,3}[1-9]\d*(:[A-Z]{1,3}[1-9]\d*)?$/.test(v);
const isOneOf =
  (...allowed: unknown[]) =>
  (v: unknown): boolean =>
    allowed.includes(v);
const orNull =
  (shape: Shape) =>
  (v: unknown): boolean =>
    v === null || mismatches(v, shape).length === 0;
const isRows = (v: unknown): boolean => Array.isArray(v) && v.length === 2 && v.every(isRow) && v[0] <= v[1];
const isScalar = (v: unknown): boolean =>
  v === null || ['string', 'boolean'].includes(typeof v) || Number.isFinite(v);
const isFieldMap =
  (key: RegExp) =>
  (v: unknown): boolean =>
    Object.entries(v as object).every(
      ([k, id]) => key.test(k) && /^[a-zA-Z]+(\.[a-zA-Z]+)*$/.test(String(id)),
    );
const isEdit = (v: unknown): boolean => {
  const { cell, ...rest } = v as Record<string, unknown>;
  const contents = ['value', 'formula'].filter((key) => key in rest);
  return (
    isCell(cell) &&
    contents.length === 1 &&
    isScalar(rest[contents[0]!]) &&
    ('formula' in rest ? /^=/.test(String(rest.formula)) : true)
  );
};

const FIX: Shape = { title: isText, edits: [isEdit] };
const DOCUMENT: Shape = {
  schemaVersion: isOneOf(1),
  workbooks: [
    {
      file: isText,
      error: orNull({ code: isText, message: isText, reason: isText }),
      annexes: [
        {
          sheet: isText,
          layout: isOneOf('wide', 'form', 'department-form', 'goal', 'allocation', 'progress'),
          range: isRange,
          title: orNull(isText),
          year: orNull(isCount),
          moneyUnit: isOneOf('元', '万元', '亿元', null),
          headerRows: orNull(isRows),
          dataRows: isRows,
          columns: isFieldMap(/^[A-Z]{1,3}$/),
          fields: isFieldMap(/^[A-Z]{1,3}[1-9]\d*$/),
          unsureColumns: [
            {
              column: (v) => /^[A-Z]{1,3}$/.test(String(v)),
              header: isText,
              field: isText,
              runnerUp: (v) => v === null || typeof v === 'string',
              reasons: [isText],
            },
          ],
          unrecognisedColumns: [{ column: (v) => /^[A-Z]{1,3}$/.test(String(v)), header: isText }],
          projects: [{ row: isRow, unit: orNull(isText), name: (v) => typeof v === 'string' }],
          profile: {
            id: isText,
            reason: isOneOf('place', 'weights', 'cost-level', 'default', 'chosen'),
            evidence: orNull(isText),
          },
          checks: {
            checked: [isText],
            notChecked: [{ rule: isText, missing: [[isText]], unsure: [isText] }],
            off: [isText],
            failed: [{ rule: isText, reason: isText }],
          },
        },
      ],
      findings: [
        {
          rule: isText,
          severity: isOneOf('error', 'warning', 'info'),
          sheet: isText,
          cell: isCell,
          related: [isCell],
          project: orNull(isText),
          unit: orNull(isText),
          message: isText,
          expected: isScalar,
          actual: isScalar,
          habit: orNull({ id: isText, count: isCount, message: (v) => v === null || typeof v === 'string' }),
          fix: orNull(FIX),
          suggestions: [FIX],
          dismissed: orNull({ reason: (v) => typeof v === 'string' }),
        },
      ],
      notices: [{ code: isText, message: isText }],
    },
  ],
  summary: {
    workbooks: isCount,
    unreadable: isCount,
    annexes: isCount,
    projects: isCount,
    findings: { error: isCount, warning: isCount, info: isCount },
    habits: isCount,
    dismissed: isCount,
    unrecognised: isCount,
  },
};

/** Where a value is not of a shape; an object must have the fields of its shape and no others. */
function mismatches(value: unknown, shape: Shape, path = '$'): string[] {
  if (typeof shape === 'function') return shape(value) ? [] : [`${path}: ${JSON.stringify(value)}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${path}: no array`];
    return value.flatMap((item, i) => mismatches(item, (shape as readonly [Shape])[0], `${path}[${i}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: no object`];
  const fields = shape as { readonly [key: string]: Shape };
  const wanted = Object.keys(fields).sort().join();
  const present = Object.keys(value).sort().join();
  if (wanted !== present) return [`${path}: ${present} instead of ${wanted}`];
  return Object.entries(fields).flatMap(([key, inner]) =>
    mismatches((value as Record<string, unknown>)[key], inner, `${path}.${key}`),
  );
}

async function document(
  ...argv: string[]
): Promise<{ workbooks: Record<string, unknown>[] } & Record<string, unknown>> {
  return JSON.parse((await run(['check', ...argv, '--format', 'json'])).stdout) as Awaited<
    ReturnType<typeof document>
  >;
}

test.each(['zh-CN', 'en'])('the document keeps its shape, in %s', async (locale) => {
  const file = write('mixed/a.xlsx', annexWorkbook(CLEAN, WRONG_RATE, TEXT_BUDGET));
  write('mixed/b.xlsx', 'no workbook');
  for (const paths of [[file], [`${folder}/mixed`], ['assets/samples']]) {
    expect(mismatches(await document(...paths, '--locale', locale), DOCUMENT)).toEqual([]);
  }
});

test('an annex and a finding, field by field', async () => {
  const file = write('one.xlsx', annexWorkbook(CLEAN, WRONG_RATE));
  const { workbooks, summary } = await document(file);
  expect(workbooks[0]!.annexes).toEqual([
    {
      sheet: '自评表',
      layout: 'wide',
      range: 'A1:H5',
      title: '2024年测试单位项目支出绩效自评表',
      year: 2024,
      moneyUnit: '万元',
      headerRows: [3, 3],
      dataRows: [4, 5],
      columns: expect.objectContaining({
        A: 'sequence',
        B: 'unit',
        C: 'projectName',
        D: 'budget',
        E: 'actual',
        F: 'executionRate',
      }),
      fields: {},
      unrecognisedColumns: [{ column: 'H', header: '备用栏' }],
      unsureColumns: [],
      projects: [
        { row: 4, unit: '测试单位', name: '河道巡查' },
        { row: 5, unit: '测试单位', name: '堤防维修' },
      ],
      profile: { id: 'mof-2020-10', reason: 'default', evidence: null },
      checks: {
        checked: expect.arrayContaining(['execution-rate-mismatch']),
        notChecked: expect.any(Array),
        off: [],
        failed: [],
      },
    },
  ]);
  expect(workbooks[0]!.findings).toEqual([
    {
      rule: 'execution-rate-mismatch',
      severity: 'error',
      sheet: '自评表',
      cell: 'F5',
      related: ['E5', 'D5'],
      project: '堤防维修',
      unit: '测试单位',
      message: '执行率应为 96.00%（实际支出 48.00 ÷ 年度预算 50.00），表内为 50.00%。',
      expected: 0.96,
      actual: 0.5,
      habit: null,
      fix: { title: expect.any(String), edits: [{ cell: 'F5', value: 0.96 }] },
      suggestions: [{ title: expect.any(String), edits: [{ cell: 'F5', formula: '=E5/D5' }] }],
      dismissed: null,
    },
  ]);
  expect(summary).toEqual({
    workbooks: 1,
    unreadable: 0,
    annexes: 1,
    projects: 2,
    findings: { error: 1, warning: 0, info: 0 },
    habits: 0,
    dismissed: 0,
    unrecognised: 0,
  });
});

test('every rule is checked, not checked or failed', async () => {
  const { workbooks } = await document(write('rules.xlsx', annexWorkbook(CLEAN)));
  const [annex] = workbooks[0]!.annexes as {
    checks: { checked: string[]; notChecked: { rule: string }[]; failed: { rule: string }[] };
  }[];
  const { checked, notChecked, failed } = annex!.checks;
  expect(
    [...checked, ...notChecked.map(({ rule }) => rule), ...failed.map(({ rule }) => rule)].sort(),
  ).toEqual(RULES.map(({ meta }) => meta.id).sort());
});

/** A form as a unit fills it in; the rate is wrong, the sources have a column that nobody knows. */
const FORM: BuilderCell[][] = [
  ['附件3'],
  ['2024年度项目支出绩效自评表'],
  ['项目名称', '河道巡查\n二期'],
  ['主管部门', '测试县水利局', null, null, null, '实施单位', '测试县河道所'],
  ['项目资金（万元）', null, null, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额', null, 50, 49, 10, 0.5, 9.8],
  [null, '其中：财政拨款', null, 30, '30万元', '—', '—', '—'],
  [null, '其他资金', null, 12.5, '—', null, null, null],
  [null, '单位资金', null, 7.5, null, null, null, null],
  ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
  [null, '巡查河道 60 公里。', null, null, null, '巡查河道 61 公里。'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '数据来源'],
  [null, '产出指标', '数量指标', '巡查里程', '≥60公里', '61公里', 50, 50, '巡查台账'],
  [null, null, null, '指标2：', null, null, null, null, null],
  [null, '效益指标', '社会效益指标', '沿线群众受益', '≥900人', '912人', 30, 30, null],
  [null, '满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93.5%', 10, 10, null],
  ['总分', null, null, null, null, null, 100, 99.8, null],
];
const FORM_MERGES = [
  'B3:I3',
  'B4:E4',
  'G4:I4',
  'A5:A9',
  'B5:C5',
  'B6:C6',
  'A10:A11',
  'A12:A16',
  'B13:B14',
  'C13:C14',
];

const DEPARTMENT: BuilderCell[][] = [
  ['2024年度部门整体支出绩效自评表'],
  ['部门名称', '测试县水利局'],
  ['年度总体目标', '预期目标', null, null, '实际完成情况'],
  [null, '完成防汛任务。', null, null, '已完成防汛任务。'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  [null, '产出指标', '数量指标', '巡查次数', '≥60次', '61次', 50, 50],
  [null, '效益指标', '社会效益指标', '受益人数', '≥900人', '≥900人', 50, 50],
];

describe('forms', () => {
  interface FormJson extends Record<string, unknown> {
    readonly projects: readonly Record<string, unknown>[];
  }
  const formsOf = async (sheets: BuilderSheet[], ...options: string[]) => {
    const { workbooks, summary } = await document(write('forms.xlsx', buildXlsx({ sheets })), ...options);
    const [told] = workbooks as unknown as {
      annexes: FormJson[];
      findings: Record<string, unknown>[];
      notices: Record<string, unknown>[];
    }[];
    return { ...told!, summary };
  };

  test('a project, field by field', async () => {
    const { annexes, findings } = await formsOf([{ name: '竖表', rows: FORM, merges: FORM_MERGES }]);
    expect(annexes).toEqual([
      {
        sheet: '竖表',
        layout: 'form',
        range: 'A1:I17',
        title: '2024年度项目支出绩效自评表',
        year: 2024,
        moneyUnit: '万元',
        headerRows: null,
        dataRows: [13, 16],
        columns: {},
        fields: expect.objectContaining({
          B3: 'projectName',
          B4: 'department',
          G4: 'unit',
          D6: 'budget',
          E6: 'actual',
          F6: 'executionRate.weight',
          G6: 'executionRate',
          H6: 'executionRate.score',
          E7: 'actual.fiscal',
          D8: 'budget.other',
          E8: 'actual.other',
          D9: 'budget.other',
          B11: 'annualGoal',
          F11: 'goalCompletion',
          D13: 'indicator.quantity.name',
          D14: 'indicator.quantity.name',
          H16: 'indicator.satisfaction.score',
          H17: 'totalScore',
        }),
        unrecognisedColumns: [],
        unsureColumns: [],
        projects: [
          {
            row: 3,
            unit: '测试县河道所',
            name: '河道巡查二期',
            values: {
              budget: 50,
              actual: 49,
              'budget.fiscal': 30,
              'actual.fiscal': 30,
              'budget.other': 20,
              'actual.other': null,
              executionRate: 0.5,
              'executionRate.weight': 10,
              'executionRate.score': 9.8,
              totalWeight: 100,
              totalScore: 99.8,
            },
            indicators: [
              {
                row: 13,
                kind: 'quantity',
                cells: { name: 'D13', target: 'E13', result: 'F13', weight: 'G13', score: 'H13' },
              },
              {
                row: 15,
                kind: 'social',
                cells: { name: 'D15', target: 'E15', result: 'F15', weight: 'G15', score: 'H15' },
              },
              {
                row: 16,
                kind: 'satisfaction',
                cells: { name: 'D16', target: 'E16', result: 'F16', weight: 'G16', score: 'H16' },
              },
            ],
          },
        ],
        profile: expect.any(Object),
        checks: expect.any(Object),
      },
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'execution-rate-mismatch',
        cell: 'G6',
        related: ['E6', 'D6'],
        project: '河道巡查二期',
        unit: '测试县河道所',
      }),
    );
  });

  test('what nobody has read in a form is named by its cells, and explained by them', async () => {
    const { annexes, notices } = await formsOf(
      [{ name: '竖表', rows: FORM, merges: FORM_MERGES }],
      '--explain',
    );
    expect(notices).toEqual([
      {
        code: 'columns-not-read',
        sheet: '竖表',
        columns: ['I13'],
        rules: expect.any(Array),
        message: expect.stringMatching(/^工作表“竖表”：1 个单元格有内容但未审核：I13 数据来源。/),
      },
    ]);
    const explained = annexes[0]!['explanation'] as { column: string; field: string | null }[];
    expect(explained).toContainEqual(expect.objectContaining({ column: 'G6', field: 'executionRate' }));
    expect(explained.map(({ column }) => column).every(isCell)).toBe(true);
  });

  test('a department has a unit and no name', async () => {
    const { annexes, findings } = await formsOf([{ name: '部门', rows: DEPARTMENT }]);
    expect(annexes).toMatchObject([
      { layout: 'department-form', projects: [{ row: 2, unit: '测试县水利局', name: null }] },
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'result-copies-target', project: null, unit: '测试县水利局' }),
    );
  });

  test.each<[string, BuilderCell[], number]>([
    ['whose spending is read', ['全年执行数', 49], 0],
    ['whose spending is called otherwise', ['资金使用金额', 49], 0],
    ['of which a column that nobody knows may be the spending', ['本期发生', 49], 1],
  ])('a form %s', async (_, [label, figure], unrecognised) => {
    const rows = FORM.map((row, i) =>
      i === 4
        ? row.map((cell, at) => (at === 4 ? label! : cell))
        : i === 5
          ? row.map((cell, at) => (at === 4 ? figure! : cell))
          : row,
    );
    const { summary } = await formsOf([{ name: '竖表', rows, merges: FORM_MERGES }]);
    expect(summary).toMatchObject({ annexes: 1, unrecognised });
  });
});

test('a related cell of another worksheet is named with it', () => {
  const cell = { row: 5, column: 4 };
  const finding = {
    ...{ rule: 'x', severity: 'error', annex: '1!0', projectId: null, sheetId: '1', sheetName: '汇总', cell },
    related: [
      { sheetId: '1', row: 1, column: 0 },
      { sheetId: '2', ...cell },
    ],
    ...{ project: null, unit: null, message: 'm', data: {}, expected: 1, actual: 2, habit: null },
    ...{ fix: null, suggestions: [] },
  } as unknown as Finding;
  const names = new Map([
    ['1', '汇总'],
    ['2', "甲'乙"],
  ]);
  expect(findingToJson(finding, 'en', names)).toMatchObject({ cell: 'E6', related: ['A2', "'甲''乙'!E6"] });
});

test('what JSON cannot hold becomes text or null', () => {
  const edit = { row: 0, column: 0, expectedBefore: { value: null, formula: null } };
  const finding: Finding = {
    rule: 'x',
    severity: 'info',
    annex: '1!0',
    projectId: null,
    sheetId: '1',
    sheetName: 's',
    cell: { row: 0, column: 26 },
    related: [],
    project: null,
    unit: null,
    message: 'm',
    data: {},
    expected: Number.POSITIVE_INFINITY,
    actual: Number.NaN,
    habit: null,
    fix: { title: 't', data: {}, edits: [{ ...edit, after: { value: { error: '#N/A' } } }] },
    suggestions: [
      { title: 't', data: {}, edits: [{ ...edit, after: { value: -0.5 }, numberFormat: '0.00%' }] },
    ],
  };
  expect(findingToJson(finding, 'en')).toMatchObject({
    cell: 'AA1',
    expected: null,
    actual: null,
    fix: { edits: [{ cell: 'A1', value: '#N/A' }] },
    suggestions: [{ edits: [{ cell: 'A1', value: -0.5, numberFormat: '0.00%' }] }],
  });
});
