import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { XlsxLimits, XlsxWorkbook } from '../../xlsx';
import { openWorkbook, WorkbookDraft, XlsxError } from '../../xlsx';
import { OWN_SIGNATURE } from './own-signature';
import { unreadable, WorkbookFileError } from './workbook-file-error';
import { inflateWithZlib } from './zlib-inflate';

export { XlsxError };

export interface OpenFileOptions {
  /** Larger files are refused before they are read; in bytes. */
  readonly maxFileSize?: number;
  readonly limits?: Partial<XlsxLimits>;
}

const DEFAULT_MAX_FILE_SIZE = 256 * 1024 * 1024;

/**
 * Opens a workbook on disk. What a file is, is told by its content; its extension only names more closely what the
 * content leaves open (an .et looks like an .xls).
 * @throws WorkbookFileError where the file cannot be read
 * @throws XlsxError where it is no workbook that can be read; `detail.format` then names what it is, where known
 */
export function openWorkbookFile(path: string, options: OpenFileOptions = {}): Promise<XlsxWorkbook> {
  return open(path, options, (bytes, limits) => openWorkbook(bytes, { inflate: inflateWithZlib, ...limits }));
}

/**
 * Opens a workbook on disk to be edited; the file itself is not written to.
 * @throws WorkbookFileError, XlsxError as `openWorkbookFile`
 */
export function openDraftFile(path: string, options: OpenFileOptions = {}): Promise<WorkbookDraft> {
  return open(path, options, (bytes, limits) =>
    WorkbookDraft.open(bytes, { inflate: inflateWithZlib, signature: OWN_SIGNATURE, ...limits }),
  );
}

async function open<Workbook>(
  path: string,
  { maxFileSize = DEFAULT_MAX_FILE_SIZE, limits }: OpenFileOptions,
  read: (bytes: Uint8Array, limits: Pick<OpenFileOptions, 'limits'>) => Workbook,
): Promise<Workbook> {
  const bytes = await readWhole(path, maxFileSize);
  try {
    return read(bytes, limits ? { limits } : {});
  } catch (error) {
    throw error instanceof XlsxError ? withFormat(error, path) : error;
  }
}

async function readWhole(path: string, maxSize: number): Promise<Uint8Array> {
  try {
    const status = await stat(path);
    if (!status.isFile()) throw new WorkbookFileError(path, 'not-a-file', `${path} is no file`);
    if (status.size > maxSize) {
      throw new XlsxError('too-large', `the file has ${status.size} bytes`, { limit: maxSize });
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof XlsxError || error instanceof WorkbookFileError ? error : unreadable(path, error);
  }
}

/** Extensions that name a format more closely than the content does, by the error the content leads to. */
const NAMED_BY_EXTENSION: Readonly<Partial<Record<XlsxError['code'], readonly string[]>>> = {
  'legacy-xls': ['et', 'ett', 'xlt', 'xls'],
  'not-a-workbook': ['csv', 'txt', 'tsv', 'xls', 'et', 'doc', 'wps', 'pdf', 'ofd'],
};

function withFormat(error: XlsxError, path: string): XlsxError {
  const extension = extname(path).slice(1).toLowerCase();
  const named = NAMED_BY_EXTENSION[error.code]?.includes(extension) ?? false;
  const contentSays = error.detail.format !== undefined && error.code !== 'legacy-xls';
  if (!named || contentSays) return error;
  return new XlsxError(error.code, `${error.message} (.${extension})`, {
    ...error.detail,
    format: extension,
  });
}
