import { Worker } from 'node:worker_threads';
import type { PlaceCopy, CopyPlace } from '../copy-workbook';
import type { FoundFile } from '../find-workbooks';
import type { WorkbookProblem } from '../review-workbook';
import type { ReviewedFile, ReviewJob } from '../reviewed-file';
import { shortened } from '../../engine/sheet/shortened';
import { WriteError } from '../write-file';
import type { ThreadData } from './start-thread';
import type { Answer, Done, FromThread, Question, ToThread } from './messages';

/** What became of a file in a thread. */
export type Outcome =
  | { readonly became: 'reviewed'; readonly reviewed: ReviewedFile }
  /** The thread ended over it. */
  | { readonly became: 'killer'; readonly problem: WorkbookProblem }
  /** There was no thread: it ended before it could be told of the file. */
  | { readonly became: 'not-begun' };

/** One thread that reviews, as the main thread sees it. */
export class ReviewThread {
  private readonly worker: Worker;
  private isReady = false;
  private hasEnded = false;
  private failure: unknown = null;
  private task: { readonly placeCopy: PlaceCopy | null; readonly end: (outcome: Outcome) => void } | null =
    null;
  private place: CopyPlace | null = null;

  /**
   * @param script the file that a thread begins with; it calls `startThread`
   * @param helpers how many threads may help it at a large file
   * @throws what the system says where no thread can be had
   */
  constructor(script: string, job: ReviewJob, helpers: number) {
    const workerData: ThreadData = { work: 'files', job, helpers };
    this.worker = new Worker(script, { workerData });
    this.worker.on('message', (message: FromThread) => this.hear(message));
    this.worker.on('error', (error) => (this.failure = error));
    this.worker.on('exit', (status) => this.close(status));
  }

  /** Reviews a file; to be asked for the next one when this has been answered. Never throws. */
  review(file: FoundFile, placeCopy: PlaceCopy | null): Promise<Outcome> {
    if (this.hasEnded) return Promise.resolve({ became: 'not-begun' });
    return new Promise((resolve) => {
      this.task = { placeCopy, end: resolve };
      const { path, below } = file;
      this.tell({ kind: 'review', path, below, copied: placeCopy !== null });
    });
  }

  async end(): Promise<void> {
    this.task = null;
    await this.worker.terminate();
  }

  private hear(message: FromThread): void {
    if (message.kind === 'ready') this.isReady = true;
    else if (message.kind === 'done') this.finish({ became: 'reviewed', reviewed: reviewedOf(message) });
    else void this.answer(message);
  }

  private async answer(question: Question): Promise<void> {
    this.tell(
      await this.agree(question).then(
        (path): Answer => ({ kind: 'agreed', path }),
        (error: unknown): Answer => ({
          kind: 'refused',
          reason: error instanceof WriteError ? error.reason : null,
          message: error instanceof Error ? error.message : String(error),
        }),
      ),
    );
  }

  /** @returns the path of the copy */
  private async agree(question: Question): Promise<string> {
    if (question.kind === 'place') this.place = await this.task!.placeCopy!();
    else await this.place!.write(question.bytes);
    return this.place!.path;
  }

  private tell(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private close(status: number): void {
    this.hasEnded = true;
    this.finish(
      this.isReady ? { became: 'killer', problem: problemOf(this.failure, status) } : { became: 'not-begun' },
    );
  }

  private finish(outcome: Outcome): void {
    const { task } = this;
    this.task = null;
    this.place = null;
    task?.end(outcome);
  }
}

function reviewedOf({ counts, lines, pieces }: Done): ReviewedFile {
  return { counts, lines, pieces };
}

/** Why a thread has ended over a file. */
function problemOf(failure: unknown, status: number): WorkbookProblem {
  const problem = { format: null, sheet: null, detail: null };
  if ((failure as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { ...problem, code: 'too-large', reason: 'out-of-memory' };
  if (failure === null)
    return { ...problem, code: 'internal-error', reason: 'thread-ended', detail: String(status) };
  const { message } = failure as Partial<Error>;
  const detail = shortened(message ?? String(failure));
  return { ...problem, code: 'internal-error', reason: 'internal-error', detail };
}
