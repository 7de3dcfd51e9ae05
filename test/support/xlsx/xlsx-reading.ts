import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import type { XlsxLimits, XlsxWorkbook } from '../../../src/xlsx';
import { openWorkbook, XlsxError } from '../../../src/xlsx';
import { buildXlsxOfSheetXml } from './xlsx-builder';

/** Opens a workbook with Node's zlib. */
export function open(bytes: Uint8Array, limits?: Partial<XlsxLimits>): XlsxWorkbook {
  return openWorkbook(bytes, { inflate: inflateWithZlib, ...(limits && { limits }) });
}

/** Reads the first worksheet of a workbook whose sheet is the given XML (see `buildXlsxOfSheetXml`). */
export function readSheetXml(
  xml: string,
  parts: Record<string, string | Uint8Array | null> = {},
): SheetSnapshot {
  return open(buildXlsxOfSheetXml(xml, parts)).readSheet(0);
}

/** The XlsxError the action throws; fails for any other end. */
export function xlsxError(action: () => unknown): XlsxError {
  try {
    action();
  } catch (error) {
    if (error instanceof XlsxError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}
