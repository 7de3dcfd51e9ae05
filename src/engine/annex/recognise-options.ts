import type { Vocabulary } from './corrections/vocabulary';
import type { Place } from './place';

/** What a reviewer has said of tables, for recognising them. Plain. */
export interface RecogniseOptions {
  /** What columns of known headers mean, and which rows are headers. */
  readonly vocabulary?: Vocabulary;
  /** The rows of this worksheet that are a header, whatever they say: 0-based sheet rows, both included. */
  readonly header?: { readonly firstRow: number; readonly lastRow: number };
  /** What the columns under the header are, where that is known: they are not settled anew. */
  readonly columns?: readonly Place[];
}
