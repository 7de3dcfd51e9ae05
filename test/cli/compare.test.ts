import { readFileSync } from 'node:fs';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { annexWorkbook, CLEAN, run, temporaryFolder, TEXT_BUDGET, WRONG_RATE } from './run-command';

const { folder, write } = temporaryFolder();
const old = `${folder}/old.xlsx`;
const fresh = `${folder}/new.xlsx`;

beforeAll(() => {
  write('old.xlsx', annexWorkbook(CLEAN, WRONG_RATE, TEXT_BUDGET));
  // The wrong rate is right now, the amount is still a text, and the rows have another order.
  const [name, budget, actual] = WRONG_RATE;
  write('new.xlsx', annexWorkbook(TEXT_BUDGET, [name, budget, actual, 0.96], CLEAN));
  write('none.xlsx', buildXlsx({ sheets: [{ rows: [['通讯录']] }] }));
  write('broken.xlsx', 'no workbook');
});

interface Told {
  readonly old: { readonly file: string; readonly error: { readonly code: string } | null };
  readonly new: { readonly file: string; readonly findings: Readonly<Record<string, number>> };
  readonly comparison: {
    readonly findings: Readonly<
      Record<string, readonly { rule: string; cell: string; new?: { cell: string } }[]>
    >;
    readonly changes: readonly {
      readonly field: string;
      readonly old: { readonly text: string } | null;
      readonly new: { readonly cell: string; readonly text: string } | null;
      readonly asked: boolean;
    }[];
  } | null;
  readonly summary?: Readonly<Record<string, number>>;
}

async function told(...more: string[]): Promise<Told> {
  const { stdout } = await run(['compare', old, fresh, '--format', 'json', ...more]);
  return JSON.parse(stdout) as Told;
}

test('what became of each finding is told in JSON, wherever its row now stands', async () => {
  const { comparison, summary, old: before } = await told();
  expect(before).toMatchObject({ file: old, error: null });
  const { solved, left, new: found, gone, unchecked } = comparison!.findings;
  expect(solved).toMatchObject([{ rule: 'execution-rate-mismatch', cell: 'F5' }]);
  expect(left).toMatchObject([{ old: { rule: 'number-as-text', cell: 'D6' }, new: { cell: 'D4' } }]);
  expect([found, gone, unchecked]).toEqual([[], [], []]);
  expect(comparison!.changes).toMatchObject([
    { field: 'executionRate', new: { cell: 'F5', text: '96.00%' }, asked: true },
  ]);
  expect(summary).toEqual({
    ...{ solved: 1, left: 1, new: 0, unchecked: 0, gone: 0, changed: 1, unasked: 0 },
    ...{ paired: 3, renamed: 0, appeared: 0, vanished: 0 },
  });
});

test.each([
  ['zh-CN', /!D4 仍存在 警告 number-as-text .*（上次 自评表!D6）/, /已解决 1，仍存在 1，新出现 0/],
  ['en', /!D4 left warning number-as-text .* \(formerly 自评表!D6\)/, /solved 1, left 1, new 0/],
])('and in words: %s', async (locale, line, totals) => {
  const { status, stdout, stderr } = await run(['compare', old, fresh, '--locale', locale]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(line);
  expect(stdout).toMatch(totals);
});

test('figures that changed without a finding are told before the others', async () => {
  const { stdout } = await run(['compare', fresh, old]);
  const lines = stdout.split('\n');
  expect(lines.find((line) => line.includes('新出现 错误'))).toContain('old.xlsx!自评表!F5');
  expect(lines.find((line) => line.includes('未经指出而改动'))).toMatch(/F5 .*执行率：96\.00% → 50\.00%/);
});

test.each([
  [['--fail-on', 'warning'], 1],
  [['--fail-on', 'error'], 0],
  [['--fail-on', 'never'], 0],
])('the exit status goes by what is found in the newer one: %j', async (options, status) => {
  expect((await run(['compare', old, fresh, ...options])).status).toBe(status);
});

test('a workbook that cannot be read is not compared', async () => {
  const { status, stdout } = await run(['compare', `${folder}/broken.xlsx`, fresh]);
  expect(status).toBe(2);
  expect(stdout).toMatch(/broken\.xlsx 未能审核/);
  expect(stdout).toMatch(/没有比较/);
  const json = JSON.parse(
    (await run(['compare', old, `${folder}/absent.xlsx`, '--format', 'json'])).stdout,
  ) as Told;
  expect(json).toMatchObject({ comparison: null, new: { error: { code: 'unreadable' } } });
  expect(json.summary).toBeUndefined();
});

test('a workbook without an annex is said to be one', async () => {
  const { status, stdout } = await run(['compare', old, `${folder}/none.xlsx`, '--fail-on', 'unrecognised']);
  expect(status).toBe(1);
  expect(stdout).toMatch(/none\.xlsx 提示 没有找到/);
  expect(stdout).toMatch(/随内容撤除 2；.*撤销 3/);
});

test('neither file is changed', async () => {
  const before = [old, fresh].map((file) => readFileSync(file));
  await told();
  expect([old, fresh].map((file) => readFileSync(file))).toEqual(before);
});
