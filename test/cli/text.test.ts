import { buildXlsx } from '../support/xlsx/xlsx-builder';
import {
  annexRows,
  annexWorkbook,
  CLEAN,
  run,
  type Row,
  temporaryFolder,
  TEXT_BUDGET,
  WRONG_RATE,
} from './run-command';

const { folder, write } = temporaryFolder();

beforeAll(() => {
  write('text/a.xlsx', annexWorkbook(CLEAN, WRONG_RATE, TEXT_BUDGET));
  write('text/b.xlsx', 'no workbook');
  write('text/c.xlsx', buildXlsx({ sheets: [{ rows: [['通讯录']] }] }));
  const goals = [
    ['2024年项目绩效目标表'],
    ['序号', '项目名称', '总体目标', '数量指标'],
    [1, '河道巡查', '完成巡查', '巡查≥40次'],
  ];
  write('text/d.xlsx', buildXlsx({ sheets: [{ name: '目标表', rows: goals }] }));
});

/** The line of the rules that were not checked: how many they are, and which. */
const NOT_CHECKED = /^(.*!A1:\S+ .*?)(\d+)( 条规则未检查：|\): )(.*)$/gm;

/** The output without the folder's name; `N` and `…` stand for the rules that were not checked. */
async function text(locale: string): Promise<string> {
  const { status, stdout, stderr } = await run(['check', `${folder}/text`, '--locale', locale]);
  expect([status, stderr]).toEqual([2, '']);
  const unchecked = await uncheckedRules();
  return stdout
    .replaceAll(`${folder}/`, '')
    .replace(NOT_CHECKED, (_line, before: string, count: string, after: string, rules: string) => {
      expect(Number(count)).toBe(unchecked.length);
      expect(rules.match(/[a-z\d]+(?:-[a-z\d]+)*(?=\s?[（(])/g)).toEqual(unchecked);
      return `${before}N${after}…`;
    });
}

/** Those that miss a column: a rule that had nothing to compare with misses none. */
async function uncheckedRules(): Promise<string[]> {
  const { stdout } = await run(['check', `${folder}/text/a.xlsx`, '--format', 'json']);
  const { workbooks } = JSON.parse(stdout) as {
    workbooks: { annexes: { checks: { notChecked: { rule: string; missing: unknown[] }[] } }[] }[];
  };
  const { notChecked } = workbooks[0]!.annexes[0]!.checks;
  return notChecked.filter(({ missing }) => missing.length > 0).map(({ rule }) => rule);
}

test('in Chinese', async () => {
  expect(await text('zh-CN')).toMatchInlineSnapshot(`
   "text/a.xlsx!自评表!F5 错误 execution-rate-mismatch 执行率应为 96.00%（实际支出 48.00 ÷ 年度预算 50.00），表内为 50.00%。
   text/a.xlsx!自评表!D6 警告 number-as-text 全年预算数“40.00万元”是文本，不能参与计算。请改为数值 40。
   text/a.xlsx!自评表!A1:H6 横表 · 3 个项目 · 万元 · 2024 年 · 错误 1，警告 1，提示 0
   text/a.xlsx!自评表!A1:H6 缺少所需的栏目，N 条规则未检查：…
   text/b.xlsx 未能审核 内容不是工作簿。请确认文件，或用 Excel 或 WPS 另存为 .xlsx 后重试。
   text/c.xlsx 提示 没有找到绩效自评表：显示的各工作表中都没有可识别的自评表。请确认选对了文件。
   text/d.xlsx!目标表!A1:D3 绩效目标表 · 1 个项目 · 2024 年 · 不是自评表，未审核
   共 4 个工作簿（1 个未能审核），2 张表，4 个项目：错误 1，警告 1，提示 0；未能认出或没有把握的 1 处（见上）
   "
  `);
});

test('in English', async () => {
  expect(await text('en')).toMatchInlineSnapshot(`
   "text/a.xlsx!自评表!F5 error execution-rate-mismatch The execution rate should be 96.00% (48.00 ÷ 50.00); the sheet says 50.00%.
   text/a.xlsx!自评表!D6 warning number-as-text 全年预算数 "40.00万元" is text and cannot be calculated with; make it the number 40.
   text/a.xlsx!自评表!A1:H6 wide annex · projects: 3 · 万元 · year 2024 · error 1, warning 1, info 0
   text/a.xlsx!自评表!A1:H6 rules not checked for want of columns (N): …
   text/b.xlsx not reviewed The content is no workbook. Check the file, or save it as .xlsx with Excel or WPS and try again.
   text/c.xlsx note No self-evaluation annex found: none was recognised on the visible worksheets. Check that this is the right file.
   text/d.xlsx!目标表!A1:D3 table of goals · projects: 1 · year 2024 · not a self-evaluation, left alone
   workbooks: 4 (not reviewed: 1), annexes: 2, projects: 4; error 1, warning 1, info 0; not understood or not sure: 1 (see above)
   "
  `);
});

test.each([
  ['zh-CN', 'target-over-100（缺 任一指标·指标值）'],
  ['en', 'target-over-100 (needs any indicator: target)'],
])('a rule without its columns is named with what it needs, in words (%s)', async (locale, words) => {
  const { stdout } = await run(['check', `${folder}/text/a.xlsx`, '--locale', locale]);
  expect(stdout).toContain(words);
  expect(stdout).not.toMatch(/indicator\.|executionRate|totalScore/);
});

test('a habit is one line with its first cells, and the totals tell how many there are', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => [`维修${i}`, `${50 + i}万元`, 48, 0.5] satisfies Row);
  const file = write('habit.xlsx', annexWorkbook(...rows));
  const { stdout } = await run(['check', file]);
  const lines = stdout.split('\n').filter((line) => line.includes('number-as-text'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/!D4 警告 number-as-text .*（共性问题，共 7 处：D4、D5、D6、D7、D8 等）$/);
  expect(stdout.trimEnd()).toMatch(/；其中 7 处属于 1 类共性问题$/);
  const document = JSON.parse((await run(['check', file, '--format', 'json'])).stdout) as {
    workbooks: { findings: { rule: string; habit: { count: number } | null }[] }[];
    summary: { habits: number };
  };
  const texts = document.workbooks[0]!.findings.filter(({ rule }) => rule === 'number-as-text');
  expect(texts.map(({ habit }) => habit?.count)).toEqual(rows.map(() => 7));
  expect(document.summary.habits).toBe(1);
});

test('one finding is one line, whatever stands in the cells', async () => {
  const odd = annexRows([['堤防\n维修\u001b[31m', 50, 48, 0.5]]);
  const file = write(
    'odd.xlsx',
    buildXlsx({ sheets: [{ name: '表 一', rows: odd, formats: { F4: '0.00%' } }] }),
  );
  const { stdout } = await run(['check', file]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^\S+odd\.xlsx!表 一!F4 错误 execution-rate-mismatch /);
  expect(stdout).not.toContain('\u001b');
});

const TURNED = '河道\u202e检查\u2066\u200b年度';

test('what is not seen, or turns the direction of reading, is shown as an escape', async () => {
  const rows = annexRows([[TURNED, 50, '48\u200f', 0.5]]);
  const book = buildXlsx({ sheets: [{ name: `表\u202e一`, rows, formats: { F4: '0.00%' } }] });
  const file = write('名\u202exslx.xlsx', book);
  const broken = write('坏\u0007\u2067.xlsx', 'no workbook');
  const lines = write('两\n行.xlsx', 'no workbook');
  const { stdout, stderr } = await run(['check', file, broken, lines, `${folder}/\u202a没有.xlsx`]);
  const seen = [...(stderr + stdout).replaceAll('\n', '')].filter((each) => /[\p{Cc}\p{Cf}]/u.test(each));
  expect(seen).toEqual([]);
  expect(stdout).toContain('名\\u202exslx.xlsx!表\\u202e一!');
  expect(stdout).toContain('坏\\u0007\\u2067.xlsx 未能审核');
  expect(stdout).toContain('两\\n行.xlsx 未能审核');
  const usage = await run(['check', file, '--form\u202eat', 'x\u001b[2J']);
  expect(usage.stderr).toContain('--form\\u202eat');
});

test('JSON holds texts as they are', async () => {
  const file = write('as-it-is.xlsx', annexWorkbook([TURNED, 50, 48, 0.5]));
  const { stdout } = await run(['check', file, '--format', 'json']);
  const { workbooks } = JSON.parse(stdout) as { workbooks: { findings: { project: string }[] }[] };
  expect(workbooks[0]!.findings[0]!.project).toBe(TURNED);
});

test('no message is longer than a page, whatever the cells and the worksheet hold', async () => {
  const long = '长'.repeat(32_767);
  const unseen = '\u202e'.repeat(32_767);
  const formula = `${'1/0+'.repeat(1_900)}1`;
  const rows = annexRows([
    [long, 50, 48, 0.5],
    [unseen, '40.00万元', 39.6, { error: '#REF!' }],
    ['堤防维修', unseen, long, '！'.repeat(32_767)],
  ]);
  const name = `表\u202e${'一'.repeat(5_000)}`;
  const formats = { 'F4:F6': '0.00%' };
  const file = write(
    'long.xlsx',
    buildXlsx({ sheets: [{ name, rows, formats, formulas: { F5: formula } }] }),
  );
  const pages = /.{1501}/u;
  for (const locale of ['zh-CN', 'en']) {
    const text = await run(['check', file, '--locale', locale]);
    const said = text.stdout.split('\n').filter((line) => !/条规则未检查|rules not checked/.test(line));
    expect(said.filter((line) => pages.test(line))).toEqual([]);
    expect(text.stdout).toContain('=1/0+1/0+');

    const { stdout } = await run(['check', file, '--format', 'json', '--locale', locale]);
    const { workbooks } = JSON.parse(stdout) as {
      workbooks: { findings: { rule: string; message: string; fix: { title: string } | null }[] }[];
    };
    const { findings } = workbooks[0]!;
    expect(findings.map(({ rule }) => rule)).toContain('formula-error');
    const words = findings.flatMap(({ message, fix }) => [message, fix?.title ?? '']);
    expect(words.filter((one) => one.length > 1_000)).toEqual([]);
  }
  const copies = await run(['check', file, '--format', 'xlsx', '--out', `${folder}/long-copies`]);
  expect(copies.stdout.split('\n').filter((line) => pages.test(line))).toEqual([]);
});
