import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { FoundFile } from '../find-workbooks';
import type { OutputFolder } from '../output-folder';
import { FileReviewer, type ReviewJob } from '../reviewed-file';
import { CopyOrder } from './copy-order';
import { ReviewThread } from './review-thread';
import { ReviewingHere, type PlaceCopies, type Reviewing } from './reviewing';
import { ReviewingInThreads } from './reviewing-in-threads';

/** How threads are started. */
export interface ThreadOptions {
  /** The file that a thread begins with; it calls `runThread`. */
  readonly script: string;
}

/** Files of fewer bytes in all are sooner reviewed than a thread is started for them (`npm run bench -- threads`). */
const LEAST_BYTES = 400_000;

/**
 * Begins to review the files of a run, in threads where that is faster.
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
  const here = new FileReviewer(job);
  const places = folder && placesIn(folder);
  const most = Math.min(jobs ?? availableParallelism(), files.length);
  const inThreads = options && most > 1 && (jobs !== null || (await areWorthThreads(files)));
  if (!inThreads) return new ReviewingHere(files, here, places);
  const copies = places && new CopyOrder(places, (below) => folder!.targetOf(below));
  const start = (): ReviewThread => new ReviewThread(options.script, job);
  return new ReviewingInThreads(files, most, start, here, copies, onNoThread);
}

function placesIn(folder: OutputFolder): PlaceCopies {
  return async (below) => {
    const place = await folder.place(below);
    return { path: place.path, write: (bytes) => folder.write(place, bytes) };
  };
}

async function areWorthThreads(files: readonly FoundFile[]): Promise<boolean> {
  let bytes = 0;
  for (const { path } of files) {
    bytes += await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    if (bytes >= LEAST_BYTES) return true;
  }
  return false;
}
