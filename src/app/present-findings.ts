import type { ChangeWriter } from './change-writer';
import type { Engine, FindingState, OpenedSheet } from './engine/engine';
import { withCurrentState } from './finding-state';
import { movedRows, type FindingsInPlace } from './bound/mark-followed';
import type { ReviewFinding } from './reviewer';
import type { ReviewedCopy, SheetCopies } from './sheet-copies';
import type { StateStore } from './state/state-store';

/** The findings of a review as they are by now. */
export class PresentFindings {
  constructor(
    private readonly engine: Engine,
    private readonly copies: SheetCopies,
    private readonly store: StateStore,
    private readonly changes: ChangeWriter,
  ) {}

  /** What has become of findings, by what is recorded and what the worksheet holds. */
  async states(
    findings: readonly ReviewFinding[],
    copy: ReviewedCopy,
    present: OpenedSheet,
  ): Promise<ReviewFinding[]> {
    const state = await this.store.loadOnce();
    const changes = await this.changes.asFound(state, new Map([[present.sheetId, present]]));
    return withCurrentState(findings, { ...state, changes }, copy.changes);
  }

  /**
   * Findings with their cells, and those they relate to, where these are now.
   * @throws HostError `changed` where one is not certain; it names the cells as they were reviewed
   */
  async inPlace(
    findings: readonly ReviewFinding[],
    copy: ReviewedCopy,
    present?: OpenedSheet,
  ): Promise<FindingsInPlace> {
    const ids = findings.map(({ id }) => id);
    const { places, lost, guards } = await this.copies.withReviewed(copy, findings, async (kept) => {
      const now = present ?? (await this.copies.present(copy.sheet.id));
      return this.engine.follow(kept, now.kept, ids);
    });
    if (lost.length > 0) throw movedRows(copy.sheet.name, lost);
    return { findings: findings.map((finding, i) => ({ ...finding, ...places[i]! })), guards };
  }

  /** @throws HostError `changed` where the cell of a finding is not certainly where it was reviewed */
  async mustBeUnmoved(
    findings: readonly ReviewFinding[],
    copy: ReviewedCopy,
    present: OpenedSheet,
  ): Promise<void> {
    const now = await this.inPlace(findings, copy, present);
    const moved = findings.flatMap(({ cell }, i) =>
      cell.row === now.findings[i]!.cell.row ? [] : [{ row: cell.row, column: cell.column }],
    );
    if (moved.length > 0) throw movedRows(copy.sheet.name, moved);
  }
}

/** The states of findings that are not plainly open, by their ids. */
export function statesOf(findings: readonly ReviewFinding[]): Record<string, FindingState> {
  const states: Record<string, FindingState> = {};
  for (const { id, state, ignoredBecause, receivedDismissal } of findings)
    if (state !== 'open' || receivedDismissal)
      states[id] = { state, ignoredBecause, ...(receivedDismissal && { receivedDismissal }) };
  return states;
}
