import type { Locale } from '../engine/language';
import type { FileHost } from '../host/file/file-host';
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
 *
 * @param withoutRecords whether the reviewer's records (what was ignored and why, what cells held before they were
 *   corrected, profile and corrections) are left out, for a copy that goes back to the unit
 */
export function copyTo(placeCopy: PlaceCopy, locale: Locale, withoutRecords: boolean): CopyWorkbook {
  return async (host, review) => {
    const place = await placeCopy();
    const dressed = await review.dress(locale, !withoutRecords);
    const recordsLeftOut = withoutRecords ? await forgetRecords(host) : null;
    await place.write(await host.save());
    const isChanged = dressed !== null || (recordsLeftOut ?? 0) > 0;
    return { path: place.path, dressed, breaksSignature: isChanged && host.isSigned, recordsLeftOut };
  };
}

/** @returns how many parts of records there were, those that cannot be read too */
async function forgetRecords(host: FileHost): Promise<number> {
  const parts = await host.recall();
  for (const { id, text } of parts) await host.forget(id, text);
  return parts.length;
}
