import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly columns: number;
}

/** Runs the command in this process. With `terminal`, standard error is one. */
export async function run(argv: readonly string[], terminal?: Terminal): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      stdout += chunk;
      setImmediate(done);
    },
  });
  const status = await main(argv, {
    stdout: output,
    stderr: {
      write: (text) => (stderr += text),
      ...(terminal && { isTTY: true, columns: terminal.columns }),
    },
  });
  await new Promise<void>((resolve) => output.end(resolve));
  return { status, stdout, stderr };
}

/** Makes a folder for one test file; returns its path and what writes files into it. */
export function temporaryFolder(): {
  folder: string;
  write: (path: string, content: string | Uint8Array) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write(path, content) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}

const HEADER = ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '总体目标', '备用栏'];

export type Row = readonly [name: string, budget: BuilderCell, actual: BuilderCell, rate: BuilderCell];

/** A small wide annex of one unit: title, unit of money, header, projects. */
export function annexRows(rows: readonly Row[]): BuilderCell[][] {
  return [
    ['2024年测试单位项目支出绩效自评表'],
    ['单位：万元'],
    [...HEADER],
    ...rows.map(([name, budget, actual, rate], i) => [
      i + 1,
      '测试单位',
      name,
      budget,
      actual,
      rate,
      '完成年度任务',
      null,
    ]),
  ];
}

/** A workbook with one such annex. */
export function annexWorkbook(...rows: readonly Row[]): Uint8Array {
  return buildXlsx({ sheets: [{ name: '自评表', rows: annexRows(rows), formats: { 'F4:F40': '0.00%' } }] });
}

export const CLEAN: Row = ['河道巡查', 100, 98, 0.98];
/** Its rate should be 96 %. */
export const WRONG_RATE: Row = ['堤防维修', 50, 48, 0.5];
/** A number as text: a warning. */
export const TEXT_BUDGET: Row = ['水质监测', '40.00万元', 39.6, 0.99];
