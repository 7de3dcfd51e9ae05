import { RULES } from '../../src/engine/rules';
import { findingToJson } from '../../src/cli/to-json';
import type { Finding } from '../../src/engine/rule/finding';
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
