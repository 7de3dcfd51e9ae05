/**
 * `npm run nightly`: what is too long for every change, whole; `npm run nightly -- NAME` one of it. Each step prints its
 * figures.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, ROOT } from './dependencies.mjs';

const jest = (path, variables, ...words) => ({
  args: [join(ROOT, 'node_modules/jest/bin/jest.js'), '-w', '1', path, ...words],
  variables,
});

/** By name: what Node runs, and with which variables. */
const STEPS = {
  concurrency: jest('test/concurrency', { INTERRUPTIONS: 'all' }),
  'command-in-threads': jest('test/cli', { COMMAND_JOBS: '3' }, '--testTimeout', '60000'),
  'excel-on-the-web': {
    args: [join(ROOT, 'scripts/test.mjs'), '--e2e', '--selectProjects', 'web'],
    variables: { E2E_WEB: 'all' },
  },
  'fault-matrix': { args: [join(ROOT, 'scripts/fault-matrix.mjs')] },
  'forms-workbook': {
    args: [
      join(ROOT, 'scripts/test.mjs'),
      ...['--e2e', '--selectProjects', 'win32', '--testPathPatterns', 'forms-workbook'],
    ],
    variables: { FORM_SHEETS: '60' },
  },
  monkey: jest('test/monkey', { MONKEY_STEPS: '2000' }),
  mutation: { args: [join(ROOT, 'scripts/mutation.mjs')] },
  'mutated-files': jest('test/host/file/mutated-files', { MUTATIONS: 'all' }),
  'rule-properties': jest(
    'test/engine/review/rule-properties',
    { RULE_EXAMPLES: 'all' },
    '--testTimeout',
    '600000',
  ),
  'unknown-cells': jest('test/app/unknown-values', { UNKNOWN_CELLS: 'all' }, '--testTimeout', '600000'),
  wordings: jest('test/engine/annex/wordings', { WORDED_DEFECTS: 'all' }, '--testTimeout', '600000'),
  'wps-calls': jest('test/fault-matrix/wps', { WPS_CALLS: 'all' }, '--testTimeout', '3600000'),
  'wps-switches': jest('test/host/wps/switches', { EACH_SWITCH: 'all' }),
};

ensureDependencies();
const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in STEPS)) {
  console.error(`No step "${wanted}"; there are: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}
for (const [name, { args, variables }] of Object.entries(STEPS)) {
  if (wanted !== undefined && name !== wanted) continue;
  console.log(`== ${name}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
