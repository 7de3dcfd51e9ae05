import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import type * as FileHosts from '../../src/host/file/file-host';
import { buildCommand, COMMAND, run, temporaryFolder } from './run-command';

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/samples/self-evaluation-annex.xlsx');
const { folder, write } = temporaryFolder();

/** What is done to a workbook between the reading of it and the writing. */
let mockMeanwhile: (path: string) => void = () => undefined;
jest.mock('../../src/host/file/file-host', () => {
  const real = jest.requireActual<typeof FileHosts>('../../src/host/file/file-host');
  const openFileHost: typeof real.openFileHost = async (path, ...rest) => {
    const host = await real.openFileHost(path, ...rest);
    mockMeanwhile(path);
    return host;
  };
  return { ...real, openFileHost };
});

let marked: Buffer;
let folders = 0;
/** A folder of its own for each test, with a marked workbook in it. */
function withMarked(name = 'a.xlsx'): { dir: string; file: string } {
  const dir = `case-${(folders += 1)}`;
  return { dir: join(folder, dir), file: write(join(dir, name), marked) };
}

beforeAll(async () => {
  await run(['check', SAMPLE, '--format', 'xlsx', '--out', join(folder, 'marked')]);
  marked = readFileSync(join(folder, 'marked', basename(SAMPLE)));
  buildCommand();
}, 60_000);
afterEach(() => (mockMeanwhile = () => undefined));

const isCleared = (file: string) =>
  Object.keys(unzipSync(readFileSync(file))).length < Object.keys(unzipSync(marked)).length;
describe('clearing a file in place', () => {
  it.each([
    ['a link', (dir: string, file: string) => symlinkSync(basename(file), join(dir, 'link.xlsx'))],
    [
      'a link to a link',
      (dir: string, file: string) => {
        symlinkSync(file, join(dir, 'middle'));
        symlinkSync('middle', join(dir, 'link.xlsx'));
      },
    ],
  ])('goes through %s to the file itself', async (_what, makeLink) => {
    const { dir, file } = withMarked();
    makeLink(dir, file);
    const { status, stdout } = await run(['clear', join(dir, 'link.xlsx')]);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`→ ${file}：已清除`)]);
    expect(isCleared(file)).toBe(true);
    expect(lstatSync(join(dir, 'link.xlsx')).isSymbolicLink()).toBe(true);
  });

  it('keeps the permissions, also while it writes', async () => {
    const { file } = withMarked();
    chmodSync(file, 0o640);
    expect((await run(['clear', file])).status).toBe(0);
    expect(statSync(file).mode & 0o7777).toBe(0o640);
  });

  it.each<[string, string, (path: string) => void]>([
    [
      'saved anew',
      '被其他程序改动',
      (path) => {
        writeFileSync(`${path}.new`, 'somebody else’s');
        renameSync(`${path}.new`, path);
      },
    ],
    ['written to', '被其他程序改动', (path) => writeFileSync(path, 'somebody else’s')],
    [
      'written to with its old time put back',
      '被其他程序改动',
      (path) => {
        const { atime, mtime } = statSync(path);
        writeFileSync(path, Buffer.alloc(marked.length, 'x'));
        utimesSync(path, atime, mtime);
      },
    ],
    ['taken away', '被其他程序改动', (path) => rmSync(path)],
  ])('leaves one alone that was %s meanwhile', async (_what, words, act) => {
    const { dir, file } = withMarked();
    const there = () => readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'latin1')]);
    let then: unknown;
    mockMeanwhile = (path) => {
      act(path);
      then = there();
    };
    const { status, stdout } = await run(['clear', file]);
    expect([status, stdout]).toEqual([2, expect.stringContaining(words)]);
    expect(there()).toEqual(then);
  });

  it.each<[string, string, (dir: string, file: string) => void]>([
    ['read-only', '文件是只读的', (_dir, file) => chmodSync(file, 0o444)],
    ['known by another name too', '硬链接', (dir, file) => linkSync(file, join(dir, 'other'))],
    ['open in Excel', '~$a.xlsx', (dir) => writeFileSync(join(dir, '~$a.xlsx'), '')],
    ['open in WPS', '.~a.xlsx', (dir) => writeFileSync(join(dir, '.~a.xlsx'), '')],
    ['open in LibreOffice', '.~lock.a.xlsx#', (dir) => writeFileSync(join(dir, '.~lock.a.xlsx#'), '')],
  ])('refuses one that is %s, and copies it all the same', async (_what, words, prepare) => {
    const { dir, file } = withMarked();
    prepare(dir, file);
    const names = readdirSync(dir);
    const { status, stdout } = await run(['clear', file]);
    expect([status, stdout]).toEqual([2, expect.stringContaining(words)]);
    expect(stdout).toContain('未清除');
    expect(readFileSync(file)).toEqual(marked);
    expect(readdirSync(dir)).toEqual(names);
    const out = join(dir, 'out');
    expect((await run(['clear', file, '--out', out])).status).toBe(0);
    expect(isCleared(join(out, 'a.xlsx'))).toBe(true);
  });

  it('sees the lock file beside the link by which a file is known', async () => {
    const { dir, file } = withMarked();
    mkdirSync(join(dir, 'desk'));
    symlinkSync(file, join(dir, 'desk/b.xlsx'));
    writeFileSync(join(dir, 'desk/~$b.xlsx'), '');
    expect(await run(['clear', join(dir, 'desk/b.xlsx')])).toMatchObject({ status: 2 });
    expect(readFileSync(file)).toEqual(marked);
  });

  it('needs no right to write where there is nothing to clear', async () => {
    const file = write('plain/a.xlsx', readFileSync(SAMPLE));
    chmodSync(file, 0o444);
    expect(await run(['clear', file])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('未作改动'),
    });
  });
});

describe('copies', () => {
  it('are never taken for originals by the next run', async () => {
    const { dir } = withMarked();
    symlinkSync(join(dir, 'out'), join(dir, 'link'));
    const first = await run(['check', dir, '--format', 'xlsx', '--out', join(dir, 'out')]);
    expect(first.stdout).toContain('共 1 个工作簿');
    for (const out of ['out', 'link', 'out/../link/.']) {
      const again = await run(['check', dir, '--format', 'xlsx', '--out', join(dir, out), '--force']);
      expect([again.status, again.stdout]).toEqual([1, expect.stringContaining('共 1 个工作簿')]);
      expect(again.stderr).toContain('存放副本的目录');
    }
    expect(readdirSync(join(dir, 'out'))).toEqual(['a.xlsx']);
  });

  it('are not written where the next run would find them, nor over any original', async () => {
    const { dir } = withMarked('a/a/one.xlsx');
    write(join(basename(dir), 'a/a/b/two.xlsx'), marked);
    const before = readdirSync(dir, { recursive: true }) as string[];
    const below = await run([
      'check',
      join(dir, 'a/a'),
      join(dir, 'a'),
      '--format',
      'xlsx',
      '--out',
      dir,
      '--force',
    ]);
    expect([below.status, below.stdout]).toEqual([2, expect.stringContaining('下次会被当作原文件')]);
    expect(readFileSync(join(dir, 'a/a/one.xlsx'))).toEqual(marked);
    const made = (readdirSync(dir, { recursive: true }) as string[]).filter((name) => !before.includes(name));
    expect(made.filter((name) => name.startsWith('a'))).toEqual([]);
    const other = write(join(basename(dir), 'one.xlsx'), marked);
    const onto = await run([
      'check',
      join(dir, 'a/a/one.xlsx'),
      other,
      '--format',
      'xlsx',
      '--out',
      dir,
      '--force',
    ]);
    expect([onto.status, onto.stdout]).toEqual([2, expect.stringContaining('会覆盖原文件')]);
    expect(readFileSync(other)).toEqual(marked);
  });

  it.each([
    ['read-only', '文件是只读的', (copy: string) => chmodSync(copy, 0o444)],
    ['open', '~$', (copy: string) => writeFileSync(join(dirname(copy), `~$${basename(copy)}`), '')],
  ])('replace none that is %s, not even with --force', async (_what, words, prepare) => {
    const { dir, file } = withMarked();
    const copy = write(join(basename(dir), 'out/a.xlsx'), 'an earlier copy');
    prepare(copy);
    const { status, stdout } = await run([
      'check',
      file,
      '--format',
      'xlsx',
      '--out',
      join(dir, 'out'),
      '--force',
    ]);
    expect([status, stdout]).toEqual([2, expect.stringContaining(words)]);
    expect(readFileSync(copy, 'utf8')).toBe('an earlier copy');
  });

  it('bear names as long as a system allows, and say where one is too long', async () => {
    const name = `${'绩'.repeat(83)}x.xlsx`;
    expect(Buffer.byteLength(name)).toBe(255);
    const { dir, file } = withMarked(name);
    const out = join(dir, 'out');
    expect((await run(['check', file, '--format', 'xlsx', '--out', out])).status).toBe(1);
    expect(readdirSync(out)).toEqual([name]);
    expect((await run(['clear', file])).status).toBe(0);
    expect(isCleared(file)).toBe(true);
    const long = await run(['check', file, '--format', 'xlsx', '--out', join(dir, 'o'.repeat(300))]);
    expect([long.status, long.stdout]).toEqual([2, expect.stringContaining('过长')]);
    const missing = await run(['check', join(dir, 'p'.repeat(5000)), '--locale', 'en']);
    expect([missing.status, missing.stdout]).toEqual([2, expect.stringContaining('too long')]);
  });
});

describe('temporary files', () => {
  /** A number that no process has. */
  const DEAD = spawnSync(process.execPath, ['-e', '']).pid;
  const nameOf = (host: string, id: number) => `.annex-reviewer.${host}.${id}.1.tmp`;

  it('of dead processes of this host are taken away, and nothing else is', async () => {
    const { dir, file } = withMarked();
    const host = encodeURIComponent(hostname());
    const leave = [
      nameOf(host, process.ppid),
      nameOf(`${host}-2`, DEAD),
      `${nameOf(host, DEAD)}.xlsx`,
      `x${nameOf(host, DEAD)}`,
      nameOf(host, DEAD).replace('.1.tmp', '.tmp'),
      '.a.xlsx.123.tmp',
    ];
    for (const name of [...leave, nameOf(host, DEAD), nameOf(host, process.pid)])
      writeFileSync(join(dir, name), 'half');
    mkdirSync(join(dir, nameOf(host, DEAD).replace('.1.', '.2.')));
    expect((await run(['clear', file])).status).toBe(0);
    expect(readdirSync(dir).sort()).toEqual(
      [...leave, nameOf(host, DEAD).replace('.1.', '.2.'), 'a.xlsx'].sort(),
    );
    mkdirSync(join(dir, 'out'));
    writeFileSync(join(dir, 'out', nameOf(host, DEAD)), 'half');
    await run(['check', file, '--format', 'xlsx', '--out', join(dir, 'out')]);
    expect(readdirSync(join(dir, 'out'))).toEqual(['a.xlsx']);
  });

  const signals = process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const);
  it.each(signals)(
    'name process and host, and are gone after %s or the run that follows',
    async (signal) => {
      const { dir, file } = withMarked('big.xlsx');
      const filler = new Uint8Array(80e6).map((_, i) => (i * 2654435761) >>> 24);
      writeFileSync(file, zipSync({ ...unzipSync(marked), 'xl/media/x.bin': [filler, { level: 0 }] }));
      const whole = readFileSync(file);
      const child = spawn(process.execPath, [COMMAND, 'clear', file], { stdio: 'ignore' });
      const ended = new Promise<unknown>((resolve) => child.once('close', (_code, by) => resolve(by)));
      let temporary: string | undefined;
      for (; child.exitCode === null && temporary === undefined; await new Promise(setImmediate))
        temporary = readdirSync(dir).find((name) => name.endsWith('.tmp'));
      child.kill(signal);
      expect(temporary).toContain(`.${encodeURIComponent(hostname())}.${child.pid}.`);
      // It may just have been done when the signal came; else the file is as it was.
      if ((await ended) === signal) expect(readFileSync(file).equals(whole)).toBe(true);
      if (signal === 'SIGKILL') await run(['clear', file]);
      expect(readdirSync(dir)).toEqual(['big.xlsx']);
    },
    60_000,
  );
});

describe('a reader that goes away', () => {
  it.each(['stdout', 'stderr'] as const)(
    'from %s: all copies are made',
    async (stream) => {
      const { dir } = withMarked();
      const many = 12;
      for (let i = 0; i < many; i++) write(join(basename(dir), `many/${i}.xlsx`), readFileSync(SAMPLE));
      mkdirSync(join(dir, 'none'));
      const words = [
        'check',
        join(dir, 'none'),
        join(dir, 'many'),
        '--format',
        'xlsx',
        '--out',
        join(dir, 'out'),
      ];
      const child = spawn(process.execPath, [COMMAND, ...words]);
      child[stream].destroy();
      child[stream === 'stdout' ? 'stderr' : 'stdout'].resume();
      const status = await new Promise((resolve) => child.once('close', resolve));
      expect([status, readdirSync(join(dir, 'out')).length]).toEqual([1, many]);
    },
    30_000,
  );

  it('before all was reviewed: nothing is called clean', async () => {
    const rows = Array.from({ length: 40 }, () =>
      readFileSync(join(ROOT, 'assets/samples/scored-annex.xlsx')),
    );
    const files = rows.map((bytes, i) => write(`clean/${i}.xlsx`, bytes));
    const child = spawn(process.execPath, [COMMAND, 'check', ...files, '--fail-on', 'never']);
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
  }, 30_000);
});
