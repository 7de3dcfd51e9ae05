import { join } from 'node:path';
import { ministryForm } from '../support/annexes/ministry-form';
import type { CellInput } from '../support/annexes/sheet-builder';
import { sheetOfCells } from '../support/xlsx/sheet-of-cells';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { BUILT_THREADS, buildCommand, run, temporaryFolder } from './run-command';

const { folder, write } = temporaryFolder();

const SUMMARY = [
  ['2024年度项目支出绩效自评汇总表'],
  ['单位：万元'],
  ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '自评总分'],
  [1, '市水务处', '河道巡查', 100, 92, 99.5],
  [2, '市水务处', '泵站检修', 100, 95, 90],
];
const FORM = ministryForm({ name: '河道巡查' });
const OTHER = ministryForm({ name: '泵站检修', totalScore: 99.5 });

interface Told {
  readonly workbooks: readonly {
    readonly annexes: readonly { readonly sheet: string; readonly checks: { readonly checked: string[] } }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly sheet: string;
      readonly cell: string;
      readonly related: readonly string[];
      readonly project: string;
      readonly expected: number;
      readonly actual: number;
    }[];
  }[];
}

async function told(file: string, ...more: readonly string[]): Promise<Told['workbooks'][number]> {
  const { stdout } = await run(['check', file, '--format', 'json', ...more]);
  return (JSON.parse(stdout) as Told).workbooks[0]!;
}

describe('the annexes of a workbook', () => {
  const file = (): string =>
    write(
      'across.xlsx',
      buildXlsx({
        sheets: [
          sheetOfCells("附'表1", FORM),
          sheetOfCells('汇总', SUMMARY),
          sheetOfCells('底稿', OTHER, 'hidden'),
        ],
      }),
    );

  it('are compared, whichever is read first; cells of another worksheet are written with it', async () => {
    const { annexes, findings } = await told(file());
    const compared = findings.filter(({ rule }) => rule === 'summary-form-mismatch');
    expect(compared).toMatchObject([
      { sheet: '汇总', cell: 'E4', related: ["'附''表1'!F6"], project: '河道巡查', expected: 95, actual: 92 },
    ]);
    expect(annexes.map(({ checks }) => checks.checked.includes('summary-form-mismatch'))).toEqual([
      true,
      true,
    ]);
  });

  it('are those of hidden worksheets too, where these are reviewed', async () => {
    const { findings } = await told(file(), '--hidden');
    const compared = findings.filter(({ rule }) => rule === 'summary-form-mismatch');
    expect(compared.map(({ cell, related }) => [cell, ...related])).toEqual([
      ['E4', "'附''表1'!F6"],
      ['F5', "'底稿'!I14"],
    ]);
  });

  it('are not said to have been compared where there is one', async () => {
    const alone = write('alone.xlsx', buildXlsx({ sheets: [sheetOfCells('汇总', SUMMARY)] }));
    const { annexes, findings } = await told(alone);
    expect(annexes[0]!.checks.checked).not.toContain('summary-form-mismatch');
    expect(findings.map(({ rule }) => rule)).not.toContain('summary-form-mismatch');
  });

  it('are compared in copies, and again when a copy is reviewed', async () => {
    const { status } = await run(['check', file(), '--format', 'xlsx', '--out', join(folder, 'copies')]);
    expect(status).toBe(1);
    const copy = await told(join(folder, 'copies', 'across.xlsx'));
    expect(copy.findings).toEqual((await told(file())).findings);
  });
});

describe('with several threads', () => {
  beforeAll(buildCommand, 60_000);

  it('the same is written', async () => {
    const files = Array.from({ length: 3 }, (_, i) =>
      write(
        `threads-${i}.xlsx`,
        buildXlsx({ sheets: [sheetOfCells('汇总', SUMMARY), sheetOfCells('表', FORM)] }),
      ),
    );
    const args = ['check', ...files, '--format', 'json'];
    const one = await run([...args, '--jobs', '1'], undefined, BUILT_THREADS);
    const several = await run([...args, '--jobs', '2'], undefined, BUILT_THREADS);
    expect(several.stdout).toBe(one.stdout);
    expect(one.stdout).toContain('summary-form-mismatch');
  }, 60_000);

  it('a large summary that they share out is compared with its form', async () => {
    const rows = Array.from({ length: 6000 }, (_, i): CellInput[] => [
      i + 3,
      '市水务处',
      `设施维护${i}`,
      100 + i,
      90 + i,
      95,
    ]);
    const large = write(
      'large.xlsx',
      buildXlsx({ sheets: [sheetOfCells('汇总', [...SUMMARY, ...rows]), sheetOfCells('表', FORM)] }),
    );
    const of = (jobs: string) =>
      run(['check', large, '--format', 'json', '--jobs', jobs], undefined, BUILT_THREADS);
    const [one, several] = [await of('1'), await of('3')];
    expect(several.stdout).toBe(one.stdout);
    expect(one.stdout).toContain('summary-form-mismatch","severity":"error"');
  }, 120_000);
});
