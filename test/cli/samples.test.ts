import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/engine/rules';
import { run, temporaryFolder } from './run-command';

const SAMPLES = join(__dirname, '../../assets/samples');
const { folder } = temporaryFolder();

interface Defect {
  readonly cell: string;
  readonly rule: string;
  readonly severity: string;
}

const { defects } = JSON.parse(readFileSync(join(SAMPLES, 'self-evaluation-annex.defects.json'), 'utf8')) as {
  defects: Defect[];
};

test('the committed sample is what its script writes', () => {
  execFileSync(process.execPath, [join(SAMPLES, 'make-sample.mjs'), folder]);
  for (const name of ['self-evaluation-annex.xlsx', 'self-evaluation-annex.defects.json']) {
    expect(readFileSync(join(SAMPLES, name)).equals(readFileSync(join(folder, name)))).toBe(true);
  }
});

test('the command reports the deliberate defects of the sample, and no others at error or warning level', async () => {
  const { stdout } = await run(['check', SAMPLES, '--format', 'json']);
  const { workbooks } = JSON.parse(stdout) as { workbooks: { findings: Defect[] }[] };
  const reported = workbooks[0]!.findings.map(({ cell, rule, severity }) => `${cell} ${rule} ${severity}`);
  const wanted = defects.map(({ cell, rule, severity }) => `${cell} ${rule} ${severity}`);
  expect(reported.filter((line) => !line.endsWith(' info'))).toEqual(
    wanted.filter((line) => !line.endsWith(' info')),
  );
  expect(reported).toEqual(expect.arrayContaining(wanted));
});

test('the sample shows a defect for every rule', () => {
  expect(new Set(defects.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ meta }) => meta.id)));
});
