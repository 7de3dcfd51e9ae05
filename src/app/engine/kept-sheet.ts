import type { AnnexView } from '../../engine/annex/annex';
import { lookAtUnread } from '../../engine/annex/guess/guess-annex';
import { looksLikeAnnexBeside } from '../../engine/annex/looks-like-annex';
import { readAnnexes } from '../../engine/annex/reading';
import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import type { Profile } from '../../engine/profile/profile';
import type { StatementCache } from '../../engine/quantity';
import { overallRate } from '../../engine/rollup/overall-rate';
import { rateClasses } from '../../engine/rollup/rate-classes';
import { sameValue } from '../../engine/review/same-value';
import { ownSheetSigns } from '../../engine/sheet/own-sheet';
import { OWN_SHEET_KEYS } from '../../engine/sheet/sheet-plan';
import type { ToldOfAnnex } from '../../engine/review/review-workbook';
import type { AnnexMemory, StepOptions } from '../../engine/review/annex-in-steps';
import { inSpans, type SheetSnapshot, type Span } from '../../engine/sheet/snapshot';
import { withRows } from '../../engine/sheet/snapshot-rows';
import type { WrittenCell } from '../../engine/sheet/snapshot-after';
import { ChangedSheet } from '../bound/change-place';
import { FollowedSheet } from '../bound/followed-sheet';
import { ReviewedSheet } from '../bound/reviewed-sheet';
import type { ReviewFinding } from '../reviewer';
import type { KeptId, OpenedSheet, SheetFigures } from './engine';
import { frameOf } from './frame';
import { FingerPrints } from '../finding-state';
import { guessOutline, outlineIn } from './outline';
import { patchedAnnexes, type PatchedAnnexes } from './patched-annexes';

/** After so many edits a worksheet is recognised anew: what was read before them would be kept for ever. */
const MOST_PATCHES = 100;
const NONE: ReadonlySet<number> = new Set();

/** What is known of a worksheet from before some of its rows were edited. */
interface Carried {
  readonly seen: readonly (AnnexMemory | null)[];
  /** The projects that were edited since, annex by annex. */
  readonly touched: readonly ReadonlySet<number>[];
  readonly prints: FingerPrints;
  /** `null` where money or rates were edited. */
  readonly figures: SheetFigures | null;
  readonly depth: number;
}

/** A worksheet as it was at one moment, recognised, and what a review has found in it. */
export class KeptSheet {
  readonly annexes: readonly AnnexView[];
  private reviewedAs: ReviewedSheet;
  private found: readonly ReviewFinding[] = [];
  private byId: ReadonlyMap<string, ReviewFinding> | null = null;
  private searched: ChangedSheet | null = null;
  private followed: { readonly present: KeptSheet; readonly sheet: FollowedSheet } | null = null;

  private readonly carried: Carried | null;
  private seen: readonly (AnnexMemory | null)[] = [];
  private toldOfAnnexes: readonly (ToldOfAnnex | null)[] = [];
  private readonly prints: FingerPrints;
  private knownFigures: SheetFigures | null;

  /**
   * @param how how it is recognised
   * @param patched what was carried over from the worksheet before some of its rows were edited
   */
  constructor(
    readonly id: KeptId,
    readonly snapshot: SheetSnapshot,
    private readonly statements: StatementCache,
    readonly how: RecogniseOptions = {},
    patched: (PatchedAnnexes & { readonly carried: Carried }) | null = null,
  ) {
    this.annexes =
      patched?.annexes ?? (snapshot.rowCount === 0 ? [] : readAnnexes(snapshot, this.statements, how));
    this.carried = patched?.carried ?? null;
    this.knownFigures = this.carried?.figures ?? null;
    this.prints = this.carried?.prints ?? new FingerPrints();
    this.reviewedAs = new ReviewedSheet(snapshot, this.annexes, []);
  }

  /** The worksheet after some of its rows were edited, which are recognised and reviewed alone where that is enough. */
  patched(id: KeptId, part: SheetSnapshot, rows: readonly Span[]): KeptSheet {
    const after = withRows(this.snapshot, part, rows);
    const depth = (this.carried?.depth ?? 0) + 1;
    const patched =
      this.seen.length === 0 || depth > MOST_PATCHES
        ? null
        : patchedAnnexes(this.annexes, this.snapshot, after, rows, this.statements, this.how);
    if (!patched) return new KeptSheet(id, after, this.statements, this.how);
    const prints = new FingerPrints(this.prints, (row) => inSpans(rows, row));
    const figures = sameFigures(this.annexes, patched) ? this.knownFigures : null;
    const carried = { seen: this.seen, touched: patched.touched, prints, figures, depth };
    return new KeptSheet(id, after, this.statements, this.how, { ...patched, carried });
  }

  /** The same worksheet, recognised otherwise. */
  recognised(id: KeptId, how: RecogniseOptions): KeptSheet {
    return new KeptSheet(id, this.snapshot, this.statements, how);
  }

  /** What of its figures is shown at a glance. */
  get figures(): SheetFigures {
    this.knownFigures ??= { ...overallRate(this.annexes), rates: rateClasses(this.annexes) };
    return this.knownFigures;
  }

  /** Findings that were made anew have fingerprints of their own. */
  get fingerPrints(): FingerPrints {
    return this.prints;
  }

  /** What was seen of an annex before some of its projects were edited. */
  seenBefore(annex: number): StepOptions['before'] {
    const memory = this.seen[annex] ?? this.carried?.seen[annex];
    if (!memory) return undefined;
    const touched = this.seen[annex] ? NONE : this.carried!.touched[annex]!;
    return {
      memory,
      isTouched: ({ from, to }) => [...touched].some((index) => index >= from && index < to),
    };
  }

  /** How many cells it holds. */
  get cells(): number {
    return this.snapshot.rowCount * this.snapshot.columnCount;
  }

  get outline(): OpenedSheet {
    const { id, rowCount, values } = this.snapshot;
    const unread = this.annexes.length > 0 ? null : lookAtUnread(this.snapshot, this.how);
    return {
      kept: this.id,
      sheetId: id,
      name: this.snapshot.name,
      frame: frameOf(this.snapshot),
      annexes: this.annexes.map((annex) => outlineIn(annex, this.snapshot)),
      notUnderstood: unread ? unread.looksLikeAnnex : looksLikeAnnexBeside(this.snapshot, this.annexes),
      guess: unread?.guess ? guessOutline(unread.guess, this.snapshot) : null,
      empty: rowCount === 0,
      likeOwn: OWN_SHEET_KEYS.some((key) => ownSheetSigns(key, values) !== null),
    };
  }

  /** What its last review found, by row. */
  get findings(): readonly ReviewFinding[] {
    return this.found;
  }

  /** What its annexes told in its last review. */
  get told(): readonly (ToldOfAnnex | null)[] {
    return this.toldOfAnnexes;
  }

  finding(id: string): ReviewFinding | undefined {
    this.byId ??= new Map(this.found.map((finding) => [finding.id, finding]));
    return this.byId.get(id);
  }

  /** The worksheet as it was reviewed, with what we wrote there since. */
  get reviewed(): ReviewedSheet {
    return this.reviewedAs;
  }

  /**
   * @param profiles what each annex was checked with, in their order
   * @param seen what was seen of each on the way
   * @param told what each tells the rules that compare annexes
   */
  keepReview(
    findings: readonly ReviewFinding[],
    profiles: readonly Profile[],
    seen: readonly (AnnexMemory | null)[],
    told: readonly (ToldOfAnnex | null)[],
  ): void {
    this.found = findings;
    this.seen = seen;
    this.toldOfAnnexes = told;
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

/** Whether money and rates of the edited projects are what they were. */
function sameFigures(before: readonly AnnexView[], { annexes, touched }: PatchedAnnexes): boolean {
  return touched.every((own, annex) =>
    [...own].every((index) => {
      const [was, is] = [before[annex]!.projects[index]!, annexes[annex]!.projects[index]!];
      return sameValue(was.money, is.money) && sameValue(was.rate, is.rate);
    }),
  );
}
