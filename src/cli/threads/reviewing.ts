import type { CopyPlace } from '../copy-workbook';
import type { FoundFile } from '../find-workbooks';
import type { FileReviewer, ReviewedFile } from '../reviewed-file';

/** The review of the files of a run, wherever it is done. */
export interface Reviewing {
  /** The next file of the run, in their order. Never asked for more than there are, nor before it has answered. */
  next(): Promise<ReviewedFile>;
  /** Ends what is still at work. */
  end(): Promise<void>;
}

/**
 * Finds places in the folder of the copies.
 * @param below the path of the file that is copied, below the folder that was given
 * @throws WriteError where a copy may not be written
 */
export type PlaceCopies = (below: string) => Promise<CopyPlace>;

/** In the thread that asks, each file when it is asked for. */
export class ReviewingHere implements Reviewing {
  private done = 0;

  constructor(
    private readonly files: readonly FoundFile[],
    private readonly reviewer: FileReviewer,
    private readonly copies: PlaceCopies | null,
  ) {}

  next(): Promise<ReviewedFile> {
    const file = this.files[this.done++]!;
    const { copies } = this;
    return this.reviewer.review(file, copies && (() => copies(file.below)));
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
