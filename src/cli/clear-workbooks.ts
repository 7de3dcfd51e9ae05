import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fill } from '../engine/language';
import { holdsReviewerInput } from '../app/workbook-review';
import { openFileHost } from '../host/file/file-host';
import { unreadable } from '../host/file/workbook-file-error';
import type { ClearOptions } from './arguments';
import { lookAt } from './file-identity';
import type { Found, FoundFile } from './find-workbooks';
import { problemText, sheetsText, TEXTS } from './i18n/texts';
import { oneLine } from './one-line';
import type { Output } from './output';
import { OutputFolder } from './output-folder';
import { problemOf } from './review-workbook';
import { removeLeftovers } from './temporary-files';
import { WriteError, writeWhole, type Place } from './write-file';

/**
 * Takes marks, notes, rollup sheets and what else is ours off workbooks: off copies where a folder for them is given,
 * else off the files themselves, behind links too, each replaced whole or not at all, and only as long as nobody else has
 * written to it; one whose 问题清单 holds what a reviewer has typed only where that is forced. A file with nothing of ours
 * is left alone, or copied byte for byte.
 *
 * @returns whether all of them could be cleared
 */
export async function clearWorkbooks(found: Found, options: ClearOptions, output: Output): Promise<boolean> {
  const folder = options.out === null ? null : new OutputFolder(options.out, options.force, found);
  let allDone = true;
  for (const file of found.files) {
    const texts = TEXTS[options.locale];
    try {
      const lines = await clearWorkbook(file, folder, options);
      for (const line of lines) await output.write(`${oneLine(file.path)} ${oneLine(line)}\n`);
    } catch (error) {
      allDone = false;
      const problem = problemText(problemOf(error, file.path, null), options.locale);
      await output.write(`${oneLine(file.path)} ${texts.cleared.failed} ${oneLine(problem)}\n`);
    }
    await output.flush();
  }
  return allDone;
}

async function clearWorkbook(
  { path, below, folderError }: FoundFile,
  folder: OutputFolder | null,
  { locale, force }: ClearOptions,
): Promise<string[]> {
  if (folderError !== null) throw unreadable(path, folderError);
  const { cleared } = TEXTS[locale];
  // Looked at before it is read, so that whatever is written to it from now on is noticed.
  const place = folder ? await folder.place(below) : await placeOf(path);
  const host = await openFileHost(path);
  if (!folder && !force && (await holdsReviewerInput(host))) throw new WriteError('reviewer-input', path);
  const { hadTraces, bytes, keptSheets, doubtfulSheets, damagedSheets } = await host.saveCleared();
  if (folder) await folder.write(place, bytes);
  else if (hadTraces) await writeWhole(place, bytes, [path]);
  const done = hadTraces ? cleared.done : folder ? cleared.copied : cleared.nothing;
  const lines = [fill(done, { path: place.path })];
  if (keptSheets.length > 0) lines.push(fill(cleared.kept, { sheets: sheetsText(keptSheets, locale) }));
  if (doubtfulSheets.length > 0)
    lines.push(fill(cleared.doubtful, { sheets: sheetsText(doubtfulSheets, locale) }));
  if (damagedSheets.length > 0) {
    lines.push(fill(cleared.damaged, { sheets: sheetsText(damagedSheets, locale) }));
  }
  return lines;
}

/** The file itself, behind whatever links lead to it. */
async function placeOf(path: string): Promise<Place> {
  try {
    const real = await realpath(path);
    removeLeftovers(dirname(real));
    // The path stays as it was given where no link is followed.
    return { path: lookAt(path)?.isSymbolicLink() ? real : path, before: lookAt(real) };
  } catch (error) {
    throw unreadable(path, error);
  }
}
