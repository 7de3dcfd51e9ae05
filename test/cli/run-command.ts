import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main';
import type { ThreadOptions } from '../../src/cli/threads/start-reviewing';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  readonly columns: number;
}

const ROOT = join(__dirname, '../..');
/** The built command. */
export const COMMAND = join(ROOT, 'dist/cli/annex-reviewer.js');
/** The threads of the built command; a test that uses them calls `buildCommand` first. */
export const BUILT_THREADS: ThreadOptions = { script: COMMAND };

/** Builds the command where a source has changed since. */
export function buildCommand(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--if-stale', 'command'], {
    stdio: 'ignore',
  });
}

/** With COMMAND_JOBS=N, files are reviewed in N threads wherever a test says nothing of threads. */
const JOBS = process.env.COMMAND_JOBS;
if (JOBS !== undefined) beforeAll(buildCommand, 60_000);

/** Runs the command in this process. With `terminal`, standard error is one; with `threads`, it may start some. */
export async function run(
  argv: readonly string[],
  terminal?: Terminal,
  threads?: ThreadOptions,
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      stdout += chunk;
      setImmediate(done);
    },
  });
  const inThreads = JOBS !== undefined && argv[0] === 'check' && threads === undefined;
  const status = await main(inThreads ? [...argv, '--jobs', JOBS] : argv, {
    threads: inThreads ? BUILT_THREADS : threads,
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
