import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { annexWorkbook, buildCommand, COMMAND, temporaryFolder, WRONG_RATE } from './run-command';

const ROOT = join(__dirname, '../..');
const { folder, write } = temporaryFolder();

beforeAll(buildCommand, 60_000);

test('the bundle is one executable file', () => {
  expect(readFileSync(COMMAND, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  if (process.platform !== 'win32') expect(statSync(COMMAND).mode & 0o111).toBe(0o111);
});

test('it needs nothing beside it', () => {
  const alone = write('alone/annex-reviewer.js', readFileSync(COMMAND));
  const { status, stdout } = spawnSync(process.execPath, [alone, '--version'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stdout.trim()]).toEqual([
    0,
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
  ]);
});

test('a large result reaches a pipe whole', () => {
  const rows = Array.from({ length: 4000 }, () => WRONG_RATE);
  const file = write('large.xlsx', annexWorkbook(...rows));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [COMMAND, 'check', file, '--format', 'json'],
    {
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  expect([status, stderr]).toEqual([1, '']);
  expect((JSON.parse(stdout) as { summary: object }).summary).toMatchObject({
    projects: 4000,
    findings: { error: 4000 },
  });
});

test('a reader that leaves early is no error', async () => {
  const file = write('pipe.xlsx', annexWorkbook(...Array.from({ length: 4000 }, () => WRONG_RATE)));
  const child = spawn(process.execPath, [COMMAND, 'check', file, file, file, '--format', 'json']);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([1, '']);
}, 20_000);
