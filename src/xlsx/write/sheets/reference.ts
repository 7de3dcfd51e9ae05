import { toAbsoluteAddress, type CellRange } from '../../../engine/sheet/address';

/** The name of a worksheet as references write it. Quotes are never wrong, so they always stand. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** An absolute reference to cells of a worksheet: "'单位汇总'!$A$4:$A$9". */
export function absoluteReference(sheetName: string, range: CellRange): string {
  return `${quotedSheet(sheetName)}!${toAbsoluteAddress(range)}`;
}

/** Signs that stand in the name of a sheet or a range without quotes. */
const REFERENCE = /'((?:[^']|'')+)'!|(?<![\]\p{L}\p{N}_.\\?])([\p{L}\p{N}_.\\?:]+)!/gu;

/**
 * Whether a formula speaks of a worksheet of its own workbook: as the sheet of a reference or as the first or last of
 * a span of sheets. A text that holds such a reference counts too, for INDIRECT may read it.
 */
export function mentionsSheet(formula: string, sheetName: string): boolean {
  const wanted = sheetName.toLowerCase();
  for (const [, quoted, plain = ''] of formula.matchAll(REFERENCE)) {
    const names = quoted === undefined ? plain : quoted.replace(/''/g, "'");
    // In brackets is the name of another workbook.
    if (names.includes(']')) continue;
    if (names.split(':').some((name) => name.toLowerCase() === wanted)) return true;
  }
  return false;
}
