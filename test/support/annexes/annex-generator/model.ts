import type { FieldId, FundSource, IndicatorKind, MoneyBase } from '../../../../src/engine/annex/field-id';
import type { CellInput } from '../sheet-builder';
import type { Random } from '../../random';
import type { Domain, Work } from './content/work';

/** How a table writes its targets: ≥90%, 不低于90%, 90%以上, 90%. */
export type Voice = 'symbol' | 'words' | 'above' | 'plain';

/** How a table keeps its execution rates. */
export type RateStyle = 'fraction' | 'whole' | 'bare' | 'percent' | 'formula';

/** `joined`: name and value in one cell; `named`: the name apart; `measured`: operator and measure word apart, too. */
export type IndicatorShape = 'joined' | 'named' | 'measured';

/** All that is chosen for a table before its rows are made. */
export interface Plan {
  readonly seed: number;
  readonly year: number;
  readonly moneyUnit: '元' | '万元';
  /** Rows of the header. */
  readonly depth: 1 | 2 | 3;
  readonly shape: IndicatorShape;
  /** All targets stand before all results. */
  readonly byRole: boolean;
  readonly scored: boolean;
  /** An indicator has a column of reasons of its own. */
  readonly indicatorReasons: boolean;
  readonly kinds: readonly IndicatorKind[];
  /** Cost is a first level of its own. */
  readonly costLevel: boolean;
  readonly initialBudget: boolean;
  readonly adjustment: boolean;
  readonly funds: readonly FundSource[];
  readonly fundsOf: readonly MoneyBase[];
  readonly rateStyle: RateStyle;
  /** Columns beside those that every annex has. */
  readonly extras: ReadonlySet<Extra>;
  /** What stands where there is nothing to say. */
  readonly nothing: string | null;
  readonly unitCells: 'merged' | 'blank' | 'repeated';
  readonly total: 'none' | 'first' | 'last';
  readonly subtotals: 'none' | 'above' | 'below';
  /** Totals are formulas. */
  readonly summing: boolean;
  readonly sections: boolean;
  /** All is spent and all is met, row for row: what nobody believes. */
  readonly flawless: boolean;
  readonly voice: Voice;
  readonly firstRow: number;
  readonly firstColumn: number;
}

export type Extra =
  | 'department'
  | 'projectCode'
  | 'projectType'
  | 'contact'
  | 'deviation'
  | 'problems'
  | 'rectification'
  | 'remarks'
  | 'conclusion'
  | 'grade'
  | 'totalWeight';

/** What an indicator asks for and what was reached, in figures. */
export interface Figure {
  readonly sense: 'least' | 'most';
  readonly asked: number;
  readonly said: number;
  readonly measure: string;
  /** Written as 4.5万 rather than 45000. */
  readonly inTenThousands?: boolean;
}

/** An indicator of a project before it is written into cells. */
export interface PlannedIndicator {
  readonly kind: IndicatorKind;
  readonly name: string;
  /** `null`: it asks for an effect in words, or for a date. */
  readonly figure: Figure | null;
  /** The last month in which it is to be done. */
  readonly month: number | null;
  /** The value alone, as the table writes it. */
  readonly target: string;
  /** Name and value in one. */
  readonly joined: string;
  readonly result: string;
  readonly weight: number;
  readonly score: number;
  readonly reason: string | null;
}

/** Amounts in the table's own unit. */
export type Amounts = Map<FieldId, number>;

/** One project with everything its row says, before a fault is planted. */
export interface CleanProject {
  readonly index: number;
  readonly unit: string;
  readonly domain: Domain;
  readonly work: Work;
  readonly name: string;
  readonly amounts: Amounts;
  readonly indicators: readonly PlannedIndicator[];
  readonly goal: string;
  readonly completion: string;
  /** Why the budget was not spent, was changed, or an indicator not met. */
  readonly reasons: readonly string[];
  readonly totalScore: number;
}

/** A row that is still open to changes. */
export interface RowDraft {
  readonly plan: Plan;
  readonly project: CleanProject;
  readonly cells: Map<FieldId, CellInput>;
  /** The amounts that the totals add up. */
  readonly amounts: Amounts;
  /** The fields that the table has a column for. */
  readonly fields: ReadonlySet<FieldId>;
  readonly random: Random;
}

/** Rounded to decimals, binary noise dropped. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(Number((value * scale).toPrecision(13))) / scale || 0;
}
