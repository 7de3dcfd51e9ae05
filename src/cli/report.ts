import type { WorkbookResult } from './review-workbook';
import type { Summary } from './summary';

/** How results are written: a beginning, each workbook as soon as it has been reviewed, and an end. */
export interface Report {
  open(): string;
  workbook(result: WorkbookResult): Iterable<string>;
  close(summary: Summary): string;
}
