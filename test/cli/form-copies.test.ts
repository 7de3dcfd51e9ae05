import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { openFileHost } from '../../src/host/file/file-host';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { ministryForm } from '../support/annexes/ministry-form';
import { sheetOfCells } from '../support/xlsx/sheet-of-cells';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { run, temporaryFolder } from './run-command';

const { folder, write } = temporaryFolder();

const RESULTS = '自评结果汇总表';

const OURS = ['问题清单', '审核意见表', '指标完成统计', '执行率分档表', RESULTS, '单位汇总'];

const FORMS = [
  sheetOfCells('封面', [['2024年度绩效自评材料']]),
  sheetOfCells('表1', ministryForm({ name: '河道巡查', totalScore: 90 })),
  sheetOfCells(
    "O'Brien 表!2",
    ministryForm({ name: '泵站检修', moneyUnit: '元', budget: 1_000_000, actual: 950_000 }),
  ),
  sheetOfCells('底稿', ministryForm({ name: '水质监测' }), 'hidden'),
];

let copies = 0;
async function copyOf(file: string): Promise<string> {
  const out = join(folder, `forms-${(copies += 1)}`);
  const { status } = await run(['check', file, '--format', 'xlsx', '--out', out]);
  expect(status).toBeLessThan(2);
  return join(out, 'forms.xlsx');
}

async function read(file: string, name: string): Promise<SheetSnapshot> {
  const host = await openFileHost(file);
  return host.read((await host.sheets()).find((one) => one.name === name)!.id);
}

const namesIn = async (file: string): Promise<string[]> =>
  (await (await openFileHost(file)).sheets()).map(({ name }) => name);

describe('the copy of a workbook of forms', () => {
  const original = (): string => write('forms.xlsx', buildXlsx({ sheets: FORMS }));

  it('holds a list of results with references to the forms, and says what it leaves out', async () => {
    const file = await copyOf(original());
    expect(await namesIn(file)).toEqual([...FORMS.map(({ name }) => name), ...OURS]);
    const { values, formulas } = await read(file, RESULTS);
    expect(values[3]!.slice(0, 4)).toEqual([1, '河道巡查', '市水务处', '表1']);
    expect(values[4]!.slice(1, 8)).toEqual(['泵站检修', '市水务处', "O'Brien 表!2", 0.01, 100, 95, 0.95]);
    expect(formulas[4]![5]).toContain("'O''Brien 表!2'!$E$6/10000");
    expect(formulas[5]![5]).toBe('=SUM(F4:F5)');
    expect(values.flat()).toContain('注：隐藏的工作表未审核，未汇总：底稿。');
  });

  it('is reviewed as before, its list written anew in its place, and cleared to what it was', async () => {
    const file = await copyOf(original());
    const counts = async (path: string): Promise<unknown> => {
      const { stdout } = await run(['check', path, '--format', 'json']);
      return (JSON.parse(stdout) as { summary: unknown }).summary;
    };
    expect(await counts(file)).toEqual(await counts(original()));
    const again = await copyOf(file);
    expect(await namesIn(again)).toEqual(await namesIn(file));
    expect((await read(again, RESULTS)).values).toEqual((await read(file, RESULTS)).values);
    expect((await run(['clear', again])).status).toBe(0);
    const parts = (path: string): string[] => Object.keys(unzipSync(readFileSync(path))).sort();
    expect(parts(again)).toEqual(parts(original()));
  });

  it('has no such list where a wide table is one itself', async () => {
    const out = join(folder, 'wide');
    const sample = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
    await run(['check', sample, '--format', 'xlsx', '--out', out]);
    expect(await namesIn(join(out, 'self-evaluation-annex.xlsx'))).not.toContain(RESULTS);
  });
});
