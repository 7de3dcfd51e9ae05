import { reviewSheet, type ReviewedAnnex } from '../../../src/engine/review/review-sheet';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Severity } from '../../../src/engine/severity';
import { openWorkbookFile } from '../../../src/host/file/open-workbook-file';

/** What the engine itself says of a workbook's first worksheet, without a pane or a grid. */
export async function expectedReview(path: string): Promise<{
  readonly annexes: readonly ReviewedAnnex[];
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly sheetName: string;
}> {
  const workbook = await openWorkbookFile(path);
  const snapshot = workbook.readSheet(0);
  const annexes = reviewSheet(snapshot);
  const findings = annexes.flatMap((annex) => annex.findings);
  const count = (severity: Severity): number => findings.filter((f) => f.severity === severity).length;
  return {
    annexes,
    findings,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    sheetName: snapshot.name,
  };
}
