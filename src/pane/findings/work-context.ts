import { createContext, useContext } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import type { Fix } from '../../engine/rule/finding';

/** What the reader does in the list; each step leads to the next open finding and keeps the focus. */
export interface Work {
  select(finding: ReviewFinding): void;
  /** Selects the cell of a card that has become current, in a moment. */
  lead(key: string): void;
  apply(finding: ReviewFinding, fix: Fix): Promise<void>;
  applyAll(findings: readonly ReviewFinding[]): Promise<void>;
  ignore(findings: readonly ReviewFinding[], reason: string): Promise<void>;
  /** Marks their cells in the sheet, and no others. */
  mark(findings: readonly ReviewFinding[]): Promise<void>;
  /** Takes back what was done about a finding. */
  reopen(findings: readonly ReviewFinding[]): Promise<void>;
  focusCurrent(): void;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('a card stands outside the list');
  return work;
}
