export type { IssueFinding } from './issue-key';
export { issueList, type IssueListOptions, type RollupOptions } from './issue-list';
export type { FindingWords } from './issue-texts';
export { listedFindings, type ListedFinding } from './listed-findings';
export { issueTableOfPlan, issueTableOfSheet, type IssueTable } from './issue-table';
export { hasReviewerInput, keepReviewerInput, type KeepOptions } from './keep-reviewer-input';
export { unitSummary, type UnitSummaryOptions } from './unit-summary';
export { keepUnitInput } from './keep-unit-input';
export { readWrittenSheet, type WrittenSheet } from './written-sheet';
