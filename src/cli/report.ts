import type { Totals } from './summary';
import type { WorkbookResult } from './review-workbook';

/**
 * How results are written: a beginning, each workbook with what stands between two, and an end. What is written of a
 * workbook hangs on that workbook alone, so that threads may write several at a time.
 */
export interface Report {
  open(): string;
  workbook(result: WorkbookResult): Iterable<string>;
  /** What stands between the texts of two workbooks. */
  readonly between: string;
  close(totals: Totals): string;
}
