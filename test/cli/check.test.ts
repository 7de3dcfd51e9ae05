import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildCompoundFile } from '../support/xlsx/compound-file-builder';
import { buildXlsx, xlsxParts, zipParts } from '../support/xlsx/xlsx-builder';
import { buildZip } from '../support/xlsx/zip-builder';
import {
  annexRows,
  annexWorkbook,
  CLEAN,
  run,
  temporaryFolder,
  TEXT_BUDGET,
  WRONG_RATE,
} from './run-command';

const { folder, write } = temporaryFolder();
const clean = write('clean.xlsx', annexWorkbook(CLEAN));
const withError = write('error.xlsx', annexWorkbook(CLEAN, WRONG_RATE));
const withWarning = write('warning.xlsx', annexWorkbook(TEXT_BUDGET));
const other = write(
  'other.xlsx',
  buildXlsx({ sheets: [{ rows: [['通讯录'], ['姓名', '电话'], ['甲', '1']] }] }),
);

interface Entry {
  readonly file: string;
  readonly error: { readonly code: string; readonly reason: string; readonly message: string } | null;
  readonly annexes: readonly { readonly sheet: string }[];
  readonly findings: readonly { readonly rule: string; readonly cell: string; readonly severity: string }[];
  readonly notices: readonly { readonly code: string }[];
}

async function json(
  ...argv: string[]
): Promise<{ status: number; stderr: string; workbooks: Entry[]; summary: Record<string, unknown> }> {
  const { status, stdout, stderr } = await run(['check', ...argv, '--format', 'json']);
  return {
    status,
    stderr,
    ...(JSON.parse(stdout) as { workbooks: Entry[]; summary: Record<string, unknown> }),
  };
}

describe('exit status', () => {
  test.each([
    [clean, 'error', 0],
    [clean, 'info', 0],
    [withWarning, 'error', 0],
    [withWarning, 'warning', 1],
    [withWarning, 'info', 1],
    [withWarning, 'never', 0],
    [withError, 'error', 1],
    [withError, 'info', 1],
    [withError, 'never', 0],
    [other, 'info', 0],
  ])('%s with --fail-on %s: %d', async (file, failOn, status) => {
    expect((await run(['check', file, '--fail-on', failOn])).status).toBe(status);
  });

  test('without --fail-on, errors count', async () => {
    expect((await run(['check', withError])).status).toBe(1);
    expect((await run(['check', withWarning])).status).toBe(0);
  });

  test.each(['error', 'never'])(
    'a file that cannot be read weighs more than findings (--fail-on %s)',
    async (failOn) => {
      expect(
        (await run(['check', withError, join(folder, 'missing.xlsx'), '--fail-on', failOn])).status,
      ).toBe(2);
    },
  );
});

describe('a file that cannot be read', () => {
  const damaged = annexWorkbook(CLEAN).slice(0, 700);
  const cases: [name: string, content: Uint8Array | string | null, code: string, reason: string][] = [
    ['missing.xlsx', null, 'unreadable', 'not-found'],
    ['damaged.xlsx', damaged, 'unreadable', 'corrupt'],
    ['empty.xlsx', '', 'unreadable', 'not-a-workbook'],
    ['page.xlsx', '<html><table></table></html>', 'unreadable', 'not-a-workbook'],
    ['page.xls', '<html><table></table></html>', 'unsupported-format', 'unsupported-format'],
    ['list.csv', '序号,项目\n1,甲\n', 'unsupported-format', 'unsupported-format'],
    ['old.xls', buildCompoundFile(['Workbook']), 'unsupported-format', 'unsupported-format'],
    ['old.et', buildCompoundFile(['Workbook']), 'unsupported-format', 'unsupported-format'],
    ['letter.xls', buildCompoundFile(['WordDocument']), 'unsupported-format', 'unsupported-format'],
    ['secret.xlsx', buildCompoundFile(['EncryptionInfo', 'EncryptedPackage']), 'encrypted', 'encrypted'],
  ];

  test.each(cases)('%s stands beside a good one', async (name, content, code, reason) => {
    const bad = content === null ? join(folder, name) : write(`bad-${name}/${name}`, content);
    const { status, stderr, workbooks, summary } = await json(bad, withError);
    expect(status).toBe(2);
    expect(workbooks[0]).toEqual({
      file: bad,
      error: { code, reason, message: expect.stringMatching(/。$/) },
      annexes: [],
      findings: [],
      notices: [],
    });
    expect(workbooks[1]).toMatchObject({
      file: withError,
      error: null,
      findings: [{ rule: 'execution-rate-mismatch', cell: 'F5' }],
    });
    expect(summary).toMatchObject({ workbooks: 2, unreadable: 1, annexes: 1, projects: 2 });
    expect(stderr).toBe(`${bad}: ${workbooks[0]!.error!.message}\n`);
  });

  test('names the format', async () => {
    const { workbooks } = await json(write('et/table.et', buildCompoundFile(['Workbook'])), '--locale', 'en');
    expect(workbooks[0]!.error!.message).toBe(
      'This format is not supported (.et). Save it as .xlsx with Excel or WPS and try again.',
    );
  });

  test('names no format that the file claims to be', async () => {
    const packed = buildZip([{ name: '[Content_Types].xml', content: '<Types/>', method: 12 }]);
    const { workbooks } = await json(write('packed/table.xlsx', packed));
    expect(workbooks[0]!.error).toMatchObject({
      code: 'unsupported-format',
      message: '不支持这种格式。请用 Excel 或 WPS 另存为 .xlsx 后重试。',
    });
  });

  test('one damaged sheet does not keep the others from being reviewed', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' };
    const sheets = [{ name: '坏表' }, { name: '好表', rows: annexRows([WRONG_RATE]) }];
    const { status, workbooks } = await json(write('half.xlsx', buildXlsx({ sheets, parts })));
    expect(status).toBe(2);
    expect(workbooks[0]).toMatchObject({
      error: { code: 'unreadable', reason: 'corrupt' },
      annexes: [{ sheet: '好表' }],
      notices: [],
    });
    expect(workbooks[0]!.error!.message).toMatch(/^工作表“坏表”：文件已损坏/);
    expect(workbooks[0]!.findings).not.toHaveLength(0);
  });

  describe('of worksheets that cannot be read', () => {
    const BOOK = 'xl/workbook.xml';
    const sheets = ['好表', '坏表', '另一坏表'].map((name) => ({ name, rows: annexRows([WRONG_RATE]) }));
    const parts = xlsxParts({ sheets });
    const second = /<sheet name="坏表"[^>]*\/>/.exec(parts[BOOK]!)![0];
    const renamed = (change: (sheet: string) => string) => ({
      [BOOK]: parts[BOOK]!.replace(second, change(second)),
    });
    const noText = parts['xl/worksheets/sheet3.xml']!.replace(/t="s"><v>\d+/, 't="s"><v>999');
    const DAMAGED: readonly [string, Record<string, string | null>][] = [
      ['cells refer to texts that are not there', { 'xl/worksheets/sheet2.xml': noText }],
      ['the part is not there', { 'xl/worksheets/sheet2.xml': null }],
      ['the relationship is not there', renamed((sheet) => sheet.replace(/r:id="[^"]*"/, 'r:id="rId99"'))],
      ['the part is an earlier one’s', renamed((sheet) => sheet.replace(/r:id="[^"]*"/, 'r:id="rId1"'))],
    ];

    test.each(DAMAGED)('every one is named, the others are reviewed: %s', async (_, changes) => {
      const file = write(
        'several.xlsx',
        zipParts({ ...parts, ...changes, 'xl/worksheets/sheet3.xml': noText }),
      );
      const { status, workbooks, stderr } = await json(file);
      expect(status).toBe(2);
      expect(workbooks[0]).toMatchObject({
        error: { code: 'unreadable', reason: 'corrupt', message: expect.stringContaining('“坏表”') },
        annexes: [{ sheet: '好表' }],
        notices: [{ code: 'sheet-not-read', sheet: '另一坏表', reason: 'corrupt' }],
      });
      const named = ['工作表“坏表”：文件已损坏', '工作表“另一坏表”：文件已损坏'];
      for (const one of named) expect(stderr).toContain(one);
      const text = await run(['check', file]);
      expect(text.status).toBe(2);
      for (const one of named) expect(text.stdout).toContain(`未能审核 ${one}`);
      const out = join(folder, 'no-copies');
      const copies = await run(['check', file, '--format', 'xlsx', '--out', out]);
      expect(copies.status).toBe(2);
      for (const one of named) expect(copies.stdout).toContain(`未能审核 ${one}`);
      expect(copies.stdout).toContain('没有生成副本');
      expect(existsSync(join(out, 'several.xlsx'))).toBe(false);
    });

    test('a sheet that names no part has nothing to lose', async () => {
      const module = renamed((sheet) => sheet.replace(/r:id="[^"]*"/, 'r:id="" state="veryHidden"'));
      const { workbooks } = await json(write('module.xlsx', zipParts({ ...parts, ...module })));
      expect(workbooks[0]).toMatchObject({
        error: null,
        annexes: [{ sheet: '好表' }, { sheet: '另一坏表' }],
      });
    });
  });

  test('a folder where a workbook is expected is searched, even with such a name', async () => {
    mkdirSync(join(folder, 'folder.xlsx'));
    const { status, workbooks, stderr } = await json(join(folder, 'folder.xlsx'));
    expect([status, workbooks]).toEqual([0, []]);
    expect(stderr).toBe(`${join(folder, 'folder.xlsx')}：文件夹中没有工作簿。\n`);
  });
});

test('a workbook without an annex is no error: a notice says so', async () => {
  const { status, stderr, workbooks, summary } = await json(other);
  expect([status, stderr]).toEqual([0, '']);
  expect(workbooks).toEqual([
    {
      file: other,
      error: null,
      annexes: [],
      findings: [],
      notices: [{ code: 'no-annex', message: expect.stringContaining('没有找到') }],
    },
  ]);
  expect(summary).toEqual({
    workbooks: 1,
    unreadable: 0,
    unrecognised: 1,
    annexes: 0,
    projects: 0,
    findings: { error: 0, warning: 0, info: 0 },
    habits: 0,
    dismissed: 0,
  });
});

test('all sheets of a workbook are reviewed in their order, hidden ones with --hidden', async () => {
  const sheets = [
    { name: '乙', rows: annexRows([CLEAN]) },
    { name: '说明', rows: [['本表由各单位填报']] },
    { name: '甲', rows: annexRows([WRONG_RATE]), state: 'hidden' as const },
  ];
  const file = write('sheets.xlsx', buildXlsx({ sheets }));
  const sheetsOf = async (...options: string[]): Promise<unknown> =>
    (await json(file, ...options)).workbooks[0]!.annexes.map(({ sheet }) => sheet);
  expect(await sheetsOf()).toEqual(['乙']);
  expect(await sheetsOf('--hidden')).toEqual(['乙', '甲']);
});

describe('standard error', () => {
  test('says that a lock file was skipped', async () => {
    const lock = write('locked/~$a.xlsx', 'user');
    const { status, stderr, workbooks } = await json(lock, clean);
    expect([status, workbooks.length]).toEqual([0, 1]);
    expect(stderr).toBe(`${lock}：这是工作簿打开时生成的锁定文件，已跳过。\n`);
  });

  test('keeps control characters of file names from the terminal', async () => {
    const name = join(folder, 'a\u001b[31m\u0007b.xlsx');
    const { stderr } = await run(['check', name, clean, '--format', 'json'], { columns: 200 });
    const shown = stderr.replaceAll('\r\u001b[2K', '');
    for (const character of ['\u001b', '\u0007']) expect(shown).not.toContain(character);
    expect(stderr).toContain('找不到');
  });

  test('says nothing with --quiet', async () => {
    const { status, stderr } = await json(join(folder, 'missing.xlsx'), '--quiet');
    expect([status, stderr]).toEqual([2, '']);
  });

  test('shows a bar in a terminal, takes it away at the end, and keeps it on one line', async () => {
    const { stderr } = await run(['check', clean, withWarning, '--format', 'json'], { columns: 40 });
    expect(stderr).toContain('0/2');
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect(stderr).not.toContain('\n');
    for (const line of stderr.split('\r\u001b[2K')) expect(line.length).toBeLessThan(40);
  });

  test('shows no bar for one file, elsewhere, or with --quiet', async () => {
    expect((await run(['check', clean], { columns: 80 })).stderr).toBe('');
    expect((await run(['check', clean, withWarning])).stderr).toBe('');
    expect((await run(['check', clean, withWarning, '--quiet'], { columns: 80 })).stderr).toBe('');
  });
});
