import type { Extra } from './plan-extras';
import type { Step } from './step-queue';

/** One rollup sheet on its way into the workbook. */
export interface SheetWork {
  /** Loaded when the first steps are made: `id,name,visibility`. */
  readonly sheet: Excel.Worksheet;
  /** Whether the worksheet was there before. */
  readonly refreshes: boolean;
  /** What makes the sheet: all of it or none. */
  readonly steps: readonly Step[];
  readonly extras: readonly Extra[];
  /** What cannot be taken back and can be left out, in groups that can be made alone; made when everything else is done. */
  readonly tidy: readonly (readonly Step[])[];
  /** Makes the workbook as it was before, wherever steps and extras of this sheet were made. */
  takeBack(): Promise<void>;
}
