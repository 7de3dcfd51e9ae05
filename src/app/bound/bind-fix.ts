import { reviewAnnex } from '../../engine/review/review-annex';
import { RULES } from '../../engine/rules';
import type { Finding, Fix } from '../../engine/rule/finding';
import type { CellPosition } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import { plainContent } from '../../engine/sheet/follow-rows';
import { formulaOfAnyRow } from '../../engine/sheet/relative-formula';
import { HostError } from '../../host/port';
import type { PlannedFix } from '../changes';
import type { ReviewFinding } from '../reviewer';
import type { FollowedSheet } from './followed-sheet';
import { annexIndexAt } from '../../engine/annex/annex-at';
import { ownersOf, type RowOwner } from './row-owner';

/** A fix tied to the cells of now. */
export interface FixInPlace {
  /** The fix as the rule would make it now, where its cells are now; one edit for each of `reviewed`. */
  readonly fix: Fix;
  /** The cells of its edits as they stood when they were reviewed. */
  readonly reviewed: readonly CellPosition[];
  /** What must still hold when it is written. */
  readonly guards: readonly Guard[];
}

/** Ties fixes to what was reviewed, over one later snapshot of their sheet. */
export class FixBinder {
  private readonly found = new Map<string, readonly Finding[]>();
  private owners: ((row: number) => RowOwner | null) | null = null;

  constructor(private readonly sheet: FollowedSheet) {}

  /**
   * The fix where its cells are now. Its rule is asked anew, so that whatever else it looked at is as it was.
   * @throws HostError `changed` where a cell that it was computed from, its project or its row is not certainly the
   *   same; it names the cells as they were reviewed
   */
  bind({ finding, fix }: PlannedFix): FixInPlace {
    const { sheet } = this;
    if (fix.edits.length === 0)
      throw new HostError('not-supported', 'the fix is told in words alone', { write: 'not-tried' });
    const reviewed = fix.edits.map(({ row, column }) => ({ row, column }));
    const onSheet = finding.related.filter(({ sheetId }) => sheetId === finding.sheetId);
    const concerned = [finding.cell, ...reviewed, ...onSheet];
    const places = concerned.map((cell) => sheet.place(cell));
    const stale = concerned.filter((cell, i) => !places[i] || !sheet.holds(cell, places[i]));
    if (stale.length > 0 || !sheet.headHolds(finding.cell))
      throw staleFix(finding, stale.length > 0 ? stale : [finding.cell]);
    const now = this.sameFix(finding, fix, places as CellPosition[]);
    if (!now) throw staleFix(finding, [finding.cell]);
    const guards = this.guardsOf(finding, places as CellPosition[], now);
    return { fix: now, reviewed, guards };
  }

  /** What the rule would do now about the same problem, where it is the same. */
  private sameFix(finding: ReviewFinding, fix: Fix, places: readonly CellPosition[]): Fix | null {
    const [cell, ...others] = places as [CellPosition, ...CellPosition[]];
    const edited = others.slice(0, fix.edits.length);
    for (const other of this.findingsOf(finding, cell)) {
      if (!sameCell(other.cell, cell) || !sameProblem(other, finding)) continue;
      for (const offered of [other.fix, ...other.suggestions])
        if (offered && sameEdits(fix, offered, edited)) return offered;
    }
    return null;
  }

  /** What the rule of a finding says of the annex that now holds its cell. */
  private findingsOf(finding: ReviewFinding, cell: CellPosition): readonly Finding[] {
    const at = annexIndexAt(this.sheet.annexes, cell);
    const annex = this.sheet.annexes[at];
    const checked = this.sheet.reviewed.annexAt(finding.cell);
    const rule = RULES.find(({ meta }) => meta.id === finding.rule);
    if (!annex || !checked || !rule) return [];
    const key = `${at} ${rule.meta.id}`;
    let found = this.found.get(key);
    if (!found) {
      found = reviewAnnex(annex, [rule], checked.profile).findings;
      this.found.set(key, found);
    }
    return found;
  }

  /** The cells that a fix was computed from, those that tell its project, and the header above them. */
  private guardsOf(finding: ReviewFinding, places: readonly CellPosition[], fix: Fix): Guard[] {
    const cells = new Map<string, CellPosition>();
    const add = (row: number, column: number): unknown => cells.set(`${row},${column}`, { row, column });
    this.owners ??= ownersOf(this.sheet.annexes, this.sheet.present);
    const columns = new Set(places.map(({ column }) => column));
    for (const { row, column } of places) {
      add(row, column);
      const owner = this.owners(row);
      for (const own of owner?.columns ?? []) add(owner!.row, own);
    }
    const annex = this.sheet.annexes[annexIndexAt(this.sheet.annexes, places[0]!)];
    if (annex?.headerRows)
      for (let row = annex.headerRows[0]; row <= annex.headerRows[1]; row++)
        for (const column of columns) add(row, column);
    // A sum depends on its column.
    if (annex && finding.project === null)
      for (const { column } of fix.edits)
        for (let row = annex.dataRows[0]; row <= annex.dataRows[1]; row++) add(row, column);
    return [...cells.values()].map((cell) => ({ ...cell, expected: this.sheet.contentAt(cell) }));
  }
}

function staleFix({ sheetName }: ReviewFinding, cells: readonly CellPosition[]): HostError {
  return new HostError('changed', 'what the fix was computed from has changed since the review', {
    sheet: sheetName,
    cells: cells.map(({ row, column }) => ({ row, column })),
    write: 'not-tried',
  });
}

function sameCell(a: CellPosition, b: CellPosition): boolean {
  return a.row === b.row && a.column === b.column;
}

function sameProblem(a: Finding, b: Finding): boolean {
  return (
    a.message === b.message &&
    a.project === b.project &&
    a.unit === b.unit &&
    a.expected === b.expected &&
    a.actual === b.actual
  );
}

/** @param places where the cells of the reviewed fix are now */
function sameEdits(reviewed: Fix, now: Fix, places: readonly CellPosition[]): boolean {
  return (
    reviewed.title === now.title &&
    reviewed.edits.length === now.edits.length &&
    reviewed.edits.every((edit, i) => sameCell(now.edits[i]!, places[i]!) && sameAfter(edit, now.edits[i]!))
  );
}

function sameAfter(a: Edit, b: Edit): boolean {
  if (a.numberFormat !== b.numberFormat) return false;
  if ('formula' in a.after)
    return (
      'formula' in b.after &&
      formulaOfAnyRow(a.after.formula, a.row, a.column) === formulaOfAnyRow(b.after.formula, b.row, b.column)
    );
  return 'value' in b.after && plainContent(a.after.value) === plainContent(b.after.value);
}
