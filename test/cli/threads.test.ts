import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { generateAnnex } from '../support/annexes/annex-generator/generate';
import { toFiles } from '../support/annexes/annex-generator/to-files';
import { CORPUS, corpusFile } from '../support/outside/corpus';
import { buildCompoundFile } from '../support/xlsx/compound-file-builder';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import {
  annexWorkbook,
  BUILT_THREADS,
  buildCommand,
  CLEAN,
  COMMAND,
  run,
  temporaryFolder,
  WRONG_RATE,
  type Run,
} from './run-command';

const SAMPLES = join(__dirname, '../../assets/samples');
const SAMPLE = join(SAMPLES, 'self-evaluation-annex.xlsx');
const { folder, write } = temporaryFolder();
const GENERATED = 24;

/** Workbooks of all kinds in one folder, and a path that leads nowhere. */
const paths = [join(folder, 'mixed'), join(folder, 'missing.xlsx'), join(folder, 'empty')];

beforeAll(() => {
  buildCommand();
  mkdirSync(join(folder, 'empty'));
  for (let seed = 1; seed <= GENERATED; seed++)
    write(`mixed/generated/${seed}.xlsx`, toFiles(generateAnnex(seed)).xlsx);
  mkdirSync(join(folder, 'mixed/published'));
  for (const name of CORPUS) copyFileSync(corpusFile(name), join(folder, 'mixed/published', name));
  for (const name of readdirSync(SAMPLES).filter((each) => each.endsWith('.xlsx')))
    write(`mixed/samples/${name}`, readFileSync(join(SAMPLES, name)));
  write('mixed/a-damaged.xlsx', readFileSync(SAMPLE).subarray(0, 900));
  write('mixed/b-old.xls', buildCompoundFile(['Workbook']));
  write('mixed/c-secret.xlsx', buildCompoundFile(['EncryptionInfo', 'EncryptedPackage']));
  write('mixed/d-other.xlsx', buildXlsx({ sheets: [{ rows: [['通讯录'], ['姓名', '电话']] }] }));
  write('mixed/e-half.xlsx', halfDamaged());
}, 60_000);

function halfDamaged(): Uint8Array {
  const parts = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' };
  return buildXlsx({ sheets: [{ name: '坏表' }, { name: '好表', rows: [['表']] }], parts });
}

/** The command with so many threads. */
const check = (jobs: number, ...words: string[]): Promise<Run> =>
  run(['check', ...words, '--jobs', String(jobs)], undefined, BUILT_THREADS);

describe('in any number of threads', () => {
  it.each(['json', 'text'])(
    'what is written as %s is the same, byte for byte',
    async (format) => {
      const one = await check(1, ...paths, '--format', format);
      expect(one.status).toBe(2);
      for (const jobs of [2, 5]) expect(await check(jobs, ...paths, '--format', format)).toEqual(one);
    },
    60_000,
  );

  it('so are the copies, and what is said of them', async () => {
    const made = async (jobs: number) => {
      const out = join(folder, `copies-${jobs}`);
      const { stdout, ...rest } = await check(jobs, ...paths, '--format', 'xlsx', '--out', out);
      const names = (readdirSync(out, { recursive: true }) as string[]).sort();
      const files = names
        .filter((name) => name.endsWith('.xlsx'))
        .map((name) => [name, readFileSync(join(out, name), 'latin1')]);
      return { ...rest, stdout: stdout.replaceAll(out, 'OUT'), files, names };
    };
    const one = await made(1);
    expect(one.files.length).toBeGreaterThan(GENERATED);
    expect(one.names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await made(3)).toEqual(one);
  }, 60_000);

  it('of two files with one place for their copies the first has it, however long it takes', async () => {
    const rows = Array.from({ length: 1500 }, () => WRONG_RATE);
    const first = write('rivals/one/a.xlsx', annexWorkbook(...rows));
    const second = write('rivals/two/a.xlsx', annexWorkbook(CLEAN, WRONG_RATE));
    const made = async (jobs: number) => {
      const out = join(folder, `rivals-${jobs}`);
      const { stdout, ...rest } = await check(jobs, first, second, '--format', 'xlsx', '--out', out);
      return {
        ...rest,
        stdout: stdout.replaceAll(out, 'OUT'),
        copy: readFileSync(join(out, 'a.xlsx')).length,
      };
    };
    const one = await made(1);
    expect(one).toMatchObject({ status: 2, stdout: expect.stringContaining('没有覆盖') });
    expect(await made(2)).toEqual(one);
  }, 60_000);

  it('the bar in a terminal ends as with one', async () => {
    const argv = ['check', SAMPLE, SAMPLE, SAMPLE, '--format', 'json', '--jobs', '2'];
    const { stderr } = await run(argv, { columns: 60 }, BUILT_THREADS);
    expect(stderr).toContain(' 0/3 ');
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
  }, 30_000);
});

/** A script that begins threads like the command's own, which end over files of certain names. */
function deadlyThreads(): { readonly script: string } {
  const script = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ path = '' }) => {
      if (path.includes('exits')) process.exit(7);
      if (path.includes('throws')) setImmediate(() => { throw new Error('thrown amid the review'); });
      if (path.includes('devours')) for (const all = []; ; ) all.push(new Array(1000).fill(all.length));
    });
    require(${JSON.stringify(COMMAND)});`;
  return { script: write('deadly.js', script) };
}

describe('a file that ends its thread', () => {
  const good = annexWorkbook(CLEAN, WRONG_RATE);
  const deadly = ['exits', 'throws'];

  it('is told as that file’s error; the others are as without it', async () => {
    for (let i = 0; i < 12; i++) write(`deadly/${i}.xlsx`, good);
    for (const name of deadly) write(`deadly/5-${name}.xlsx`, good);
    write('deadly/9-exits.xlsx', good);
    const argv = ['check', join(folder, 'deadly'), '--format', 'json', '--locale', 'en'];
    const whole = documentOf(await check(1, ...argv.slice(1)));
    const threads = deadlyThreads();
    for (const jobs of ['2', '3']) {
      const ended = await run([...argv, '--jobs', jobs], undefined, threads);
      const document = documentOf(ended);
      expect(ended.status).toBe(2);
      expect(document.workbooks.map(({ file }) => file)).toEqual(whole.workbooks.map(({ file }) => file));
      document.workbooks.forEach((workbook, i) => {
        if (!/exits|throws/.test(workbook.file)) return expect(workbook).toEqual(whole.workbooks[i]);
        expect(workbook).toMatchObject({
          error: {
            code: 'internal-error',
            reason: workbook.file.includes('exits') ? 'thread-ended' : 'internal-error',
            message: expect.stringContaining(
              workbook.file.includes('exits') ? '(status 7)' : 'thrown amid the review',
            ),
          },
          annexes: [],
          findings: [],
        });
      });
      expect(document.summary).toMatchObject({ workbooks: 15, unreadable: 3, annexes: 12 });
      expect(ended.stderr.match(/Other files are not affected/g)).toHaveLength(3);
      const chinese = await run(['check', join(folder, 'deadly'), '--jobs', jobs], undefined, threads);
      expect(chinese.stdout).toContain('审核这个文件时程序意外结束（状态 7）');
    }
  }, 60_000);

  it('leaves no copy behind, and lets a later file have its place', async () => {
    const out = join(folder, 'deadly-copies');
    const words = ['first/exits/a.xlsx', 'then/a.xlsx'].map((name) => write(`places/${name}`, good));
    const argv = ['check', ...words, '--format', 'xlsx', '--out', out, '--jobs', '2'];
    const { status, stdout } = await run(argv, undefined, deadlyThreads());
    expect([status, readdirSync(out)]).toEqual([2, ['a.xlsx']]);
    expect(stdout).toContain('then/a.xlsx → ');
  });

  it('may do so for want of memory', () => {
    const files = ['a.xlsx', 'devours.xlsx', 'z.xlsx'].map((name) => write(`memory/${name}`, good));
    const { script } = deadlyThreads();
    const program = `
      const { Worker } = require('node:worker_threads');
      const threads = require('node:worker_threads');
      threads.Worker = class extends Worker { constructor(_, how) { super(${JSON.stringify(script)}, how); } };
      process.argv.splice(1, 0, 'annex-reviewer');
      require(${JSON.stringify(COMMAND)});`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=100', '-e', program, 'check', ...files, '--format', 'json', '--jobs', '2'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('所需的内存超过限额')]);
    expect(documentOf({ stdout }).workbooks.map(({ error }) => error && [error.code, error.reason])).toEqual([
      null,
      ['too-large', 'out-of-memory'],
      null,
    ]);
  }, 60_000);
});

interface Document {
  readonly workbooks: readonly {
    readonly file: string;
    readonly error: { readonly code: string; readonly reason: string } | null;
  }[];
  readonly summary: object;
}

function documentOf({ stdout }: Pick<Run, 'stdout'>): Document {
  return JSON.parse(stdout) as Document;
}

describe('threads', () => {
  /** A script that begins no thread; whoever tries says so. */
  const none = { script: join(folder, 'no-such-script.js') };
  const SAID = '不能启动更多线程，改为逐个审核。\n';

  it('that cannot be started are done without', async () => {
    const argv = ['check', join(folder, 'mixed'), '--format', 'json'];
    const one = await run([...argv, '--jobs', '1'], undefined, none);
    const said = await run([...argv, '--jobs', '3'], undefined, none);
    expect(said).toEqual({ ...one, stderr: SAID + one.stderr });
  });

  it.each<[string, () => string[]]>([
    ['one file', () => [SAMPLE, '--jobs', '4']],
    ['few small files', () => [SAMPLE, join(SAMPLES, 'scored-annex.xlsx')]],
    ['--jobs 1', () => [join(folder, 'mixed'), '--jobs', '1']],
  ])('are not started for %s', async (_what, words) => {
    expect((await run(['check', ...words()], undefined, none)).stderr).toBe('');
  });

  it('are started where there is enough to do', async () => {
    const many = Array.from({ length: 40 }, () => SAMPLE);
    expect((await run(['check', ...many], undefined, none)).stderr).toBe(SAID);
  });
});

describe('the process', () => {
  const many = () => Array.from({ length: 300 }, (_, i) => write(`many/${i}.xlsx`, readFileSync(SAMPLE)));

  const signals = process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM'] as const);
  it.each(signals)(
    'ends with all threads by %s, and nothing half written stays',
    async (signal) => {
      const out = join(folder, `ended-${signal}`);
      const argv = ['check', ...many(), '--format', 'xlsx', '--out', out, '--jobs', '3'];
      const child = spawn(process.execPath, [COMMAND, ...argv], { stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = new Promise((resolve) => child.once('close', (_status, by) => resolve(by)));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      child.kill(signal);
      expect(await ended).toBe(signal);
      const copies = readdirSync(out);
      expect(copies.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (const name of copies) expect(unzipSync(readFileSync(join(out, name)))).toBeDefined();
    },
    30_000,
  );

  it('says nothing of the settings of its threads', () => {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'check', SAMPLE, SAMPLE, '--jobs', '2']);
    expect([status, stderr.toString()]).toEqual([1, '']);
  }, 30_000);

  it('ends with all threads when nobody reads any more', async () => {
    const child = spawn(process.execPath, [COMMAND, 'check', ...many(), '--fail-on', 'never', '--jobs', '3']);
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
  }, 30_000);
});
