import type { CheckOptions } from './arguments';
import type { Found } from './find-workbooks';
import { TEXTS } from './i18n/texts';
import type { Output } from './output';
import { OutputFolder } from './output-folder';
import type { Progress } from './progress';
import { reportFor, type ReviewJob } from './reviewed-file';
import { EXIT, Summary } from './summary';
import { startReviewing, type ThreadOptions } from './threads/start-reviewing';

/**
 * Reviews workbooks and writes what is found as soon as it is: in their order, whichever thread is done first, and at
 * the pace of the reader.
 *
 * @returns the exit status, as far as the output was taken
 */
export async function checkWorkbooks(
  found: Found,
  job: ReviewJob,
  { failOn, out, force, jobs }: Pick<CheckOptions, 'failOn' | 'out' | 'force' | 'jobs'>,
  output: Output,
  progress: Progress,
  threads: ThreadOptions | undefined,
): Promise<number> {
  const { files } = found;
  const folder = out === null ? null : new OutputFolder(out, force, found);
  const report = reportFor(job);
  const summary = new Summary(job.trustRecords);
  await output.write(report.open());
  let cutShort = false;
  const onNoThread = (): void => progress.line(TEXTS[job.locale].noThread);
  const reviewing = await startReviewing(files, job, folder, jobs, threads, onNoThread);
  try {
    for (const [done, file] of files.entries()) {
      progress.step(done, file.path);
      const { counts, lines, pieces } = await reviewing.next();
      summary.add(counts);
      for (const line of lines) progress.line(line);
      // In a terminal the text itself says it, on the same screen.
      if (job.format !== 'json') progress.clear();
      if (done > 0) await output.write(report.between);
      for (const piece of pieces) await output.write(piece);
      await output.flush();
      // Without a reader only the copies are of use, and those are made all the same.
      cutShort = output.closed && folder === null && done + 1 < files.length;
      if (cutShort) break;
    }
  } finally {
    await reviewing.end();
  }
  progress.clear();
  await output.write(report.close(summary));
  await output.flush();
  const status = summary.exitStatus(failOn);
  // Of workbooks that were not reviewed nothing is known; findings remain findings.
  return cutShort && status === EXIT.clean ? EXIT.failure : status;
}
