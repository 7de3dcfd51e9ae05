import type { WriteOutcome } from '../host/port';

/** The ribbon's buttons, by the function names of manifest.xml. */
export const COMMANDS = ['review', 'mark', 'clearMarks', 'insertRollups'] as const;

export type CommandName = (typeof COMMANDS)[number];

/** What a button has done, in figures, or why it has done nothing. */
export type CommandOutcome =
  | {
      readonly command: CommandName;
      readonly ok: true;
      readonly sheet: string;
      readonly errors?: number;
      readonly warnings?: number;
      readonly infos?: number;
      readonly markedCells?: number;
      /** Names of worksheets with marks or notes of ours that could not be taken off. */
      readonly left?: readonly string[];
      /** There are conditional formats or notes that the host cannot read; some may be ours. */
      readonly unread?: true;
      readonly sheets?: readonly string[];
    }
  | {
      readonly command: CommandName;
      readonly ok: false;
      /** A code of `HostError`, a reason of `Recognition`, or "failed". */
      readonly code: string;
      /** What is known of the workbook where the host failed; absent: nothing is. */
      readonly write?: WriteOutcome;
      /** The cause in the words of whoever threw it, for the pane's details. */
      readonly cause: string;
      /** The sheet in view, where it is no annex. */
      readonly sheet?: string;
      /** Another worksheet that holds an annex, where one was found. */
      readonly elsewhere?: string;
    };
