import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../engine/language';
import { BUILT_IN_PROFILES } from '../engine/profile/built-in';
import { SEVERITIES } from '../engine/severity';

const FORMATS = ['json', 'text', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];
/** What `--fail-on` takes beside or instead of a level. */
const UNRECOGNISED = 'unrecognised';
const FAIL_LEVELS = [...SEVERITIES, 'never'] as const;

/** What makes the command end with the status of findings. */
export interface FailOn {
  /** Findings of this level or above; `never`: none. */
  readonly level: (typeof FAIL_LEVELS)[number];
  /** Whether anything that looks like an annex and was not understood does. */
  readonly unrecognised: boolean;
}

const DEFAULT_LOCALE: Locale = 'zh-CN';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly locale: Locale;
  readonly quiet: boolean;
  /** The id of a built-in profile for all annexes, or `null`. Never beside `rules`. */
  readonly profile: string | null;
  /** The file of a user's own profile, or `null`. */
  readonly rules: string | null;
  /** The file of a vocabulary: what columns of known headers mean; or `null`. */
  readonly vocabulary: string | null;
  /** The folder of the reviewed copies; `null` for the other formats. */
  readonly out: string | null;
  /** Whether copies that are there already are replaced. */
  readonly force: boolean;
  /** Whether findings that records in the files say were set aside are taken for such. */
  readonly trustRecords: boolean;
  /** Whether the copies are made without the records of the reviewer. */
  readonly withoutRecords: boolean;
  /** Whether each column is told why it is read as it is, in JSON. */
  readonly explain: boolean;
  /** Whether hidden worksheets are reviewed too. */
  readonly hidden: boolean;
  /** How many files are reviewed at a time, each in a thread; `null`: as many as the machine has processors for. */
  readonly jobs: number | null;
}

/** Holding a workbook against the one that was handed in before it. */
export interface CompareOptions extends Pick<
  CheckOptions,
  'failOn' | 'locale' | 'quiet' | 'profile' | 'rules' | 'vocabulary' | 'hidden'
> {
  /** The older workbook, then the newer one. */
  readonly paths: readonly [string, string];
  readonly format: Exclude<Format, 'xlsx'>;
}

/** Taking off what the product has put into workbooks. */
export interface ClearOptions {
  readonly paths: readonly string[];
  /** The folder of the cleared copies; `null`: the files themselves are cleared. */
  readonly out: string | null;
  /** Whether copies that are there already are replaced; without a folder, whether a reviewer's own input may go. */
  readonly force: boolean;
  readonly locale: Locale;
  readonly quiet: boolean;
}

/** Wrong usage: what is wrong, and the word of the command line that is. */
export type UsageProblem =
  | { readonly kind: 'no-command' | 'no-path' | 'two-paths' }
  | {
      readonly kind: 'unknown-command' | 'unknown-option' | 'value-missing' | 'value-unwanted';
      readonly word: string;
    }
  | {
      readonly kind: 'not-together' | 'needs' | 'only-with';
      readonly word: string;
      readonly other: string;
    }
  | {
      readonly kind: 'value-no-number';
      readonly word: string;
      readonly value: string;
      readonly most: number;
    }
  | {
      readonly kind: 'value-unknown';
      readonly word: string;
      readonly value: string;
      readonly allowed: readonly string[];
    };

export type Command =
  | { readonly command: 'check'; readonly options: CheckOptions }
  | { readonly command: 'clear'; readonly options: ClearOptions }
  | { readonly command: 'compare'; readonly options: CompareOptions }
  | { readonly command: 'help' | 'version'; readonly locale: Locale }
  | { readonly command: 'wrong'; readonly locale: Locale; readonly problem: UsageProblem };

/** The options with a value, and the values that each takes; `null`: any. */
const VALUE_OPTIONS = {
  format: FORMATS,
  'fail-on': null,
  locale: LOCALES,
  profile: BUILT_IN_PROFILES.map(({ id }) => id),
  rules: null,
  vocabulary: null,
  out: null,
  jobs: null,
} as const;
type ValueOption = keyof typeof VALUE_OPTIONS;
const FLAGS: readonly string[] = [
  ...['quiet', 'force', 'trust-records', 'without-records', 'explain', 'hidden', 'help', 'version'],
];
const SHORT: Readonly<Record<string, string>> = { h: 'help' };

/** More threads than any machine is given work by. */
const MOST_JOBS = 256;

/** What the command `clear` takes. */
const CLEAR_OPTIONS: readonly string[] = ['out', 'locale'];

class WrongUsage extends Error {
  constructor(readonly problem: UsageProblem) {
    super(problem.kind);
  }
}

/** Reads the words behind the command's name. Never throws: wrong usage is a result of its own. */
export function readArguments(argv: readonly string[]): Command {
  const words = tokens(argv);
  const given: Partial<Record<ValueOption, string>> = {};
  const flags = new Set<string>();
  const positionals: string[] = [];
  try {
    for (const token of words) {
      if (token.kind === 'positional') positionals.push(token.value);
      else if (token.kind === 'option') readOption(token, given, flags);
    }
    const locale = localeOf(given);
    if (flags.has('help')) return { command: 'help', locale };
    if (flags.has('version')) return { command: 'version', locale };
    return meantCommand(positionals, given, flags);
  } catch (thrown) {
    if (!(thrown instanceof WrongUsage)) throw thrown;
    return { command: 'wrong', locale: localeAnywhere(words), problem: thrown.problem };
  }
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

function tokens(argv: readonly string[]): readonly Token[] {
  const options = Object.fromEntries(
    Object.keys(VALUE_OPTIONS).map((name) => [name, { type: 'string' as const }]),
  );
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function readOption(
  token: OptionToken,
  given: Partial<Record<ValueOption, string>>,
  flags: Set<string>,
): void {
  const isShort = !token.rawName.startsWith('--');
  const name = isShort ? SHORT[token.name] : token.name;
  const word = token.rawName;
  if (name !== undefined && FLAGS.includes(name)) {
    if (token.value !== undefined) throw new WrongUsage({ kind: 'value-unwanted', word });
    flags.add(name);
    return;
  }
  if (name === undefined || !Object.hasOwn(VALUE_OPTIONS, name))
    throw new WrongUsage({ kind: 'unknown-option', word });
  const option = name as ValueOption;
  const allowed: readonly string[] | null = VALUE_OPTIONS[option];
  const { value } = token;
  if (value === undefined || value === '') throw new WrongUsage({ kind: 'value-missing', word });
  if (allowed && !allowed.includes(value))
    throw new WrongUsage({ kind: 'value-unknown', word, value, allowed });
  given[option] = value;
}

function meantCommand(
  [command, ...paths]: readonly string[],
  given: Partial<Record<ValueOption, string>>,
  flags: ReadonlySet<string>,
): Command {
  if (command === undefined) throw new WrongUsage({ kind: 'no-command' });
  if (command !== 'check' && command !== 'clear' && command !== 'compare')
    throw new WrongUsage({ kind: 'unknown-command', word: command });
  if (paths.length === 0 || paths.includes('')) throw new WrongUsage({ kind: 'no-path' });
  if (command === 'clear') return { command, options: clearOptions(paths, given, flags) };
  if (command === 'compare') return { command, options: compareOptions(paths, given, flags) };
  return { command, options: checkOptions(paths, given, flags) };
}

/** What only `check` takes. */
const NOT_COMPARED = {
  options: ['out', 'jobs'],
  flags: ['force', 'trust-records', 'without-records', 'explain'],
} as const;

function compareOptions(
  paths: readonly string[],
  given: Partial<Record<ValueOption, string>>,
  flags: ReadonlySet<string>,
): CompareOptions {
  const foreign = [
    ...NOT_COMPARED.options.filter((option) => given[option] !== undefined),
    ...NOT_COMPARED.flags.filter((flag) => flags.has(flag)),
  ];
  if (foreign.length > 0)
    throw new WrongUsage({ kind: 'only-with', word: `--${foreign[0]}`, other: 'check' });
  if (given.format === 'xlsx')
    throw new WrongUsage({ kind: 'only-with', word: '--format xlsx', other: 'check' });
  const [old, fresh, ...more] = paths;
  if (old === undefined || fresh === undefined || more.length > 0)
    throw new WrongUsage({ kind: 'two-paths' });
  const { failOn, locale, quiet, profile, rules, vocabulary, hidden, format } = checkOptions(
    paths,
    given,
    flags,
  );
  const options = { failOn, locale, quiet, profile, rules, vocabulary, hidden };
  return { ...options, paths: [old, fresh], format: format === 'json' ? 'json' : 'text' };
}

function checkOptions(
  paths: readonly string[],
  given: Partial<Record<ValueOption, string>>,
  flags: ReadonlySet<string>,
): CheckOptions {
  const { profile = null, rules = null, vocabulary = null, out = null, jobs = null } = given;
  const format = (given.format as Format | undefined) ?? 'text';
  const force = flags.has('force');
  if (profile !== null && rules !== null)
    throw new WrongUsage({ kind: 'not-together', word: '--profile', other: '--rules' });
  if (format === 'xlsx' && out === null)
    throw new WrongUsage({ kind: 'needs', word: '--format xlsx', other: '--out' });
  if (format !== 'xlsx' && (out !== null || force))
    throw new WrongUsage({
      kind: 'only-with',
      word: out === null ? '--force' : '--out',
      other: '--format xlsx',
    });
  if (format !== 'xlsx' && flags.has('without-records'))
    throw new WrongUsage({ kind: 'only-with', word: '--without-records', other: '--format xlsx' });
  if (format !== 'json' && flags.has('explain'))
    throw new WrongUsage({ kind: 'only-with', word: '--explain', other: '--format json' });
  return {
    paths,
    format,
    failOn: failOnOf(given['fail-on'] ?? 'error'),
    locale: localeOf(given),
    quiet: flags.has('quiet'),
    profile,
    rules,
    vocabulary,
    out,
    force,
    trustRecords: flags.has('trust-records'),
    withoutRecords: flags.has('without-records'),
    explain: flags.has('explain'),
    hidden: flags.has('hidden'),
    jobs: jobs === null ? null : numberOf('--jobs', jobs, MOST_JOBS),
  };
}

/** A level, `unrecognised`, or both as a list in any order. */
function failOnOf(value: string): FailOn {
  const words = value.split(',');
  const levels = FAIL_LEVELS.filter((level) => words.includes(level));
  const unrecognised = words.includes(UNRECOGNISED);
  if (levels.length > 1 || words.length !== levels.length + Number(unrecognised)) {
    const allowed = [...FAIL_LEVELS, UNRECOGNISED, `${FAIL_LEVELS[0]},${UNRECOGNISED}`];
    throw new WrongUsage({ kind: 'value-unknown', word: '--fail-on', value, allowed });
  }
  return { level: levels[0] ?? 'never', unrecognised };
}

/** A whole number from 1. */
function numberOf(word: string, value: string, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) throw new WrongUsage({ kind: 'value-no-number', word, value, most });
  return number;
}

function clearOptions(
  paths: readonly string[],
  given: Partial<Record<ValueOption, string>>,
  flags: ReadonlySet<string>,
): ClearOptions {
  const foreign = Object.keys(given).find((option) => !CLEAR_OPTIONS.includes(option));
  if (foreign !== undefined)
    throw new WrongUsage({ kind: 'only-with', word: `--${foreign}`, other: 'check' });
  for (const flag of ['trust-records', 'without-records', 'explain', 'hidden'])
    if (flags.has(flag)) throw new WrongUsage({ kind: 'only-with', word: `--${flag}`, other: 'check' });
  const { out = null } = given;
  const force = flags.has('force');
  return { paths, out, force, locale: localeOf(given), quiet: flags.has('quiet') };
}

function localeOf(given: Partial<Record<ValueOption, string>>): Locale {
  return (given.locale as Locale | undefined) ?? DEFAULT_LOCALE;
}

/** The language to complain in: the last one asked for, wherever the mistake stands. */
function localeAnywhere(words: readonly Token[]): Locale {
  const asked = words.flatMap((token) =>
    token.kind === 'option' && token.name === 'locale' ? [token.value] : [],
  );
  return asked.flatMap((word) => LOCALES.filter((locale) => locale === word)).at(-1) ?? DEFAULT_LOCALE;
}
