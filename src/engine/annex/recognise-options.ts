import type { Vocabulary } from './corrections/vocabulary';

/** What a reviewer has said of tables, for recognising them. Plain. */
export interface RecogniseOptions {
  /** What columns of known headers mean. */
  readonly vocabulary?: Vocabulary;
}
