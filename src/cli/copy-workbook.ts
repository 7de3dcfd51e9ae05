import type { Locale } from '../engine/language';
import type { FoundFile } from './find-workbooks';
import type { CopyWorkbook } from './review-workbook';
import type { OutputFolder } from './output-folder';

/**
 * Writes the reviewed copy of a workbook into a folder: with marks, notes and rollup sheets as the pane would make them,
 * or byte for byte where there is nothing to mark.
 */
export function copyInto(folder: OutputFolder, { below }: FoundFile, locale: Locale): CopyWorkbook {
  return async (host, review) => {
    const place = await folder.place(below);
    const dressed = await review.dress(locale);
    await folder.write(place, await host.save());
    return { path: place.path, dressed, breaksSignature: dressed !== null && host.isSigned };
  };
}
