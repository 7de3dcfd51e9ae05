import { createReviewer, type ReviewerOptions } from '../../../src/app/create-reviewer';
import { engineHere, type EngineHereOptions } from '../../../src/app/engine/here';
import type { Reviewer } from '../../../src/app/reviewer';
import type { SpreadsheetHost } from '../../../src/host/port';

export type ReviewerHereOptions = ReviewerOptions & EngineHereOptions;

/** The use cases over a workbook, with an engine of their own in this thread. */
export function reviewerOf(host: SpreadsheetHost, options: ReviewerHereOptions = {}): Reviewer {
  return createReviewer(host, { engine: engineHere(options), ...options });
}
