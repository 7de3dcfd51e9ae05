import type { Annex } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { StatedWeight } from '../annex/stated-facts';

/** How large the projects of an annex are, to the tenth of a power of ten, in the annex's own unit. Plain. */
export interface AmountScale {
  /** Projects with an amount. */
  readonly count: number;
  /** 0 where no project has an amount. */
  readonly median: number;
  /** Amounts from here on stand far above all the others; `null` where none does. */
  readonly farAbove: number | null;
  /** Amounts below this stand far below all the others; `null` where none does. */
  readonly farBelow: number | null;
  /** The largest amount, rounded up; 0 where no project has one. */
  readonly highest: number;
  /** Least and largest of the amounts that do not stand far from the others. */
  readonly usual: readonly [lowest: number, highest: number];
  /** In a table of very few projects: the amount of each, by its index; empty in larger ones. */
  readonly few: readonly { readonly index: number; readonly amount: number }[];
}

/**
 * What rules may know of the annex around the project that they look at: what its head and notes say, and what all
 * of its projects together tell. Plain values, computed once a review and handed in: no list of projects is in reach.
 */
export interface AnnexFacts extends Omit<Annex, 'projects'> {
  readonly projectCount: number;
  readonly amounts: AmountScale;
  /** The points of 预算执行率, as the header or most rows say; `null` where neither does. */
  readonly executionWeight: StatedWeight | null;
  /** Whether most of the rates of the projects are formulas. */
  readonly ratesAreFormulas: boolean;
  /** The totals of money that most projects compute, while some of them are typed. */
  readonly formulaTotals: readonly MoneyField[];
}
