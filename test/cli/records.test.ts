import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { reviewerOf } from '../support/workbooks/reviewer-of';
import { RULES } from '../../src/engine/rules';
import { openFileHost, type FileHost } from '../../src/host/file/file-host';
import { run, temporaryFolder } from './run-command';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const RULE_IDS = RULES.map(({ meta }) => meta.id);
const EMPTY = { version: 1, dismissals: [], changes: [], journal: null };
const { folder, write } = temporaryFolder();

/** The sample with records in it that somebody has put there. */
async function sampleWith(name: string, record: (host: FileHost) => Promise<unknown>): Promise<string> {
  const host = await openFileHost(SAMPLE);
  await record(host);
  return write(name, await host.save());
}

const withDocument = (name: string, document: unknown) =>
  sampleWith(name, (host) =>
    host.remember(typeof document === 'string' ? document : JSON.stringify(document)),
  );

/** Two findings set aside at some desk, one of them a finding of an error. */
const setAside = (name: string) =>
  sampleWith(name, async (host) => {
    const reviewer = reviewerOf(host);
    const { findings } = await reviewer.review();
    const error = findings.find(({ severity }) => severity === 'error')!;
    const info = findings.find(({ severity }) => severity === 'info')!;
    await reviewer.ignore([error, info], '已与财政局沟通');
  });

const allSetAside = (name: string) =>
  sampleWith(name, async (host) => {
    const reviewer = reviewerOf(host);
    await reviewer.ignore((await reviewer.review()).findings, '已与财政局沟通');
  });

interface Document {
  readonly workbooks: readonly {
    readonly findings: readonly {
      readonly severity: 'error' | 'warning' | 'info';
      readonly dismissed: { readonly reason: string } | null;
    }[];
    readonly notices: readonly Record<string, unknown>[];
  }[];
  readonly summary: Record<string, unknown>;
}

async function json(path: string, ...words: string[]): Promise<Document & { readonly status: number }> {
  const { status, stdout } = await run(['check', path, '--format', 'json', ...words]);
  return { status, ...(JSON.parse(stdout) as Document) };
}

describe('findings that records in a file say were set aside', () => {
  it('stay findings in JSON, with what is said of them beside them', async () => {
    const [plain, said] = [await json(SAMPLE), await json(await setAside('said.xlsx'))];
    expect(said.status).toBe(1);
    expect(said.summary).toEqual({ ...plain.summary, dismissed: 2 });
    const { findings, notices } = said.workbooks[0]!;
    expect(findings.map((one) => ({ ...one, dismissed: null }))).toEqual(plain.workbooks[0]!.findings);
    expect(findings.flatMap(({ dismissed }) => dismissed ?? [])).toEqual([
      { reason: '已与财政局沟通' },
      { reason: '已与财政局沟通' },
    ]);
    expect(notices).toMatchObject([
      {
        code: 'records-received',
        trusted: false,
        dismissals: 2,
        changes: 0,
        profiles: [],
        corrections: 0,
        unreadable: [],
      },
    ]);
  });

  it('are told of in text, each and in all', async () => {
    const { status, stdout } = await run(['check', await setAside('text.xlsx')]);
    expect(status).toBe(1);
    expect(stdout.match(/（文件中的记录称已忽略：已与财政局沟通。未采用，照常计入）/g)).toHaveLength(2);
    expect(stdout).toContain('2 个问题已忽略，未采用');
    expect(stdout).toContain('其中 2 个问题在文件的记录中称已忽略（未采用）');
    const english = await run(['check', join(folder, 'text.xlsx'), '--locale', 'en']);
    expect(english.stdout).toContain('records in the file say ignored: 已与财政局沟通; not adopted');
  });

  it('are marked in the copy as without, and told of in 问题清单 and notes', async () => {
    const marks = async (path: string, out: string) => {
      const { stdout } = await run(['check', path, '--format', 'xlsx', '--out', join(folder, out)]);
      const host = await openFileHost(join(folder, out, basename(path)));
      const issues = (await host.sheets()).find(({ name }) => name === '问题清单')!;
      const texts = (await host.read(issues.id)).values.flat().filter((one) => typeof one === 'string');
      return { stdout, texts, ...(await host.unmark('all')) };
    };
    const [plain, said] = [await marks(SAMPLE, 'plain'), await marks(await allSetAside('all.xlsx'), 'said')];
    expect(said.markedCells).toBe(plain.markedCells);
    expect(said.stdout).toContain('未采用');
    expect(said.stdout).not.toContain('没有需要标记的问题');
    expect(said.texts.some((text) => text.includes('随文件收到的记录称已忽略：已与财政局沟通。未采用'))).toBe(
      true,
    );
    expect(said.texts).not.toContain('忽略');
  });

  it('are taken for such with --trust-records: listed, and neither counted nor marked', async () => {
    const [plain, said] = [await json(SAMPLE), await json(await setAside('trust.xlsx'), '--trust-records')];
    const counts = plain.summary.findings as Record<string, number>;
    expect(said.summary).toMatchObject({
      findings: { error: counts.error! - 1, warning: counts.warning, info: counts.info! - 1 },
      dismissed: 2,
    });
    expect(said.workbooks[0]!.findings).toHaveLength(plain.workbooks[0]!.findings.length);
    expect(said.workbooks[0]!.notices).toMatchObject([{ code: 'records-received', trusted: true }]);
    const all = await run(['check', await allSetAside('none.xlsx'), '--trust-records']);
    expect(all.status).toBe(0);
    expect(all.stdout).toContain('按文件中的记录忽略，未计入');
    const copy = ['--format', 'xlsx', '--out', join(folder, 'trusted'), '--trust-records'];
    expect((await run(['check', join(folder, 'none.xlsx'), ...copy])).status).toBe(0);
    const host = await openFileHost(join(folder, 'trusted', 'none.xlsx'));
    expect((await host.unmark('all')).markedCells).toBe(0);
  });
});

describe('a profile that a file chooses', () => {
  const off = {
    id: 'mof-2020-10-x',
    name: '财预〔2020〕10号（通用）',
    extends: 'mof-2020-10',
    off: RULE_IDS,
  };
  const lowered = {
    id: 'x',
    name: '通用',
    severities: Object.fromEntries(RULE_IDS.map((rule) => [rule, 'info'])),
  };

  it.each([
    ['turns all rules off', 'off.xlsx', off, `停用规则 ${RULE_IDS.length} 条，降低级别 0 条`],
    ['lowers all findings', 'lowered.xlsx', lowered, '停用规则 0 条'],
    ['cannot be used', 'odd.xlsx', { id: 'x y' }, '不能使用，未采用'],
  ])('and that %s is told of and not used', async (_, name, profile, told) => {
    for (const trust of [[], ['--trust-records']]) {
      const path = await withDocument(name, { ...EMPTY, settings: { profile } });
      const { status, stdout } = await run(['check', path, ...trust]);
      expect(status).toBe(1);
      expect(stdout).toContain(told);
      expect(stdout).not.toContain('由命令指定');
      expect((await json(path, ...trust)).summary).toEqual((await json(SAMPLE)).summary);
    }
  });
});

describe('records that cannot be read', () => {
  it.each([
    ['newer', '{"version":99}'],
    ['damaged', '{"version":1,'],
    ['damaged', '['.repeat(100_000)],
    ['too-large', `{"version":2,"x":"${'x'.repeat(7_000_000)}"}`],
  ])('are told of as %s, and the review goes on', async (reason, text) => {
    const path = await withDocument('unreadable.xlsx', text);
    const said = await json(path);
    expect(said.status).toBe(1);
    expect(said.summary).toEqual((await json(SAMPLE)).summary);
    expect(said.workbooks[0]!.notices).toMatchObject([
      { code: 'records-received', unreadable: [{ reason }] },
    ]);
    expect((await run(['check', path])).stdout).toContain('1 处审核记录不能读取');
    expect((await run(['clear', path])).status).toBe(0);
    expect(unzipSync(readFileSync(path))).toEqual(unzipSync(readFileSync(SAMPLE)));
  });
});
