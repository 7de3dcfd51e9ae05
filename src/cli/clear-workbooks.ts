import { fill } from '../engine/language';
import { holdsReviewerInput } from '../app/workbook-review';
import { openFileHost } from '../host/file/file-host';
import { unreadable } from '../host/file/workbook-file-error';
import type { ClearOptions } from './arguments';
import { findWorkbooks, type FoundFile } from './find-workbooks';
import { problemText, TEXTS } from './i18n/texts';
import { oneLine } from './one-line';
import type { Output } from './output';
import { problemOf } from './review-workbook';
import { OutputFolder, WriteError, writeWhole } from './write-file';

/**
 * Takes marks, notes, rollup sheets and what else is ours off workbooks: off copies where a folder for them is given,
 * else off the files themselves, each replaced whole or not at all; one whose 问题清单 holds what a reviewer has typed only
 * where that is forced. A file with nothing of ours is left alone, or copied byte for byte.
 *
 * @returns whether all of them could be cleared
 */
export async function clearWorkbooks(options: ClearOptions, output: Output): Promise<boolean> {
  const { files } = await findWorkbooks(options.paths);
  const folder = options.out === null ? null : new OutputFolder(options.out, options.force);
  let allDone = true;
  for (const file of files) {
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
  const { cleared, listSeparator } = TEXTS[locale];
  const target = folder ? await folder.place(path, below) : path;
  const host = await openFileHost(path);
  if (!folder && !force && (await holdsReviewerInput(host))) throw new WriteError('reviewer-input', path);
  const { hadTraces, bytes, keptSheets } = await host.saveCleared();
  if (folder || hadTraces) await writeWhole(target, bytes);
  const done = hadTraces ? cleared.done : folder ? cleared.copied : cleared.nothing;
  const lines = [fill(done, { path: target })];
  if (keptSheets.length > 0) lines.push(fill(cleared.kept, { sheets: keptSheets.join(listSeparator) }));
  return lines;
}
