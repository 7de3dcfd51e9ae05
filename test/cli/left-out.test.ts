import { join } from 'node:path';
import { guessAnnex } from '../../src/engine/annex/guess/guess-annex';
import { openWorkbookFile } from '../../src/host/file/open-workbook-file';
import { STRANGE_FORM } from '../engine/annex/guess/unknown-sheets';
import { buildSheet, type CellInput } from '../support/annexes/sheet-builder';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';
import { annexRows, CLEAN, run, temporaryFolder, WRONG_RATE } from './run-command';

const { folder, write } = temporaryFolder();

type State = 'hidden' | 'veryHidden';
type Sheet = { readonly name: string; readonly rows: BuilderCell[][]; readonly state?: State };

interface Told {
  readonly annexes: readonly { readonly sheet: string }[];
  readonly findings: readonly { readonly sheet: string }[];
  readonly notices: readonly { readonly code: string; readonly sheet?: string; readonly annex?: boolean }[];
}

let files = 0;
function workbookOf(...sheets: readonly Sheet[]): string {
  const formats = { 'F4:F40': '0.00%' };
  return write(`${files++}.xlsx`, buildXlsx({ sheets: sheets.map((sheet) => ({ ...sheet, formats })) }));
}

async function told(file: string, ...options: string[]): Promise<Told & { readonly unrecognised: number }> {
  const { stdout } = await run(['check', file, '--format', 'json', ...options]);
  const { workbooks, summary } = JSON.parse(stdout) as {
    workbooks: Told[];
    summary: { unrecognised: number };
  };
  return { ...workbooks[0]!, unrecognised: summary.unrecognised };
}

const GOOD: Sheet = { name: '自评表', rows: annexRows([CLEAN]) };
const WRONG = annexRows([WRONG_RATE]);
/** Labels of an annex in words of which too few name a project or its money. */
const UNKNOWN: BuilderCell[][] = [
  ['2024年财政支出绩效自评情况'],
  ['内容', '满分', '自评得分', '执行率', '完成值'],
  ['甲类', 30, 29, 0.98, '12件'],
  ['乙类', 40, 38, 0.95, '18件'],
  ['丙类', 30, 30, 1, '6件'],
];
const STAFF: BuilderCell[][] = [
  ['姓名', '单位', '职务', '年龄', '联系电话'],
  ['张某', '测试单位', '科员', 31, '88001234'],
  ['李某', '测试单位', '主任', 45, '88001235'],
  ['王某', '测试单位', '科员', 28, '88001236'],
];
const GUIDE: BuilderCell[][] = [
  ['绩效自评表填报说明'],
  [1, '全年预算数', '填写调整后的预算金额，单位为万元，保留 2 位小数'],
  [2, '执行率', '全年执行数除以全年预算数，如 98%'],
  [3, '得分', 95],
  [4, '分值', 100],
  [5, '完成值', 98],
];
const COVER: BuilderCell[][] = [
  ['2024年度项目支出绩效自评表'],
  ['单位名称：', '测试单位'],
  ['联系电话：', '88001234'],
  ['填报日期：', '2025年2月'],
];
const LEDGER: BuilderCell[][] = [
  ['收入支出决算总表'],
  ['科目', '年初预算数', '全年预算数', '决算数', '财政拨款', '其他资金'],
  ['基本支出', 100, 110, 108, 100, 8],
  ['公用经费', 20, 22, 21, 20, 1],
  ['人员经费', 80, 88, 87, 80, 7],
];
const GOALS: BuilderCell[][] = [
  ['2025年项目绩效目标申报表'],
  ['单位：万元'],
  ['序号', '项目名称', '预算金额', '年度绩效目标', '数量指标', '质量指标'],
  [1, '河道巡查', 100, '巡查河道全年无事故', '巡查 12 次', '合格率 95%'],
  [2, '堤防维修', 50, '维修堤防两段', '维修 2 段', '合格率 98%'],
];

describe.each<[State]>([['hidden'], ['veryHidden']])('a worksheet that is %s', (state) => {
  test('is named and not reviewed; with --hidden it is reviewed and not named', async () => {
    const file = workbookOf({ name: '旧表', rows: WRONG, state }, GOOD);
    const without = await told(file);
    expect(without.annexes.map(({ sheet }) => sheet)).toEqual(['自评表']);
    expect(without.findings).toEqual([]);
    expect(without.notices).toContainEqual({
      code: 'hidden-worksheet',
      sheet: '旧表',
      annex: true,
      message: '工作表“旧表”已隐藏，其中像有自评表，未审核。需要审核时请加上 --hidden。',
    });
    expect(without.unrecognised).toBe(1);
    const withHidden = await told(file, '--hidden');
    expect(withHidden.annexes.map(({ sheet }) => sheet)).toEqual(['旧表', '自评表']);
    expect(withHidden.findings.map(({ sheet }) => sheet)).toEqual(['旧表']);
    expect(withHidden.notices.map(({ code }) => code)).not.toContain('hidden-worksheet');
    expect(withHidden.unrecognised).toBe(0);
  });

  test.each<[string, BuilderCell[][], boolean]>([
    ['looks like an annex that is not understood', UNKNOWN, true],
    ['a list of people', STAFF, false],
    ['a guide', GUIDE, false],
    ['a table of goals', GOALS, false],
  ])('%s', async (_, rows, annex) => {
    const { notices, unrecognised } = await told(workbookOf(GOOD, { name: '附页', rows, state }));
    const hidden = notices.filter(({ code }) => code === 'hidden-worksheet');
    expect(hidden.map((one) => [one.sheet, one.annex])).toEqual([['附页', annex]]);
    expect(unrecognised).toBe(annex ? 1 : 0);
  });

  test('is not named where it holds nothing', async () => {
    const { notices } = await told(workbookOf(GOOD, { name: '空', rows: [[null], ['']], state }));
    expect(notices.map(({ code }) => code)).not.toContain('hidden-worksheet');
  });

  test('gets no marks and no rows in the rollups of a copy', async () => {
    const file = workbookOf({ ...GOOD, rows: WRONG }, { name: '旧表', rows: WRONG, state });
    const out = join(folder, `out-${state}`);
    const texts = async (...options: string[]): Promise<string> => {
      await run(['check', file, '--format', 'xlsx', '--out', out, '--force', ...options]);
      const copy = await openWorkbookFile(join(out, file.slice(folder.length + 1)));
      return JSON.stringify(
        copy.sheets.map((sheet, i) => (sheet.name === '问题清单' ? copy.readSheet(i).values : null)),
      );
    };
    expect(await texts()).not.toContain('旧表');
    expect(await texts('--hidden')).toContain('旧表');
  });
});

test('a workbook of which the only annex is hidden has none, and counts once', async () => {
  const file = workbookOf({ name: '说明', rows: GUIDE }, { ...GOOD, state: 'hidden' });
  const { annexes, notices, unrecognised } = await told(file);
  expect(annexes).toEqual([]);
  expect(notices.map(({ code }) => code)).toEqual(['no-annex', 'hidden-worksheet']);
  expect(unrecognised).toBe(1);
});

test.each<[string, BuilderCell[][], string[], number]>([
  ['one that looks like an annex', UNKNOWN, ['sheet-not-understood'], 1],
  [
    'one whose title has words of guides within',
    [['2024年高标准农田绩效自评情况'], ...UNKNOWN.slice(1)],
    ['sheet-not-understood'],
    1,
  ],
  [
    'one without a title, by its labels',
    [
      ['内容', '一季度', '二季度'],
      ['预算数', 40, 60],
      ['支出数', 38, 57],
      ['执行率', 0.95, 0.95],
      ['得分', 9, 9],
    ],
    ['sheet-not-understood'],
    1,
  ],
  ['a standard of points', [['绩效自评评分标准（2024）'], ...UNKNOWN.slice(1)], [], 0],
  ['a list of people', STAFF, [], 0],
  ['a guide', GUIDE, [], 0],
  ['a cover', COVER, [], 0],
  ['a table of the accounts', LEDGER, [], 0],
  ['a table of goals', GOALS, [], 0],
])('beside an annex, %s', async (_, rows, codes, unrecognised) => {
  const { notices, ...found } = await told(workbookOf(GOOD, { name: '附页', rows }));
  expect(notices.filter(({ sheet }) => sheet === '附页').map(({ code }) => code)).toEqual(codes);
  expect(found.unrecognised).toBe(unrecognised);
});

describe('a form of unknown wording', () => {
  const plain = (cell: CellInput | undefined): BuilderCell =>
    (typeof cell === 'object' && cell !== null && 'value' in cell
      ? cell.value
      : (cell ?? null)) as BuilderCell;
  const STRANGE: Sheet = { name: '附页', rows: STRANGE_FORM.map((row) => row.map(plain)) };

  test('is told as a guess, and counts as what was not recognised', async () => {
    const { notices, annexes, unrecognised } = await told(workbookOf(GOOD, STRANGE));
    expect(notices.find(({ code }) => code === 'sheet-not-understood')).toMatchObject({
      sheet: '附页',
      guess: {
        layout: 'form',
        range: 'A1:G8',
        confidence: 0.52,
        found: ['projectName'],
        guessed: expect.arrayContaining(['budget', 'indicator.target', 'totalScore']) as unknown,
        missing: [],
      },
    });
    expect(annexes.map(({ sheet }) => sheet)).toEqual(['自评表']);
    expect(unrecognised).toBe(1);
    const { stdout } = await run(['check', workbookOf(GOOD, STRANGE)]);
    expect(stdout).toContain('可能是竖式自评表（把握 52%）：认出 项目名称。按内容推测 全年预算数、');
  });

  test('is reviewed by a file that says that it is one', async () => {
    const { accepting } = guessAnnex(buildSheet(STRANGE_FORM))!;
    const vocabulary = write('columns.json', JSON.stringify({ version: 1, headers: [accepting] }));
    const { notices, annexes, unrecognised } = await told(workbookOf(STRANGE), '--vocabulary', vocabulary);
    expect(annexes.map(({ sheet }) => sheet)).toEqual(['附页']);
    expect(notices.map(({ code }) => code)).not.toContain('sheet-not-understood');
    expect(unrecognised).toBe(0);
  });
});

test('a workbook with nothing but a list of people has the one notice', async () => {
  const { annexes, findings, notices, unrecognised } = await told(workbookOf({ name: '名单', rows: STAFF }));
  expect([annexes, findings, unrecognised]).toEqual([[], [], 1]);
  expect(notices.map(({ code }) => code)).toEqual(['no-annex']);
});

test('a workbook without annexes counts once, whatever its worksheets', async () => {
  const { unrecognised } = await told(
    workbookOf({ name: '甲', rows: UNKNOWN }, { name: '乙', rows: UNKNOWN }, { ...GOOD, state: 'hidden' }),
  );
  expect(unrecognised).toBe(1);
});

test('tables of goals are named and left alone', async () => {
  const file = workbookOf({ name: '目标', rows: GOALS });
  const { stdout, status } = await run(['check', file, '--fail-on', 'info,unrecognised']);
  expect(stdout).toContain('绩效目标表 · 2 个项目 · 万元 · 2025 年 · 不是自评表，未审核');
  expect(status).toBe(0);
});

test.each<[string, number]>([
  ['error', 0],
  ['never', 0],
  ['unrecognised', 1],
  ['error,unrecognised', 1],
  ['unrecognised,never', 1],
])('--fail-on %s ends with %i for an annex that is hidden', async (failOn, status) => {
  const file = workbookOf(GOOD, { name: '旧表', rows: WRONG, state: 'hidden' });
  expect((await run(['check', file, '--fail-on', failOn])).status).toBe(status);
});

test('text says what was not reviewed, and why', async () => {
  const file = workbookOf(
    GOOD,
    { name: '附页', rows: UNKNOWN },
    { name: '旧表', rows: WRONG, state: 'hidden' },
    { name: '名单', rows: STAFF, state: 'hidden' },
  );
  const { stdout } = await run(['check', file]);
  expect(stdout.split('\n').slice(-5)).toEqual([
    `${file} 提示 工作表“附页”像是自评表，但未能认出，没有审核。请核对表头和填报格式，或人工审核。` +
      '可能是竖式自评表（把握 39%）：认出 指标·完成值、指标·分值、指标·得分。按内容推测 指标·名称。' +
      '没有找到 项目名称、全年预算数、全年执行数、执行率、指标·指标值、总分。在窗格中核对并确认后即可审核。',
    `${file} 提示 工作表“旧表”已隐藏，其中像有自评表，未审核。需要审核时请加上 --hidden。`,
    `${file} 提示 工作表“名单”已隐藏，未审核。需要审核时请加上 --hidden。`,
    '共 1 个工作簿（0 个未能审核），1 张表，1 个项目：错误 0，警告 0，提示 0；未能认出或没有把握的 2 处（见上）',
    '',
  ]);
});
