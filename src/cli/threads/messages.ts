import type { Counts } from '../summary';
import type { WriteFailure } from '../write-file';

/** What the main thread tells a thread that reviews. One file at a time; an answer is to the last question. */
export type ToThread =
  | {
      readonly kind: 'review';
      readonly path: string;
      readonly below: string;
      /** Whether a reviewed copy is to be made. */
      readonly copied: boolean;
    }
  | Answer;

export type Answer =
  | { readonly kind: 'agreed'; readonly path: string }
  /** `reason` is `null` for a failure that nobody foresaw. */
  | { readonly kind: 'refused'; readonly reason: WriteFailure | null; readonly message: string };

/** What a thread that reviews tells the main thread. */
export type FromThread =
  /** The first message. */
  { readonly kind: 'ready' } | Question | Done;

export type Question =
  /** Where the copy of the file goes. */
  | { readonly kind: 'place' }
  /** The copy, to be written to that place. */
  | { readonly kind: 'write'; readonly bytes: Uint8Array };

export interface Done {
  readonly kind: 'done';
  readonly counts: Counts;
  readonly lines: readonly string[];
  /** For standard output, in UTF-8. */
  readonly pieces: readonly Uint8Array[];
}
