import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { FoundFile } from '../find-workbooks';
import type { OutputFolder } from '../output-folder';
import { FileReviewer, type ReviewJob } from '../reviewed-file';
import { compileLess } from './compile-less';
import { CopyOrder } from './copy-order';
import { helpBy, LEAST_BYTES } from './portions/find-help';
import { ReviewThread } from './review-thread';
import { ReviewingHere, type PlaceCopies, type Reviewing } from './reviewing';
import { ReviewingInThreads } from './reviewing-in-threads';

/** How threads are started. */
export interface ThreadOptions {
  /** The file that a thread begins with; it calls `startThread`. */
  readonly script: string;
}

/** Files of fewer bytes in all are sooner reviewed than a thread is started for them (`npm run bench -- threads`). */
const ENOUGH_BYTES = 2_000_000;

/** Where a file has fewer bytes on average, none is large enough for much of the code to grow hot in. */
const SMALL_FILE = 300_000;

/** More threads at one worksheet gain little: reading it stays the work of one. Each has the worksheet in memory. */
const MOST_HELPERS = 3;

/**
 * Begins to review the files of a run, in threads where that is faster; threads that no file is left for help at the others.
 *
 * @param folder where copies go; `null`: none are made
 * @param jobs how many threads the user wants; 1: none but this one; `null`: as many as there are processors, if the files
 *   are worth it
 * @param options absent: no thread can be started
 */
export async function startReviewing(
  files: readonly FoundFile[],
  job: ReviewJob,
  folder: OutputFolder | null,
  jobs: number | null,
  options: ThreadOptions | undefined,
  onNoThread: () => void,
): Promise<Reviewing> {
  const threads = jobs ?? availableParallelism();
  const most = Math.min(threads, files.length);
  const helpers = Math.min(MOST_HELPERS, Math.floor(threads / most) - 1);
  const places = folder && placesIn(folder);
  const help =
    options && most === 1
      ? helpBy(helpers, options.script, jobs === null ? undefined : LEAST_BYTES)
      : undefined;
  const here = new FileReviewer(job, help);
  const bytes = await bytesOf(files);
  if (bytes < files.length * SMALL_FILE) compileLess();
  const inThreads = options && most > 1 && (jobs !== null || bytes >= ENOUGH_BYTES);
  if (!inThreads) return new ReviewingHere(files, here, places);
  const copies = places && new CopyOrder(places, (below) => folder!.targetOf(below));
  const start = (): ReviewThread => new ReviewThread(options.script, job, helpers);
  return new ReviewingInThreads(files, most, start, here, copies, onNoThread);
}

function placesIn(folder: OutputFolder): PlaceCopies {
  return async (below) => {
    const place = await folder.place(below);
    return { path: place.path, write: (bytes) => folder.write(place, bytes) };
  };
}

/** The bytes of all files together; those that cannot be looked at count nothing. */
async function bytesOf(files: readonly FoundFile[]): Promise<number> {
  let bytes = 0;
  for (const { path } of files) {
    bytes += await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return bytes;
}
