import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { copiesSheet, resavedFile } from '../support/xlsx/resaved-file';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { openFileHost } from '../../src/host/file/file-host';
import { run, temporaryFolder } from './run-command';

const SAMPLES = join(__dirname, '../../assets/samples');
const SAMPLE = join(SAMPLES, 'self-evaluation-annex.xlsx');
const { folder, write } = temporaryFolder();

let folders = 0;
/** A path that is not there yet. */
const fresh = () => join(folder, `out-${(folders += 1)}`);

async function copyOf(
  input: string,
  ...words: string[]
): Promise<{ out: string; file: string; text: string }> {
  const out = fresh();
  const { status, stdout } = await run(['check', input, '--format', 'xlsx', '--out', out, ...words]);
  expect(status).toBeLessThan(2);
  return { out, file: join(out, basename(input)), text: stdout };
}

const partsOf = (file: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  );

describe('check --format xlsx', () => {
  it('marks, notes and rolls up, and touches no part that it need not', async () => {
    const { file, text } = await copyOf(SAMPLE);
    expect(text).toMatch(
      /标记单元格 \d+ 个，批注 \d+ 条，汇总表：单位汇总；执行率分档表；指标完成统计；审核意见表；问题清单/,
    );
    const [before, after] = [partsOf(SAMPLE), partsOf(file)];
    const changed = Object.keys(before).filter((name) => !after[name]?.equals(before[name]!));
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const host = await openFileHost(file);
    expect((await host.sheets()).map(({ name }) => name)).toEqual([
      '绩效自评表',
      '问题清单',
      '审核意见表',
      '指标完成统计',
      '执行率分档表',
      '单位汇总',
    ]);
    const { markedCells, notes } = await host.unmark('all');
    expect(markedCells).toBeGreaterThan(20);
    expect(notes).toBe(markedCells);
  });

  it('finds the same in its own copy, and marks it as before', async () => {
    const { file } = await copyOf(SAMPLE);
    const again = await copyOf(file);
    const json = async (path: string) =>
      (JSON.parse((await run(['check', path, '--format', 'json'])).stdout) as { summary: unknown }).summary;
    expect(await json(file)).toEqual(await json(SAMPLE));
    expect(Object.keys(partsOf(again.file)).sort()).toEqual(Object.keys(partsOf(file)).sort());
    expect(partsOf(again.file)['xl/worksheets/sheet1.xml']).toEqual(
      partsOf(file)['xl/worksheets/sheet1.xml'],
    );
  });

  it('copies byte for byte where there is nothing to mark', async () => {
    const plain = write('plain.xlsx', buildXlsx({ sheets: [{ rows: [['会议安排'], ['周一', '例会']] }] }));
    const { file, text } = await copyOf(plain);
    expect(readFileSync(file)).toEqual(readFileSync(plain));
    expect(text).toContain('原样复制');
  });

  it('keeps the paths below a folder, and goes on after a file that cannot be read', async () => {
    const root = join(folder, 'units');
    write('units/甲/a.xlsx', readFileSync(SAMPLE));
    write('units/b.xlsx', 'no workbook');
    const out = fresh();
    const { status, stdout } = await run(['check', root, '--format', 'xlsx', '--out', out]);
    expect(status).toBe(2);
    expect(stdout).toContain('未能审核');
    expect(readdirSync(out)).toEqual(['甲']);
    expect(readdirSync(join(out, '甲'))).toEqual(['a.xlsx']);
  });

  it('replaces a file only with --force, and never the original', async () => {
    const { out, file } = await copyOf(SAMPLE);
    const before = readFileSync(file);
    const again = await run(['check', SAMPLE, '--format', 'xlsx', '--out', out]);
    expect(again).toMatchObject({ status: 2, stdout: expect.stringContaining('没有覆盖') });
    expect(readFileSync(file)).toEqual(before);
    expect((await run(['check', SAMPLE, '--format', 'xlsx', '--out', out, '--force'])).status).toBe(1);
    const original = write('here/a.xlsx', readFileSync(SAMPLE));
    const here = await run(['check', original, '--format', 'xlsx', '--out', join(folder, 'here'), '--force']);
    expect(here).toMatchObject({ status: 2, stdout: expect.stringContaining('会覆盖原文件') });
    expect(readFileSync(original)).toEqual(readFileSync(SAMPLE));
    expect(readdirSync(join(folder, 'here'))).toEqual(['a.xlsx']);
  });

  it('says so where it cannot write, and leaves nothing half written', async () => {
    const taken = write('taken', 'a file where a folder is wanted');
    const { status, stdout } = await run(['check', SAMPLE, '--format', 'xlsx', '--out', taken]);
    expect(status).toBe(2);
    expect(stdout).toContain('写入失败');
    expect(readFileSync(taken, 'utf8')).toBe('a file where a folder is wanted');
  });

  it('marks no protected worksheet and says so; the issues are listed all the same', async () => {
    const rows = (await (await openFileHost(SAMPLE)).read('xl/worksheets/sheet1.xml')).values.map((row) =>
      row.map((value) => (typeof value === 'object' ? null : value)),
    );
    const locked = write('locked.xlsx', buildXlsx({ sheets: [{ name: '自评表', rows, protected: true }] }));
    const { file, text } = await copyOf(locked);
    expect(text).toContain('工作表有保护，没有标记：自评表');
    expect((await (await openFileHost(file)).ownSheet('issue-list'))?.name).toBe('问题清单');
  });
});

describe('clear', () => {
  it.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx')))(
    'gives %s back part by part',
    async (name) => {
      const { file } = await copyOf(join(SAMPLES, name));
      const out = fresh();
      expect(await run(['clear', file, '--out', out])).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('已清除'),
      });
      expect(partsOf(join(out, name))).toEqual(partsOf(join(SAMPLES, name)));
    },
  );

  it('clears a file itself where no folder is given, once', async () => {
    const { file } = await copyOf(SAMPLE);
    expect((await run(['clear', file])).status).toBe(0);
    expect(partsOf(file)).toEqual(partsOf(SAMPLE));
    const before = readFileSync(file);
    expect(await run(['clear', file])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('未作改动'),
    });
    expect(readFileSync(file)).toEqual(before);
  });

  it('does not lose what a reviewer typed into the issue list, unless told to', async () => {
    const { file } = await copyOf(SAMPLE);
    const host = await openFileHost(file);
    const issues = (await host.ownSheet('issue-list'))!;
    const { values } = await host.read(issues.id);
    const column = values.find((row) => row.includes('单位反馈'))!.indexOf('单位反馈');
    const expectedBefore = { value: null, formula: null };
    await host.edit(issues.id, [{ row: 4, column, expectedBefore, after: { value: '已补充佐证' } }]);
    const typed = write('typed.xlsx', await host.save());
    const before = readFileSync(typed);
    expect(await run(['clear', typed])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('--force'),
    });
    expect(readFileSync(typed)).toEqual(before);
    const out = fresh();
    expect((await run(['clear', typed, '--out', out])).status).toBe(0);
    expect(partsOf(join(out, 'typed.xlsx'))).toEqual(partsOf(SAMPLE));
    expect((await run(['clear', typed, '--force'])).status).toBe(0);
    expect(partsOf(typed)).toEqual(partsOf(SAMPLE));
  });

  it.each([
    ['beside the table', '问题清单', { row: 6, column: 15 }],
    ['below the table', '问题清单', { row: 900, column: 1 }],
    ['beside 单位汇总', '单位汇总', { row: 4, column: 20 }],
  ])('does not lose a remark typed %s, unless told to', async (_, name, cell) => {
    const { file } = await copyOf(SAMPLE);
    const host = await openFileHost(file);
    const sheet = (await host.sheets()).find((one) => one.name === name)!;
    const expectedBefore = { value: null, formula: null };
    await host.edit(sheet.id, [{ ...cell, expectedBefore, after: { value: '局长已阅' } }]);
    const typed = write(`remark-${(folders += 1)}.xlsx`, await host.save());
    const before = readFileSync(typed);
    const { status, stdout } = await run(['clear', typed]);
    expect(status).toBe(2);
    expect(stdout).toBe(
      `${typed} 未清除 汇总表中有人填写过内容（处理状态、单位反馈，或表旁、表下的文字），清除后会丢失，因此没有改动（${typed}）。请用 --out 另存副本；确认不需要时加上 --force。\n`,
    );
    expect(readFileSync(typed)).toEqual(before);
    const english = await run(['clear', typed, '--locale', 'en']);
    expect(english.stdout).toMatch(/words beside or below a table.*--force/);
    expect((await run(['clear', typed, '--force'])).status).toBe(0);
    expect(partsOf(typed)).toEqual(partsOf(SAMPLE));
  });

  it('leaves two worksheets that bear every sign of 问题清单 alone, names both and takes off the rest', async () => {
    const { file } = await copyOf(SAMPLE);
    const host = await openFileHost(file);
    const [issues, units] = await Promise.all([host.ownSheet('issue-list'), host.ownSheet('unit-summary')]);
    const two = write('two.xlsx', resavedFile(readFileSync(file), copiesSheet('问题清单', '问题清单 (2)')));
    const before = partsOf(two);
    const copied = 'xl/worksheets/copied.xml';
    for (const words of [['--out', fresh()], []]) {
      const { status, stdout } = await run(['clear', two, ...words]);
      // What is certainly ours is off; what stays is told.
      expect(status).toBe(0);
      expect(stdout).toContain('已清除');
      expect(stdout).toMatch(/都像是.*因此都保留：问题清单；问题清单 \(2\)；请手工删除/);
      const after = partsOf(words[1] ? join(words[1], 'two.xlsx') : two);
      expect(after[issues!.id]).toEqual(before[issues!.id]);
      expect(after[copied]).toEqual(before[copied]);
      expect(after[units!.id]).toBeUndefined();
      expect(after['xl/worksheets/sheet1.xml']).toEqual(partsOf(SAMPLE)['xl/worksheets/sheet1.xml']);
    }
    // Nothing more to do for us, and still nothing lost.
    expect(await run(['clear', two])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('问题清单 (2)'),
    });
    expect(partsOf(two)[copied]).toEqual(before[copied]);
  });

  it('reports what cannot be read', async () => {
    mkdirSync(join(folder, 'nothing'));
    const broken = write('broken.xlsx', 'PK');
    expect(await run(['clear', broken])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('未清除'),
    });
    expect(existsSync(broken)).toBe(true);
  });
});
