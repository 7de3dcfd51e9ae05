import type { Locale } from '../engine/language';
import type { FoundFile } from './find-workbooks';
import type { CopyWorkbook } from './review-workbook';
import { writeWhole, type OutputFolder } from './write-file';

/**
 * Writes the reviewed copy of a workbook into a folder: with marks, notes and rollup sheets as the pane would make them,
 * or byte for byte where there is nothing to mark.
 */
export function copyInto(folder: OutputFolder, { path, below }: FoundFile, locale: Locale): CopyWorkbook {
  return async (host, review) => {
    const target = await folder.place(path, below);
    const dressed = await review.dress(locale);
    await writeWhole(target, await host.save());
    return { path: target, dressed, breaksSignature: dressed !== null && host.isSigned };
  };
}
