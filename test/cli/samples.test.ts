import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/engine/rules';
import { run, temporaryFolder } from './run-command';

const SAMPLES = join(__dirname, '../../assets/samples');
const NAMES = ['self-evaluation-annex', 'scored-annex'];
const { folder } = temporaryFolder();

interface Defect {
  readonly cell: string;
  readonly rule: string;
  readonly severity: string;
}

const defectsOf = (name: string): Defect[] =>
  (JSON.parse(readFileSync(join(SAMPLES, `${name}.defects.json`), 'utf8')) as { defects: Defect[] }).defects;

test('the committed samples are what their script writes', () => {
  execFileSync(process.execPath, [join(SAMPLES, 'make-sample.mjs'), folder]);
  for (const file of NAMES.flatMap((name) => [`${name}.xlsx`, `${name}.defects.json`])) {
    expect(readFileSync(join(SAMPLES, file)).equals(readFileSync(join(folder, file)))).toBe(true);
  }
});

test.each(NAMES)(
  'the command reports the deliberate defects of %s, and no others at any level',
  async (name) => {
    const { stdout } = await run(['check', join(SAMPLES, `${name}.xlsx`), '--format', 'json']);
    const { workbooks } = JSON.parse(stdout) as { workbooks: { findings: Defect[] }[] };
    const lines = (list: readonly Defect[]): string[] =>
      list.map(({ cell, rule, severity }) => `${cell} ${rule} ${severity}`);
    expect(lines(workbooks[0]!.findings)).toEqual(lines(defectsOf(name)));
  },
);

/**
 * A whole table, or a whole project, would have to be wrong; a link would make Excel warn whoever opens it. Dates of no
 * calendar and shares above the whole have too little else around them to be worth a project of the samples.
 */
const NOT_SHOWN = [
  'all-100-percent',
  'external-link',
  'impossible-date',
  'result-is-score',
  'result-over-100',
  'score-above-execution',
];

/**
 * The forms of the samples have neither the columns of money or points that these compare nor a printed rule for scores,
 * and no summary stands beside them.
 */
const NOT_IN_FORMS = [
  'adjusted-budget-mismatch',
  'adjustment-rate-mismatch',
  'balance-mismatch',
  'department-sum-mismatch',
  'fund-subrow-scored',
  'printed-rule-not-followed',
  'score-coefficient-mismatch',
  'source-overspent',
  'spent-over-received',
  'summary-form-mismatch',
];

test('the samples show a defect for every other rule', () => {
  const shown = new Set(NAMES.flatMap((name) => defectsOf(name).map(({ rule }) => rule)));
  const all = RULES.map(({ meta }) => meta.id);
  expect(all.filter((id) => !shown.has(id)).sort()).toEqual([...NOT_SHOWN, ...NOT_IN_FORMS].sort());
});
