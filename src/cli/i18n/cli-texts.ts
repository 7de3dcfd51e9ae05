import type { Layout } from '../../engine/annex/annex';
import type { Severity } from '../../engine/severity';
import type { UsageProblem } from '../arguments';
import type { WorkbookProblem } from '../review-workbook';
import type { UserFile, UserFileProblem } from '../user-file';

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
  readonly notices: Readonly<
    Record<
      | 'no-annex'
      | 'hidden-annex'
      | 'hidden-other'
      | 'sheet-not-understood'
      | 'not-calculated'
      | 'pictures'
      | 'by-note'
      | 'note-not-understood'
      | 'columns-not-read'
      | 'cells-not-read'
      | 'rules-not-checked',
      string
    >
  >;
  /** What a worksheet may be that was not understood; `guessed`: by what its cells hold. */
  readonly guess: Readonly<
    Record<'form' | 'department-form' | 'mayBe' | 'found' | 'guessed' | 'missing' | 'next', string>
  >;
  /** A column that was not read: what it is taken for. */
  readonly unsureColumn: string;
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
      | 'breaksSignature'
      | 'withoutRecords'
      | 'noRecords',
      string
    >
  >;
  /** What became of a workbook that was to be cleared. */
  readonly cleared: Readonly<
    Record<'done' | 'copied' | 'nothing' | 'kept' | 'doubtful' | 'damaged' | 'failed', string>
  >;
  /** What a user's files are called, by the options that name them. */
  readonly userFiles: Readonly<Record<UserFile, string>>;
  /** Before the mistakes of a user's file: which one. */
  readonly userFileWrong: string;
  readonly userFileProblems: Readonly<Record<UserFileProblem, string>>;
  /** Behind a finding that a record in the file says was set aside. */
  readonly dismissed: Readonly<Record<'recorded' | 'trusted', string>>;
  /** What the records of a file say, and what became of it; a sentence each. */
  readonly records: Readonly<
    Record<
      | 'dismissals'
      | 'trusted'
      | 'changes'
      | 'profile'
      | 'unusableProfile'
      | 'corrections'
      | 'unreadable'
      | 'separator',
      string
    >
  >;
  /** Behind a finding that stands for a habit: how many cells it is, and the first of them. */
  readonly habit: string;
  readonly sentenceSeparator: string;
  /** Which profile an annex was checked with; the reason follows. */
  readonly profile: string;
  readonly profileReasons: Readonly<Record<'found' | 'chosen', string>>;
  /** Which columns of an annex were settled by the vocabulary that was given, and as what. */
  readonly corrected: string;
  /** The same of a form. */
  readonly correctedCells: string;
  readonly correctedColumn: string;
  readonly notReviewed: string;
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
  /** Behind counts of findings: how many of them belong to how many habits. */
  readonly totalsHabits: string;
  /** Behind the totals where something was not understood, or left out though it looks like an annex. */
  readonly totalsUnrecognised: string;
  /** Behind the facts of an annex of which the figures are unsure. */
  readonly unvouched: string;
  /** Behind the totals where records say that findings were set aside: they count, or they do not. */
  readonly totalsDismissed: Readonly<Record<'recorded' | 'trusted', string>>;
}
