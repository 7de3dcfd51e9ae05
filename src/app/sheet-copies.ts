import type { ReadOptions, SheetRef, SpreadsheetHost } from '../host/port';
import { HostError } from '../host/port';
import {
  NotKept,
  type Engine,
  type HowToReview,
  type KeptId,
  type LookedChange,
  type OpenedSheet,
} from './engine/engine';
import type { ReviewFinding } from './reviewer';
import type { StoredChange } from './state/state-document';

/** A review's worksheet as the engine keeps it. */
export interface ReviewedCopy {
  kept: KeptId;
  readonly sheet: SheetRef;
  readonly how: HowToReview;
  /** As they were found. */
  readonly findings: readonly ReviewFinding[];
  /** Ids of the changes that were recorded by then. */
  readonly changes: ReadonlySet<string>;
}

/** How often what the engine has dropped is read again for one piece of work. */
const MOST_TIMES = 3;

/** The worksheets of a workbook as the engine keeps them: read where that is needed. */
export class SheetCopies {
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly engine: Engine,
  ) {}

  /**
   * A worksheet as it is now.
   * @throws HostError as `read` does
   */
  async present(sheetId: string, options: ReadOptions = {}): Promise<OpenedSheet> {
    return this.engine.open(await this.host.read(sheetId, options), options.signal);
  }

  /** What the cells of recorded changes hold in their worksheet by now. @throws HostError as `read` does */
  look(sheetId: string, changes: readonly StoredChange[]): Promise<readonly LookedChange[]> {
    return this.again(async () => this.engine.look((await this.present(sheetId)).kept, changes));
  }

  /** Does work that reads what it needs; where the engine has dropped that meanwhile, once more. */
  async again<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let time = 1; ; time++) {
      try {
        return await work();
      } catch (thrown) {
        if (!(thrown instanceof NotKept) || time === MOST_TIMES) throw thrown;
      }
    }
  }

  /**
   * Works with a review's worksheet. Where the engine has dropped it, it is read and reviewed again, and the work goes on
   * as long as the findings that it is about are found as they were.
   * @throws HostError `changed` where one is not
   */
  async withReviewed<Result>(
    copy: ReviewedCopy,
    about: readonly ReviewFinding[],
    work: (reviewed: KeptId) => Promise<Result>,
  ): Promise<Result> {
    for (let time = 1; ; time++) {
      try {
        return await work(copy.kept);
      } catch (thrown) {
        if (!(thrown instanceof NotKept) || time === MOST_TIMES) throw thrown;
        if (thrown.kept === copy.kept) await this.restore(copy, about);
      }
    }
  }

  private async restore(copy: ReviewedCopy, about: readonly ReviewFinding[]): Promise<void> {
    const { kept, findings } = await this.again(async () => {
      const sheet = await this.present(copy.sheet.id);
      return { kept: sheet.kept, ...(await this.engine.review(sheet.kept, copy.how)) };
    });
    const now = new Map(findings.map((finding) => [finding.id, finding]));
    const lost = about.filter((finding) => !isSame(finding, now.get(finding.id)));
    if (lost.length > 0)
      throw new HostError('changed', 'the worksheet has changed since the review', {
        sheet: copy.sheet.name,
        cells: lost.map(({ cell: { row, column } }) => ({ row, column })),
        write: 'not-tried',
      });
    copy.kept = kept;
  }
}

function isSame({ origin }: ReviewFinding, now: ReviewFinding | undefined): boolean {
  return (
    now?.origin !== undefined &&
    now.origin.fingerprint === origin?.fingerprint &&
    now.origin.among === origin.among
  );
}
