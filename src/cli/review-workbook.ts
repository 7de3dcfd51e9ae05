import { extname } from 'node:path';
import type { Layout } from '../engine/annex/annex';
import type { FieldId } from '../engine/annex/field-id';
import type { AnnexGuess } from '../engine/annex/guess/guess-annex';
import type { GuessedParts } from '../engine/annex/guess/guessed-parts';
import { isColumn, labelPath, placeName } from '../engine/annex/place';
import type { NotJudged } from '../engine/review/not-judged';
import { notReadOf } from '../engine/review/not-read';
import type { RulesByNote } from '../engine/review/rules-by-note';
import {
  WorkbookReview,
  type DressedWorkbook,
  type ReviewedSheet,
  type WorkbookReviewOptions,
} from '../app/workbook-review';
import { recordsInFile, type RecordsInFile } from './received-records';
import type { CellRange } from '../engine/sheet/address';
import { shortened } from '../engine/sheet/shortened';
import { openFileHost, type FileHost } from '../host/file/file-host';
import { XlsxError } from '../host/file/open-workbook-file';
import { HostError, type SheetRef } from '../host/port';
import { WriteError, type WriteFailure } from './write-file';
import { unreadable, WorkbookFileError } from '../host/file/workbook-file-error';
import type { FoundFile } from './find-workbooks';

/** An annex with its findings, and what records say of them. */
export type ReviewedAnnex = ReviewedSheet['annexes'][number];

/** What the reader has to know beside the findings. */
export type Notice =
  | { readonly code: 'no-annex' }
  /** A hidden worksheet that holds something and was not reviewed; whether that is an annex, or looks like one. */
  | { readonly code: 'hidden-worksheet'; readonly sheet: string; readonly annex: boolean }
  /** A worksheet that looks like an annex and was not understood; `guess`: what it may be, absent where nothing comes near. */
  | { readonly code: 'sheet-not-understood'; readonly sheet: string; readonly guess?: SheetGuess }
  /** Labelled columns, of a form cells, with contents that no rule has looked at. */
  | {
      readonly code: 'columns-not-read';
      readonly sheet: string;
      readonly columns: readonly NotReadColumn[];
      /** Whether they are cells of a form. */
      readonly cells: boolean;
      /** Rules that were not checked and may have been for want of them. */
      readonly rules: readonly string[];
    }
  /** It is not known what cells of an annex show. */
  | ({ readonly code: 'values-not-judged'; readonly sheet: string } & NotJudged)
  /** Rules went by a text of the table, or were silent for it. */
  | ({ readonly code: 'rules-by-note'; readonly sheet: string } & RulesByNote);

/** What a worksheet may be that was not understood. Nothing was reviewed by it. */
export interface SheetGuess extends GuessedParts {
  readonly layout: Layout;
  readonly range: CellRange;
}

/** A column that was not read, by its letters and its labels; of a form a cell, by its address. */
export interface NotReadColumn {
  readonly column: string;
  readonly header: string;
  /** What it is taken for without being sure; `null`: nothing. */
  readonly field: FieldId | null;
}

/** Why a workbook, or one of its sheets, was not reviewed. */
export interface WorkbookProblem {
  /** A few stable words for programs. */
  readonly code:
    'unreadable' | 'encrypted' | 'unsupported-format' | 'too-large' | 'not-written' | 'internal-error';
  /** More closely; the user's text is chosen by it. */
  readonly reason:
    | 'not-found'
    | 'no-permission'
    | 'not-a-file'
    | 'locked'
    | 'name-too-long'
    | 'read-failed'
    | 'encrypted'
    | 'unsupported-format'
    | 'not-a-workbook'
    | 'corrupt'
    | 'too-large'
    | 'unsafe-xml'
    | WriteFailure
    | 'formats-full'
    | 'out-of-memory'
    | 'thread-ended'
    | 'internal-error';
  /** What the file turned out to be: an extension without its dot. */
  readonly format: string | null;
  /** Name of the sheet where reading failed; `null` where the workbook as a whole could not be opened. */
  readonly sheet: string | null;
  /** The failure in the system's own words. */
  readonly detail: string | null;
}

export interface WorkbookResult {
  readonly file: string;
  /** Why the workbook was not reviewed, or which of its sheets were not; the others are all the same. */
  readonly problems: readonly WorkbookProblem[];
  readonly annexes: readonly ReviewedAnnex[];
  readonly notices: readonly Notice[];
  /** What the records of the workbook say; `null` where there are none. */
  readonly records: RecordsInFile | null;
  /** The reviewed copy, where one was asked for and made. */
  readonly copy?: ReviewedCopy;
}

/** A reviewed copy of a workbook. */
export interface ReviewedCopy {
  readonly path: string;
  /** What was laid over it; `null`: there was nothing to mark, and the file was copied byte for byte. */
  readonly dressed: DressedWorkbook | null;
  /** Whether the file carried a digital signature, which the copy has made invalid. */
  readonly breaksSignature: boolean;
  /** How many parts of records were left out; `null`: they were to stay. */
  readonly recordsLeftOut: number | null;
}

/** Writes the reviewed copy of a workbook once all its worksheets have been reviewed. */
export type CopyWorkbook = (host: FileHost, review: WorkbookReview) => Promise<ReviewedCopy>;

/**
 * Reviews the worksheets of one workbook. Never throws: what goes wrong is part of the result.
 *
 * @param how the profile for all annexes, whether hidden worksheets are reviewed and the workbook's records are trusted
 * @param copy absent: no copy is made; nor is one of a workbook with a worksheet that could not be read
 */
export async function reviewWorkbook(
  { path: file, folderError }: FoundFile,
  how: WorkbookReviewOptions = {},
  copy?: CopyWorkbook,
): Promise<WorkbookResult> {
  const failed = (error: unknown): WorkbookResult => ({
    file,
    problems: [problemOf(error, file, null)],
    annexes: [],
    notices: [],
    records: null,
  });
  if (folderError !== null) return failed(unreadable(file, folderError));
  let host;
  let review;
  try {
    host = await openFileHost(file);
    review = await WorkbookReview.of(host, how);
  } catch (error) {
    return failed(error);
  }
  const annexes: ReviewedAnnex[] = [];
  const problems: WorkbookProblem[] = [];
  const notReviewed: Notice[] = [];
  const attempt = async (sheet: SheetRef, look: () => Promise<void>): Promise<void> => {
    try {
      await look();
    } catch (error) {
      problems.push(problemOf(error, file, sheet.name));
    }
  };
  for (const sheet of review.sheets) await attempt(sheet, () => review.look(sheet));
  for (const { sheet, annexes: reviewed, unread } of await review.conclude()) {
    annexes.push(...reviewed);
    if (!unread?.looksLikeAnnex) continue;
    const guess = unread.guess && guessOf(unread.guess);
    notReviewed.push({ code: 'sheet-not-understood', sheet: sheet.name, ...(guess && { guess }) });
  }
  for (const sheet of review.hiddenSheets)
    await attempt(sheet, async () => {
      const look = await review.lookAt(sheet);
      if (look === 'empty') return;
      notReviewed.push({ code: 'hidden-worksheet', sheet: sheet.name, annex: look === 'annex' });
    });
  const notices: Notice[] = problems.length === 0 && annexes.length === 0 ? [{ code: 'no-annex' }] : [];
  notices.push(...notReviewed);
  for (const { annex, outcomes, notJudged, byNote } of annexes) {
    // Nothing is judged in an annex that is left alone.
    if (outcomes.length === 0) continue;
    for (const cells of notJudged)
      notices.push({ code: 'values-not-judged', sheet: annex.sheet.name, ...cells });
    const notRead = notReadOf(annex, outcomes);
    if (!notRead) continue;
    const places = notRead.places.map((index) => annex.places[index]!);
    const columns = places.map((place) => ({
      column: placeName(place),
      header: labelPath(place).join(' / '),
      field: place.guess?.field ?? null,
    }));
    const cells = places.every((place) => !isColumn(place));
    notices.push({
      code: 'columns-not-read',
      sheet: annex.sheet.name,
      columns,
      cells,
      rules: notRead.rules,
    });
    for (const text of byNote) notices.push({ code: 'rules-by-note', sheet: annex.sheet.name, ...text });
  }
  const records = recordsInFile(review.received, how.trustRecords ?? false);
  const result = { file, problems, annexes, notices, records };
  if (!copy || problems.length > 0) return result;
  try {
    return { ...result, copy: await copy(host, review) };
  } catch (error) {
    return { ...result, problems: [problemOf(error, file, null)] };
  }
}

function guessOf({ annex, found, guessed, missing, confidence }: AnnexGuess): SheetGuess {
  return { layout: annex.layout, range: annex.range, found, guessed, missing, confidence };
}

/** What went wrong, as the report tells it. Failures of a host are told by what caused them. */
export function problemOf(thrown: unknown, file: string, sheet: string | null): WorkbookProblem {
  if (thrown instanceof WorkbookFileError) return { ...fileProblem(thrown), sheet };
  if (thrown instanceof XlsxError) return { ...contentProblem(thrown, file), sheet };
  if (thrown instanceof HostError && thrown.code === 'formats-full')
    return { code: 'not-written', reason: thrown.code, format: null, sheet, detail: null };
  if (thrown instanceof HostError && thrown.detail.cause !== undefined)
    return problemOf(thrown.detail.cause, file, sheet);
  if (thrown instanceof WriteError)
    return { code: 'not-written', reason: thrown.reason, format: null, sheet, detail: thrown.message };
  const detail = shortened(thrown instanceof Error ? thrown.message : String(thrown));
  return { code: 'internal-error', reason: 'internal-error', format: null, sheet, detail };
}

type Problem = Omit<WorkbookProblem, 'sheet'>;

function fileProblem(error: WorkbookFileError): Problem {
  return error.reason === 'other'
    ? { code: 'unreadable', reason: 'read-failed', format: null, detail: error.message }
    : { code: 'unreadable', reason: error.reason, format: null, detail: null };
}

function contentProblem({ code, detail }: XlsxError, file: string): Problem {
  const extension = extname(file).slice(1).toLowerCase();
  const claimsToBeOurs = extension === 'xlsx' || extension === 'xlsm';
  const unsupported: Problem = {
    code: 'unsupported-format',
    reason: 'unsupported-format',
    // "Save .xlsx as .xlsx" would be no help, so an extension that is ours names no format.
    format: detail.format ?? (claimsToBeOurs || extension === '' ? null : extension),
    detail: null,
  };
  switch (code) {
    case 'encrypted':
    case 'too-large':
      return { code, reason: code, format: null, detail: null };
    case 'corrupt':
    case 'unsafe-xml':
      return { code: 'unreadable', reason: code, format: null, detail: null };
    case 'legacy-xls':
    case 'unsupported-format':
      return unsupported;
    case 'not-a-workbook':
      // A file that never claimed to be .xlsx is of another format; one that did is broken.
      return detail.format !== undefined && !claimsToBeOurs
        ? unsupported
        : { code: 'unreadable', reason: code, format: null, detail: null };
  }
}
