import { formEntries } from '../../src/engine/annex/corrections/form-entries';
import { recognise } from '../../src/engine/annex/recognise';
import { buildSheet, type CellInput } from '../support/annexes/sheet-builder';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';
import { run, temporaryFolder } from './run-command';

const { write } = temporaryFolder();

const HEADER = ['序号', '项目名称', '全年预算数', '全年执行数', '执行率', '办结数', '备注'];
const rows: BuilderCell[][] = [
  ['2023年度项目支出绩效自评表'],
  HEADER,
  [1, '村道硬化', 50, 40, 0.9, '3公里', '无'],
  [2, '水渠清淤', 20, 10, 0.5, '2公里', '无'],
];
const workbook = write('annex.xlsx', buildXlsx({ sheets: [{ name: '自评表', rows }] }));
const vocabulary = write(
  'columns.json',
  JSON.stringify({
    version: 1,
    headers: [
      {
        columns: HEADER.map((label) => [label]),
        corrections: [
          { column: ['执行率'], field: null },
          { column: ['办结数'], field: 'indicator.quantity.result' },
        ],
      },
    ],
  }),
);

interface Entry {
  readonly annexes: readonly { readonly columns: Readonly<Record<string, string>> }[];
  readonly findings: readonly { readonly rule: string }[];
  readonly notices: readonly { readonly code: string; readonly columns?: readonly string[] }[];
}

async function reviewed(...argv: string[]): Promise<Entry> {
  const { stdout } = await run(['check', workbook, ...argv, '--format', 'json']);
  return (JSON.parse(stdout) as { workbooks: Entry[] }).workbooks[0]!;
}

test('columns are what the file says, and rules go by it', async () => {
  const before = await reviewed();
  expect(before.annexes[0]!.columns).toMatchObject({ E: 'executionRate' });
  expect(before.findings.map(({ rule }) => rule)).toContain('execution-rate-mismatch');
  const after = await reviewed('--vocabulary', vocabulary);
  expect(after.annexes[0]!.columns).toMatchObject({ F: 'indicator.quantity.result' });
  expect(after.annexes[0]!.columns).not.toHaveProperty('E');
  expect(after.findings.map(({ rule }) => rule)).not.toContain('execution-rate-mismatch');
});

test('a column that is said to be not reviewed is none that nobody has read', async () => {
  const unread = ({ notices }: Entry): readonly (readonly string[])[] =>
    notices.flatMap(({ code, columns }) => (code === 'columns-not-read' && columns ? [columns] : []));
  expect(unread(await reviewed())).toEqual([['F']]);
  expect(unread(await reviewed('--vocabulary', vocabulary))).toEqual([]);
});

test('the text names the columns that were settled', async () => {
  const { stdout } = await run(['check', workbook, '--vocabulary', vocabulary]);
  expect(stdout).toContain('按列更正文件认列：E（不审核）、F（数量指标·完成值）\n');
  expect((await run(['check', workbook])).stdout).not.toContain('按列更正文件认列');
});

test('the text names the cells of a form that are not reviewed', async () => {
  const form: BuilderCell[][] = [
    ['项目支出绩效自评表'],
    ['项目名称', '村道硬化'],
    ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率', '得分'],
    [null, '年度资金总额', 50, 45, 0.9, 9],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '得分'],
    ['产出指标', '数量指标', '硬化里程', '3公里', '3公里', 50],
  ];
  const snapshot = buildSheet(form as CellInput[][]);
  const columns = formEntries(recognise(snapshot)[0]!).map(({ labels }) => labels);
  const corrections = [['项目资金（万元）', '得分'], ['完成值']].map((column) => ({ column, field: null }));
  const path = write('cells.json', JSON.stringify({ version: 1, headers: [{ columns, corrections }] }));
  const file = write('form.xlsx', buildXlsx({ sheets: [{ name: '自评表', rows: form }] }));
  const { stdout } = await run(['check', file, '--vocabulary', path]);
  expect(stdout).toContain('按列更正文件认单元格和指标列：F4（不审核）、E（不审核）\n');
});

test.each<[string, string, string[]]>([
  ['missing.json', '', ['找不到这个文件。请检查 --vocabulary 后面的路径。']],
  [
    'wrong.json',
    '{"version": 1, "headers": [{"columns": [["甲"]], "corrections": [{"column": ["甲"], "field": "budgets"}]}]}',
    ['headers（第 1 项）.corrections（第 1 项）.field：没有字段 "budgets"。是否想写 budget？'],
  ],
  ['text.json', '列更正', ['第 1 行第 1 个字符处不是有效的 JSON']],
])('a file that cannot be used ends the command: %s', async (name, content, texts) => {
  const path = content === '' ? `${workbook}.${name}` : write(name, content);
  const { status, stdout, stderr } = await run(['check', workbook, '--vocabulary', path]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('列更正文件不能使用，没有进行审核。');
  for (const text of texts) expect(stderr).toContain(text);
});
