import { extname } from 'node:path';
import { reviewWorksheet, type ReviewedAnnex } from '../app/review-worksheet';
import { StatementCache } from '../engine/annex/quantity';
import { openWorkbookFile } from '../host/file/open-workbook-file';
import { unreadable } from '../host/file/workbook-file-error';
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

/** Reviews all worksheets of one workbook, hidden ones too. Never throws: what goes wrong is part of the result. */
export async function reviewWorkbook({ path: file, folderError }: FoundFile): Promise<WorkbookResult> {
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
      for (const reviewed of reviewWorksheet(workbook.readSheet(index), statements)) annexes.push(reviewed);
    } catch (error) {
      problem ??= problemOf(error, file, name);
    }
  }
  const notices: Notice[] = problem === null && annexes.length === 0 ? ['no-annex'] : [];
  return { file, problem, annexes, notices };
}

/** The error of one of the readers, told by its name: `WorkbookFileError` or `XlsxError`. */
interface ReaderError extends Error {
  readonly code?: unknown;
  readonly reason?: unknown;
  readonly detail?: { readonly format?: string };
}

function problemOf(thrown: unknown, file: string, sheet: string | null): WorkbookProblem {
  const error: ReaderError = thrown instanceof Error ? thrown : new Error(String(thrown));
  const extension = extname(file).slice(1).toLowerCase();
  const format = error.detail?.format ?? null;
  const problem = (
    code: WorkbookProblem['code'],
    reason: WorkbookProblem['reason'],
    detail: string | null = null,
  ): WorkbookProblem => ({
    code,
    reason,
    format,
    sheet,
    detail,
  });
  const unsupported = (): WorkbookProblem => ({
    ...problem('unsupported-format', 'unsupported-format'),
    format: format ?? extension,
  });
  if (error.name === 'WorkbookFileError') {
    switch (error.reason) {
      case 'not-found':
      case 'no-permission':
      case 'not-a-file':
      case 'locked':
        return problem('unreadable', error.reason);
      default:
        return problem('unreadable', 'read-failed', error.message);
    }
  }
  if (error.name === 'XlsxError') {
    switch (error.code) {
      case 'encrypted':
      case 'too-large':
        return problem(error.code, error.code);
      case 'legacy-xls':
      case 'unsupported-format':
        return unsupported();
      case 'not-a-workbook':
        // A file that never claimed to be .xlsx is of another format; one that did is broken.
        return format !== null && extension !== 'xlsx' && extension !== 'xlsm'
          ? unsupported()
          : problem('unreadable', 'not-a-workbook');
      case 'corrupt':
      case 'unsafe-xml':
        return problem('unreadable', error.code);
      default:
        return problem('unreadable', 'read-failed', error.message);
    }
  }
  return problem('internal-error', 'internal-error', error.message);
}
