import type { AcrossOfAnnex, ToldOfAnnex } from '../engine/review/review-workbook';
import { sameValue } from '../engine/review/same-value';
import type { SheetRef } from '../host/port';
import { NotKept, type Engine, type EngineReview, type HowToReview } from './engine/engine';
import type { SheetReview } from './reviewer';
import type { ReviewedCopy } from './sheet-copies';

/** A worksheet that was reviewed by itself. */
interface ReviewedAlone {
  readonly review: SheetReview;
  readonly copy: ReviewedCopy;
}

/** The same with what its annexes told, in their order. */
interface ToldSheet extends ReviewedAlone {
  readonly told: readonly (ToldOfAnnex | null)[];
}

/** A worksheet of whose annexes rules that compare them have something to say. */
export interface ComparedSheet extends ToldSheet {
  readonly said: readonly (AcrossOfAnnex | null)[];
}

/** Such a worksheet, reviewed with what they say. */
export interface ReviewedTogether {
  /** The review of the worksheet by itself. */
  readonly review: SheetReview;
  readonly how: HowToReview;
  readonly found: { readonly copy: ReviewedCopy; readonly review: EngineReview };
}

/**
 * Gathers what the annexes of a workbook tell, sheet by sheet, for the rules that compare them. What is gathered is plain,
 * so that the engine may drop the worksheets meanwhile.
 */
export class Comparison {
  private readonly sheets: ToldSheet[] = [];
  /** Worksheets that were reviewed by themselves since. */
  private readonly alone = new Set<string>();

  /** @param reviewAgain reads and reviews a worksheet that the engine has dropped */
  constructor(
    private readonly engine: Engine,
    private readonly reviewAgain: (sheet: SheetRef) => Promise<ReviewedAlone>,
  ) {}

  /** @throws NotKept */
  async add(review: SheetReview, copy: ReviewedCopy): Promise<void> {
    this.sheets.push({ review, copy, told: await this.engine.told(copy.kept) });
  }

  /** Whether what rules say that compare annexes belongs to the reviews of a worksheet. */
  has(sheetId: string): boolean {
    return !this.alone.has(sheetId) && this.sheets.some(({ review }) => review.sheet.id === sheetId);
  }

  /** A worksheet was reviewed by itself: nothing is said of it any more, though it goes on telling. */
  leave(sheetId: string): void {
    this.alone.add(sheetId);
  }

  /** A worksheet was reviewed with what was said of its annexes. */
  said(review: SheetReview, copy: ReviewedCopy): void {
    const at = this.sheets.findIndex((one) => one.review.sheet.id === review.sheet.id);
    if (at >= 0) this.sheets[at] = { ...this.sheets[at]!, review, copy };
  }

  /** A worksheet was reviewed again. @throws NotKept */
  async renew(review: SheetReview, copy: ReviewedCopy): Promise<void> {
    const at = this.sheets.findIndex((one) => one.review.sheet.id === review.sheet.id);
    if (at >= 0) this.sheets[at] = { review, copy, told: await this.engine.told(copy.kept) };
  }

  /** The worksheets of which something else is said than in their last reviews. */
  outdated(compared: readonly ComparedSheet[]): string[] {
    return this.sheets.flatMap(({ review: { sheet }, copy }) => {
      const said = compared.find((one) => one.copy === copy)?.said;
      return this.has(sheet.id) && !sameValue(said ?? null, copy.how.across ?? null) ? sheet.id : [];
    });
  }

  /** What the rules say, sheet by sheet; none of those that they have nothing to do with. */
  async compared(): Promise<ComparedSheet[]> {
    const all = this.sheets.flatMap(({ told }) => told);
    if (all.filter((told) => told !== null).length < 2) return [];
    const said = await this.engine.across(all);
    let from = 0;
    return this.sheets.flatMap((sheet) => {
      const own = said.slice(from, (from += sheet.told.length));
      return own.some((one) => one !== null) ? [{ ...sheet, said: own }] : [];
    });
  }

  /**
   * Reviews a worksheet with what was said of its annexes. One that was dropped is read again; where it tells something
   * else by now, nothing that was compared is said of it.
   * @throws NotKept
   */
  async review(
    { review, copy, told, said }: ComparedSheet,
    signal: AbortSignal | undefined,
  ): Promise<ReviewedTogether> {
    const now = await this.toldBy(copy);
    const alone = now ? { review, copy } : await this.reviewAgain(review.sheet);
    const isSame = sameValue(now ?? (await this.engine.told(alone.copy.kept)), told);
    const how = { ...alone.copy.how, ...(isSame && { across: said }) };
    const found = await this.engine.review(alone.copy.kept, how, { signal });
    return { review: alone.review, how, found: { copy: alone.copy, review: found } };
  }

  /** `null`: the engine has dropped it. */
  private async toldBy({ kept }: ReviewedCopy): Promise<readonly (ToldOfAnnex | null)[] | null> {
    try {
      return await this.engine.told(kept);
    } catch (thrown) {
      if (thrown instanceof NotKept) return null;
      throw thrown;
    }
  }
}
