import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { PackageDraft } from '../../../src/xlsx/package/package-draft';
import { ZipParts } from '../../../src/xlsx/package/parts';
import { XlsxWorkbook } from '../../../src/xlsx/read/open-workbook';
import { ZipArchive } from '../../../src/xlsx/zip/zip-archive';

export const WORKBOOK = 'xl/workbook.xml';
export const STYLES = 'xl/styles.xml';
export const SHEET = 'xl/worksheets/sheet1.xml';

/** A draft of the package in a file. */
export function draftOf(file: Uint8Array): PackageDraft {
  return PackageDraft.of(new ZipParts(new ZipArchive(file, inflateWithZlib)), DEFAULT_LIMITS);
}

/** What the reader makes of a draft as it is now. */
export function reread(draft: PackageDraft): XlsxWorkbook {
  return new XlsxWorkbook(draft);
}

/** UTF-16, little-endian, with its byte order mark. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [...`\ufeff${text}`].forEach((character, i) => view.setUint16(i * 2, character.charCodeAt(0), true));
  return bytes;
}
