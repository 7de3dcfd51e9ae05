import type { XlsxLimits } from '../limits';
import { ZipParts } from '../package/parts';
import { compoundFileNames, isCompoundFile } from '../zip/compound-file';
import type { Inflate } from '../zip/inflate';
import { ZipArchive } from '../zip/zip-archive';
import { XlsxError } from '../xlsx-error';
import { foreignFormat } from './foreign-format';

/**
 * Opens the package of a file; other kinds of files are told apart first.
 * @throws XlsxError of any code but 'unsafe-xml'
 */
export function openParts(bytes: Uint8Array, inflate: Inflate, limits: XlsxLimits): ZipParts {
  if (isCompoundFile(bytes)) throw compoundFileError(bytes);
  if (!startsAsZip(bytes)) {
    const format = foreignFormat(bytes);
    throw new XlsxError(
      'not-a-workbook',
      `not a zip file${format ? ` but ${format}` : ''}`,
      format ? { format } : {},
    );
  }
  return new ZipParts(new ZipArchive(bytes, inflate, limits));
}

function startsAsZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  // A zip with no entry begins with its end record.
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

function compoundFileError(bytes: Uint8Array): XlsxError {
  const names = compoundFileNames(bytes);
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) {
    return new XlsxError('encrypted', 'the workbook is behind a password');
  }
  if (names.includes('Workbook') || names.includes('Book')) {
    return new XlsxError('legacy-xls', 'a workbook in the binary format of Excel 97–2003', { format: 'xls' });
  }
  if (names.length === 0) return new XlsxError('corrupt', 'a compound file whose directory cannot be read');
  return new XlsxError('not-a-workbook', 'a compound file without a workbook');
}
