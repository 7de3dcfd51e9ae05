import type { PlaceCopy } from '../copy-workbook';
import type { FoundFile } from '../find-workbooks';
import type { FileReviewer, ReviewedFile } from '../reviewed-file';
import type { CopyOrder } from './copy-order';
import type { Reviewing } from './reviewing';
import type { ReviewThread } from './review-thread';

/** No file is begun that lies further behind the one whose turn it is to be written. */
const MOST_AHEAD = 256;
/** Nor any but that one while so many bytes of results wait for their turn. */
const MOST_WAITING = 32 * 1024 * 1024;

/** What of a thread is used here. */
export type FileThread = Pick<ReviewThread, 'review' | 'end'>;

/**
 * In several threads at a time, each with one file, results in the order of the files. A file over which a thread ends has
 * that for its problem, and a new thread takes its place. Where no thread is to be had, the work is done here.
 */
export class ReviewingInThreads implements Reviewing {
  private readonly results = new Map<number, Promise<ReviewedFile>>();
  private readonly threads = new Set<FileThread>();
  private readonly idle: FileThread[] = [];
  private canStart = true;
  private begun = 0;
  private taken = 0;
  /** Bytes of results that are finished and not yet taken. */
  private waiting = 0;

  /**
   * @param most how many threads at a time
   * @param start starts one
   * @param here reviews where no thread can, and puts into words what has ended one
   * @param copies `null`: none are made
   * @param onNoThread called once where a thread could not be started
   */
  constructor(
    private readonly files: readonly FoundFile[],
    private readonly most: number,
    private readonly start: () => FileThread,
    private readonly here: FileReviewer,
    private readonly copies: CopyOrder | null,
    private readonly onNoThread: () => void,
  ) {}

  async next(): Promise<ReviewedFile> {
    this.handOut();
    const reviewed = await this.results.get(this.taken)!;
    this.results.delete(this.taken++);
    this.waiting -= sizeOf(reviewed);
    this.handOut();
    return reviewed;
  }

  async end(): Promise<void> {
    this.begun = this.files.length;
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private handOut(): void {
    while (this.mayBegin()) {
      const thread = this.idle.pop() ?? this.another();
      if (thread === null) return;
      const index = this.begun++;
      this.results.set(index, this.review(index, thread));
    }
  }

  private mayBegin(): boolean {
    const ahead = this.begun - this.taken;
    const hasRoom = ahead === 0 || (ahead < MOST_AHEAD && this.waiting < MOST_WAITING);
    return this.begun < this.files.length && hasRoom;
  }

  private another(): FileThread | null {
    if (this.threads.size >= this.most) return null;
    const thread = this.started() ?? this.thisThread();
    this.threads.add(thread);
    return thread;
  }

  private started(): FileThread | null {
    if (!this.canStart) return null;
    try {
      return this.start();
    } catch {
      this.doWithout();
      return null;
    }
  }

  private thisThread(): FileThread {
    return {
      review: async (...file) => ({ became: 'reviewed', reviewed: await this.here.review(...file) }),
      end: () => Promise.resolve(),
    };
  }

  private doWithout(): void {
    if (this.canStart) this.onNoThread();
    this.canStart = false;
  }

  private async review(index: number, thread: FileThread): Promise<ReviewedFile> {
    const file = this.files[index]!;
    const { reviewed, next } = await this.outcome(
      file,
      thread,
      this.copies?.begin(index, file.below) ?? null,
    );
    this.copies?.end(index);
    this.threads.delete(thread);
    if (next) {
      this.threads.add(next);
      this.idle.push(next);
    }
    const whole = { ...reviewed, pieces: [...reviewed.pieces] };
    this.waiting += sizeOf(whole);
    this.handOut();
    return whole;
  }

  /** What became of a file, and the thread that may have another; `null`: it has ended. */
  private async outcome(
    file: FoundFile,
    thread: FileThread,
    placeCopy: PlaceCopy | null,
  ): Promise<{ readonly reviewed: ReviewedFile; readonly next: FileThread | null }> {
    // Nothing is to be done for a folder that could not be listed but to say so.
    if (file.folderError !== null) return { reviewed: await this.here.review(file, null), next: thread };
    const outcome = await thread.review(file, placeCopy);
    switch (outcome.became) {
      case 'reviewed':
        return { reviewed: outcome.reviewed, next: thread };
      case 'killer':
        return { reviewed: this.here.failed(file, outcome.problem), next: null };
      case 'not-begun':
        this.doWithout();
        return { reviewed: await this.here.review(file, placeCopy), next: this.thisThread() };
    }
  }
}

function sizeOf({ pieces }: ReviewedFile): number {
  let size = 0;
  for (const piece of pieces) size += piece.length;
  return size;
}
