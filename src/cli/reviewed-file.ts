import type { SheetHelp } from '../app/workbook-review';
import type { Vocabulary } from '../engine/annex/corrections/vocabulary';
import type { Profile } from '../engine/profile/profile';
import { StatementCache } from '../engine/quantity';
import type { Locale } from '../engine/language';
import type { Format } from './arguments';
import { CopyReport } from './copy-report';
import { copyTo, type PlaceCopy } from './copy-workbook';
import type { FoundFile } from './find-workbooks';
import { problemText } from './i18n/texts';
import type { Report } from './report';
import { reviewWorkbook, type WorkbookProblem, type WorkbookResult } from './review-workbook';
import { countsOf, type Counts } from './summary';
import { JsonReport } from './to-json';
import { TextReport } from './to-text';

/** What is to be done with every file of a run. Plain, so that a thread can be told. */
export interface ReviewJob {
  readonly format: Format;
  readonly locale: Locale;
  /** The profile for all annexes; `null`: the one that fits each. */
  readonly profile: Profile | null;
  /** What columns of known headers mean; `null`: nothing was given. */
  readonly vocabulary: Vocabulary | null;
  /** Whether findings that records in the files say were set aside are taken for such. */
  readonly trustRecords: boolean;
  /** Whether copies are made without the records of the reviewer. */
  readonly withoutRecords: boolean;
  /** Whether each column is told why it is read as it is, in JSON. */
  readonly explain: boolean;
  /** Whether hidden worksheets are reviewed too. */
  readonly hidden: boolean;
}

/** Finds helpers for a file; `null`: it is not worth any. */
export type FindHelp = (path: string) => Promise<(SheetHelp & { end(): Promise<void> }) | null>;

/** What there is to write of one file, and what it adds to the totals. */
export interface ReviewedFile<Piece = string | Uint8Array> {
  readonly counts: Counts;
  /** For standard error: what could not be done, a line each. */
  readonly lines: readonly string[];
  /** For standard output, to be gone through once: texts, or their UTF-8. */
  readonly pieces: Iterable<Piece>;
}

const REPORTS: Readonly<Record<Format, (locale: Locale, explain: boolean) => Report>> = {
  json: (locale, explain) => new JsonReport(locale, explain),
  text: (locale) => new TextReport(locale),
  xlsx: (locale) => new CopyReport(locale),
};

export function reportFor({
  format,
  locale,
  explain,
}: Pick<ReviewJob, 'format' | 'locale' | 'explain'>): Report {
  return REPORTS[format](locale, explain);
}

/** Reviews file after file and puts into words what is found. Texts that the files share are parsed once. */
export class FileReviewer {
  private readonly report: Report;
  private readonly statements = new StatementCache();

  /** @param findHelp absent: no file is worth any */
  constructor(
    private readonly job: ReviewJob,
    private readonly findHelp: FindHelp = () => Promise.resolve(null),
  ) {
    this.report = reportFor(job);
  }

  /**
   * Reviews one file. Never throws: what goes wrong is part of the result.
   * @param placeCopy finds the place of the reviewed copy; `null`: none is made
   */
  async review(file: FoundFile, placeCopy: PlaceCopy | null): Promise<ReviewedFile<string>> {
    const { profile, vocabulary, trustRecords, withoutRecords, hidden, locale } = this.job;
    const help = (await this.findHelp(file.path)) ?? undefined;
    this.statements.startWorkbook();
    const how = {
      ...(profile && { profile }),
      ...(vocabulary && { vocabulary }),
      ...{ trustRecords, hidden, statements: this.statements, help },
    };
    try {
      const copy = placeCopy ? copyTo(placeCopy, locale, withoutRecords) : undefined;
      return this.inWords(await reviewWorkbook(file, how, copy));
    } finally {
      await help?.end();
    }
  }

  /** A file of which nothing but a problem is known. */
  failed({ path }: FoundFile, problem: WorkbookProblem): ReviewedFile<string> {
    return this.inWords({ file: path, problems: [problem], annexes: [], notices: [], records: null });
  }

  private inWords(result: WorkbookResult): ReviewedFile<string> {
    const { format, locale } = this.job;
    // The other formats name problems in the output itself.
    const told = format === 'json' ? result.problems : [];
    return {
      counts: countsOf(result),
      lines: told.map((problem) => `${result.file}: ${problemText(problem, locale)}`),
      pieces: this.report.workbook(result),
    };
  }
}
