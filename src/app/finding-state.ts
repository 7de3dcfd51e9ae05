import type { Finding } from '../engine/rules/support/finding';
import { toAddress } from '../engine/sheet/address';
import { formulaAt, valueAt, type SheetSnapshot } from '../engine/sheet/snapshot';
import type { ReviewFinding } from './reviewer';
import type { Dismissal, StateDocument } from './state/state-document';

/** Ids of findings, in their order: "rule!A1!message", with "#2" where a rule says the same of a cell again. */
export function findingIds(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, cell, message }) => {
    const id = `${rule}!${toAddress(cell.row, cell.column)}!${message}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  });
}

/**
 * Fingerprint of what a finding is about: its cell, the cells that it was compared with, and its project. A
 * dismissal holds only while all of it is as it was: "checked" was said of these figures.
 */
export function fingerprintOf(finding: Finding, sheet: SheetSnapshot): string {
  const contents = [finding.cell, ...finding.related].map(({ row, column }) => [
    valueAt(sheet, row, column),
    formulaAt(sheet, row, column),
  ]);
  return hash(JSON.stringify([finding.project, contents]));
}

/** 53 bits of a text (cyrb53): enough to tell changed cells, no cryptography. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Where a finding stands, for comparing it with what was recorded. */
interface Place {
  readonly sheetId: string;
  readonly sheetName: string;
}

/** Whether something recorded is of a worksheet: by id, or by name where a host gave it another id since. */
export function sameSheet(recorded: Place, place: Place): boolean {
  return recorded.sheetId === place.sheetId || recorded.sheetName === place.sheetName;
}

/** Whether a dismissal is one of this finding, its cells being as they were. */
export function dismisses(
  dismissal: Dismissal,
  finding: Place & { readonly id: string; readonly origin?: { readonly fingerprint: string } },
): boolean {
  return (
    dismissal.finding === finding.id &&
    dismissal.fingerprint === finding.origin?.fingerprint &&
    sameSheet(dismissal, finding)
  );
}

/**
 * The findings of a review with what has become of them since, by what is recorded in the workbook.
 * @param reviewedAt changes made before it are part of what was reviewed
 */
export function withCurrentState(
  findings: readonly ReviewFinding[],
  state: StateDocument,
  reviewedAt: Date,
): ReviewFinding[] {
  const since = reviewedAt.toISOString();
  const dismissals = new Map<string, Dismissal[]>();
  for (const dismissal of state.dismissals) {
    const list = dismissals.get(dismissal.finding);
    if (list) list.push(dismissal);
    else dismissals.set(dismissal.finding, [dismissal]);
  }
  const fixes = state.changes.filter(({ at, undone }) => !undone && at >= since);
  return findings.map((finding) => {
    // Without an origin there is nothing to compare: it did not come from a review of this product.
    if (!finding.origin) return finding;
    const ignored = dismissals.get(finding.id)?.find((dismissal) => dismisses(dismissal, finding));
    if (ignored) return { ...finding, state: 'ignored', ignoredBecause: ignored.reason };
    const fixed = fixes.some((change) => change.finding === finding.id && sameSheet(change, finding));
    return { ...finding, state: fixed ? 'fixed' : 'open', ignoredBecause: null };
  });
}
