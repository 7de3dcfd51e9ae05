import { withHinderedFixes } from '../engine/review/hinder-fixes';
import type { Finding, Hindrance } from '../engine/rule/finding';
import { toAddress, type CellPosition } from '../engine/sheet/address';
import { relativeFormula } from '../engine/sheet/relative-formula';
import type { Edit } from '../engine/sheet/edit';
import { formulaAt, valueAt, type SheetSnapshot } from '../engine/sheet/snapshot';
import { textHash } from '../engine/sheet/text-hash';
import { dismissalsOf } from './dismissals';
import type { FindingOrigin, ReviewFinding } from './reviewer';
import { digestOf } from './state/canonical';
import type { StateDocument, StoredChange } from './state/state-document';

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
 * dismissal holds only while all of it is as it was: "checked" was said of these figures. Where they stand is no
 * part of it, for rows move.
 */
export function fingerprintOf(finding: Finding, sheet: SheetSnapshot): string {
  return digestOf(JSON.stringify([finding.unit, finding.project, contentsOf(finding, sheet)]));
}

/** The fingerprint as the version before made it, which knew no unit and had no cryptography: for its documents. */
function formerFingerprint(finding: Finding, sheet: SheetSnapshot): string {
  return textHash(JSON.stringify([finding.project, contentsOf(finding, sheet)])).toString(36);
}

function contentsOf(finding: Finding, sheet: SheetSnapshot): unknown {
  const contents: unknown[] = [finding.cell, ...cellsOn(finding)].map(({ row, column }) => {
    const formula = formulaAt(sheet, row, column);
    return [valueAt(sheet, row, column), formula && relativeFormula(formula, row, column)];
  });
  // What was compared on other worksheets is known by what was expected by it.
  const elsewhere = finding.related.length + 1 - contents.length;
  return elsewhere > 0 ? [...contents, [elsewhere, finding.expected]] : contents;
}

/** The related cells of a finding on its own worksheet. */
function cellsOn({ related, sheetId }: Finding): readonly CellPosition[] {
  return related.filter((one) => one.sheetId === sheetId);
}

/**
 * Where the findings of a sheet come from: what was there, and which of those that say the same of the same it is.
 * @param findings in their order by position
 */
export function originsOf(
  findings: readonly Finding[],
  sheet: SheetSnapshot,
  workbookId: string,
  prints: FingerPrints = new FingerPrints(),
): FindingOrigin[] {
  const made = findings.map((finding) => prints.of(finding, sheet));
  const now = amongEqual(findings, (_, i) => made[i]!.now);
  const former = amongEqual(findings, (_, i) => made[i]!.former);
  return now.map((one, i) => ({ workbookId, ...one, former: former[i]! }));
}

/** Fingerprints of findings, each made once as long as their cells hold the same. */
export class FingerPrints {
  private readonly made = new WeakMap<Finding, { readonly now: string; readonly former: string }>();

  /** @param before those of the same worksheet before cells of some rows changed; a finding that names none of them keeps its own */
  constructor(
    private readonly before: FingerPrints | null = null,
    private readonly isTouched: (row: number) => boolean = () => true,
  ) {}

  of(finding: Finding, sheet: SheetSnapshot): { readonly now: string; readonly former: string } {
    let prints = this.made.get(finding);
    if (!prints) {
      prints = this.kept(finding) ?? {
        now: fingerprintOf(finding, sheet),
        former: formerFingerprint(finding, sheet),
      };
      this.made.set(finding, prints);
    }
    return prints;
  }

  private kept(finding: Finding) {
    const named = [finding.cell, ...cellsOn(finding)];
    return named.some(({ row }) => this.isTouched(row)) ? null : this.before?.made.get(finding);
  }
}

function amongEqual(
  findings: readonly Finding[],
  print: (finding: Finding, index: number) => string,
): { readonly fingerprint: string; readonly among: string }[] {
  const fingerprints = findings.map(print);
  const keys = findings.map(({ rule, message }, i) => `${rule}!${message}!${fingerprints[i]!}`);
  const all = new Map<string, number>();
  for (const key of keys) all.set(key, (all.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return keys.map((key, i) => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { fingerprint: fingerprints[i]!, among: `${nth}/${all.get(key)!}` };
  });
}

/** What keeps a host from taking an edit, as far as the snapshot tells. */
function inSheet({ protected: isProtected, merges }: SheetSnapshot): (edit: Edit) => Hindrance | null {
  return (edit) => {
    if (isProtected) return 'protected';
    const { row, column } = edit;
    const covered = merges?.some(
      ({ firstRow, firstColumn, lastRow, lastColumn }) =>
        row >= firstRow &&
        row <= lastRow &&
        column >= firstColumn &&
        column <= lastColumn &&
        (row !== firstRow || column !== firstColumn),
    );
    return covered ? 'merged' : null;
  };
}

/**
 * What a review finds, before it is known what has become of it.
 * @param findings in their order by position
 * @param workbookId `null` where nothing is recorded that they could be compared with: then they get no origin, which
 *   costs more than all else here
 */
export function openFindings(
  findings: readonly Finding[],
  sheet: SheetSnapshot | null,
  workbookId: string | null,
  prints?: FingerPrints,
): ReviewFinding[] {
  const ids = findingIds(findings);
  const origins = sheet && workbookId !== null ? originsOf(findings, sheet, workbookId, prints) : [];
  const hindrance = sheet && inSheet(sheet);
  const offered = hindrance ? findings.map((finding) => withHinderedFixes(finding, hindrance)) : findings;
  return offered.map((finding, i) => ({
    ...finding,
    id: ids[i]!,
    state: 'open',
    ignoredBecause: null,
    origin: origins[i],
  }));
}

/**
 * The findings of a review with what has become of them, by what is recorded in the workbook. Records of this desk set
 * aside and tell of corrections; a received dismissal stands beside its finding, which stays open.
 * @param before ids of the changes that were recorded when the review was made: only later ones have corrected anything.
 *   Absent: the review is being made, and whatever it finds is there
 */
export function withCurrentState(
  findings: readonly ReviewFinding[],
  state: StateDocument,
  before?: ReadonlySet<string>,
): ReviewFinding[] {
  const dismissed = dismissalsOf(findings, state.dismissals);
  const received = dismissalsOf(findings, state.received.dismissals);
  const fixes = before ? fixesAfter(before, state.changes) : new Map<string, StoredChange[]>();
  return findings.map((finding) => {
    // Without an origin there is nothing to compare: it did not come from a review of this product.
    if (!finding.origin) return finding;
    const ignored = dismissed.get(finding.id);
    if (ignored) return { ...finding, state: 'ignored', ignoredBecause: ignored.reason };
    const fixed = fixes.get(finding.id)?.some((change) => isOf(change, finding)) ?? false;
    const said = received.get(finding.id);
    return {
      ...finding,
      state: fixed ? 'fixed' : 'open',
      ignoredBecause: null,
      ...(said && { receivedDismissal: { reason: said.reason, desk: said.received?.desk ?? null } }),
    };
  });
}

/** What this desk has changed since a review. No clock decides: it may have been set since. */
function fixesAfter(
  before: ReadonlySet<string>,
  changes: readonly StoredChange[],
): ReadonlyMap<string, readonly StoredChange[]> {
  const fixes = new Map<string, StoredChange[]>();
  for (const change of changes) {
    if (change.undone || change.received || before.has(change.id) || change.edits.length === 0) continue;
    const own = fixes.get(change.finding);
    if (own) own.push(change);
    else fixes.set(change.finding, [change]);
  }
  return fixes;
}

/**
 * Since the review a sheet keeps its id; another that took its name is another. Where rows have moved, another review may
 * have found the same in the same cell of another project.
 */
function isOf(change: StoredChange, { sheetId, project }: ReviewFinding): boolean {
  return change.sheetId === sheetId && change.project === project;
}
