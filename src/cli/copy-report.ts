import { fill, type Locale } from '../engine/language';
import type { CliTexts } from './i18n/cli-texts';
import { noticeText, problemText, sheetsText, TEXTS } from './i18n/texts';
import { messageLine, oneLine } from './one-line';
import { recordsText } from './received-text';
import type { Report } from './report';
import type { ReviewedCopy, WorkbookResult } from './review-workbook';
import type { Totals } from './summary';
import { totalsText } from './to-text';

/** What a person reads while reviewed copies are made: one line a workbook, then what could not be done, then totals. */
export class CopyReport implements Report {
  readonly between = '';
  private readonly texts: CliTexts;

  constructor(private readonly locale: Locale) {
    this.texts = TEXTS[locale];
  }

  open(): string {
    return '';
  }

  *workbook({ file, problems, notices, records, copy }: WorkbookResult): Iterable<string> {
    const { texts, locale } = this;
    const name = oneLine(file);
    if (copy) for (const text of this.copy(copy)) yield `${name} ${oneLine(text)}\n`;
    for (const notice of notices)
      yield `${name} ${texts.notice} ${messageLine(noticeText(notice, locale))}\n`;
    if (records) yield `${name} ${texts.notice} ${messageLine(recordsText(records, locale))}\n`;
    for (const problem of problems)
      yield `${name} ${texts.notRead} ${oneLine(problemText(problem, locale))}\n`;
    if (!copy && problems.some(({ sheet }) => sheet !== null))
      yield `${name} ${texts.notice} ${texts.copies.notMade}\n`;
  }

  close(totals: Totals): string {
    return totalsText(totals, this.locale);
  }

  private *copy(copy: ReviewedCopy): Iterable<string> {
    yield* this.made(copy);
    const { breaksSignature, recordsLeftOut } = copy;
    const { copies } = this.texts;
    if (recordsLeftOut !== null) yield recordsLeftOut > 0 ? copies.withoutRecords : copies.noRecords;
    if (breaksSignature) yield copies.breaksSignature;
  }

  private *made({ path, dressed }: ReviewedCopy): Iterable<string> {
    const { copies } = this.texts;
    const named = (sheets: readonly string[]): string => sheetsText(sheets, this.locale);
    if (!dressed) {
      yield fill(copies.unchanged, { path });
      return;
    }
    const { markedCells, notes, notesLeftOut, rollups, protectedSheets } = dressed;
    yield fill(copies.made, {
      path,
      cells: String(markedCells),
      notes: String(notes),
      sheets: named(rollups.map((sheet) => sheet.name)) || copies.none,
    });
    if (notesLeftOut > 0) yield fill(copies.notesLeftOut, { count: String(notesLeftOut) });
    if (protectedSheets.length > 0) yield fill(copies.protectedSheets, { sheets: named(protectedSheets) });
    if (dressed.rollupsProtected) yield copies.rollupsProtected;
    if (dressed.doubtfulSheets.length > 0)
      yield fill(copies.rollupsDoubtful, { sheets: named(dressed.doubtfulSheets) });
  }
}
