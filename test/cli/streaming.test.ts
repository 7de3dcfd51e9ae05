import { PassThrough, Writable } from 'node:stream';
import { main } from '../../src/cli/main';
import { Output } from '../../src/cli/output';
import { annexWorkbook, CLEAN, run, temporaryFolder, WRONG_RATE } from './run-command';

const { folder, write } = temporaryFolder();
const MANY = 300;

beforeAll(() => {
  for (let i = 0; i < MANY; i++)
    write(`many/${String(i).padStart(3, '0')}.xlsx`, annexWorkbook(CLEAN, WRONG_RATE));
});

test('many workbooks make one valid document, in order', async () => {
  const { status, stdout } = await run(['check', `${folder}/many`, '--format', 'json']);
  const { workbooks, summary } = JSON.parse(stdout) as { workbooks: { file: string }[]; summary: object };
  expect(status).toBe(1);
  expect(workbooks.map(({ file }) => file.slice(-8, -5))).toEqual(
    Array.from({ length: MANY }, (_, i) => String(i).padStart(3, '0')),
  );
  expect(summary).toMatchObject({
    workbooks: MANY,
    annexes: MANY,
    projects: 2 * MANY,
    findings: { error: MANY },
  });
});

test('no workbook at all is a valid document, too', async () => {
  write('none/readme.txt', '');
  const { status, stdout } = await run(['check', `${folder}/none`, '--format', 'json', '--quiet']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    workbooks: [],
    summary: {
      workbooks: 0,
      unreadable: 0,
      unrecognised: 0,
      annexes: 0,
      projects: 0,
      findings: { error: 0, warning: 0, info: 0 },
      habits: 0,
      dismissed: 0,
    },
  });
});

test('results are not collected: nothing is reviewed ahead of a reader that waits', async () => {
  const stdout = new PassThrough({ highWaterMark: 1 });
  let chunks = 0;
  stdout.on('data', () => {
    chunks++;
    stdout.pause();
  });
  let done = false;
  const status = main(['check', `${folder}/many`, '--format', 'json', '--quiet'], {
    stdout,
    stderr: { write: () => true },
  });
  void status.then(() => (done = true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(done).toBe(false);
  expect(chunks).toBeLessThan(5);
  stdout.removeAllListeners('data');
  stdout.resume();
  expect(await status).toBe(1);
});

test('a reader that goes away ends the review without an error', async () => {
  const stdout = new PassThrough();
  stdout.once('data', () => stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })));
  let stderr = '';
  const status = await main(['check', `${folder}/many`, '--format', 'json'], {
    stdout,
    stderr: { write: (text) => (stderr += text) },
  });
  expect([status, stderr]).toEqual([1, '']);
});

test('any other failure of the output is said, and the status is 2', async () => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
  });
  let stderr = '';
  const status = await main(['check', `${folder}/many`], {
    stdout,
    stderr: { write: (text) => (stderr += text) },
  });
  expect([status, stderr]).toEqual([2, '输出失败（no space left），结果不完整。\n']);
});

test('small texts are joined before they are written', async () => {
  const sizes: number[] = [];
  const output = new Output(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        sizes.push(chunk.length);
        done();
      },
    }),
  );
  for (let i = 0; i < 10_000; i++) await output.write('0123456789');
  await output.flush();
  expect(sizes.length).toBeLessThan(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_000);
});
