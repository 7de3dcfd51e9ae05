import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { reviewerOf } from '../support/workbooks/reviewer-of';
import type { ReviewFinding } from '../../src/app/reviewer';
import { openFileHost } from '../../src/host/file/file-host';
import { run, temporaryFolder } from './run-command';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const SEVERITIES = ['error', 'warning', 'info'] as const;
const { folder, write } = temporaryFolder();

/** What records in the file say was set aside. */
const SET_ASIDE: Readonly<Record<string, (finding: ReviewFinding, index: number) => boolean>> = {
  nothing: () => false,
  'every third finding': (_finding, index) => index % 3 === 0,
  'all errors': ({ severity }) => severity === 'error',
  'all but the information': ({ severity }) => severity !== 'info',
  everything: () => true,
};

async function sampleWith(name: string): Promise<string> {
  const host = await openFileHost(SAMPLE);
  const reviewer = reviewerOf(host);
  const findings = (await reviewer.review()).findings.filter(SET_ASIDE[name]!);
  if (findings.length > 0) await reviewer.ignore(findings, '已与财政局沟通');
  return write(`${name}.xlsx`, await host.save());
}

interface Document {
  readonly workbooks: readonly {
    readonly findings: readonly {
      readonly severity: (typeof SEVERITIES)[number];
      readonly cell: string;
      readonly dismissed: object | null;
    }[];
  }[];
  readonly summary: { readonly findings: Record<string, number>; readonly dismissed: number };
}

/** What a reviewed copy shows. */
async function shown(file: string) {
  const host = await openFileHost(file);
  const sheets = await host.sheets();
  const rowsOf = async (name: string) => {
    const sheet = sheets.find((each) => each.name === name)!;
    return (await host.read(sheet.id)).values;
  };
  const issues = (await rowsOf('问题清单')).slice(3);
  const units = await rowsOf('单位汇总');
  const total = units.find((row) => row[1] === '合计')!;
  const column = (name: string) => units[2]!.indexOf(name);
  return {
    issues: issues.length,
    ignored: issues.filter((row) => row.includes('忽略')).length,
    counted: [total[column('错误')], total[column('警告')]],
    markedCells: (await host.unmark('all')).markedCells,
  };
}

describe.each(Object.keys(SET_ASIDE))('where records say that %s was set aside', (name) => {
  let file: string;
  beforeAll(async () => {
    file = await sampleWith(name);
  }, 60_000);

  test.each([
    ['as it is', false],
    ['trusted', true],
  ])(
    'and that is taken %s, all outputs say the same',
    async (how, trusted) => {
      const trust = trusted ? ['--trust-records'] : [];
      const { stdout } = await run(['check', file, '--format', 'json', ...trust]);
      const { workbooks, summary } = JSON.parse(stdout) as Document;
      const { findings } = workbooks[0]!;
      const counted = findings.filter(({ dismissed }) => !trusted || dismissed === null);
      const number = (wanted: string) => counted.filter(({ severity }) => severity === wanted).length;
      const counts = SEVERITIES.map(number);
      const aside = findings.filter(({ dismissed }) => dismissed !== null).length;
      expect(summary).toMatchObject({
        findings: { error: counts[0], warning: counts[1], info: counts[2] },
        dismissed: aside,
      });

      const totals = `错误 ${counts[0]}，警告 ${counts[1]}，提示 ${counts[2]}`;
      const text = await run(['check', file, ...trust]);
      expect(text.stdout.split(totals)).toHaveLength(3);

      const out = join(folder, `${name} ${how}`);
      const copies = ['--format', 'xlsx', '--out', out, '--force', ...trust];
      const said = (await run(['check', file, ...copies])).stdout;
      expect(said).toContain(totals);
      const copy = join(out, basename(file));
      if (counted.length === 0) expect(readFileSync(copy).equals(readFileSync(file))).toBe(true);
      else {
        const markedCells = new Set(counted.map(({ cell }) => cell)).size;
        expect(said).toContain(`标记单元格 ${markedCells} 个`);
        expect(await shown(copy)).toEqual({
          issues: findings.length,
          ignored: trusted ? aside : 0,
          counted: [counts[0], counts[1]],
          markedCells,
        });
      }

      for (const [level, failOn] of SEVERITIES.entries()) {
        const status = counts.slice(0, level + 1).some((count) => count > 0) ? 1 : 0;
        for (const format of [['--format', 'json'], ['--format', 'text'], copies])
          expect((await run(['check', file, '--fail-on', failOn, ...format, ...trust])).status).toBe(status);
      }
    },
    60_000,
  );
});

test('marks that are in the file already go from the copy where nothing is left to mark', async () => {
  const host = await openFileHost(SAMPLE);
  const [sheet] = await host.sheets();
  const reviewer = reviewerOf(host);
  await reviewer.ignore((await reviewer.review()).findings, '已与财政局沟通');
  const range = { firstRow: 8, firstColumn: 8, lastRow: 8, lastColumn: 8 };
  await host.mark(sheet!.id, { cells: { error: [range], warning: [], info: [] }, notes: [] });
  const file = write('marked.xlsx', await host.save());
  const out = join(folder, 'unmarked');
  await run(['check', file, '--format', 'xlsx', '--out', out, '--trust-records']);
  const copy = await openFileHost(join(out, basename(file)));
  expect((await copy.sheets()).map(({ name }) => name)).toEqual([sheet!.name]);
  expect((await copy.unmark('all')).markedCells).toBe(0);
}, 60_000);
