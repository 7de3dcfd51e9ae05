import type { AnnexView } from '../../engine/annex/annex';
import { readAnnexes } from '../../engine/annex/reading';
import type { Profile } from '../../engine/profile/profile';
import type { StatementCache } from '../../engine/quantity';
import { ownSheetSigns } from '../../engine/sheet/own-sheet';
import { OWN_SHEET_KEYS } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import type { WrittenCell } from '../../engine/sheet/snapshot-after';
import { ChangedSheet } from '../bound/change-place';
import { FollowedSheet } from '../bound/followed-sheet';
import { ReviewedSheet } from '../bound/reviewed-sheet';
import type { ReviewFinding } from '../reviewer';
import type { KeptId, OpenedSheet } from './engine';
import { frameOf } from './frame';
import { outlineOf } from './outline';

/** A worksheet as it was at one moment, recognised, and what a review has found in it. */
export class KeptSheet {
  readonly annexes: readonly AnnexView[];
  private reviewedAs: ReviewedSheet;
  private found: readonly ReviewFinding[] = [];
  private byId: ReadonlyMap<string, ReviewFinding> | null = null;
  private searched: ChangedSheet | null = null;
  private followed: { readonly present: KeptSheet; readonly sheet: FollowedSheet } | null = null;

  constructor(
    readonly id: KeptId,
    readonly snapshot: SheetSnapshot,
    statements: StatementCache,
  ) {
    this.annexes = snapshot.rowCount === 0 ? [] : readAnnexes(snapshot, statements);
    this.reviewedAs = new ReviewedSheet(snapshot, this.annexes, []);
  }

  /** How many cells it holds. */
  get cells(): number {
    return this.snapshot.rowCount * this.snapshot.columnCount;
  }

  get outline(): OpenedSheet {
    const { id, rowCount, values } = this.snapshot;
    return {
      kept: this.id,
      sheetId: id,
      name: this.snapshot.name,
      frame: frameOf(this.snapshot),
      annexes: this.annexes.map(outlineOf),
      empty: rowCount === 0,
      likeOwn: OWN_SHEET_KEYS.some((key) => ownSheetSigns(key, values) !== null),
    };
  }

  /** What its last review found, by row. */
  get findings(): readonly ReviewFinding[] {
    return this.found;
  }

  finding(id: string): ReviewFinding | undefined {
    this.byId ??= new Map(this.found.map((finding) => [finding.id, finding]));
    return this.byId.get(id);
  }

  /** The worksheet as it was reviewed, with what we wrote there since. */
  get reviewed(): ReviewedSheet {
    return this.reviewedAs;
  }

  /** @param profiles what each annex was checked with, in their order */
  keepReview(findings: readonly ReviewFinding[], profiles: readonly Profile[]): void {
    this.found = findings;
    this.byId = null;
    this.reviewedAs = new ReviewedSheet(this.snapshot, this.annexes, profiles);
    this.followed = null;
  }

  /** Keeps what we wrote, by where its cells stood when they were reviewed. */
  wrote(cells: readonly WrittenCell[]): void {
    this.reviewedAs.wrote(cells);
    this.followed = null;
  }

  /** The worksheet as recorded changes are looked for in it. */
  get changed(): ChangedSheet {
    return (this.searched ??= new ChangedSheet(this.snapshot, this.annexes));
  }

  /** This worksheet, as it was reviewed, in a later snapshot. */
  in(present: KeptSheet): FollowedSheet {
    if (this.followed?.present !== present)
      this.followed = {
        present,
        sheet: new FollowedSheet(this.reviewed, present.snapshot, present.annexes),
      };
    return this.followed.sheet;
  }
}
