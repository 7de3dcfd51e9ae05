import type { Locale } from '../engine/language';
import type { CopyWorkbook } from './review-workbook';

/** Where a copy goes. */
export interface CopyPlace {
  readonly path: string;
  /** @throws WriteError */
  write(bytes: Uint8Array): Promise<void>;
}

/**
 * Finds the place of the copy of one file, and checks it before anything is made of it.
 * @throws WriteError where it may not be written
 */
export type PlaceCopy = () => Promise<CopyPlace>;

/**
 * Writes the reviewed copy of a workbook: with marks, notes and rollup sheets as the pane would make them, or byte for
 * byte where there is nothing to mark.
 */
export function copyTo(placeCopy: PlaceCopy, locale: Locale): CopyWorkbook {
  return async (host, review) => {
    const place = await placeCopy();
    const dressed = await review.dress(locale);
    await place.write(await host.save());
    return { path: place.path, dressed, breaksSignature: dressed !== null && host.isSigned };
  };
}
