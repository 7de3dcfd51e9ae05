import { readArguments, type Command } from '../../src/cli/arguments';
import type { Locale } from '../../src/engine/language';
import { BUILT_IN_PROFILES } from '../../src/engine/profile/built-in';
import { run } from './run-command';

const DEFAULTS = {
  format: 'text',
  failOn: { level: 'error', unrecognised: false },
  locale: 'zh-CN',
  quiet: false,
  profile: null,
  rules: null,
  vocabulary: null,
  out: null,
  force: false,
  trustRecords: false,
  withoutRecords: false,
  explain: false,
  hidden: false,
  jobs: null,
} as const;
const level = (level: string, unrecognised = false) => ({ level, unrecognised });
const check = (paths: string[], options = {}): Command => ({
  command: 'check',
  options: { ...DEFAULTS, paths, ...options },
});
const clear = (paths: string[], options = {}): Command => ({
  command: 'clear',
  options: { paths, out: null, force: false, locale: 'zh-CN', quiet: false, ...options },
});
const compare = (paths: string[], options = {}): Command => {
  const { out, force, trustRecords, withoutRecords, explain, jobs, ...defaults } = DEFAULTS;
  return { command: 'compare', options: { ...defaults, paths: paths as [string, string], ...options } };
};
const wrong = (problem: object, locale = 'zh-CN'): Command =>
  ({ command: 'wrong', locale, problem }) as Command;

test.each<[string, Command]>([
  ['check a.xlsx', check(['a.xlsx'])],
  ['check a.xlsx b c', check(['a.xlsx', 'b', 'c'])],
  ['check a.xlsx --format json', check(['a.xlsx'], { format: 'json' })],
  ['--format=json check a.xlsx', check(['a.xlsx'], { format: 'json' })],
  ['check --fail-on never --quiet a.xlsx', check(['a.xlsx'], { failOn: level('never'), quiet: true })],
  ['check a.xlsx --fail-on info --locale en', check(['a.xlsx'], { failOn: level('info'), locale: 'en' })],
  ['check a.xlsx --fail-on unrecognised', check(['a.xlsx'], { failOn: level('never', true) })],
  ['check a.xlsx --fail-on error,unrecognised', check(['a.xlsx'], { failOn: level('error', true) })],
  ['check a.xlsx --fail-on=unrecognised,info', check(['a.xlsx'], { failOn: level('info', true) })],
  ['check a.xlsx --hidden', check(['a.xlsx'], { hidden: true })],
  ['check a.xlsx --format json --format text', check(['a.xlsx'])],
  ['check a.xlsx --profile hubei', check(['a.xlsx'], { profile: 'hubei' })],
  ['check a.xlsx --profile hubei --profile jinan', check(['a.xlsx'], { profile: 'jinan' })],
  ['check a.xlsx --jobs 8', check(['a.xlsx'], { jobs: 8 })],
  ['check a.xlsx --jobs=1', check(['a.xlsx'], { jobs: 1 })],
  ['check a.xlsx --rules=own.json', check(['a.xlsx'], { rules: 'own.json' })],
  ['check a.xlsx --vocabulary columns.json', check(['a.xlsx'], { vocabulary: 'columns.json' })],
  [
    'check a.xlsx --format xlsx --out DIR --force',
    check(['a.xlsx'], { format: 'xlsx', out: 'DIR', force: true }),
  ],
  ['compare a.xlsx b.xlsx', compare(['a.xlsx', 'b.xlsx'])],
  [
    'compare a b --format json --hidden --fail-on never --profile hubei --locale en',
    compare(['a', 'b'], {
      format: 'json',
      hidden: true,
      failOn: level('never'),
      profile: 'hubei',
      locale: 'en',
    }),
  ],
  ['compare a', wrong({ kind: 'two-paths' })],
  ['compare a b c', wrong({ kind: 'two-paths' })],
  ['compare a b --jobs 2', wrong({ kind: 'only-with', word: '--jobs', other: 'check' })],
  ['compare a b --out c', wrong({ kind: 'only-with', word: '--out', other: 'check' })],
  ['compare a b --trust-records', wrong({ kind: 'only-with', word: '--trust-records', other: 'check' })],
  ['compare a b --format xlsx', wrong({ kind: 'only-with', word: '--format xlsx', other: 'check' })],
  [
    'check a --format xlsx --out DIR --without-records',
    check(['a'], { format: 'xlsx', out: 'DIR', withoutRecords: true }),
  ],
  [
    'check a --without-records',
    wrong({ kind: 'only-with', word: '--without-records', other: '--format xlsx' }),
  ],
  ['clear a --without-records', wrong({ kind: 'only-with', word: '--without-records', other: 'check' })],
  ['clear a.xlsx b', clear(['a.xlsx', 'b'])],
  ['clear a.xlsx --force', clear(['a.xlsx'], { force: true })],
  ['clear a.xlsx --out DIR --force --quiet', clear(['a.xlsx'], { out: 'DIR', force: true, quiet: true })],
  ['check -- --odd.xlsx', check(['--odd.xlsx'])],
  ['--help', { command: 'help', locale: 'zh-CN' }],
  ['-h', { command: 'help', locale: 'zh-CN' }],
  ['check --help --locale en', { command: 'help', locale: 'en' }],
  ['--version', { command: 'version', locale: 'zh-CN' }],
  ['', wrong({ kind: 'no-command' })],
  ['--quiet', wrong({ kind: 'no-command' })],
  ['check', wrong({ kind: 'no-path' })],
  ['check --format json', wrong({ kind: 'no-path' })],
  ['review a.xlsx', wrong({ kind: 'unknown-command', word: 'review' })],
  ['a.xlsx', wrong({ kind: 'unknown-command', word: 'a.xlsx' })],
  ['check a.xlsx --colour', wrong({ kind: 'unknown-option', word: '--colour' })],
  ['check a.xlsx --no-quiet', wrong({ kind: 'unknown-option', word: '--no-quiet' })],
  ['check a.xlsx -x', wrong({ kind: 'unknown-option', word: '-x' })],
  ['check a.xlsx --constructor', wrong({ kind: 'unknown-option', word: '--constructor' })],
  ['check a.xlsx --format xlsx', wrong({ kind: 'needs', word: '--format xlsx', other: '--out' })],
  ['check a.xlsx --out DIR', wrong({ kind: 'only-with', word: '--out', other: '--format xlsx' })],
  ['check a.xlsx --force', wrong({ kind: 'only-with', word: '--force', other: '--format xlsx' })],
  ['check a.xlsx --format xlsx --out', wrong({ kind: 'value-missing', word: '--out' })],
  ['clear', wrong({ kind: 'no-path' })],
  ['clear a.xlsx --format json', wrong({ kind: 'only-with', word: '--format', other: 'check' })],
  ['clear a.xlsx --jobs 2', wrong({ kind: 'only-with', word: '--jobs', other: 'check' })],
  ...['0', '257', '1.5', 'all', '2e1', '+2'].map((value): [string, Command] => [
    `check a.xlsx --jobs ${value}`,
    wrong({ kind: 'value-no-number', word: '--jobs', value, most: 256 }),
  ]),
  ['clear a.xlsx --profile hubei', wrong({ kind: 'only-with', word: '--profile', other: 'check' })],
  ['clear a.xlsx --hidden', wrong({ kind: 'only-with', word: '--hidden', other: 'check' })],
  ['check a.xlsx --explain', wrong({ kind: 'only-with', word: '--explain', other: '--format json' })],
  ['clear a.xlsx --explain', wrong({ kind: 'only-with', word: '--explain', other: 'check' })],
  ['check a.xlsx --format', wrong({ kind: 'value-missing', word: '--format' })],
  ['check a.xlsx --format=', wrong({ kind: 'value-missing', word: '--format' })],
  ['check a.xlsx --quiet=yes', wrong({ kind: 'value-unwanted', word: '--quiet' })],
  [
    'check a.xlsx --format csv',
    wrong({ kind: 'value-unknown', word: '--format', value: 'csv', allowed: ['json', 'text', 'xlsx'] }),
  ],
  ...['errors', 'error,', 'error,warning', 'error,error', 'unrecognised,unrecognised', 'never,all'].map(
    (value): [string, Command] => [
      `check a.xlsx --fail-on ${value}`,
      wrong({
        kind: 'value-unknown',
        word: '--fail-on',
        value,
        allowed: ['error', 'warning', 'info', 'never', 'unrecognised', 'error,unrecognised'],
      }),
    ],
  ),
  [
    'check a.xlsx --locale fr',
    wrong({ kind: 'value-unknown', word: '--locale', value: 'fr', allowed: ['zh-CN', 'en'] }),
  ],
  [
    'check a.xlsx --profile Hubei',
    wrong({
      kind: 'value-unknown',
      word: '--profile',
      value: 'Hubei',
      allowed: ['mof-2020-10', 'mof-2021-101', 'hubei', 'sichuan', 'jinan'],
    }),
  ],
  ['check a.xlsx --profile', wrong({ kind: 'value-missing', word: '--profile' })],
  ['check a.xlsx --vocabulary', wrong({ kind: 'value-missing', word: '--vocabulary' })],
  ['check a.xlsx --rules=', wrong({ kind: 'value-missing', word: '--rules' })],
  [
    'check a.xlsx --rules own.json --profile hubei',
    wrong({ kind: 'not-together', word: '--profile', other: '--rules' }),
  ],
  ['check a.xlsx --colour --locale en', wrong({ kind: 'unknown-option', word: '--colour' }, 'en')],
])('%s', (line, expected) => {
  expect(readArguments(line === '' ? [] : line.split(' '))).toEqual(expected);
});

test('an empty path is no path', () => {
  expect(readArguments(['check', ''])).toEqual(wrong({ kind: 'no-path' }));
});

test.each([
  [['check', 'a.xlsx', '--colour'], '没有“--colour”这个选项。\n用 annex-reviewer --help 查看用法。\n'],
  [
    ['check', 'a.xlsx', '--format', 'xlsx'],
    '使用“--format xlsx”时还要给出“--out”。\n用 annex-reviewer --help 查看用法。\n',
  ],
  [
    ['check', 'a.xlsx', '--fail-on', 'all', '--locale', 'en'],
    'Option "--fail-on" does not take "all"; it takes: error, warning, info, never, unrecognised, error,unrecognised.\nSee annex-reviewer --help --locale en.\n',
  ],
  [
    ['check', 'a.xlsx', '--jobs', 'all', '--locale', 'en'],
    'Option "--jobs" takes a whole number from 1 to 256, not "all".\nSee annex-reviewer --help --locale en.\n',
  ],
  [
    ['check', 'a.xlsx', '--jobs', '0'],
    '选项“--jobs”应为 1 到 256 的整数，不能是“0”。\n用 annex-reviewer --help 查看用法。\n',
  ],
  [
    ['check', 'a.xlsx', '--profile', 'wuhan'],
    '选项“--profile”不接受“wuhan”，可以用：mof-2020-10, mof-2021-101, hubei, sichuan, jinan。\n用 annex-reviewer --help 查看用法。\n',
  ],
  [
    ['check', 'a.xlsx', '--profile', 'hubei', '--rules', 'own.json', '--locale', 'en'],
    'Options "--profile" and "--rules" cannot be given together; choose one.\nSee annex-reviewer --help --locale en.\n',
  ],
])('wrong usage is said on standard error, and the status is 2: %j', async (argv, stderr) => {
  expect(await run(argv)).toEqual({ status: 2, stdout: '', stderr });
});

test.each(['zh-CN', 'en'])('help in %s names every option and every status', async (locale) => {
  const { status, stdout, stderr } = await run(['--help', '--locale', locale]);
  expect([status, stderr]).toEqual([0, '']);
  for (const word of [
    '--format',
    '--fail-on',
    '--profile',
    '--rules',
    '--jobs',
    '--trust-records',
    '--locale',
    '--quiet',
    '--help',
    '--version',
    '.xlsm',
    ...BUILT_IN_PROFILES.map(({ id, name }) => `${id.padEnd(14)}${name[locale as Locale]}`),
  ])
    expect(stdout).toContain(word);
  expect(stdout).not.toMatch(/[{}]/);
});

test('version', async () => {
  expect(await run(['--version'])).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});
