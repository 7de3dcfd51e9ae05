import type { Layout } from '../../engine/annex/annex';
import { fill, type Locale } from '../../engine/language';
import { BUILT_IN_PROFILES } from '../../engine/profile/built-in';
import type { Severity } from '../../engine/severity';
import { toRangeAddress } from '../../engine/sheet/address';
import { LONGEST_MESSAGE, shortened } from '../../engine/sheet/shortened';
import type { UsageProblem } from '../arguments';
import { oneLine } from '../one-line';
import type { ProfileFileProblem } from '../profile-file';
import type { Notice, WorkbookProblem } from '../review-workbook';
import { en } from './en';
import { zhCN } from './zh-CN';

/** Every text of the command in one language. `{name}` stands for a word or a figure. */
export interface CliTexts {
  readonly help: string;
  readonly usage: Readonly<Record<UsageProblem['kind'], string>>;
  /** Where to look after wrong usage. */
  readonly seeHelp: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly problems: Readonly<Record<WorkbookProblem['reason'], string>>;
  /** Put before a problem of one sheet: which one. */
  readonly inSheet: string;
  /** Put behind the word for a format where its extension is known. */
  readonly inFormat: string;
  readonly notices: Readonly<Record<'no-annex' | 'not-calculated' | 'pictures', string>>;
  /** Put behind addresses where there are more. */
  readonly moreCells: string;
  readonly notice: string;
  readonly notRead: string;
  readonly emptyFolder: string;
  readonly lockFile: string;
  readonly copyFolder: string;
  readonly outputFailed: string;
  readonly noThread: string;
  /** What became of a workbook's reviewed copy. */
  readonly copies: Readonly<
    Record<
      | 'made'
      | 'unchanged'
      | 'notMade'
      | 'none'
      | 'notesLeftOut'
      | 'protectedSheets'
      | 'rollupsProtected'
      | 'rollupsDoubtful'
      | 'breaksSignature',
      string
    >
  >;
  /** What became of a workbook that was to be cleared. */
  readonly cleared: Readonly<
    Record<'done' | 'copied' | 'nothing' | 'kept' | 'doubtful' | 'damaged' | 'failed', string>
  >;
  /** Before the mistakes of a user's profile: which file. */
  readonly profileWrong: string;
  readonly profileProblems: Readonly<Record<ProfileFileProblem, string>>;
  /** Behind a finding that a record in the file says was set aside. */
  readonly dismissed: Readonly<Record<'recorded' | 'trusted', string>>;
  /** What the records of a file say, and what became of it; a sentence each. */
  readonly records: Readonly<
    Record<
      'dismissals' | 'trusted' | 'changes' | 'profile' | 'unusableProfile' | 'unreadable' | 'separator',
      string
    >
  >;
  /** Which profile an annex was checked with; the reason follows. */
  readonly profile: string;
  readonly profileReasons: Readonly<Record<'found' | 'chosen', string>>;
  readonly projects: string;
  readonly year: string;
  readonly leftAlone: string;
  readonly notChecked: string;
  readonly ruleWithout: string;
  readonly listSeparator: string;
  readonly countSeparator: string;
  readonly cellSeparator: string;
  readonly or: string;
  readonly orMore: string;
  readonly and: string;
  readonly totals: string;
  /** Behind the totals where records say that findings were set aside: they count, or they do not. */
  readonly totalsDismissed: Readonly<Record<'recorded' | 'trusted', string>>;
}

export const TEXTS: Readonly<Record<Locale, CliTexts>> = { 'zh-CN': zhCN, en };

/** The help, with the built-in profiles by name. */
export function helpText(locale: Locale): string {
  const width = Math.max(...BUILT_IN_PROFILES.map(({ id }) => id.length)) + 2;
  const profiles = BUILT_IN_PROFILES.map(
    ({ id, name }) => `${' '.repeat(29)}${id.padEnd(width)}${name[locale]}`,
  ).join('\n');
  return fill(TEXTS[locale].help, { profiles });
}

/** What happened to a workbook, and what to do about it. */
export function problemText(problem: WorkbookProblem, locale: Locale): string {
  const texts = TEXTS[locale];
  const format = problem.format === null ? '' : fill(texts.inFormat, { format: problem.format });
  const text = fill(texts.problems[problem.reason], { format, detail: problem.detail ?? '' });
  return problem.sheet === null ? text : fill(texts.inSheet, { sheet: shortened(problem.sheet) }) + text;
}

/** Of cells that are named in a text, so many ranges. */
const MOST_NAMED = 12;

export function noticeText(notice: Notice, locale: Locale): string {
  const texts = TEXTS[locale];
  if (notice.code === 'no-annex') return texts.notices[notice.code];
  const { sheet, reason, count, ranges } = notice;
  const named = ranges.slice(0, MOST_NAMED);
  const cells =
    named.map(toRangeAddress).join(texts.cellSeparator) +
    (ranges.length > named.length ? texts.moreCells : '');
  const text = texts.notices[reason === 'formula' ? 'not-calculated' : 'pictures'];
  return fill(text, { sheet: shortened(sheet), count: String(count), cells });
}

/** Names of worksheets as a list, as far as a message takes it. */
export function sheetsText(names: readonly string[], locale: Locale): string {
  return shortened(
    names.map((name) => shortened(name)).join(TEXTS[locale].listSeparator),
    LONGEST_MESSAGE / 2,
  );
}

export function usageText(problem: UsageProblem, locale: Locale): string {
  const texts = TEXTS[locale];
  const {
    kind,
    word = '',
    value = '',
    other = '',
    allowed = [],
    most = 0,
  } = problem as {
    kind: UsageProblem['kind'];
    word?: string;
    value?: string;
    other?: string;
    allowed?: readonly string[];
    most?: number;
  };
  const problemLine = fill(texts.usage[kind], {
    word: shortened(word),
    value: shortened(value),
    other,
    allowed: allowed.join(', '),
    most: String(most),
  });
  return `${oneLine(problemLine)}\n${texts.seeHelp}\n`;
}
