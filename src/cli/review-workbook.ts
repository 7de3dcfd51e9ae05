import { extname } from 'node:path';
import { reviewWorksheet, type ReviewedAnnex } from '../app/review-worksheet';
import { StatementCache } from '../engine/annex/quantity';
import { openWorkbookFile, XlsxError } from '../host/file/open-workbook-file';
import { unreadable, WorkbookFileError } from '../host/file/workbook-file-error';
import type { Profile } from '../engine/profile/profile';
import type { FoundFile } from './find-workbooks';

export type { ReviewedAnnex };

export type Notice = 'no-annex';

/** Why a workbook, or one of its sheets, was not reviewed. */
export interface WorkbookProblem {
  /** A few stable words for programs. */
  readonly code: 'unreadable' | 'encrypted' | 'unsupported-format' | 'too-large' | 'internal-error';
  /** More closely; the user's text is chosen by it. */
  readonly reason:
    | 'not-found'
    | 'no-permission'
    | 'not-a-file'
    | 'locked'
    | 'read-failed'
    | 'encrypted'
    | 'unsupported-format'
    | 'not-a-workbook'
    | 'corrupt'
    | 'too-large'
    | 'unsafe-xml'
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
  /** The first problem; sheets that could be read are reviewed all the same. */
  readonly problem: WorkbookProblem | null;
  readonly annexes: readonly ReviewedAnnex[];
  readonly notices: readonly Notice[];
}

/**
 * Reviews all worksheets of one workbook, hidden ones too. Never throws: what goes wrong is part of the result.
 *
 * @param profile the profile for all annexes; absent: the one that fits each
 */
export async function reviewWorkbook(
  { path: file, folderError }: FoundFile,
  profile?: Profile,
): Promise<WorkbookResult> {
  if (folderError !== null) {
    return { file, problem: problemOf(unreadable(file, folderError), file, null), annexes: [], notices: [] };
  }
  let workbook;
  try {
    workbook = await openWorkbookFile(file);
  } catch (error) {
    return { file, problem: problemOf(error, file, null), annexes: [], notices: [] };
  }
  const statements = new StatementCache();
  const annexes: ReviewedAnnex[] = [];
  let problem: WorkbookProblem | null = null;
  for (const { index, name } of workbook.sheets) {
    try {
      for (const reviewed of reviewWorksheet(workbook.readSheet(index), statements, profile))
        annexes.push(reviewed);
    } catch (error) {
      problem ??= problemOf(error, file, name);
    }
  }
  const notices: Notice[] = problem === null && annexes.length === 0 ? ['no-annex'] : [];
  return { file, problem, annexes, notices };
}

function problemOf(thrown: unknown, file: string, sheet: string | null): WorkbookProblem {
  if (thrown instanceof WorkbookFileError) return { ...fileProblem(thrown), sheet };
  if (thrown instanceof XlsxError) return { ...contentProblem(thrown, file), sheet };
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
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
