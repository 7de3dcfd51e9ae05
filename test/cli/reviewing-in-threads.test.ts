import type { PlaceCopy } from '../../src/cli/copy-workbook';
import type { FoundFile } from '../../src/cli/find-workbooks';
import { FileReviewer, type ReviewedFile } from '../../src/cli/reviewed-file';
import { CopyOrder } from '../../src/cli/threads/copy-order';
import { ReviewingInThreads, type FileThread } from '../../src/cli/threads/reviewing-in-threads';
import type { Outcome } from '../../src/cli/threads/review-thread';

const JOB = {
  format: 'text',
  locale: 'en',
  profile: null,
  vocabulary: null,
  trustRecords: false,
  withoutRecords: false,
  explain: false,
  hidden: false,
} as const;
const fileOf = (path: string): FoundFile => ({ path, below: path, folderError: null });
const filesOf = (count: number): FoundFile[] => Array.from({ length: count }, (_, i) => fileOf(String(i)));

/** What a thread says of a file: as many bytes as are wanted. */
function resultOf(bytes: number): Outcome {
  const findings = { error: 0, warning: 0, info: 0 };
  const counts = {
    unreadable: false,
    annexes: 0,
    projects: 0,
    findings,
    habits: { habits: 0, findings: 0 },
    dismissed: 0,
    unrecognised: 0,
  };
  const reviewed: ReviewedFile = { counts, lines: [], pieces: [new Uint8Array(bytes)] };
  return { became: 'reviewed', reviewed };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Threads that are told when to be done with a file. */
class HandThreads {
  readonly begun: string[] = [];
  atWork = 0;
  mostAtWork = 0;
  private readonly done = new Map<string, (outcome: Outcome) => void>();

  readonly start = (): FileThread => ({
    review: ({ path }) => {
      this.begun.push(path);
      this.mostAtWork = Math.max(this.mostAtWork, (this.atWork += 1));
      return new Promise((resolve) =>
        this.done.set(path, (outcome) => {
          this.atWork -= 1;
          resolve(outcome);
        }),
      );
    },
    end: () => Promise.resolve(),
  });

  finish(path: string, bytes = 10): void {
    this.done.get(path)!(resultOf(bytes));
    this.done.delete(path);
  }

  /** Everything that is begun, and what is begun then, but for one file. */
  async finishAllBut(path: string, bytes = 10): Promise<void> {
    for (let open; (open = [...this.done.keys()].filter((each) => each !== path)).length > 0; await pause())
      for (const each of open) this.finish(each, bytes);
  }
}

const inThreads = (files: readonly FoundFile[], threads: HandThreads): ReviewingInThreads =>
  new ReviewingInThreads(files, 3, threads.start, new FileReviewer(JOB), null, () => undefined);

describe('what waits for its turn', () => {
  it('is bounded in number while an earlier file takes long', async () => {
    const threads = new HandThreads();
    const reviewing = inThreads(filesOf(2000), threads);
    const first = reviewing.next();
    await threads.finishAllBut('0');
    expect(threads.begun).toHaveLength(256);
    threads.finish('0');
    await first;
    await pause();
    expect(threads.begun.length).toBeGreaterThan(256);
    expect(threads.mostAtWork).toBe(3);
  });

  it('is bounded in bytes', async () => {
    const threads = new HandThreads();
    const reviewing = inThreads(filesOf(2000), threads);
    const first = reviewing.next();
    await threads.finishAllBut('0', 10_000_000);
    // 32 MB, and what the other threads had begun before these were reached.
    expect(threads.begun.length).toBeGreaterThan(4);
    expect(threads.begun.length).toBeLessThan(8);
    threads.finish('0');
    await first;
    const more = reviewing.next();
    await more;
    await threads.finishAllBut('');
    expect(threads.begun.length).toBeGreaterThan(5);
  });

  it('is not added to while nobody takes anything', async () => {
    const threads = new HandThreads();
    const reviewing = inThreads(filesOf(2000), threads);
    const first = reviewing.next();
    threads.finish('0');
    await first;
    await threads.finishAllBut('');
    expect(threads.begun).toHaveLength(257);
  });
});

describe('copies', () => {
  /** Places copies in no folder, and says in which order. */
  function orderOf(...below: string[]): { placed: string[]; copies: PlaceCopy[]; order: CopyOrder } {
    const placed: string[] = [];
    const places = (path: string) => {
      placed.push(path);
      return Promise.resolve({ path, write: () => Promise.resolve() });
    };
    const order = new CopyOrder(places, (path) => Promise.resolve(path.toLowerCase()));
    return { placed, copies: below.map((path, i) => order.begin(i, path)), order };
  }

  it.each([
    ['the same name', 'a/x.xlsx', 'a/x.xlsx'],
    ['a name that a system may take for the same', 'a/x.xlsx', 'A/X.xlsx'],
    ['a name in a folder of that name', 'a/x.xlsx', 'a/x.xlsx/y.xlsx'],
  ])('to %s wait for the earlier file', async (_what, first, second) => {
    const { placed, copies } = orderOf(first, second);
    const later = copies[1]!();
    await pause();
    expect(placed).toEqual([]);
    const place = await copies[0]!();
    await pause();
    expect(placed).toEqual([first]);
    await place.write(new Uint8Array());
    await later;
    expect(placed).toEqual([first, second]);
  });

  it('do not wait for a file of which none is made', async () => {
    const { placed, copies, order } = orderOf('x.xlsx', 'x.xlsx');
    const later = copies[1]!();
    order.end(0);
    await later;
    expect(placed).toEqual(['x.xlsx']);
  });

  it('to other places wait for none', async () => {
    const { placed, copies } = orderOf('a/x.xlsx', 'b/x.xlsx');
    await copies[1]!();
    expect(placed).toEqual(['b/x.xlsx']);
  });
});
