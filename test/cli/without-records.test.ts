import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ReviewFinding } from '../../src/app/reviewer';
import { openFileHost } from '../../src/host/file/file-host';
import { reviewerOf } from '../support/workbooks/reviewer-of';
import { run, temporaryFolder } from './run-command';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const REASON = '已与财政局沟通，不再追究';
const { folder, write } = temporaryFolder();
const file = `${folder}/reviewed.xlsx`;

/** What a cell held before it was corrected: it is nowhere in the workbook but in the records. */
let before: string;

beforeAll(async () => {
  const host = await openFileHost(SAMPLE);
  const reviewer = reviewerOf(host);
  const { findings } = await reviewer.review();
  const heldBefore = ({ fix }: ReviewFinding): unknown => fix?.edits[0]?.expectedBefore.value;
  const fixed = findings.find(
    (one) => typeof heldBefore(one) === 'string' && String(heldBefore(one)).length > 6,
  )!;
  before = String(heldBefore(fixed));
  await reviewer.apply(fixed, fixed.fix!);
  await reviewer.ignore([findings.find((one) => one !== fixed && one.severity === 'error')!], REASON);
  write('reviewed.xlsx', await host.save());
});

/** All that stands in a package, part by part. */
function contents(path: string): Record<string, string> {
  const parts = unzipSync(readFileSync(path));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  );
}

const recordsIn = async (path: string) => (await openFileHost(path)).recall();

/** Also what records keep encoded; the table of texts aside, where a file keeps what its cells once held. */
function mentions(path: string, text: string): boolean {
  return Object.entries(contents(path)).some(
    ([name, part]) =>
      name !== 'xl/sharedStrings.xml' &&
      (part.includes(text) ||
        part.includes(JSON.stringify(text).slice(1, -1)) ||
        part.includes(Buffer.from(text).toString('base64').slice(0, -4))),
  );
}

test('a copy keeps the records unless it is told otherwise', async () => {
  const { stdout } = await run([
    'check',
    file,
    '--format',
    'xlsx',
    '--out',
    `${folder}/with`,
    '--fail-on',
    'never',
  ]);
  expect(stdout).not.toMatch(/审核记录（忽略的理由/);
  expect(await recordsIn(`${folder}/with/reviewed.xlsx`)).not.toEqual([]);
  expect(mentions(`${folder}/with/reviewed.xlsx`, REASON)).toBe(true);
});

test.each([['', []] as const, [', those set aside not marked', ['--trust-records']] as const])(
  'without records it holds neither reasons nor what cells held before, and says what goes along%s',
  async (_name, more) => {
    const out = `${folder}/without${more.length}`;
    const options = ['--format', 'xlsx', '--out', out, '--without-records', '--fail-on', 'never', ...more];
    const { status, stdout } = await run(['check', file, ...options]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/副本不带审核记录.*标记、批注和汇总表/);
    const copy = `${out}/reviewed.xlsx`;
    expect(await recordsIn(copy)).toEqual([]);
    expect([REASON, before].map((text) => mentions(copy, text))).toEqual([false, false]);
    const host = await openFileHost(copy);
    expect(await host.ownSheet('issue-list')).not.toBeNull();
    expect(await host.hasMarks((await host.sheets())[0]!.id)).toBe(true);
  },
);

test('what was laid over such a copy comes off again', async () => {
  const copy = `${folder}/without0/reviewed.xlsx`;
  await run(['clear', copy]);
  const host = await openFileHost(copy);
  expect([await host.recall(), [...(await host.ownSheetIds())]]).toEqual([[], []]);
  expect(await host.hasMarks((await host.sheets())[0]!.id)).toBe(false);
});

test('a file without records is said to have none', async () => {
  const options = ['--format', 'xlsx', '--out', `${folder}/plain`, '--without-records', '--fail-on', 'never'];
  const { stdout } = await run(['check', SAMPLE, ...options]);
  expect(stdout).toMatch(/文件中没有审核记录/);
});
